/**
 * Parses those of Elixir's sigils that are literals, and converts the special notations of
 * its structs to maps.
 *
 * @module
 */

import { binary, charlist, isInteger, map } from "../make.ts";
import { type ErlangMap, type Term, Tuple } from "../terms.ts";
import { readHeredoc, readRaw, toBytes, unescapeElixir } from "./literals.ts";
import type { Scanner } from "./scanner.ts";

const BRACKETS: Record<string, string> = {
  "(": ")",
  "[": "]",
  "{": "}",
  "<": ">",
};

/** Parses a sigil, whose `~` is next. */
export function readSigil(scanner: Scanner): Term {
  const start = scanner.at;
  const [, kind = "", quote = ""] =
    scanner.match(/~([a-z]|[A-Z]+)("""|'''|[([{<\/|"'])/y) ??
      scanner.fail('expected a sigil such as ~c"text"');
  const at = scanner.at;
  const close = BRACKETS[quote] ?? quote;
  const raw = quote.length === 3
    ? readHeredoc(scanner, quote, true)
    : readRaw(scanner, close);
  const modifiers = scanner.match(/[a-zA-Z]*/y)?.[0] ?? "";
  const verbatim = /^[A-Z]/.test(kind);
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
      scanner.fail(
        "a regular expression must be compiled on the node",
        start,
        "pass its source as a string",
      );
  }
  return scanner.fail(`unknown sigil ~${kind}`, start);
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
        at,
      );
  }
}

const DATE = /^(-?\d{4})-(\d\d)-(\d\d)/;
const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?/;

/** Converts `~D[…]`, `~T[…]`, `~N[…]` or `~U[…]`, without the calendar. */
function moment(
  scanner: Scanner,
  at: number,
  kind: string,
  text: string,
): Term {
  const fields: Record<string, Term> = {};
  let rest = text;
  const take = (pattern: RegExp): RegExpExecArray => {
    const found = pattern.exec(rest) ??
      scanner.fail(`~${kind}[${text.slice(0, 40)}] is not a date or time`, at);
    rest = rest.slice(found[0].length);
    return found;
  };
  if (kind !== "T") {
    const [, year, month, day] = take(DATE).map(Number);
    Object.assign(fields, { year, month, day });
  }
  if (kind === "N" || kind === "U") take(/^[ T]/);
  if (kind !== "D") {
    const [, hour, minute, second, fraction = ""] = take(TIME);
    const micros = Number(fraction.padEnd(6, "0"));
    Object.assign(fields, {
      hour: Number(hour),
      minute: Number(minute),
      second: Number(second),
      microsecond: new Tuple([micros, fraction.length]),
    });
  }
  if (kind === "U") {
    take(/^Z/);
    Object.assign(fields, {
      time_zone: binary("Etc/UTC"),
      zone_abbr: binary("UTC"),
      utc_offset: 0,
      std_offset: 0,
    });
  }
  take(/^$/);
  fields.calendar = scanner.atom("Elixir.Calendar.ISO", at);
  return struct(scanner, at, STRUCTS[kind] ?? "", fields);
}

const STRUCTS: Record<string, string> = {
  D: "Date",
  T: "Time",
  N: "NaiveDateTime",
  U: "DateTime",
};

/** Parses `first..last//step`, after `first..`. */
export function range(
  scanner: Scanner,
  first: Term,
  number: () => Term | undefined,
): Term {
  const at = scanner.at;
  const last = number();
  const step = scanner.eat("//")
    ? number()
    : isInteger(last) && isInteger(first) && last < first
    ? -1
    : 1;
  if (!isInteger(first) || !isInteger(last) || !isInteger(step)) {
    scanner.fail("a range consists of integers", at);
  }
  return struct(scanner, at, "Range", { first, last, step });
}

/** Converts `MapSet.new([…])`. */
export function mapSet(scanner: Scanner, elements: readonly Term[]): Term {
  const set = scanner.map(elements.map((element) => [element, []]));
  return struct(scanner, scanner.at, "MapSet", { map: set });
}

function struct(
  scanner: Scanner,
  at: number,
  name: string,
  fields: Record<string, Term>,
): ErlangMap {
  const all = { __struct__: scanner.atom(`Elixir.${name}`, at), ...fields };
  return map(
    Object.entries(all).map(([key, value]) => [scanner.atom(key, at), value]),
  );
}
