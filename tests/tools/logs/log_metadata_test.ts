import { assert, assertEquals } from "@std/assert";
import { binary, type Syntax } from "../../../lib/etf/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { TOOLS } from "../../../lib/tools/mod.ts";
import { type Beam, startBeam } from "../../support/beam.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";
import { callerOf } from "../../support/tools.ts";

/** One for both languages: Elixir's node logs as Erlang's does. */
let node: Beam;
let remote: RemoteNode;
Deno.test.beforeAll(async () => {
  node = await startBeam({ elixir: "elixir" });
});
Deno.test.beforeEach(async () => {
  remote = await connect(node);
  await evaluate(
    remote,
    "[logger:remove_handler(Id) || #{id := Id} <- logger:get_handler_config()]",
  );
});
Deno.test.afterEach(async () => {
  await remote[Symbol.asyncDispose]();
});
Deno.test.afterAll(async () => {
  await node[Symbol.asyncDispose]();
});

/** Events as rows of texts, by column, of what is logged meanwhile. */
async function logged(
  expressions: string,
  args: Record<string, unknown>,
  syntax: Syntax = "erlang",
  bindings: Parameters<typeof evaluate>[2] = {},
): Promise<{ metadata: string[]; text: string }> {
  const call = callerOf(
    ...[remote, TOOLS, ["inspect", "trace"], undefined, syntax] as const,
  );
  const captured = call("capture_logs", { duration_ms: 5000, ...args });
  await eventually(
    () =>
      evaluate(
        remote,
        "lists:keymember(beamtap_log_1, 1, maps:get(filters, logger:get_primary_config()))",
      ),
    "true",
  );
  // Bindings would come back with the value.
  await evaluate(remote, `(fun() -> ${expressions}, ok end)()`, bindings);
  const result = await captured;
  assert(result.ok, String(result.text));
  const { events } = result.structured;
  assert(Array.isArray(events));
  return {
    metadata: events.map(({ metadata }) => String(metadata)),
    text: result.text,
  };
}

Deno.test("metadata is shown with its events, some keys first, without secrets", async () => {
  const { metadata } = await logged(
    `logger:log(error, "first", [], #{aa => 1, request_id => <<"F7">>, domain => [shop], password => "hunter2",
       conn => #{token => <<"t0psecret">>, path => "/a"}, file => "src/shop.erl", line => 7, mfa => {shop, buy, 1},
       gl => self(), report_cb => fun logger:format_report/1}),
     logger:log(error, "second", [], #{})`,
    { max_events: 2 },
  );
  const [first = "", second = ""] = metadata;
  assertEquals(
    first,
    'request_id: <<"F7">>, file: src/shop.erl, domain: [shop], aa: 1, ' +
      'conn: #{path => "/a",token => <<"[redacted]">>}, password: <<"[redacted]">>',
  );
  assertEquals(second, "undefined");
});

Deno.test("a text is searched in metadata too, as consoles print it", async () => {
  const { metadata } = await logged(
    `[logger:log(error, "order", [], #{request_id => <<"F", (integer_to_binary(N))/binary>>, user => {id, N}})
      || N <- lists:seq(1, 5)]`,
    { text: "request_id=F3", max_events: 1 },
  );
  assertEquals(metadata, ['request_id: <<"F3">>, user: {id,3}']);
  const other = await logged(
    `[logger:log(error, "order", [], #{user => {id, N}}) || N <- lists:seq(1, 5)]`,
    { text: "{id,4}", max_events: 1 },
  );
  assertEquals(other.metadata, ["user: {id,4}"]);
});

Deno.test("metadata of any size and kind is bounded, and whoever logs lives", async () => {
  const { metadata, text } = await logged(
    `Share = lists:foldl(fun(_, A) -> [A | A] end, [], lists:seq(1, 60)),
     persistent_term:put(number, 1 bsl 4000000),
     logger:log(error, "shared", [], #{request_id => <<"F1">>, share => Share, held => fun() -> Share end, Share => 1}),
     logger:log(error, "constant", [], #{number => persistent_term:get(number), after_it => 2}),
     logger:log(error, "many", [], maps:merge(#{request_id => <<"F2">>}, maps:from_list([{N, N} || N <- lists:seq(1, 10000)]))),
     logger:log(error, "bytes", [], #{large => binary:copy(<<255>>, 10000000), {key, 1} => <<"tab\\there">>, file => "a\\nwarning: b"})`,
    { max_events: 4 },
  );
  const [shared = "", constant, many, bytes = ""] = metadata;
  assert(
    /^request_id: <<"F1">>, held: … fun of \d+ bytes, share: \[\[/.test(shared),
    shared,
  );
  assertEquals(constant, "after_it: 2, number: … integer of 500008 bytes");
  assertEquals(many, 'request_id: <<"F2">>');
  assert(/large: /.test(bytes), bytes);
  assert(text.length < 20_000, `${text.length}`);
  assert(!/^warning/m.test(text), text);
});

Deno.test("of metadata so many keys are shown, and so much of each value", async () => {
  const { metadata: [many = ""] } = await logged(
    `logger:log(error, "many", [], maps:from_list([{{n, N}, {binary:copy(<<N>>, 100000), lists:seq(1, 1000)}} || N <- lists:seq(40, 69)]))`,
    { max_events: 1 },
  );
  assertEquals(many.match(/\{n,/g)?.length, 20);
  assert(
    /<<"\(+">>… 99750 more bytes,\[1,2,3,[\d,]+… 975 more\]/.test(many),
    many,
  );
});

Deno.test("Elixir's Logger tells its metadata in Elixir's syntax", async () => {
  const { metadata } = await logged(
    "element(1, 'Elixir.Code':eval_string(S))",
    { max_events: 1, level: "error", text: "F9" },
    "elixir",
    {
      S: binary(`
        {:ok, _} = Application.ensure_all_started(:logger)
        require Logger
        Logger.metadata(request_id: "F9", user: %{id: 7, api_key: "abcdef0123456789"})
        Logger.error("crashed", crash_reason: {%RuntimeError{message: "x"}, []})`),
    },
  );
  assert(
    /^request_id: "F9", domain: \[:elixir\], crash_reason: \{%RuntimeError\{message: "x"\}, \[\]\}, user: %\{(?:id: 7, )?api_key: "\[redacted\]"(?:, id: 7)?\}$/
      .test(metadata[0] ?? ""),
    metadata[0],
  );
});

Deno.test("a format that does not fit its arguments is shown as strings, without secrets", async () => {
  const { text } = await logged(
    `logger:log(error, "password=~s for ~p", ["hunter4sec"]),
     logger:log(error, "password=~s", ["hunter4sec", "käse"]),
     logger:log(error, "password=~w~n", [<<"hunter4sec">>, 1, 2])`,
    { max_events: 3 },
  );
  assert(!text.includes("hunter4sec") && !text.includes("112,97"), text);
  assertEquals(text.match(/password=\W*\[redacted\]/g)?.length, 3, text);
  assert(text.includes(" for ?"), text);
});

Deno.test("a struct in the arguments of a format is told as a term, without what its schema marks", async () => {
  const { text } = await logged(
    `'Elixir.Code':eval_string(S)`,
    { max_events: 2, text: "order 3" },
    "elixir",
    {
      S: binary(`
        defmodule Shop.Person do
          defstruct [:id, :ssn]
          def __schema__(:redact_fields), do: [:ssn]
        end
        person = struct!(Shop.Person, id: 7, ssn: "ssn-hunter8")
        :logger.error(~c"~p of order ~p", [person, 3])
        :logger.error(~c"of order ~p", [3])`),
    },
  );
  assert(!text.includes("hunter8"), text);
  assert(text.includes('ssn: "[redacted]"') && text.includes("id: 7"), text);
  assert(text.includes("of order 3"), text);
});
