/**
 * Converts the special notations of Elixir's structs to maps.
 *
 * @module
 */

import { ErlangMap, type Term, Tuple } from "../terms.ts";
import type { Scanner } from "./scanner.ts";

const DATE = /^(-?\d{4})-(\d\d)-(\d\d)/;
const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?/;

/** Converts `~D[…]`, `~T[…]`, `~N[…]` or `~U[…]`, without the calendar. */
export function moment(
  scanner: Scanner,
  at: number,
  kind: string,
  text: string,
): Term {
  const fields: [string, Term][] = [];
  let rest = text;
  const take = (pattern: RegExp): RegExpExecArray => {
    const found = pattern.exec(rest) ??
      scanner.fail(`~${kind}[${text.slice(0, 40)}] is not a date or time`, {
        at,
      });
    rest = rest.slice(found[0].length);
    return found;
  };
  if (kind !== "T") {
    const [, year, month, day] = take(DATE).map(Number);
    fields.push(["year", year ?? 0], ["month", month ?? 0], ["day", day ?? 0]);
  }
  if (kind === "N" || kind === "U") take(/^[ T]/);
  if (kind !== "D") {
    const [, hour, minute, second, fraction = ""] = take(TIME);
    const micros = new Tuple([
      Number(fraction.padEnd(6, "0")),
      fraction.length,
    ]);
    fields.push(
      ["hour", Number(hour)],
      ["minute", Number(minute)],
      ["second", Number(second)],
      ["microsecond", micros],
    );
  }
  if (kind === "U") {
    take(/^Z/);
    const bytes = (value: string): Uint8Array =>
      new TextEncoder().encode(value);
    fields.push(
      ["time_zone", bytes("Etc/UTC")],
      ["zone_abbr", bytes("UTC")],
      ["utc_offset", 0],
      ["std_offset", 0],
    );
  }
  take(/^$/);
  fields.push(["calendar", scanner.atom("Elixir.Calendar.ISO", at)]);
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
    scanner.fail("a range consists of integers", { at });
  }
  const fields: [string, Term][] = [
    ["first", first],
    ["last", last],
    ["step", step],
  ];
  return struct(scanner, at, "Range", fields);
}

/** Converts `MapSet.new([…])`. */
export function mapSet(scanner: Scanner, elements: readonly Term[]): Term {
  const map = scanner.map(elements.map((element) => [element, []]));
  return struct(scanner, scanner.at, "MapSet", [["map", map]]);
}

function struct(
  scanner: Scanner,
  at: number,
  name: string,
  fields: [string, Term][],
): ErlangMap {
  const entries = fields.flatMap(([key, value]) => [
    scanner.atom(key, at),
    value,
  ]);
  return new ErlangMap([
    scanner.atom("__struct__", at),
    scanner.atom(`Elixir.${name}`, at),
    ...entries,
  ]);
}

function isInteger(term: Term | undefined): term is number | bigint {
  return typeof term === "number" || typeof term === "bigint";
}
