/**
 * Keeps secrets from leaving: one mechanism for terms, for structured answers
 * and for texts.
 *
 * @module
 */

import type { Term } from "../../etf/mod.ts";
import { NAMES, redactTerm, VALUES } from "./term.ts";
import { REDACTED, redactText, redactValue } from "./text.ts";
import { type IsSecretName, secretNames } from "./secret_names.ts";

/** How secrets are told from the rest. */
export interface RedactOptions {
  /** @default {true} */
  readonly enabled?: boolean | undefined;
  /** Names that are secret beside those that always are: globs, in any case. */
  readonly keys?: readonly string[] | undefined;
  /** Texts that never leave, whatever the other options: our own cookies. */
  readonly literals?: () => Iterable<string>;
}

/** Literals shorter than this would hide innocent words, and be known by what is hidden. */
const MIN_LITERAL = 8;

/** At a cut, this much of a literal's beginning is hidden; so much more where nobody knows whether there is a cut. */
const MIN_BEGUN = 4;
const MIN_ENDING = 8;

/** Deeper nesting than this is no answer, and would exhaust the stack. */
const MAX_DEPTH = 200;

/** Takes secrets out of whatever leaves. */
export class Redactor {
  readonly #options: RedactOptions;
  readonly isSecretName: IsSecretName;

  /** A redactor for good; another configuration is another redactor. */
  constructor(options: RedactOptions = {}) {
    this.#options = options;
    this.isSecretName = options.enabled === false
      ? () => false
      : secretNames(options.keys);
  }

  /** Whether anything but our own cookies is hidden. */
  get enabled(): boolean {
    return this.#options.enabled !== false;
  }

  /** A text without its secrets, the same text if it has none; `size` is how long it was before it was cut. */
  text(text: string, size?: number): string {
    let out = text;
    for (const literal of this.#options.literals?.() ?? []) {
      if (literal.length >= MIN_LITERAL) out = without(literal, out, size);
    }
    return this.enabled
      ? redactText(out, this.isSecretName, size !== undefined)
      : out;
  }

  /** As {@linkcode text}, of what stands under a name that announces no secret. */
  valueOf(name: string, text: string): string {
    const safe = this.text(text);
    return this.enabled ? redactValue(name, safe) : safe;
  }

  /** A term without its secrets; the same term if it has none. */
  term(term: Term): Term {
    return redactTerm(term, this);
  }

  /** A copy of a JSON value without its secrets; what is nested too deeply to be looked at is one. */
  json(value: unknown, depth = 0): unknown {
    if (typeof value === "string") return this.text(value);
    if (typeof value !== "object" || value === null) return value;
    if (depth >= MAX_DEPTH) return REDACTED;
    const inside = (item: unknown): unknown => this.json(item, depth + 1);
    if (Array.isArray(value)) return value.map(inside);
    const entries = Object.entries(value);
    const named = entries.some(([key, name]) =>
      NAMES.has(key) && typeof name === "string" && this.isSecretName(name)
    );
    return Object.fromEntries(entries.map(([key, item]) => [
      key,
      this.isSecretName(key) || (named && VALUES.has(key))
        ? hidden(item)
        : typeof item === "string"
        ? this.valueOf(key, item)
        : inside(item),
    ]));
  }
}

/**
 * A text without a literal, and without one that the text ends within. Of the
 * end of a whole text more is asked, or whoever may send us texts could find
 * out the literal one character after the other.
 */
function without(literal: string, text: string, size?: number): string {
  const out = text.replaceAll(literal, REDACTED);
  if (size === literal.length && out !== "" && literal.startsWith(out)) {
    return REDACTED;
  }
  const [, body = out, tail = ""] = /^(.*?)(["']?(?:>>)?(?:\.{3}|…).*)$/s
    .exec(out) ?? [];
  const most = Math.min(literal.length - 1, body.length);
  const least = size === undefined ? MIN_ENDING : MIN_BEGUN;
  for (let length = most; length >= least; length--) {
    if (body.endsWith(literal.slice(0, length))) {
      return body.slice(0, body.length - length) + REDACTED + tail;
    }
  }
  return out;
}

/** A secret may be a text, a number or have structure; whether there is one may be told. */
function hidden(value: unknown): unknown {
  return typeof value === "boolean" || value === null || value === undefined
    ? value
    : REDACTED;
}
