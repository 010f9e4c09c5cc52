/**
 * Puts an entry into a TOML file, or takes it out: the rest of the file stays as it is,
 * byte for byte. No library edits TOML without writing all of it anew, so this finds the
 * lines of the section itself; a parser reads each of them, and the whole before and
 * after.
 *
 * @module
 */

import { same, setAt, unsafe } from "./json_entry.ts";
import {
  lineEndOf,
  nextLine,
  type TextEdit,
  withEdits,
  withoutMark,
} from "./text_edits.ts";

const load = (): Promise<typeof import("smol-toml")> => import("smol-toml");
type Parser = Awaited<ReturnType<typeof load>>;

/** A header of a table, or a key with its value; comments and empty lines are between. */
interface Statement {
  readonly start: number;
  /** Where the next line begins. */
  readonly end: number;
  readonly isHeader: boolean;
  /** The keys that it names, without those of its table. */
  readonly keys: readonly string[];
}

/**
 * Returns the text with the entry at `keys`; other fields that the entry has there are
 * kept.
 *
 * @throws {CliError} `bad_value` for a text that cannot be changed safely
 */
export async function withTomlEntry(
  text: string,
  keys: readonly string[],
  entry: Readonly<Record<string, unknown>>,
): Promise<string> {
  const [mark, rest] = withoutMark(text);
  const parser = await load();
  const before = parsed(parser, rest);
  const changed = withEdits(rest, putEdits(parser, rest, keys, entry));
  const known = keys.reduce<unknown>((at, key) => Object(at)[key], before);
  setAt(before, keys, { ...Object(known), ...entry });
  check(parser, changed, before);
  return mark + changed;
}

/**
 * Returns the text without the entry at `keys`.
 *
 * @throws {CliError} `bad_value` for a text that cannot be changed safely
 */
export async function withoutTomlEntry(
  text: string,
  keys: readonly string[],
): Promise<string> {
  const [mark, rest] = withoutMark(text);
  const parser = await load();
  const before = parsed(parser, rest);
  const edits = sections(statementsOf(parser, rest), keys).map((section) => {
    const start = section[0]?.start ?? 0;
    const end = section.at(-1)?.end ?? start;
    // An empty line before a section at the end of the file goes with it.
    const isLast = rest.slice(end).trim() === "";
    const blank = isLast ? /(?<=\n)\r?\n$/.exec(rest.slice(0, start)) : null;
    return { start: start - (blank?.[0].length ?? 0), end, text: "" };
  });
  const changed = withEdits(rest, edits);
  setAt(before, keys, undefined);
  const after = parsed(parser, changed);
  // The table of all servers may have been there for this one only.
  const parent = keys.slice(0, -1);
  const left = parent.reduce<unknown>((at, key) => Object(at)[key], before);
  if (same(left, {})) {
    setAt(before, parent, undefined);
    setAt(after, parent, undefined);
  }
  if (!same(after, before)) throw unknownForm();
  return mark + changed;
}

/** Returns the lines of a section. */
export function tomlSection(
  keys: readonly string[],
  entry: Readonly<Record<string, unknown>>,
): string[] {
  return [`[${keys.join(".")}]`, ...Object.entries(entry).map(pairLine)];
}

function pairLine([key, value]: readonly [string, unknown]): string {
  return `${key} = ${written(value)}`;
}

function putEdits(
  parser: Parser,
  text: string,
  keys: readonly string[],
  entry: Readonly<Record<string, unknown>>,
): TextEdit[] {
  const lineEnd = lineEndOf(text);
  const found = sections(statementsOf(parser, text), keys);
  const own = found.find(([header]) => header?.keys.length === keys.length);
  if (own === undefined) {
    const at = found[0]?.[0]?.start ?? text.length;
    const apart = at < text.length || text === ""
      ? ""
      : (text.endsWith("\n") ? "" : lineEnd) + lineEnd;
    const lines = tomlSection(keys, entry).map((line) => line + lineEnd);
    const after = at < text.length ? lineEnd : "";
    return [{ start: at, end: at, text: apart + lines.join("") + after }];
  }
  const [header, ...pairs] = own;
  if (pairs.some(({ keys: [key] }) => key === "url")) {
    throw unsafe(
      `${keys.join(".")} in it is reached over HTTP`,
      "remove it first, with --remove",
    );
  }
  const end = header?.end ?? 0;
  const apart = text.slice(0, end).endsWith("\n") ? "" : lineEnd;
  return Object.entries(entry).map(([key, value]) => {
    const known = pairs.find(({ keys: [first], ...each }) =>
      first === key && !each.isHeader
    );
    return known
      ? {
        start: known.start,
        end: known.end,
        text: pairLine([key, value]) + lineEnd,
      }
      : { start: end, end, text: apart + pairLine([key, value]) + lineEnd };
  });
}

/** Returns the sections of a table and of those within it, each with its header and its keys. */
function sections(
  statements: readonly Statement[],
  keys: readonly string[],
): Statement[][] {
  const found: Statement[][] = [];
  let current: Statement[] | undefined;
  for (const statement of statements) {
    if (statement.isHeader) {
      const isOurs = keys.every((key, index) => statement.keys[index] === key);
      current = isOurs ? [] : undefined;
      if (current) found.push(current);
    }
    current?.push(statement);
  }
  return found;
}

function statementsOf(parser: Parser, text: string): Statement[] {
  const found: Statement[] = [];
  for (let at = 0; at < text.length;) {
    const line = text.slice(at, nextLine(text, at));
    if (/^\s*(#|$)/.test(line)) {
      at += line.length;
      continue;
    }
    const end = nextLine(text, valueEnd(text, at));
    const statement = text.slice(at, end);
    const isHeader = /^\s*\[/.test(statement);
    const keys = pathOf(parsed(parser, statement), isHeader);
    found.push({ start: at, end, isHeader, keys });
    at = end;
  }
  return found;
}

/** Returns where the line ends that has the end of a statement: line ends within strings and brackets do not count. */
function valueEnd(text: string, start: number): number {
  const STRINGS =
    /"""(?:\\[^]|[^\\])*?"{3,5}|'''[^]*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#[^\n]*|[[{]|[\]}]|\n/g;
  STRINGS.lastIndex = start;
  let depth = 0;
  for (let match; (match = STRINGS.exec(text));) {
    const [token] = match;
    if (token === "[" || token === "{") depth++;
    else if (token === "]" || token === "}") depth--;
    else if (token === "\n" && depth <= 0) return match.index;
  }
  return text.length;
}

/** The keys on the way into a value; of a key with a value, only those before the value. */
function pathOf(value: unknown, isHeader: boolean): string[] {
  const keys: string[] = [];
  let at = value;
  while (typeof at === "object" && at !== null) {
    if (Array.isArray(at)) at = at[0];
    const [key] = Object.keys(Object(at));
    if (key === undefined) break;
    keys.push(key);
    if (!isHeader) break;
    at = Reflect.get(Object(at), key);
  }
  return keys;
}

/** A value of TOML: strings of JSON are strings of TOML. */
function written(value: unknown): string {
  return Array.isArray(value)
    ? `[${value.map(written).join(", ")}]`
    : JSON.stringify(value);
}

function parsed(parser: Parser, text: string): Record<string, unknown> {
  try {
    return parser.parse(text, { integersAsBigInt: "asNeeded" });
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n")[0] : error;
    throw unsafe(`${why}`);
  }
}

function check(
  parser: Parser,
  changed: string,
  expected: Record<string, unknown>,
): void {
  let after: unknown;
  try {
    after = parser.parse(changed, { integersAsBigInt: "asNeeded" });
  } catch {
    throw unknownForm();
  }
  if (!same(after, expected)) throw unknownForm();
}

function unknownForm(): Error {
  return unsafe(
    "the entry in it, or the table that it belongs into, is not written as a section of its own",
    "change it by hand: without --write, setup prints the entry",
  );
}
