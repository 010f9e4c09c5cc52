/**
 * Parses terms from text in Erlang or Elixir syntax: literals as in source files, and
 * terms as nodes print them.
 *
 * Nothing is evaluated: variables, calls, records, interpolation and funs with bodies
 * are refused, with a hint at what to write instead. Atoms are created only in this
 * program, not on a node.
 *
 * | Erlang | Elixir |
 * | --- | --- |
 * | `42` `16#ff` `$a` `-1.5e3` | `42` `0xff` `?a` `-1.5e3` |
 * | `ok` `'Elixir.Foo'` | `:ok` `Foo` `:"hello world"` `nil` |
 * | `<<"text"/utf8>>` `~"text"` | `"text"` `~s(text)` |
 * | `"charlist"` | `~c"charlist"` `'charlist'` |
 * | `<<1,2:4,X/binary>>` of literals | `<<1, 2::4, "x"::binary>>` |
 * | `[1,2\|3]` `{ok,1}` | `[1, 2 \| 3]` `{:ok, 1}` `[key: 1]` `~w(a b)a` |
 * | `#{k => 1}` | `%{k: 1}` `%{"k" => 1}` `%Foo{k: 1}` |
 * | `fun lists:map/2` | `&Enum.map/2` |
 * | `<0.1.2>` `#Ref<0.1.2.3>` `#Port<0.1>` | `#PID<0.1.2>` `#Reference<…>` `#Port<0.1>` |
 * | `"""` heredocs | heredocs, `~D[…]` `~T[…]` `~N[…]` `~U[…]` `1..10` `MapSet.new([…])` |
 *
 * @module
 */

import type { Home } from "./syntax/printer.ts";
import { BLANK, readElixir } from "./parse/elixir.ts";
import { ERLANG_END, readErlang } from "./parse/erlang.ts";
import { ParseError, Scanner } from "./parse/scanner.ts";
import type { Term } from "./terms.ts";

export { ParseError, Scanner } from "./parse/scanner.ts";

/** Options for {@linkcode parse}. */
export interface ParseOptions {
  /** The node of pids, ports and references; without it, they are refused. */
  home?: Home | undefined;
  /** Maximum length of the text in UTF-16 units, and of a binary with sized segments in bytes. @default {1048576} */
  maxBytes?: number | undefined;
  /** Maximum nesting depth; at most 500. @default {256} */
  maxDepth?: number | undefined;
}

/** Maximum depth that the stack allows. */
const DEEPEST = 500;

const LANGUAGES = {
  erlang: { read: readErlang, end: ERLANG_END },
  elixir: { read: readElixir, end: BLANK },
};

/**
 * Parses a text as one term.
 *
 * ```ts
 * import { assertEquals, assertThrows } from "@std/assert";
 * import { atom, parse, ParseError, tuple } from "./mod.ts";
 *
 * assertEquals(parse("{:error, 404}", "elixir"), tuple(atom("error"), 404));
 * const error = assertThrows(() => parse("{error, Reason}", "erlang"), ParseError);
 * assertEquals([error.line, error.column], [1, 9]);
 * assertEquals(error.hint, "for the atom, write 'Reason'");
 * ```
 *
 * @throws {ParseError} `bad_syntax`, `bad_atom`, `too_deep` or `too_large`, with line and column
 */
export function parse(
  text: string,
  syntax: "erlang" | "elixir",
  options: ParseOptions = {},
): Term {
  const { home, maxBytes = 1 << 20, maxDepth = 256 } = options;
  if (text.length > maxBytes) {
    const message =
      `the text has ${text.length} characters; the maximum is ${maxBytes}`;
    throw new ParseError("too_large", message, "", 0);
  }
  if (!text.isWellFormed()) {
    throw new ParseError("bad_syntax", "lone surrogate", "", 0);
  }
  const limits = { home, maxBytes, maxDepth: Math.min(maxDepth, DEEPEST) };
  const scanner = new Scanner(text, limits);
  const { read, end } = LANGUAGES[syntax];
  const term = read(scanner);
  scanner.match(end);
  if (scanner.at === text.length) return term;
  return scanner.fail(`expected the end of the text, found ${scanner.next()}`, {
    hint: "give a single term; nothing is evaluated",
  });
}

/** Parses the term at the scanner's position, and moves past it; for callers that parse more than terms. */
export function parseAt(scanner: Scanner, syntax: "erlang" | "elixir"): Term {
  return LANGUAGES[syntax].read(scanner);
}
