/**
 * Answers as they leave: without secrets and without invisible characters.
 *
 * @module
 */

import { visible, visibleLines } from "../../etf/mod.ts";
import type { Redactor } from "../redact/redactor.ts";

/** An answer as a client gets it; fields without a value are left out. */
export function shown(answer: unknown, redactor: Redactor): unknown {
  return seen(redactor.json(JSON.parse(JSON.stringify(answer))));
}

/** A text of any number of lines as a client gets it. */
export function shownText(text: string, redactor: Redactor): string {
  return visibleLines(redactor.text(text));
}

/** Recursion is safe: the redactor has cut what is nested too deeply. */
function seen(value: unknown): unknown {
  if (typeof value === "string") return visibleLines(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(seen);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [visible(key), seen(item)]),
  );
}
