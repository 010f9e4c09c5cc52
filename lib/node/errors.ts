/**
 * Errors of connecting to a node and calling it.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";
import type { Term } from "../etf/mod.ts";

/** Codes of {@linkcode NodeError}. */
export type NodeErrorCode =
  /** Not a valid node name. */
  | "bad_node_name"
  /** Not a TCP port. */
  | "bad_port"
  /** No node of that name is configured. */
  | "unknown_node"
  /** No cookie is known for the node. */
  | "no_cookie"
  /** OTP itself would refuse the cookie. */
  | "bad_cookie"
  /** Connecting took too long, all steps together. */
  | "dial_timed_out"
  /** The caller stopped waiting for the link. */
  | "aborted"
  /** The node was removed, or the pool is closed. */
  | "closed";

/** Thrown when a node cannot be reached as configured. */
export class NodeError extends BeamtapError<NodeErrorCode> {
  /** Name of the class. */
  override name = "NodeError";
}

/** Codes of {@linkcode CallError}. */
export type CallErrorCode =
  /** No answer before the timeout; the worker was killed. */
  | "timeout"
  /** The caller cancelled; the worker was killed. */
  | "aborted"
  /** The link broke during the call. */
  | "noconnection"
  /** The called function raised. */
  | "exception"
  /** The worker was killed: by its heap limit, or by somebody on the target. */
  | "killed"
  /** The target has so few atoms left that a call could crash it. */
  | "atom_table_full"
  /** The target could not start a worker. */
  | "spawn_failed"
  /** The answer cannot be decoded. */
  | "undecodable";

/** Exception raised by a called function. */
export interface RemoteException {
  /** `error`, `exit` or `throw`. */
  readonly class: "error" | "exit" | "throw";
  /** The reason, or the thrown term. */
  readonly reason: Term;
  /** `[{Module, Function, ArityOrArgs, Location}]`; only for class `error`. */
  readonly stack: Term | undefined;
}

/** Thrown when a call does not return. */
export class CallError extends BeamtapError<CallErrorCode> {
  /** Name of the class. */
  override name = "CallError";
  /** With `exception`: what was raised. */
  readonly exception?: RemoteException;
}

/** Errors that doctor has nothing to add to, or that are not the node's. */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  "aborted",
  "closed",
  "no_cookie",
  "bad_cookie",
  "permission_denied",
]);

/** Adds to an error of connecting what explains it step by step. */
export function adviseDoctor(error: unknown, node: string): void {
  if (!(error instanceof BeamtapError) || UNDERSTOOD.has(error.code)) return;
  const { hint } = error;
  if (hint?.includes("beamtap doctor")) return;
  const more = `to see each step, run: beamtap doctor ${node}`;
  Object.assign(error, { hint: hint ? `${hint}; ${more}` : more });
}
