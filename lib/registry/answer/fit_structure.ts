/**
 * Brings a structured answer within its budget, and says in it what was left
 * out.
 *
 * @module
 */

import type * as z from "zod";
import type { Metadata } from "../declare/content.ts";
import type { Redactor } from "../redact/redactor.ts";
import { fit, jsonBytes, utf8Bytes } from "./budget.ts";
import { render } from "./render.ts";

/** Fields by their names. */
type Fields = Readonly<Record<string, unknown>>;

/** A structured answer, and the same as text. */
export interface Rendered {
  readonly fields: Fields;
  readonly text: string;
}

/**
 * An answer without secrets, both forms within `budget` bytes: a client shows
 * one or the other.
 *
 * @throws {ToolError} `answer_too_large`
 */
export function fitStructure(
  answer: object,
  budget: number,
  redactor: Redactor,
  schema?: z.ZodType,
): Rendered {
  const fields = { ...Object(cleaned(answer, redactor)) };
  const text = render(fields, schema);
  if (utf8Bytes(text) <= budget && jsonBytes(fields) <= budget) {
    return { fields, text };
  }
  const cut = cutFields(
    fields,
    budget,
    (part) =>
      Math.max(utf8Bytes(render({ ...Object(part) }, schema)), jsonBytes(part)),
  );
  return { fields: cut, text: render(cut, schema) };
}

/**
 * Metadata or a resource's fields without secrets, as JSON within `budget`
 * bytes; a value that is no record stands under `value`.
 *
 * @throws {ToolError} `answer_too_large`
 */
export function fitMetadata(
  value: unknown,
  budget: number,
  redactor: Redactor,
): Metadata {
  const safe = cleaned(value, redactor);
  const fields = typeof safe === "object" && !Array.isArray(safe)
    ? { ...safe }
    : { value: safe };
  return cutFields(fields, budget, jsonBytes);
}

/** A value as a client gets it; fields without a value are left out. */
function cleaned(value: unknown, redactor: Redactor): unknown {
  return redactor.json(JSON.parse(JSON.stringify(value)));
}

function cutFields(
  fields: Record<string, unknown>,
  budget: number,
  measure: (value: unknown) => number,
): Record<string, unknown> {
  const { value, omitted } = fit(fields, budget, measure);
  return Object.keys(omitted).length > 0
    ? { ...value, truncated: true, omitted }
    : value;
}
