/**
 * Terms as JSON, for structured output and for arguments.
 *
 * | Erlang | JSON |
 * | --- | --- |
 * | `1` (within ±(2^53-1)) | `1` |
 * | other integers | `{"$integer": "9007199254740993"}` |
 * | `1.5` | `1.5` |
 * | floats without a fraction | `{"$float": "1.0"}` |
 * | `true` `false` `nil` | `true` `false` `null` |
 * | other atoms: `ok` | `":ok"` |
 * | UTF-8 binaries: `<<"text">>` | `"text"` |
 * | — that begin with `:` `$` `\`: `<<":x">>` | `"\\:x"`: one backslash before it |
 * | other binaries | `{"$base64": "/w=="}` |
 * | lists | `[1, 2]` |
 * | — of printable ASCII: `"text"` | `{"$charlist": "text"}` |
 * | — of pairs with distinct atoms first | `{"$proplist": {":a": 1, ":b": 2}}` |
 * | improper lists: `[1,2\|3]` | `{"$list": [1, 2], "$tail": 3}` |
 * | tuples: `{ok,1}` | `{"$tuple": [":ok", 1]}` |
 * | maps with atoms and UTF-8 binaries as keys | `{":a": 1, "b": 2}` |
 * | other maps | `{"$map": [[1, ":one"]]}` |
 * | all else: pids, references, funs, bitstrings… | `{"$term": "<0.1.2>"}`, Erlang's text |
 *
 * Different terms give different JSON, and {@linkcode fromJson} gives the term
 * back, as far as `$term` can be parsed. What limits left out is counted:
 * `{"$cut": 12}` ends an array, `"$cut": 12` an object, and a text that was cut is
 * `{"$binary": "its start", "$cut": 1000}`; such JSON is not read back.
 *
 * Where a {@linkcode TermSchema} tells which term a function expects, JSON is plain:
 * a string is its characters, and `:`, `$` and `\` mean nothing but under `"term"`.
 *
 * | schema | JSON | Erlang |
 * | --- | --- | --- |
 * | `"term"` | `":ok"` | `ok`: as in the table above |
 * | `"atom"` | `"ok"` `true` `null` | `ok` `true` `nil` |
 * | `"binary"` | `":text"` | `<<":text">>` |
 * | `"base64"` | `"/w=="` | `<<255>>` |
 * | `"charlist"` | `"text"` | `"text"` |
 * | `"integer"` | `1` `"9007199254740993"` | `1` `9007199254740993` |
 * | `"float"` | `1` | `1.0` |
 * | `{"list": "atom"}` | `["a"]` | `[a]` |
 * | `{"tuple": ["atom", "integer"]}` | `["a", 1]` | `{a,1}` |
 * | `{"map": {"key": "integer", "value": "atom"}}` | `{"1": "a"}` | `#{1 => a}` |
 * | `{"fields": {"a": "float"}}` | `{"a": 1}` | `#{a => 1.0}`: these keys, all of them |
 * | `{"proplist": {"a": "float", "b": "term"}}` | `{"a": 1}` | `[{a,1.0}]`: any of these, in this order |
 * | `{"record": {"tag": "r", "fields": {"a": "float"}}}` | `{"a": 1}` | `{r,1.0}` |
 *
 * @module
 */

import type { Home } from "./home.ts";
import { JsonReader } from "./json/read.ts";
import { SchemaReader, type TermSchema } from "./json/schema.ts";
import type { Json } from "./json/tags.ts";
import { JsonWriter } from "./json/write.ts";
import type { Cut } from "./syntax/output.ts";
import type { Term } from "./terms.ts";

export type { FieldSchemas, TermSchema } from "./json/schema.ts";
export type { Json } from "./json/tags.ts";

/** How much JSON to make. */
export interface ToJsonOptions {
  /** Bytes (UTF-8) of the JSON as `JSON.stringify` writes it; 24 at least. @default {Infinity} */
  maxBytes?: number | undefined;
  /** Brackets within brackets, of the term; 500 at most. @default {256} */
  maxDepth?: number | undefined;
  /** Elements of one list, tuple or map. @default {Infinity} */
  maxItems?: number | undefined;
  /** Bytes of one string or binary. @default {Infinity} */
  maxText?: number | undefined;
  /** Whose pids are `<0.1.2>`; without it, everybody's. */
  home?: Home | undefined;
}

/** What JSON does not say. */
export interface FromJsonOptions {
  /** Whose pids, ports and references `$term` means. */
  home?: Home | undefined;
  /** Brackets within brackets of the JSON; 1000 at most. @default {512} */
  maxDepth?: number | undefined;
}

/** JSON, and what it lacks. */
export interface JsonCut {
  /** The term as JSON. */
  readonly json: Json;
  /** Undefined if nothing was left out. */
  readonly cut: Cut | undefined;
}

/** A term as JSON. */
export function toJson(term: Term, options: ToJsonOptions = {}): Json {
  return toJsonCut(term, options).json;
}

/** A term as JSON, with what was left out of it. */
export function toJsonCut(term: Term, options: ToJsonOptions = {}): JsonCut {
  const writer = new JsonWriter({
    maxBytes: options.maxBytes ?? Infinity,
    maxDepth: Math.min(options.maxDepth ?? 256, 500),
    maxItems: options.maxItems ?? Infinity,
    maxText: options.maxText ?? Infinity,
    home: options.home,
  });
  const json = writer.write(term);
  return { json, cut: writer.cut };
}

/**
 * The term a JSON value stands for: by its tags, or by a schema.
 *
 * @throws {EtfError} `not_a_term` or `too_deep`, with the path of what is wrong
 * @throws {ParseError} for a `$term` that does not parse
 */
export function fromJson(
  value: unknown,
  schema: TermSchema = "term",
  options: FromJsonOptions = {},
): Term {
  const maxDepth = Math.min(options.maxDepth ?? 512, 1000);
  const tagged = new JsonReader(options.home, maxDepth);
  return new SchemaReader(tagged, maxDepth).read(value, schema);
}
