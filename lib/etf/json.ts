/**
 * JSON as arguments for a function: which term a JSON value stands for.
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
 * | `"\\:x"`: one backslash before what would mean something else | `<<":x">>` |
 * | `{"$base64": "/w=="}` | `<<255>>` |
 * | `[1, 2]` | `[1, 2]` |
 * | `{"$charlist": "text"}` | `"text"` |
 * | `{"$proplist": {":a": 1, ":b": 2}}` | `[{a,1},{b,2}]` |
 * | `{"$list": [1, 2], "$tail": 3}` | `[1,2\|3]` |
 * | `{"$tuple": [":ok", 1]}` | `{ok,1}` |
 * | `{":a": 1, "b": 2}` | `#{a => 1, <<"b">> => 2}` |
 * | `{"$map": [[1, ":one"]]}` | `#{1 => one}` |
 * | `{"$term": "<0.1.2>"}` | all else, in Erlang's text |
 *
 * @module
 */

import type { Home } from "./home.ts";
import { JsonReader } from "./json/read.ts";
import type { Term } from "./terms.ts";

/** What JSON does not say. */
export interface FromJsonOptions {
  /** Whose pids, ports and references `$term` means. */
  home?: Home | undefined;
  /** Brackets within brackets of the JSON; 1000 at most. @default {512} */
  maxDepth?: number | undefined;
}

/**
 * The term a JSON value stands for.
 *
 * @throws {EtfError} `not_a_term` or `too_deep`, with the path of what is wrong
 * @throws {ParseError} for a `$term` that does not parse
 */
export function fromJson(value: unknown, options: FromJsonOptions = {}): Term {
  const maxDepth = Math.min(options.maxDepth ?? 512, 1000);
  return new JsonReader(options.home, maxDepth).read(value);
}
