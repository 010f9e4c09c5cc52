import { assertEquals } from "@std/assert";
import { refusals, showErlang } from "../../lib/beam/mod.ts";
import { atom, binary, Pid, type Term, tuple } from "../../lib/etf/mod.ts";

const refused = refusals({
  no_such_name: {
    says: "nothing is {it} on {node}",
    hint: "similar: {*}",
    hintIfNone: "look for it",
  },
  late: {
    code: "no_answer",
    says: "{it} in {0|native code}, {1} more, {2?may go on:stopped}",
  },
  ours: { code: "our_own_link", says: "{*|nobody}" },
});

function said(code: string, detail: Term, it?: string): string | undefined {
  const error = refused(
    { code, detail, node: "a@h", show: showErlang },
    it,
  );
  return error && [error.code, error.message, error.hint]
    .filter((part) => part !== undefined).join("; ");
}

Deno.test("a refusal reads as its error, and one that is not known as none", () => {
  assertEquals(
    said("no_such_name", [atom("b"), binary("c")], "x"),
    "no_such_name; nothing is x on a@h; similar: b, c",
  );
  assertEquals(
    said("no_such_name", [], "x"),
    "no_such_name; nothing is x on a@h; look for it",
  );
  assertEquals(said("other", []), undefined);
});

Deno.test("each part of a detail has its place, with words where there is none", () => {
  const mfa = tuple(atom("m"), atom("f"), 2);
  assertEquals(
    said("late", tuple(mfa, 7, atom("true")), "it"),
    "no_answer; it in m:f/2, 7 more, may go on",
  );
  assertEquals(
    said("late", tuple(atom("undefined"), 7n, atom("false")), "it"),
    "no_answer; it in native code, 7 more, stopped",
  );
});

Deno.test("details of every kind are shown as the tools show them", () => {
  const shown: [Term, string][] = [
    [[], "nobody"],
    [atom("Elixir.Shop.Cart"), "Shop.Cart"],
    [binary("Elixir.Shop.Cart:add/2"), "Shop.Cart.add/2"],
    [tuple(atom("Elixir.Shop.Cart"), atom("add"), 2), "Shop.Cart.add/2"],
    [
      [tuple(atom("f"), 1), tuple(tuple(atom("m"), atom("f"), 1), 9)],
      "f/1, m:f/1 9",
    ],
    [new Pid(atom("a@h"), 5, 0, 1), "<0.5.0>"],
    [[atom("none"), atom("undefined")], "none, undefined"],
    [[7, [[]]], "7, none"],
  ];
  for (const [detail, text] of shown) {
    assertEquals(said("ours", detail), `our_own_link; ${text}`);
  }
});

Deno.test("a place in what was asked about stays as it is", () => {
  assertEquals(said("ours", atom("x"), "{node}"), "our_own_link; x");
  assertEquals(
    said("no_such_name", [], "{node} {*}"),
    "no_such_name; nothing is {node} {*} on a@h; look for it",
  );
});
