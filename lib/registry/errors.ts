/**
 * The errors of the registry: those that a client reads, and those of a grant
 * or a registration that is wrong.
 *
 * @module
 */

import { BeamtapError, type BeamtapErrorOptions } from "../errors.ts";
import type { Content, Metadata } from "./declare/content.ts";

/** Why a call was not answered. */
export type ToolErrorCode =
  | "permission_denied"
  | "unknown_tool"
  | "unknown_resource"
  | "unknown_prompt"
  | "unknown_completion"
  | "invalid_arguments"
  | "node_required"
  | "unknown_node"
  | "no_answer"
  | "unknown_dump"
  | "unreadable_dump"
  | "no_such_process"
  | "not_in_dump"
  | "stale_incarnation"
  | "no_cookie"
  | "not_ready"
  | "not_audited"
  | "timeout"
  | "cancelled"
  | "busy"
  | "answer_too_large"
  | "timed_out"
  | "out_of_memory"
  | "killed"
  | "internal_error";

/** Options for {@linkcode ToolError}. */
export interface ToolErrorOptions extends BeamtapErrorOptions {
  /** Blocks shown after the message; of a tool only. */
  readonly content?: readonly Content[];
  /** Metadata for programs; of a tool only. */
  readonly meta?: Metadata;
}

/**
 * An error that is shown to the client as written.
 *
 * @example A hint says what to do next
 * ```ts
 * import { ToolError } from "./mod.ts";
 *
 * new ToolError("busy", "the process does not answer", {
 *   hint: "try again, or pass force",
 *   meta: { retry_after_ms: 500 },
 * });
 * ```
 */
export class ToolError extends BeamtapError<ToolErrorCode> {
  /** Name of the class. */
  override name = "ToolError";
  /** Blocks shown after the message. */
  readonly content: readonly Content[];
  /** Metadata for programs. */
  readonly meta: Metadata | undefined;

  /** An error with a code, a message, and what may follow it. */
  constructor(
    code: ToolErrorCode,
    message: string,
    options: ToolErrorOptions = {},
  ) {
    super(code, message, options);
    this.content = options.content ?? [];
    this.meta = options.meta;
  }
}

/** What is wrong with a registration or a grant, or that the gate stays closed. */
export type RegistryErrorCode =
  | "duplicate_name"
  | "batch_not_done"
  | "bad_grant"
  | "not_ready";

/** A registration or a grant that is refused; nothing has changed. */
export class RegistryError extends BeamtapError<RegistryErrorCode> {
  /** Name of the class. */
  override name = "RegistryError";
}
