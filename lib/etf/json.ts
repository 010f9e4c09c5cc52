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

import type { Home } from "./home.ts";
import { JsonReader } from "./json/read.ts";
import type { Term } from "./terms.ts";

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
 * @throws {EtfError} `not_a_term` or `too_deep`, with the path of what is wrong
 * @throws {ParseError} if a `$term` cannot be parsed
 */
export function fromJson(value: unknown, options: FromJsonOptions = {}): Term {
  const maxDepth = Math.min(options.maxDepth ?? 512, 1000);
  return new JsonReader(options.home, maxDepth).read(value);
}
