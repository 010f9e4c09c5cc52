/**
 * Atoms and characters as Elixir 1.18 writes them: which names need quotes, and how
 * unseen characters are escaped.
 *
 * Elixir allows identifiers in Unicode's recommended scripts; here these are Latin, Greek,
 * Cyrillic, Chinese, Japanese and Korean. A name in another script is quoted, which is the
 * same atom.
 *
 * @module
 */

import { escapesOf, LETTERS } from "./text.ts";

const ASCII_NAME = /^[a-zA-Z_][\w@]*[?!]?$/;
const SCRIPTS = [
  // Latin: letters in use in today's languages, precomposed.
  /^[\w@À-ÖØ-öø-ıĴ-ľŁ-ňŊ-žƏƠơƯưǍ-ǜǞ-ǣǦ-ǰǴǵǸ-țȞȟȦ-ȳəḀ-ẙẞẠ-ỹ]+$/,
  /^[0-9@ΆΈ-ΊΌΎ-ΡΣ-ώ]+$/,
  /^[0-9@Ѐ-џҊ-ӿ]+$/,
  /^[0-9@ぁ-ゖァ-ヺ一-鿿]+$/,
  /^[0-9@가-힣]+$/,
];
/** Operators that are atoms without quotes: `:+`. */
export const OPERATORS: ReadonlySet<string> = new Set(
  ("! != !== & && &&& * ** + ++ +++ - -- --- -> . .. ... ..// / < <- <<< " +
    "<<>> <<~ <= <> <~ <~> = == === =~ > >= >>> @ ^ {} | |> || ||| ~>> ~> %{} % " +
    "\\\\").split(" "),
);
/** Operators that are functions' names without quotes: `&Kernel.+/2`. */
export const CALLABLE: ReadonlySet<string> = new Set(
  ("! != !== & && &&& * ** + ++ +++ - -- --- / :: < <- <<< <<~ <= <> <|> <~ " +
    "<~> = == === =~ > >= >>> @ ^ ^^^ | |> || ||| ~>> ~> ~~~ \\\\").split(" "),
);
const ALIAS = /^Elixir(?:\.[A-Z][a-zA-Z0-9_]*)*$/;

/** Control characters, invisible characters, and characters that reverse the text. */
const UNSEEN =
  "\\0-\\x1f\\x7f-\\xa0\\u034f\\u061c\\u2000-\\u200f\\u2028-\\u202e\\u205f-\\u2064" +
  "\\u2066-\\u2069\\ufeff\\ufff9-\\ufffc\\ufffe\\uffff";

/** Characters to escape in a double-quoted string. */
export const STRING_SPECIAL = new RegExp(`["\\\\]|#\\{|[${UNSEEN}]`, "g");

/** Characters to escape in a regular expression between slashes, unless they already are. */
export const REGEX_SPECIAL = new RegExp(
  `\\\\[^]|/|#\\{|[${UNSEEN}]`,
  "g",
);

const ESCAPES = escapesOf({ ...LETTERS, 0: "\0", a: "\x07" });
const REGEX_ESCAPES = new Set("\x07\f\n\r\t\v");

/** Escapes a match of {@linkcode STRING_SPECIAL}. */
export function escapeElixir(match: string): string {
  return ESCAPES.get(match) ?? escapeUnseen(match);
}

/** Escapes a match of {@linkcode REGEX_SPECIAL}. */
export function escapeRegex(match: string): string {
  if (match.startsWith("\\")) return match;
  return REGEX_ESCAPES.has(match) ? escapeElixir(match) : escapeUnseen(match);
}

function escapeUnseen(match: string): string {
  const code = match.charCodeAt(0);
  const hex = code.toString(16).toUpperCase();
  if (code >= 0xfffe) return `\\x{${hex}}`;
  if (code >= 0xa0) return `\\u${hex.padStart(4, "0")}`;
  if (code < 0x20 || code >= 0x7f) return `\\x${hex.padStart(2, "0")}`;
  return `\\${match}`;
}

/** Formats an atom: `:ok`, `Foo.Bar`, `:"hello world"`, `nil`. */
export function elixirAtom(name: string): string {
  if (name === "nil" || name === "true" || name === "false") return name;
  if (isAlias(name)) {
    return /^Elixir($|\.Elixir($|\.))/.test(name) ? name : name.slice(7);
  }
  return isIdentifier(name) || OPERATORS.has(name)
    ? `:${name}`
    : `:${inQuotes(name)}`;
}

/** Formats an atom as a key: `ok:`, `"hello world":`. */
export function elixirKey(name: string): string {
  const bare = (isIdentifier(name) && !isAlias(name)) || OPERATORS.has(name);
  return bare ? `${name}:` : `${inQuotes(name)}:`;
}

/** Formats a function's name after a point: `map`, `"hello world"`. */
export function elixirCall(name: string): string {
  const bare = isIdentifier(name) && !name.includes("@") &&
    !/^\p{Lu}/u.test(name);
  return bare || CALLABLE.has(name) ? name : inQuotes(name);
}

/** Returns whether an atom is an Elixir module name. */
export function isAlias(name: string): boolean {
  return ALIAS.test(name);
}

/** Returns whether a name needs no quotes as an atom. */
function isIdentifier(name: string): boolean {
  if (ASCII_NAME.test(name)) return true;
  if (/^(?:[0-9@?!]|$)/.test(name)) return false;
  return name.replace(/[?!]$/, "").split("_").every((part) =>
    part === "" || SCRIPTS.some((script) => script.test(part))
  );
}

function inQuotes(name: string): string {
  return `"${name.replace(STRING_SPECIAL, escapeElixir)}"`;
}
