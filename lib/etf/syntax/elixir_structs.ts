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

import { isInteger } from "../make.ts";
import { Atom, ByteList, ErlangMap, type Term, Tuple } from "../terms.ts";
import { escapeRegex, REGEX_SPECIAL } from "./elixir_names.ts";
import { utf8Text } from "./text.ts";

/** A struct and its fields. */
export interface Struct {
  readonly name: Atom;
  /** Its fields as `[key, value, …]`, without `__struct__`. */
  readonly entries: readonly Term[];
}

/** Returns the struct that a map with atom keys is, if it is one. */
export function fieldsOf(entries: readonly Term[]): Struct | undefined {
  let name: Atom | undefined;
  const fields: Term[] = [];
  for (let i = 0; i < entries.length; i += 2) {
    const [key, value] = [entries[i], entries[i + 1]];
    if (!(key instanceof Atom) || value === undefined) return undefined;
    if (key.name === "__struct__") {
      if (!(value instanceof Atom)) return undefined;
      name = value;
    } else if (key.name !== "__exception__") {
      fields.push(key, value);
    }
  }
  return name && { name, entries: fields };
}

/** Returns the special notation of a struct, if it has one; only `limit` bytes of it are needed. */
export function structText(struct: Struct, limit: number): string | undefined {
  const fields = new Map<string, Term>();
  for (let i = 0; i < struct.entries.length; i += 2) {
    const [key, value] = [struct.entries[i], struct.entries[i + 1]];
    if (key instanceof Atom && value !== undefined) fields.set(key.name, value);
  }
  switch (struct.name.name) {
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

/** Returns the elements of a MapSet. */
export function mapSetElements(struct: Struct): Term[] | undefined {
  if (struct.name.name !== "Elixir.MapSet") return undefined;
  const at = struct.entries.findIndex((key, index) =>
    index % 2 === 0 && key instanceof Atom && key.name === "map"
  );
  const map = struct.entries[at + 1];
  if (at < 0 || !(map instanceof ErlangMap)) return undefined;
  return map.entries.filter((_, index) => index % 2 === 0);
}

type Fields = ReadonlyMap<string, Term>;

function wrap(open: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `${open}${text}]`;
}

function isISO(fields: Fields): boolean {
  const calendar = fields.get("calendar");
  return calendar instanceof Atom && calendar.name === "Elixir.Calendar.ISO";
}

/** Formats an integer field with `width` digits, if it has no more. */
function digits(fields: Fields, key: string, width: number): string {
  const value = fields.get(key);
  const text = typeof value === "number" ? `${Math.abs(value)}` : "?";
  const sign = typeof value === "number" && value < 0 ? "-" : "";
  return sign + text.padStart(width, "0");
}

function date(fields: Fields): string | undefined {
  const text = `${digits(fields, "year", 4)}-${digits(fields, "month", 2)}-${
    digits(fields, "day", 2)
  }`;
  return isISO(fields) && /^-?\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
}

function time(fields: Fields): string | undefined {
  const fraction = fields.get("microsecond");
  if (!(fraction instanceof Tuple)) return undefined;
  const [value, precision] = fraction.elements;
  if (typeof value !== "number" || typeof precision !== "number") {
    return undefined;
  }
  const places = `${value}`.padStart(6, "0").slice(0, precision);
  const text = `${digits(fields, "hour", 2)}:${digits(fields, "minute", 2)}:${
    digits(fields, "second", 2)
  }${precision > 0 ? `.${places}` : ""}`;
  return isISO(fields) && /^\d\d:\d\d:\d\d(\.\d{1,6})?$/.test(text)
    ? text
    : undefined;
}

function dateTime(fields: Fields): string | undefined {
  const [day, hour] = [date(fields), time(fields)];
  return day === undefined || hour === undefined ? undefined : `${day} ${hour}`;
}

function zoned(fields: Fields): string | undefined {
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
  return `#DateTime<${moment}${
    offset(utc + daylight)
  } ${abbreviation} ${zone}>`;
}

/** Formats an offset in seconds as `+01:00`. */
function offset(seconds: number): string {
  const minutes = Math.floor(Math.abs(seconds) / 60);
  const two = (value: number): string => `${value}`.padStart(2, "0");
  const sign = seconds < 0 ? "-" : "+";
  return `${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function range(fields: Fields): string | undefined {
  const [first, last, step] = ["first", "last", "step"].map((key) =>
    fields.get(key)
  );
  if (!isInteger(first) || !isInteger(last) || !isInteger(step)) {
    return undefined;
  }
  const short = step === 1 && first <= last;
  return short ? `${first}..${last}` : `${first}..${last}//${step}`;
}

const MODIFIERS = new Map([
  ["caseless", "i"],
  ["multiline", "m"],
  ["dotall", "s"],
  ["extended", "x"],
  ["unicode", "u"],
  ["firstline", "f"],
  ["ungreedy", "U"],
  // Comes with "unicode".
  ["ucp", ""],
]);

function regex(fields: Fields, limit: number): string | undefined {
  const [source, options] = [fields.get("source"), fields.get("opts")];
  if (!(source instanceof Uint8Array)) return undefined;
  const text = source.length <= limit ? utf8Text(source, limit) : undefined;
  const letters = modifiers(options);
  if (text === undefined || letters === undefined) return undefined;
  return `~r/${text.replace(REGEX_SPECIAL, escapeRegex)}/${letters}`;
}

/** Returns the letters of a regex's options, which are stored in reverse. */
function modifiers(options: Term | undefined): string | undefined {
  // Up to Elixir 1.14, the letters themselves were stored.
  if (options instanceof Uint8Array) return utf8Text(options, 16);
  if (!Array.isArray(options) || options instanceof ByteList) return undefined;
  let letters = "";
  for (const option of options) {
    // `{newline, anycrlf}` comes with "dotall".
    const letter = option instanceof Tuple
      ? ""
      : option instanceof Atom
      ? MODIFIERS.get(option.name)
      : undefined;
    if (letter === undefined) return undefined;
    letters = letter + letters;
  }
  return letters;
}
