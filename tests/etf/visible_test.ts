import { assertEquals } from "@std/assert";
import {
  atom,
  format,
  parse,
  unspelt,
  visible,
  visibleJson,
  visibleLines,
} from "../../lib/etf/mod.ts";

/** Characters that nobody sees, or that change how others look. */
const UNSEEN = [
  ..."\u0000\u0007\u001b\u007f\u0085\u009b\u00a0\u00ad\u034f\u061c\u115f\u180e",
  ..."\u200b\u200d\u200e\u202a\u202e\u2028\u2029\u2060\u2066\u2069\u3000\u3164",
  ..."\ufe0f\ufeff\uffa0\uffff\u{e0041}\u{e0100}\u{1d173}\ue000\ud800",
];

Deno.test("what cannot be seen is spelt out, and can be read back", () => {
  for (const character of UNSEEN) {
    const code = character.codePointAt(0)?.toString(16).toUpperCase();
    const text = `a${character}b`;
    assertEquals(visible(text), `a\\x{${code}}b`);
    assertEquals(visibleLines(text), visible(text));
    assertEquals(unspelt(visible(text)), text);
    assertEquals(JSON.parse(visibleJson(JSON.stringify({ text }))), { text });
    assertEquals(
      /^[\x20-\x7e]*$/.test(visibleJson(JSON.stringify({ text }))),
      true,
    );
    if (code === "D800") continue;
    const term = atom(text);
    const shown = visible(format(term, { syntax: "erlang" }));
    assertEquals(parse(shown, "erlang"), term, "it is the same term");
  }
  assertEquals(visible("a\n\tb\r"), "a\\n\\tb\\x{D}");
  assertEquals(visibleLines("a\n\tb\r"), "a\n\tb\\x{D}");
});

Deno.test("a flood of combining marks is spelt out, and none stands on our own text", () => {
  const mark = "\u0301";
  assertEquals(visible(`e${mark}`), `e${mark}`);
  assertEquals(
    visible(`e${mark.repeat(6)}`),
    `e${mark.repeat(4)}${"\\x{301}".repeat(2)}`,
  );
  assertEquals(visible(`${mark}e "${mark}`), '\\x{301}e "\\x{301}');
});

Deno.test("texts in any language stay as they are", () => {
  for (
    const text of [
      "",
      "plain",
      "Größe, naïve, Ελλάδα, Россия",
      "日本語テキスト、東京",
      "ภาษาไทย",
      "हिन्दी",
      "עִבְרִית",
      "e\u0301te\u0301",
      "❤\ufe0f 👍🏽 done",
      "a \\ b \\x { }",
    ]
  ) {
    assertEquals(visible(text), text);
    assertEquals(visibleJson(text), text);
    assertEquals(unspelt(text), text);
  }
});
