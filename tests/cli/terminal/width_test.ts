import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  padded,
  shortened,
  widthOf,
  wrapped,
} from "../../../lib/cli/terminal/width.ts";

Deno.test("wide characters take two columns, marks none", () => {
  const cases: [string, number][] = [
    ["abc", 3],
    ["日本", 4],
    ["한글", 4],
    ["e\u0301", 1],
    ["👍", 2],
    ["é…x", 3],
  ];
  for (const [text, width] of cases) assertEquals(widthOf(text), width, text);
});

Deno.test("a long name keeps both ends", () => {
  assertEquals(shortened("gen_server:loop/7", 20), "gen_server:loop/7");
  assertEquals(shortened("Shop.Checkout.Payment.Worker", 13), "Shop.C…Worker");
  assertEquals(shortened("日本日本日本", 6), "日…本");
  assertEquals([2, 1, 0].map((width) => shortened("abc", width)), [
    "a…",
    "…",
    "",
  ]);
});

Deno.test("no text is wider than it was cut to, and every one as wide as it was padded to", () => {
  fc.assert(fc.property(
    fc.string({ unit: "grapheme" }),
    fc.nat(40),
    (text, columns) => {
      const cut = shortened(text, columns);
      assert(widthOf(cut) <= columns);
      assertEquals(widthOf(padded(cut, columns)), columns);
    },
  ));
});

Deno.test("sentences are broken at spaces, and words never", () => {
  assertEquals(wrapped("one two three", 8), ["one two", "three"]);
  assertEquals(wrapped("a unbreakable b", 5), ["a", "unbreakable", "b"]);
});
