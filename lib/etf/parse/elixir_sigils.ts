/**
 * Parses those of Elixir's sigils that are literals.
 *
 * @module
 */

import { charlist } from "../make.ts";
import type { Term } from "../terms.ts";
import { moment } from "./elixir_structs.ts";
import { readHeredoc, readRaw, toBytes, unescapeElixir } from "./quoted.ts";
import type { Scanner } from "./scanner.ts";

const CLOSING: Record<string, string> = {
  "(": ")",
  "[": "]",
  "{": "}",
  "<": ">",
  "/": "/",
  "|": "|",
  '"': '"',
  "'": "'",
};

/** Parses a sigil, whose `~` is next. */
export function readSigil(scanner: Scanner): Term {
  const start = scanner.at;
  const [, kind = "", quote = ""] =
    scanner.match(/~([a-z]|[A-Z]+)("""|'''|[([{<\/|"'])/y) ??
      scanner.fail('expected a sigil such as ~c"text"');
  const at = scanner.at;
  const raw = quote.length === 3
    ? readHeredoc(scanner, quote, true)
    : readRaw(scanner, CLOSING[quote] ?? quote);
  const modifiers = scanner.match(/[a-zA-Z]*/y)?.[0] ?? "";
  const verbatim = /^[A-Z]/.test(kind);
  const close = CLOSING[quote] ?? quote;
  // In a verbatim sigil, a backslash only escapes the closing delimiter.
  const text = (bytes: boolean): string =>
    verbatim
      ? raw.replaceAll(`\\${close}`, close)
      : unescapeElixir(scanner, at, raw, bytes);
  switch (kind.toLowerCase()) {
    case "c":
      return charlist(text(false));
    case "s":
      return toBytes(text(true));
    case "w":
      return words(scanner, at, text(true), modifiers);
    case "d":
    case "t":
    case "n":
    case "u":
      if (verbatim) return moment(scanner, at, kind, raw);
      break;
    case "r":
      scanner.fail("a regular expression must be compiled on the node", {
        at: start,
        hint: "pass its source as a string",
      });
  }
  return scanner.fail(`unknown sigil ~${kind}`, { at: start });
}

function words(
  scanner: Scanner,
  at: number,
  text: string,
  modifiers: string,
): Term[] {
  const list = text.split(/\s+/).filter((word) => word !== "");
  switch (modifiers) {
    case "a":
      return list.map((word) => scanner.atom(word, at));
    case "c":
      return list.map(charlist);
    case "":
    case "s":
      return list.map(toBytes);
    default:
      return scanner.fail(
        `~w accepts the modifiers a, c and s, not ${modifiers}`,
        {
          at,
        },
      );
  }
}
