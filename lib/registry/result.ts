/**
 * What a call comes to: a text and the same in structure, or an error that says
 * what to do.
 *
 * @module
 */

import type { BeamtapError } from "../errors.ts";
import { fit, jsonBytes, utf8Bytes } from "./budget.ts";
import { DEFAULT_BUDGET_BYTES, type Tool } from "./handler.ts";
import { render, visible } from "./render.ts";

/** The outcome of a call. */
export type ToolResult =
  | {
    readonly ok: true;
    readonly text: string;
    readonly structured: Readonly<Record<string, unknown>>;
  }
  | {
    readonly ok: false;
    readonly text: string;
    readonly code: string;
    readonly message: string;
    readonly hint: string | undefined;
  };

/** The answer of a tool, not yet checked: brought into its schema and its budget. */
export function success(
  tool: Tool,
  answer: object,
): ToolResult {
  const { value, omitted } = fit(
    asJson(tool.output.parse(answer)),
    tool.budgetBytes ?? DEFAULT_BUDGET_BYTES,
    largerForm,
  );
  const structured = Object.keys(omitted).length === 0
    ? value
    : { ...value, truncated: true, omitted };
  return { ok: true, text: render(structured), structured };
}

/** Clients cut longer errors, in characters. */
const MAX_ERROR = 4096;

/**
 * An error as a model reads it: what happened, then what to do. Either may hold
 * names from a node, so neither can break out of its line.
 */
export function failure(error: BeamtapError): ToolResult {
  const { code } = error;
  const message = visible(error.message).slice(0, MAX_ERROR);
  const hint = error.hint && visible(error.hint).slice(0, MAX_ERROR);
  return {
    ok: false,
    code,
    message,
    hint,
    text: `${code}: ${message}` + (hint ? `\nWhat to do: ${hint}` : ""),
  };
}

/** As a client gets it: fields without a value are not there. */
function asJson(answer: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(answer));
}

/** A client shows one form or the other, so both must fit. */
function largerForm(value: unknown): number {
  const text = typeof value === "object" && value !== null
    ? utf8Bytes(render({ ...value }))
    : 0;
  return Math.max(text, jsonBytes(value));
}
