/**
 * Which names stand for secrets; and secrets in a text, found by their shape and by the
 * names they stand under, whatever syntax the text is in.
 *
 * @module
 */

import { matchesGlob } from "../grants/glob.ts";

/** Replaces a secret. */
export const REDACTED = "[redacted]";

/** Shapes that are always secrets; group 1 stays. */
const SHAPES: readonly RegExp[] = [
  // A PEM block, whole or cut.
  /(-----BEGIN [A-Z0-9 ]{1,40}-----)(?:[^-]|-(?!----END))*(?:-----END [A-Z0-9 ]{1,40}-----)?/g,
  // A JSON web token, signed or not.
  /()\beyJ[\w-]{5,}\.[\w-]{2,}(?:\.[\w-]*){0,3}/g,
  // The password of an address: scheme://user:password@host.
  /((?:\b[a-z][a-z\d+.-]{0,30}:)?\/\/[^\s:@\/"'<>]{0,256}:)[^\s"'<>]{1,256}(?=@)/gi,
  // A token in place of the user: https://token@host; other schemes have user names there.
  /(\bhttps?:\/\/)[^\s:@\/"'<>]{1,256}(?=@)/gi,
  /(\b[a-z][a-z\d+.-]{0,30}:\/\/)(?=[^@]{0,255}\d)[\w~.-]{20,256}(?=@)/gi,
  // The password of an address that was cut before its @; a port has digits only.
  /((?:\b[a-z][a-z\d+.-]{0,30}:)\/\/[^\s:@\/"'<>[]{0,256}:)(?![{~$%*:])(?=\d{0,256}[^\d\s"'<>@\/])[^\s"'<>@]{1,256}(?=$|"?\.{3}|…)/gi,
  // {bearer, "token"}, {basic, "user:password"} and {basic, "user", "password"}.
  /(\{:?bearer,\s{0,4}(?:<<)?["'])[^"']{1,512}/g,
  /(\{:?(?:basic|digest),\s{0,4}(?:<<)?["'][^"':]{0,256}:)[^"']{1,256}/g,
  /(\{:?(?:basic|digest),\s{0,4}(?:<<)?["'][^"']{0,256}["'](?:>>)?,\s{0,4}(?:<<)?["'])[^"']{1,256}/g,
  // An HTTP authorization.
  /(\b(?:bearer|basic) )[\w.~+\/-]{8,}=*/gi,
  // Keys of well-known services, by their prefixes.
  /()\b(?:AKIA|ASIA)[A-Z\d]{16}\b/g,
  /()\b(?:gh[oprsu]_|github_pat_|glpat-|xox[abprs]-|sk_live_|rk_live_|sk-)[\w-]{16,}/g,
];

/** Starts of such shapes at the end of a text that was cut there; group 1 stays. */
const BEGUN: readonly RegExp[] = [
  /((?:\b[a-z][a-z\d+.-]{0,30}:)?\/\/[^\s:@\/"'<>]{0,256}:)[^\s"'<>@]{1,256}$/i,
  /(\bhttps?:\/\/)[\w~-]{16,}$/i,
  /(\b(?:bearer|basic|digest|token) )[\w.~+\/-]{1,512}=*$/i,
  /()\b(?:AKIA|ASIA)[A-Z\d]{0,16}$/,
  /()\b(?:gh[oprsu]_|github_pat_|glpat-|xox[abprs]-|sk_live_|rk_live_|sk-)[\w-]*$/,
];

/** What stands after a name may be on the next line, however far in. `name => <<"…">>`, `name: "…"`, `{name, "…"}`, `"name": "…"`, `name=…`. */
const NAMED =
  /(?<![\w.$-])(?:([\w.$-]{2,64})(["'>]{0,3}\s{0,4}(?:=>|[:,=])(?:\s{0,4}|[ \t]{0,4}\r?\n[ \t]{0,200})(?:<<)?(?:~[a-zA-Z]{1,2})?)("(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)|([\w.$-]{2,64})=([^\s;&,"'(){}\[\]<>]{1,512}))/g;

/** A line `Name: …`, as in HTTP headers and YAML. */
const LINE = /^([ \t-]{0,32}([\w.-]{2,64}):[ \t]{1,4})[^\s"'\[{<%#][^\r\n]*/gm;

/** A text without its secrets, the same text if it has none; if it was cut, it may end within a secret. */
export function redactText(
  text: string,
  isSecretName: IsSecretName,
  isCut: boolean,
): string {
  if (text.length < 6) return text;
  let out = text;
  for (const shape of SHAPES) out = out.replace(shape, `$1${REDACTED}`);
  for (const shape of isCut ? BEGUN : []) {
    out = out.replace(shape, `$1${REDACTED}`);
  }
  if (out.includes(": ")) {
    out = out.replace(
      LINE,
      (whole, head: string, name: string) =>
        isSecretName(name) ? head + REDACTED : whole,
    );
  }
  out = out.replace(
    NAMED,
    (whole, name: string, gap: string, value: string, setting: string) => {
      if (name !== undefined) {
        const quote = value.charAt(0);
        const safe = isSecretName(name)
          ? `${quote}${REDACTED}${quote}`
          : redactValue(name, value);
        return safe === value ? whole : `${name}${gap}${safe}`;
      }
      return isSecretName(setting) ? `${setting}=${REDACTED}` : whole;
    },
  );
  return redactBracketed(out, isSecretName);
}

/** A value under a name that is not secret but may stand for credentials or a part of an address that has some. */
export function redactValue(name: string, value: string): string {
  switch (name) {
    case "authority":
    case "netloc":
      return value.replace(/^(["']?)[^"'@]*@/, `$1${REDACTED}@`);
    case "auth":
      return value.replace(
        /^(["']?)(?:[^\s"':]+:[^\s"']+|(?=[^"']*[A-Z\d])[\w+\/-]{14,}={0,2})(?=["']?$)/,
        `$1${REDACTED}`,
      );
    default:
      return value;
  }
}

/** A name before brackets: `name: {…}`, `{name, [` and the like. */
const BRACKETED =
  /(?<![\w.$-])([\w.$-]{2,64})["'>]{0,3}\s{0,4}(?:=>|[:=]|(?<=\{["':<]{0,3}[\w.$-]{2,64}["'>]{0,3}),)(?:\s{0,4}|[ \t]{0,4}\r?\n[ \t]{0,200})(?=[#%]?[{[(])/g;

/** Hides everything in the brackets after a secret name. */
function redactBracketed(text: string, isSecretName: IsSecretName): string {
  let out = "";
  let done = 0;
  for (const match of text.matchAll(BRACKETED)) {
    const from = match.index + match[0].length;
    if (from < done || !isSecretName(match[1] ?? "")) continue;
    if (text.startsWith(REDACTED, from)) continue;
    out += text.slice(done, from) + REDACTED;
    done = endOfBrackets(text, from);
  }
  return out + text.slice(done);
}

/** Where the brackets that open at `from` close; the end of the text if they do not. */
function endOfBrackets(text: string, from: number): number {
  const token = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[{[(]|[}\])]/g;
  token.lastIndex = from;
  let depth = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    if ("{[(".includes(found[0])) depth++;
    else if ("}])".includes(found[0]) && --depth === 0) return token.lastIndex;
  }
  return text.length;
}

/** Secret anywhere in a name. */
const PARTS =
  /passw(or)?d|passphrase|passcode|secret|cookie|credential|authorization|private_?key|api_?key|access_?key|encryption_?key|signing_?(key|salt)|session_?key|bearer|(basic|digest|proxy|http)_?auth/;

/** Secret as one word of a name. */
const WORDS = new Set([
  "pwd",
  "pass",
  "token",
  "tokens",
  "salt",
  "jwt",
  "userinfo",
]);

/** Words that turn the name of a secret into that of a measure: `token_ttl_ms`, `max_tokens`. */
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
  return PARTS.test(snake) || words.some((word) => WORDS.has(word));
}

/** The same words for `DB_PASSWORD`, `dbPassword`, `db-password` and `Db.Password`. */
function wordsOf(name: string): string[] {
  return name.replace(/([a-z\d])([A-Z])/g, "$1 $2").toLowerCase()
    .split(/[^a-z\d]+/).filter((word) => word !== "");
}
