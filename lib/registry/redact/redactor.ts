/**
 * Keeps secrets from leaving: one mechanism for terms, for structured answers
 * and for texts.
 *
 * @module
 */

import { type Term, visible, visibleLines } from "../../etf/mod.ts";
import { type IsSecretName, secretNames } from "./names.ts";
import { NAMES, redactTerm, VALUES } from "./term.ts";
import { REDACTED, redactText, redactValue } from "./text.ts";

/** How secrets are recognised. */
export interface RedactOptions {
  /** Whether anything but our own cookies is hidden. @default {true} */
  readonly enabled?: boolean | undefined;
  /** More secret names, beside the built-in ones: globs, case-insensitive. */
  readonly keys?: readonly string[] | undefined;
  /** Texts that never leave, whatever the other options: our own cookies. */
  readonly literals?: () => Iterable<string>;
}

/** Minimum length of a literal, in characters: a shorter one would hide innocent words, and so reveal itself. */
const MIN_LITERAL = 8;

/** At a cut, hides the start of a literal of at least this length. */
const MIN_BEGUN = 4;

/** At the end of a text that may have been cut, hides the start of a literal of at least this length. */
const MIN_ENDING = 8;

/** No answer is nested deeper, and deeper recursion would exhaust the stack. */
const MAX_DEPTH = 200;

/**
 * Takes secrets out of whatever leaves.
 *
 * @example
 * ```ts
 * import { Redactor } from "../mod.ts";
 *
 * new Redactor().text("password=hunter2"); // password=[redacted]
 * new Redactor({ keys: ["*_pin"] }).json({ card_pin: 1234 });
 * ```
 */
export class Redactor {
  readonly #options: RedactOptions;
  /** Whether what stands under a name is hidden. */
  readonly isSecretName: IsSecretName;
  /** Whether anything but our own cookies is hidden. */
  readonly enabled: boolean;

  /** A redactor never changes; another configuration needs another redactor. */
  constructor(options: RedactOptions = {}) {
    this.#options = options;
    this.enabled = options.enabled !== false;
    this.isSecretName = this.enabled ? secretNames(options.keys) : () => false;
  }

  /** A text without its secrets, the same text if it has none; `size` is its length before it was cut. */
  text(text: string, size?: number): string {
    let out = text;
    for (const literal of this.#options.literals?.() ?? []) {
      if (literal.length >= MIN_LITERAL) out = without(literal, out, size);
    }
    return this.enabled
      ? redactText(out, this.isSecretName, size !== undefined)
      : out;
  }

  /** As {@linkcode text}, for a text under a name that is not secret. */
  valueOf(name: string, text: string): string {
    const safe = this.text(text);
    return this.enabled ? redactValue(name, safe) : safe;
  }

  /** A term without its secrets; the same term if it has none. */
  term(term: Term): Term {
    return redactTerm(term, this);
  }

  /**
   * A copy of a JSON value without its secrets, without invisible characters
   * and without fields that have no value; what is nested too deeply is hidden.
   */
  json(value: unknown, depth = 0): unknown {
    if (typeof value === "string") return visibleLines(this.text(value));
    if (typeof value !== "object" || value === null) return value;
    if (depth >= MAX_DEPTH) return REDACTED;
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      for (const item of value) items.push(this.json(item, depth + 1));
      return items;
    }
    const entries = Object.entries(value);
    const named = namesSecret(entries, this.isSecretName);
    const kept: [string, unknown][] = [];
    for (const [key, item] of entries) {
      if (item === undefined) continue;
      kept.push([
        visible(key),
        this.isSecretName(key) || (named && VALUES.has(key))
          ? hidden(item)
          : typeof item === "string"
          ? visibleLines(this.valueOf(key, item))
          : this.json(item, depth + 1),
      ]);
    }
    return Object.fromEntries(kept);
  }
}

/** Whether a record says by a field that its value is secret: `{ name: "DB_PASSWORD", value: … }`. */
function namesSecret(
  entries: readonly (readonly [string, unknown])[],
  isSecretName: IsSecretName,
): boolean {
  for (const [key, name] of entries) {
    if (!NAMES.has(key) || typeof name !== "string") continue;
    if (isSecretName(name)) return true;
  }
  return false;
}

/**
 * A text without a literal, and without the start of one that the text ends
 * in. Where a text was not cut, a longer start is needed: anybody who can send us
 * texts could otherwise guess the literal one character at a time.
 */
function without(literal: string, text: string, size?: number): string {
  const out = text.replaceAll(literal, REDACTED);
  if (size === literal.length && out !== "" && literal.startsWith(out)) {
    return REDACTED;
  }
  const [, body = out, tail = ""] = /^(.*?)(["']?(?:>>)?(?:\.{3}|…).*)$/s
    .exec(out) ?? [];
  const longest = Math.min(literal.length - 1, body.length);
  const shortest = size === undefined ? MIN_ENDING : MIN_BEGUN;
  for (let length = longest; length >= shortest; length--) {
    if (body.endsWith(literal.slice(0, length))) {
      return body.slice(0, body.length - length) + REDACTED + tail;
    }
  }
  return out;
}

/** A value under a secret name; whether there is one is no secret. */
function hidden(value: unknown): unknown {
  return typeof value === "boolean" || value === null || value === undefined
    ? value
    : REDACTED;
}
