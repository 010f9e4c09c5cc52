/**
 * Formats terms as text, in the syntax of a language and within a budget.
 *
 * | term | Erlang | Elixir | Gleam | LFE |
 * | --- | --- | --- | --- | --- |
 * | atom | `ok` | `:ok` | `Ok` | `ok` |
 * | binary | `<<"ä"/utf8>>` | `"ä"` | `"ä"` | `#"ä"` |
 * | list | `[1,2]` | `[1, 2]` | `[1, 2]` | `(1 2)` |
 * | tuple | `{ok,1}` | `{:ok, 1}` | `Ok(1)` | `#(ok 1)` |
 * | map | `#{a => 1}` | `%{a: 1}` | `dict.from_list([#(A, 1)])` | `#M(a 1)` |
 * | pid | `<0.1.2>` | `#PID<0.1.2>` | `//erl(<0.1.2>)` | `#Pid<0.1.2>` |
 *
 * What does not fit is left out, with a note in its place: `[1,2,... 998 more]`,
 * `<<"abc"... 1021 more bytes>>`; `...` alone stands for a value of which nothing fits. What
 * was left out on the node already has a `…` there instead.
 *
 * @module
 */

import type { Home } from "./syntax/printer.ts";
import type { Term } from "./terms.ts";
import { ElixirPrinter } from "./syntax/elixir.ts";
import { ErlangPrinter } from "./syntax/erlang.ts";
import { GleamPrinter } from "./syntax/gleam.ts";
import { LfePrinter } from "./syntax/lfe.ts";
import { byteLength, type Cut, Output } from "./syntax/output.ts";
import type { Printable, Printer } from "./syntax/printer.ts";

export type { Cut, Limit } from "./syntax/output.ts";
export type { Printable } from "./syntax/printer.ts";

/** A language to print in. */
export type Syntax = "erlang" | "elixir" | "gleam" | "lfe";

/** How to print, and how much. */
export interface FormatOptions {
  /** The language. */
  syntax: Syntax;
  /** Maximum length of the text in UTF-8, in bytes; at least 3. @default {Infinity} */
  maxBytes?: number | undefined;
  /** Maximum nesting depth; at most 1000. @default {512} */
  maxDepth?: number | undefined;
  /** Maximum elements of a list, tuple or map. @default {Infinity} */
  maxItems?: number | undefined;
  /** Maximum length of a string or binary as printed, in bytes. @default {Infinity} */
  maxText?: number | undefined;
  /** Maximum columns per line. @default {Infinity, everything on one line} */
  width?: number | undefined;
  /** The node whose pids are printed as `<0.1.2>`. @default {every node} */
  home?: Home | undefined;
  /**
   * Which characters Erlang and LFE print as text rather than numbers: `"unicode"` as
   * with `+pc unicode`, `"latin1"` as without it, `"mixed"` the former for binaries and
   * the latter for lists, so that `[1000,2000]` stays a list of numbers.
   * @default {"mixed"}
   */
  printable?: Printable | undefined;
  /** The OTP release whose format to use. @default {27} */
  release?: number | undefined;
  /** Writes terms that were cut on their node as what is left of them: `[1,2,… 998 more]`. @default {false} */
  cuts?: boolean | undefined;
}

/** Options with their defaults filled in. */
type Settled<Key extends keyof FormatOptions> = {
  readonly [K in Key]-?: NonNullable<FormatOptions[K]>;
};

/** How much to print. */
export type Limits = Settled<"maxBytes" | "maxDepth" | "maxItems" | "maxText">;

/** How to print. */
export type Manner =
  & Settled<"printable" | "release" | "cuts">
  & Pick<Required<FormatOptions>, "home">;

/** A text, and what was left out of it. */
export interface Formatted {
  /** The text. */
  readonly text: string;
  /** What was left out; `undefined` if nothing. */
  readonly cut: Cut | undefined;
}

/** Maximum depth that the stack allows. */
const DEEPEST = 1000;

const PRINTERS: Record<
  Syntax,
  new (out: Output, manner: Manner) => Printer
> = {
  erlang: ErlangPrinter,
  elixir: ElixirPrinter,
  gleam: GleamPrinter,
  lfe: LfePrinter,
};

/**
 * Formats a term as text.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { format, parse } from "./mod.ts";
 *
 * const term = parse('{ok, #{id => 7, name => <<"demo">>}}', "erlang");
 * assertEquals(format(term, { syntax: "elixir" }), '{:ok, %{id: 7, name: "demo"}}');
 * assertEquals(format(term, { syntax: "erlang", maxItems: 1 }), "{ok,... 1 more}");
 * ```
 */
export function format(term: Term, options: FormatOptions): string {
  return formatCut(term, options).text;
}

/** Formats a term as text, and reports what was left out. */
export function formatCut(term: Term, options: FormatOptions): Formatted {
  const { maxBytes = Infinity } = options;
  let budget = maxBytes;
  for (;;) {
    const formatted = write(term, options, budget);
    // Line breaks are added afterwards; if they exceed the budget, print less.
    const over = budget === Infinity || options.width === undefined
      ? 0
      : byteLength(formatted.text) - maxBytes;
    if (over <= 0 || budget <= 3) return formatted;
    budget = Math.max(3, Math.min(budget - 1, Math.floor(budget * 0.8)));
  }
}

function write(
  term: Term,
  { syntax, width = Infinity, ...given }: FormatOptions,
  maxBytes: number,
): Formatted {
  const limits = {
    maxBytes,
    maxDepth: Math.min(given.maxDepth ?? 512, DEEPEST),
    maxItems: given.maxItems ?? Infinity,
    maxText: given.maxText ?? Infinity,
  };
  const manner = {
    home: given.home,
    printable: given.printable ?? "mixed",
    release: given.release ?? 27,
    cuts: given.cuts ?? false,
  };
  const out = new Output(limits, width !== Infinity);
  new PRINTERS[syntax](out, manner).print(term);
  const hanging = syntax === "elixir" || syntax === "gleam";
  return { text: out.finish(width, hanging), cut: out.cut };
}
