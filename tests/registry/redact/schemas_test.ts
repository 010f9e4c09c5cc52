import { assert, assertEquals } from "@std/assert";
import { format, parse, type Term } from "../../../lib/etf/mod.ts";
import {
  structsIn,
  withoutFields,
} from "../../../lib/registry/redact/schemas.ts";

const ACCOUNT = "'__struct__' => 'Elixir.Account'";

function erlang(source: string): Term {
  return parse(source, "erlang");
}

/** What is left where accounts hide their number, and secrets everything. */
function left(source: string): string {
  const hidden = withoutFields(
    erlang(source),
    (struct) =>
      struct === "Elixir.Secret"
        ? "all"
        : new Set(struct === "Elixir.Account" ? ["iban"] : []),
  );
  return format(hidden, { syntax: "elixir", cuts: true });
}

Deno.test("fields of a struct are hidden wherever it is, whole or cut", () => {
  for (
    const [source, text] of [
      [
        `{ok, [#{${ACCOUNT}, iban => <<"DE1">>, email => <<"e">>}]}`,
        '{:ok, [%Account{iban: "[redacted]", email: "e"}]}',
      ],
      [
        `[a | #{x => #{${ACCOUNT}, iban => 17}}]`,
        '[:a | %{x: %Account{iban: "[redacted]"}}]',
      ],
      [
        "{'$cut', map, 9, [{'__struct__', 'Elixir.Account'}, {iban, <<\"DE1\">>}, {id, 1}]}",
        '%Account{iban: "[redacted]", id: 1, … 6 more fields}',
      ],
      // Whether there is one is no secret.
      [`#{${ACCOUNT}, iban => nil}`, "%Account{iban: nil}"],
      [
        "#{'__struct__' => 'Elixir.Secret', a => 1, b => <<\"x\">>}",
        '%Secret{a: "[redacted]", b: "[redacted]"}',
      ],
      ['#{iban => <<"DE1">>, pages => 3}', '%{iban: "DE1", pages: 3}'],
      [
        `#{'__struct__' => 'Elixir.Ecto.Changeset', data => #{${ACCOUNT}, iban => nil},
           changes => #{iban => <<"DE1">>, email => <<"e">>}, params => #{<<"iban">> => <<"DE1">>}}`,
        '%Ecto.Changeset{data: %Account{iban: nil}, changes: %{iban: "[redacted]", email: "e"}, params: %{"iban" => "[redacted]"}}',
      ],
    ] as const
  ) assertEquals(left(source), text);
});

Deno.test("a term that hides nothing is the same term, and its structs are known", () => {
  const term = erlang(`{[#{${ACCOUNT}, id => 1}], #{a => [1, 2]}}`);
  assert(withoutFields(term, () => new Set(["iban"])) === term);
  assertEquals(structsIn(term, 9), new Set(["Elixir.Account"]));
  assertEquals(structsIn(term, 0), new Set());
});
