/**
 * Structs that Elixir prints in a special notation.
 *
 * | struct | printed |
 * | --- | --- |
 * | `Date` | `~D[2024-02-29]` |
 * | `Time` | `~T[12:30:00.123]` |
 * | `NaiveDateTime` | `~N[2024-02-29 12:30:00]` |
 * | `DateTime` | `~U[2024-02-29 12:30:00Z]`, `#DateTime<2024-02-29 13:30:00+01:00 CET Europe/Paris>` |
 * | `Range` | `1..10`, `1..10//2` |
 * | `Regex` | `~r/^a+/i` |
 * | `MapSet` | `MapSet.new([1, 2])` |
 *
 * Others, and those with unexpected fields (another calendar, a year of five digits), are
 * printed like any struct.
 *
 * @module
 */

import { cutOf } from "../cut.ts";
import { isInteger } from "../make.ts";
import { Atom, ErlangMap, type Term, Tuple } from "../terms.ts";
import { escapeRegex, REGEX_SPECIAL } from "./elixir_names.ts";
import { utf8Text } from "./text.ts";

/** A struct and its fields, without `__struct__`. */
export interface Struct {
  readonly name: string;
  readonly fields: Fields;
}

type Fields = ReadonlyMap<string, Term>;
type Text = string | undefined;

/** Returns the struct that a map with atom keys is, if it is one. */
export function structOf(map: ErlangMap): Struct | undefined {
  const fields = new Map<string, Term>();
  for (const [key, value] of map.pairs) {
    if (key instanceof Atom) fields.set(key.name, value);
  }
  const name = fields.get("__struct__");
  fields.delete("__struct__");
  fields.delete("__exception__");
  return name instanceof Atom ? { name: name.name, fields } : undefined;
}

/** Returns the special notation of a struct, if it has one; only `limit` bytes of it are needed. */
export function structText({ name, fields }: Struct, limit: number): Text {
  switch (name) {
    case "Elixir.Date":
      return wrap("~D[", date(fields));
    case "Elixir.Time":
      return wrap("~T[", time(fields));
    case "Elixir.NaiveDateTime":
      return wrap("~N[", dateTime(fields));
    case "Elixir.DateTime":
      return zoned(fields);
    case "Elixir.Range":
      return range(fields);
    case "Elixir.Regex":
      return regex(fields, limit);
    default:
      return undefined;
  }
}

/** Returns the elements of a MapSet, and how many more were cut on its node. */
export function mapSetElements(
  { name, fields }: Struct,
): { elements: Term[]; more: number } | undefined {
  const map = fields.get("map");
  if (name !== "Elixir.MapSet" || map === undefined) return undefined;
  if (map instanceof ErlangMap) {
    return { elements: map.pairs.map(([element]) => element), more: 0 };
  }
  const cut = cutOf(map);
  if (cut?.kind !== "map" || !Array.isArray(cut.kept)) return undefined;
  const elements = cut.kept.flatMap((pair: Term) =>
    pair instanceof Tuple ? pair.elements.slice(0, 1) : []
  );
  return { elements, more: cut.size - elements.length };
}

function wrap(open: string, text: Text): Text {
  return text === undefined ? undefined : `${open}${text}]`;
}

/** Returns a text of ISO dates or times, if it is one. */
function iso(fields: Fields, pattern: RegExp, text: string): Text {
  const calendar = fields.get("calendar");
  const isISO = calendar instanceof Atom &&
    calendar.name === "Elixir.Calendar.ISO";
  return isISO && pattern.test(text) ? text : undefined;
}

/** Formats integer fields with `width` digits each, if they have no more. */
function digits(fields: Fields, keys: readonly string[], width = 2): string[] {
  return keys.map((key) => {
    const value = fields.get(key);
    if (typeof value !== "number") return "?";
    return (value < 0 ? "-" : "") + `${Math.abs(value)}`.padStart(width, "0");
  });
}

function date(fields: Fields): Text {
  const year = digits(fields, ["year"], 4);
  const text = [...year, ...digits(fields, ["month", "day"])].join("-");
  return iso(fields, /^-?\d{4}-\d\d-\d\d$/, text);
}

function time(fields: Fields): Text {
  const fraction = fields.get("microsecond");
  if (!(fraction instanceof Tuple)) return undefined;
  const [value, precision] = fraction.elements;
  if (typeof value !== "number" || typeof precision !== "number") {
    return undefined;
  }
  const places = `${value}`.padStart(6, "0").slice(0, precision);
  const text = digits(fields, ["hour", "minute", "second"]).join(":") +
    (precision > 0 ? `.${places}` : "");
  return iso(fields, /^\d\d:\d\d:\d\d(\.\d{1,6})?$/, text);
}

function dateTime(fields: Fields): Text {
  const [day, hour] = [date(fields), time(fields)];
  return day === undefined || hour === undefined ? undefined : `${day} ${hour}`;
}

function zoned(fields: Fields): Text {
  const moment = dateTime(fields);
  const [zone, abbreviation] = ["time_zone", "zone_abbr"].map((key) => {
    const value = fields.get(key);
    return value instanceof Uint8Array ? utf8Text(value, 255) : undefined;
  });
  const [utc, daylight] = [fields.get("utc_offset"), fields.get("std_offset")];
  if (
    moment === undefined || zone === undefined || abbreviation === undefined ||
    typeof utc !== "number" || typeof daylight !== "number"
  ) return undefined;
  if (zone === "Etc/UTC" && utc === 0 && daylight === 0) {
    return `~U[${moment}Z]`;
  }
  const offset = offsetText(utc + daylight);
  return `#DateTime<${moment}${offset} ${abbreviation} ${zone}>`;
}

/** Formats an offset in seconds as `+01:00`. */
function offsetText(seconds: number): string {
  const minutes = Math.floor(Math.abs(seconds) / 60);
  const two = (value: number): string => `${value}`.padStart(2, "0");
  const sign = seconds < 0 ? "-" : "+";
  return `${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function range(fields: Fields): Text {
  const [first, last, step] = ["first", "last", "step"].map((key) =>
    fields.get(key)
  );
  if (!isInteger(first) || !isInteger(last) || !isInteger(step)) {
    return undefined;
  }
  const short = step === 1 && first <= last;
  return short ? `${first}..${last}` : `${first}..${last}//${step}`;
}

/** Letters of the options of a regex; `ucp` comes with `unicode`. */
const MODIFIERS: ReadonlyMap<string, string> = new Map([
  ["caseless", "i"],
  ["multiline", "m"],
  ["dotall", "s"],
  ["extended", "x"],
  ["unicode", "u"],
  ["firstline", "f"],
  ["ungreedy", "U"],
  ["ucp", ""],
]);

function regex(fields: Fields, limit: number): Text {
  const source = fields.get("source");
  if (!(source instanceof Uint8Array) || source.length > limit) {
    return undefined;
  }
  const text = utf8Text(source, limit);
  const letters = modifiers(fields.get("opts"));
  if (text === undefined || letters === undefined) return undefined;
  return `~r/${text.replace(REGEX_SPECIAL, escapeRegex)}/${letters}`;
}

/** Returns the letters of a regex's options, which are stored in reverse. */
function modifiers(options: Term | undefined): Text {
  // Up to Elixir 1.14, the letters themselves were stored.
  if (options instanceof Uint8Array) return utf8Text(options, 16);
  if (!Array.isArray(options)) return undefined;
  const letters = options.map((option) => {
    // `{newline, anycrlf}` comes with "dotall".
    if (option instanceof Tuple) return "";
    return option instanceof Atom ? MODIFIERS.get(option.name) : undefined;
  });
  return letters.includes(undefined) ? undefined : letters.reverse().join("");
}
