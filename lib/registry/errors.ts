/**
 * The errors of the registry: those a client is meant to read, and those of a
 * declaration that is wrong.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";
import type { Kind } from "./declare/handler.ts";

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
  | "stale_incarnation"
  | "no_cookie"
  | "not_ready"
  | "not_audited"
  | "timeout"
  | "cancelled"
  | "busy"
  | "answer_too_large"
  | "internal_error";

/** An error that is shown to the client as written. */
export class ToolError extends BeamtapError<ToolErrorCode> {
  override name = "ToolError";
}

/** What a handler of a kind is called that there is none of. */
export const UNKNOWN: Readonly<Record<Kind, ToolErrorCode>> = {
  tool: "unknown_tool",
  resource: "unknown_resource",
  resource_template: "unknown_resource",
  prompt: "unknown_prompt",
  completion: "unknown_completion",
};

/** What is wrong with a declaration, a grant or a registration. */
export type RegistryErrorCode =
  | "duplicate_name"
  | "batch_not_done"
  | "bad_grant"
  | "not_ready";

/** A declaration or grant that is refused; nothing has changed. */
export class RegistryError extends BeamtapError<RegistryErrorCode> {
  override name = "RegistryError";
}
