/**
 * Hides secrets in a text, found by their own form and by the names they stand
 * after, whatever syntax the text is in.
 *
 * @module
 */

import type { IsSecretName } from "./names.ts";
import {
  CUT_SECRETS,
  NAMED_BRACKETS,
  NAMED_LINE,
  NAMED_NUMBER,
  NAMED_VALUE,
  SECRETS,
} from "./patterns.ts";

/** Replaces a secret. */
export const REDACTED = "[redacted]";

/** Removes secrets from a text; returns the same text if it has none. `isCut`: it may end within a secret. */
export function redactText(
  text: string,
  isSecretName: IsSecretName,
  isCut: boolean,
): string {
  if (text.length < 6) return text;
  let out = text;
  for (const form of SECRETS) out = out.replace(form, `$1${REDACTED}`);
  for (const form of isCut ? CUT_SECRETS : []) {
    out = out.replace(form, `$1${REDACTED}`);
  }
  if (out.includes(": ")) {
    out = out.replace(
      NAMED_LINE,
      (whole, head: string, name: string) =>
        isSecretName(name) ? head + REDACTED : whole,
    );
  }
  out = out.replace(
    NAMED_VALUE,
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
  out = out.replace(
    NAMED_NUMBER,
    (whole, name: string, gap: string) =>
      isSecretName(name) ? name + gap + REDACTED : whole,
  );
  return redactBracketed(out, isSecretName);
}

/** Removes credentials from a value whose name is not secret, but may denote credentials or part of an address. */
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

/** Hides everything in the brackets after a secret name. */
function redactBracketed(text: string, isSecretName: IsSecretName): string {
  let out = "";
  let done = 0;
  for (const match of text.matchAll(NAMED_BRACKETS)) {
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
