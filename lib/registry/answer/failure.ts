/**
 * A call that was not answered, as clients read it: what happened, then what
 * to do.
 *
 * @module
 */

import type { BeamtapError } from "../../errors.ts";
import { visible } from "../../etf/mod.ts";
import type { Content, Metadata } from "../declare/content.ts";
import { DEFAULT_BUDGET_BYTES } from "./budget.ts";
import { ToolError } from "../errors.ts";
import type { Redactor } from "../redact/redactor.ts";
import { fitContent } from "./fit_content.ts";
import { fitMetadata } from "./result.ts";

/** A call that was not answered. */
export interface Failure {
  /** Tells it from an answer. */
  readonly ok: false;
  /** What a person reads: code, message and hint. */
  readonly text: string;
  /** Code of the error, for programs. */
  readonly code: string;
  /** What failed, in one line. */
  readonly message: string;
  /** What to do, in one line. */
  readonly hint: string | undefined;
  /** Blocks to show after the text. */
  readonly content: readonly Content[];
  /** Metadata for programs. */
  readonly meta: Metadata | undefined;
}

/** The outcome of a call of anything but a tool. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | Failure;

/** Clients cut longer texts, in characters. */
const MAX_ERROR = 4096;

/**
 * An error as a model reads it. Message and hint may hold names from a node, so
 * neither can break out of its line. Hints of layers below the registry have
 * paths and options in them: unless `trusted`, they are left out.
 */
export function failure(
  error: BeamtapError,
  redactor: Redactor,
  trusted: boolean,
): Failure {
  const { code } = error;
  const safe = (text: string): string => {
    const line = visible(redactor.text(text));
    return line.length > MAX_ERROR ? `${line.slice(0, MAX_ERROR - 1)}…` : line;
  };
  const open = trusted || error instanceof ToolError ||
    error.name === "BeamError";
  const message = safe(error.message);
  const hint = open && error.hint ? safe(error.hint) : undefined;
  return {
    ok: false,
    code,
    message,
    hint,
    text: `${code}: ${message}` + (hint ? `\nWhat to do: ${hint}` : ""),
    ...attached(error, redactor),
  };
}

/** Content of an error; nothing if it exceeds the budget, so that the error itself is always sent. */
function attached(
  error: BeamtapError,
  redactor: Redactor,
): Pick<Failure, "content" | "meta"> {
  if (!(error instanceof ToolError)) return { content: [], meta: undefined };
  const { content, meta } = error;
  try {
    return {
      content: fitContent(content, DEFAULT_BUDGET_BYTES, redactor),
      meta: meta && fitMetadata(meta, DEFAULT_BUDGET_BYTES, redactor),
    };
  } catch (cause) {
    if (cause instanceof ToolError) return { content: [], meta: undefined };
    throw cause;
  }
}
