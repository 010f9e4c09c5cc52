/**
 * Patterns as people write them in Erlang or Elixir, as patterns of match
 * specifications: their variables become `'$1'`, `'$2'`…, and `_` becomes `'_'`.
 *
 * @module
 */

import type { Syntax } from "../etf/mod.ts";

/** Strings, quoted atoms and characters are passed over; words are looked at. */
const ERLANG =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\$\\?.|(?<![\w@])[A-Z_][\w@]*/g;
const ELIXIR =
  /"(?:[^"\\]|\\.)*"|:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\?\\?.|(?<![\w@:%.&])[a-z_]\w*[?!]?(?![\w]*[:(.])/g;
const ELIXIR_WORDS = new Set(["true", "false", "nil", "do", "end", "fn"]);

/** Translates the texts of one pattern and its guards, so that a variable is the same in both. */
export function variablesNumbered(
  texts: readonly string[],
  syntax: Syntax,
): string[] {
  const numbers = new Map<string, number>();
  const elixir = syntax === "elixir";
  const isVariable = (word: string): boolean =>
    elixir
      ? /^[a-z_]/.test(word) && !ELIXIR_WORDS.has(word)
      : /^[A-Z_]/.test(word);
  return texts.map((text) =>
    text.replace(elixir ? ELIXIR : ERLANG, (word) => {
      if (!isVariable(word)) return word;
      if (word === "_") return elixir ? ":_" : "'_'";
      const number = numbers.get(word) ?? numbers.size + 1;
      numbers.set(word, number);
      return elixir ? `:"$${number}"` : `'$${number}'`;
    })
  );
}
