/**
 * What JSON says of a term beyond its own types.
 *
 * @module
 */

/** A JSON value. */
export type Json =
  | null
  | boolean
  | number
  | string
  | Json[]
  | { [key: string]: Json };

/** A binary that could be taken for an atom, a tag or another such binary. */
const AMBIGUOUS = /^[:$\\]/;

/** An atom as a JSON string. */
export function atomString(name: string): string {
  return `:${name}`;
}

/** Text of a binary as a JSON string. */
export function textString(text: string): string {
  return AMBIGUOUS.test(text) ? `\\${text}` : text;
}

/** What a JSON string stands for. */
export function readString(
  text: string,
): { readonly kind: "atom" | "binary"; readonly text: string } {
  if (text.startsWith(":")) return { kind: "atom", text: text.slice(1) };
  return {
    kind: "binary",
    text: text.startsWith("\\") ? text.slice(1) : text,
  };
}
