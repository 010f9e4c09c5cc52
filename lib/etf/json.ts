/**
 * Converts JSON to terms, for the arguments of functions.
 *
 * | JSON | Erlang |
 * | --- | --- |
 * | `1` (within ±(2^53-1)) | `1` |
 * | `{"$integer": "9007199254740993"}` | `9007199254740993` |
 * | `1.5` | `1.5` |
 * | `{"$float": "1.0"}` | `1.0` |
 * | `true` `false` `null` | `true` `false` `nil` |
 * | `":ok"` | `ok` |
 * | `"text"` | `<<"text">>` |
 * | `"\\:x"`: a backslash escapes a leading `:` | `<<":x">>` |
 * | `{"$base64": "/w=="}` | `<<255>>` |
 * | `[1, 2]` | `[1, 2]` |
 * | `{"$charlist": "text"}` | `"text"` |
 * | `{"$proplist": {":a": 1, ":b": 2}}` | `[{a,1},{b,2}]` |
 * | `{"$list": [1, 2], "$tail": 3}` | `[1,2\|3]` |
 * | `{"$tuple": [":ok", 1]}` | `{ok,1}` |
 * | `{":a": 1, "b": 2}` | `#{a => 1, <<"b">> => 2}` |
 * | `{"$map": [[1, ":one"]]}` | `#{1 => one}` |
 * | `{"$term": "<0.1.2>"}` | any other term, as Erlang text |
 *
 * @module
 */

import { atoms } from "./atom.ts";
import { EtfError } from "./errors.ts";
import type { Home } from "./syntax/printer.ts";
import { keyOf } from "./key.ts";
import { charlist, improper, integer } from "./make.ts";
import { parse } from "./parse.ts";
import { type Atom, ErlangMap, Float, type Term, Tuple } from "./terms.ts";

const encoder = new TextEncoder();

/** Options for {@linkcode fromJson}. */
export interface FromJsonOptions {
  /** The node of pids, ports and references in `$term`; without it, they are refused. */
  home?: Home | undefined;
  /** Maximum nesting depth of the JSON; at most 1000. @default {512} */
  maxDepth?: number | undefined;
}

/**
 * Converts a JSON value to a term.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { format, fromJson } from "./mod.ts";
 *
 * const term = fromJson({ "$tuple": [":ok", [1, "two"], { ":a": null }] });
 * assertEquals(format(term, { syntax: "erlang" }), '{ok,[1,<<"two">>],#{a => nil}}');
 * ```
 *
 * @throws {EtfError} `not_a_term` or `too_deep`, with the path of what is wrong
 * @throws {ParseError} if a `$term` cannot be parsed
 */
export function fromJson(value: unknown, options: FromJsonOptions = {}): Term {
  return read(value, [], {
    home: options.home,
    maxDepth: Math.min(options.maxDepth ?? 512, 1000),
  });
}

interface Context {
  readonly home: Home | undefined;
  readonly maxDepth: number;
}

/** A place in the JSON: keys and indices, outermost first. */
type Path = readonly (string | number)[];

function read(value: unknown, path: Path, context: Context): Term {
  const { maxDepth } = context;
  if (path.length > maxDepth) {
    throw new EtfError("too_deep", `JSON is nested deeper than ${maxDepth}`, 0);
  }
  switch (typeof value) {
    case "boolean":
      return atomOf(`${value}`, path);
    case "number":
      return numberOf(value, path);
    case "string":
      return textOf(value, path);
    case "object":
      if (value === null) return atomOf("nil", path);
      return Array.isArray(value)
        ? readItems(value, path, context)
        : readObject(value, path, context);
    default:
      return refuse(`${typeof value} is not JSON`, path);
  }
}

function readItems(content: unknown, path: Path, context: Context): Term[] {
  return Array.isArray(content)
    ? content.map((item, index) => read(item, [...path, index], context))
    : refuse("expected an array", path);
}

function readObject(value: object, path: Path, context: Context): Term {
  const entries = Object.entries(value);
  const [tag = "", content] = entries[0] ?? [];
  if (!tag.startsWith("$")) return readMap(value, path, context);
  const at = [...path, tag];
  if (tag === "$list") {
    const tail = entries.length === 2 && Object.hasOwn(value, "$tail")
      ? entries[1]?.[1]
      : refuse("$list must come with $tail and nothing else", path);
    const items = readItems(content, at, context);
    if (items.length === 0) refuse("$list is empty", path);
    return improper(items, read(tail, [...path, "$tail"], context));
  }
  if (entries.length > 1) {
    return refuse(`${tag} must be the only key of its object`, path);
  }
  switch (tag) {
    case "$tuple":
      return new Tuple(readItems(content, at, context));
    case "$map":
      return readPairs(content, at, context);
    case "$proplist":
      return readProplist(content, at, context);
    case "$charlist":
      return charlist(wellFormed(stringOf(content, at), at));
    case "$base64":
      return bytesOf(stringOf(content, at), at);
    case "$integer":
      return integerOf(stringOf(content, at), at);
    case "$float":
      return floatOf(stringOf(content, at), at);
    case "$term":
      return parse(stringOf(content, at), "erlang", { home: context.home });
    default:
      return refuse(`unknown tag ${tag}`, path);
  }
}

function readMap(value: object, path: Path, context: Context): ErlangMap {
  return new ErlangMap(
    Object.entries(value).flatMap(([key, item]) => {
      const at = [...path, key];
      return key.startsWith("$")
        ? refuse("a tag must be the only key of its object", at)
        : [textOf(key, at), read(item, at, context)];
    }),
  );
}

function readPairs(content: unknown, path: Path, context: Context): ErlangMap {
  const pairs = readItems(content, path, context);
  const entries = pairs.flatMap((pair, index): Term[] =>
    Array.isArray(pair) && pair.length === 2
      ? pair
      : refuse("expected [key, value]", [...path, index])
  );
  const keys = new Set(entries.filter((_, i) => i % 2 === 0).map(keyOf));
  if (keys.size < pairs.length) refuse("duplicate key", path);
  return new ErlangMap(entries);
}

function readProplist(content: unknown, path: Path, context: Context): Term[] {
  if (typeof content !== "object" || content === null) {
    return refuse("expected an object", path);
  }
  const { pairs } = readMap(content, path, context);
  return pairs.map((pair) => new Tuple(pair));
}

/** Throws an error about the value at `path`. */
function refuse(message: string, path: Path): never {
  const where = path.length === 0 ? "" : `${path.join(".")}: `;
  throw new EtfError("not_a_term", `${where}${message}`, 0);
}

/** Returns the atom for `:name`, and a binary for any other string, without a leading backslash. */
function textOf(text: string, path: Path): Term {
  if (text.startsWith(":")) return atomOf(text.slice(1), path);
  return utf8Of(text.startsWith("\\") ? text.slice(1) : text, path);
}

function atomOf(name: string, path: Path): Atom {
  if ([...name].length > 255) {
    return refuse("an atom has at most 255 characters", path);
  }
  const utf8 = utf8Of(name, path);
  return atoms.find(utf8, 0, utf8.length);
}

function wellFormed(text: string, path: Path): string {
  return text.isWellFormed() ? text : refuse("lone surrogate", path);
}

function utf8Of(text: string, path: Path): Uint8Array {
  return encoder.encode(wellFormed(text, path));
}

function stringOf(value: unknown, path: Path): string {
  return typeof value === "string" ? value : refuse("expected a string", path);
}

/** Returns a number that is unambiguously an integer or a float. */
function numberOf(value: number, path: Path): Term {
  if (Number.isSafeInteger(value)) return value === 0 ? 0 : value;
  if (!Number.isInteger(value) && Number.isFinite(value)) {
    return new Float(value);
  }
  return refuse(
    'integers beyond 2^53 are written {"$integer": "…"}, whole floats {"$float": "…"}',
    path,
  );
}

function integerOf(text: string, path: Path): number | bigint {
  if (!/^-?\d{1,100000}$/.test(text)) return refuse("expected digits", path);
  return integer(BigInt(text));
}

function floatOf(text: string, path: Path): Float {
  const value = /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text) ? Number(text) : NaN;
  return Number.isFinite(value)
    ? new Float(value)
    : refuse("expected a float such as 1.0e22", path);
}

function bytesOf(base64: string, path: Path): Uint8Array {
  try {
    return Uint8Array.fromBase64(base64);
  } catch {
    return refuse("expected base64", path);
  }
}
