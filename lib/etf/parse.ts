/**
 * Terms from text, in Erlang's syntax or Elixir's: what stands in source files
 * as a literal, and what nodes print.
 *
 * Nothing is evaluated: variables, calls, records, interpolation and funs with
 * bodies are refused, each with a hint at what to write instead. Atoms are made
 * in this program only.
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

import type { Home } from "./home.ts";
import { ElixirReader } from "./parse/elixir.ts";
import { ErlangReader } from "./parse/erlang.ts";
import { ParseError, Scanner } from "./parse/scanner.ts";
import type { Term } from "./terms.ts";

export { ParseError, Scanner } from "./parse/scanner.ts";

/** Limits, and what the text does not say. */
export interface ParseOptions {
  /** Whose pids, ports and references are meant; without it they are refused. */
  home?: Home | undefined;
  /** Length of the text in UTF-16 units, and bytes of a binary made of sized segments. @default {1048576} */
  maxBytes?: number | undefined;
  /** Brackets within brackets; 500 at most. @default {256} */
  maxDepth?: number | undefined;
}

/** Deeper than this, the stack would overflow. */
const DEEPEST = 500;

/**
 * The term a text says.
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
    const message = `text of ${text.length} characters, ${maxBytes} at most`;
    throw new ParseError("too_large", message, "", 0);
  }
  if (!text.isWellFormed()) {
    throw new ParseError("bad_syntax", "half a surrogate pair", "", 0);
  }
  const limits = { home, maxBytes, maxDepth: Math.min(maxDepth, DEEPEST) };
  const scanner = new Scanner(text, limits);
  switch (syntax) {
    case "erlang":
      return new ErlangReader(scanner).only();
    case "elixir":
      return new ElixirReader(scanner).only();
  }
}

/** The term that stands where the scanner is; it goes on behind it. For those who read more than terms. */
export function parseAt(scanner: Scanner, syntax: "erlang" | "elixir"): Term {
  return syntax === "erlang"
    ? new ErlangReader(scanner).term()
    : new ElixirReader(scanner).term();
}
