/**
 * Which names stand for secrets.
 *
 * @module
 */

import { matchesGlob } from "../grants/glob.ts";

/** Makes a name secret anywhere in it. */
const PARTS =
  /passw(or)?d|passphrase|passcode|secret|cookie|credential|authorization|private_?key|api_?key|access_?key|encryption_?key|signing_?(key|salt)|session_?key|bearer|(basic|digest|proxy|http)_?auth/;

/** Makes a name secret as a whole word. */
const WORDS = new Set([
  "pwd",
  "pass",
  "token",
  "tokens",
  "salt",
  "jwt",
  "userinfo",
]);

/** Secret as the whole name only: one-time passwords and the like, of few letters. */
const EXACT = new Set([
  "otp",
  "totp",
  "otp_code",
  "pin",
  "pin_code",
  "cvv",
  "cvc",
]);

/** Words that make a name that of a measure, not of a secret: `token_ttl_ms`, `max_tokens`. */
const MEASURES = new Set([
  "age",
  "at",
  "bytes",
  "count",
  "expires",
  "expiry",
  "index",
  "length",
  "limit",
  "max",
  "min",
  "ms",
  "number",
  "size",
  "timeout",
  "total",
  "ttl",
]);

/** Whether the value under a name is hidden. */
export type IsSecretName = (name: string) => boolean;

/** Recognises the built-in secret names, and those that match a glob of `more`; case-insensitive. */
export function secretNames(more: readonly string[] = []): IsSecretName {
  const globs = more.map((glob) => glob.toLowerCase());
  const known = new Map<string, boolean>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const secret = isSecret(name, globs);
    if (known.size < MAX_KNOWN && name.length <= 64) known.set(name, secret);
    return secret;
  };
}

/** Maximum names to remember; most answers have the same few. */
const MAX_KNOWN = 4096;

function isSecret(name: string, globs: readonly string[]): boolean {
  if (name.length > 256) return false;
  const words = wordsOf(name);
  const snake = words.join("_");
  if (globs.some((glob) => matchesGlob(glob, name.toLowerCase()))) return true;
  if (words.some((word) => MEASURES.has(word))) return false;
  return EXACT.has(snake) || PARTS.test(snake) ||
    words.some((word) => WORDS.has(word));
}

/** The same words for `DB_PASSWORD`, `dbPassword`, `db-password` and `Db.Password`. */
function wordsOf(name: string): string[] {
  return name.replace(/([a-z\d])([A-Z])/g, "$1 $2").toLowerCase()
    .split(/[^a-z\d]+/).filter((word) => word !== "");
}
