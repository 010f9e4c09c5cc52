/**
 * Finds secrets in a text by their shape, and by the names they stand under in
 * whatever language the text is written.
 *
 * @module
 */

import type { IsSecretName } from "./secret_keys.ts";

/** What stands in place of a secret. */
export const REDACTED = "[redacted]";

/** Shapes that are secrets wherever they stand; group 1 stays. */
const SHAPES: readonly RegExp[] = [
  // A PEM block, or what is left of one that was cut.
  /(-----BEGIN [A-Z0-9 ]{1,40}-----)(?:[^-]|-(?!----END))*(?:-----END [A-Z0-9 ]{1,40}-----)?/g,
  // A JSON web token, signed or not.
  /()\beyJ[\w-]{5,}\.[\w-]{2,}(?:\.[\w-]*){0,3}/g,
  // The password of an address: scheme://user:password@host.
  /(\b[a-z][a-z\d+.-]{0,30}:\/\/[^\s:@\/"'<>]{0,256}:)[^\s"'<>]{1,256}(?=@)/gi,
  // An HTTP authorization.
  /(\b(?:bearer|basic) )[\w.~+\/-]{8,}=*/gi,
  // Keys of well-known services, which say themselves what they are.
  /()\b(?:AKIA|ASIA)[A-Z\d]{16}\b/g,
  /()\b(?:gh[oprsu]_|github_pat_|glpat-|xox[abprs]-|sk_live_|rk_live_|sk-)[\w-]{16,}/g,
];

/** `name => <<"…">>`, `name: "…"`, `{name, "…"}`, `"name": "…"`, `name=…`. */
const NAMED =
  /(?<![\w.$-])(?:([\w.$-]{2,64})(["'>]{0,3}\s{0,4}(?:=>|[:,=])\s{0,4}(?:<<)?(?:~[a-zA-Z]{1,2})?)("(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)|([\w.$-]{2,64})=([^\s;&,"'(){}\[\]<>]{1,512}))/g;

/** A line `Name: …`, as in headers of HTTP and in YAML. */
const LINE = /^([ \t-]{0,32}([\w.-]{2,64}):[ \t]{1,4})[^\s"'\[{<%#][^\r\n]*/gm;

/** A text without its secrets; the same text if it has none. */
export function redactText(
  text: string,
  isSecretName: IsSecretName,
): string {
  if (text.length < 6) return text;
  let out = text;
  for (const shape of SHAPES) out = out.replace(shape, `$1${REDACTED}`);
  if (out.includes(": ")) {
    out = out.replace(
      LINE,
      (whole, head: string, name: string) =>
        isSecretName(name) ? head + REDACTED : whole,
    );
  }
  return out.replace(
    NAMED,
    (whole, name: string, gap: string, value: string, setting: string) => {
      if (name !== undefined) {
        if (!isSecretName(name)) return whole;
        const quote = value.charAt(0);
        return `${name}${gap}${quote}${REDACTED}${quote}`;
      }
      return isSecretName(setting) ? `${setting}=${REDACTED}` : whole;
    },
  );
}
