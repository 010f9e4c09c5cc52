/**
 * What can go wrong while reaching a node or calling it.
 *
 * @module
 */

import { BeamtapError, type BeamtapErrorOptions } from "../errors.ts";
import type { Term } from "../etf/mod.ts";

/** Codes of {@linkcode NodeError}. */
export type NodeErrorCode =
  /** Not a node name, or not one that can be dialled. */
  | "bad_node_name"
  /** Not a TCP port. */
  | "bad_port"
  /** No node of that name is configured. */
  | "unknown_node"
  /** No cookie is known for the node. */
  | "no_cookie"
  /** OTP itself would refuse the cookie. */
  | "bad_cookie"
  /** Reaching the node took too long, all steps together. */
  | "dial_timed_out"
  /** The caller gave up waiting for the link. */
  | "aborted"
  /** The node was forgotten, or the pool is closed. */
  | "closed";

/** A node cannot be dialled as configured. */
export class NodeError extends BeamtapError<NodeErrorCode> {
  /** Name of the class. */
  override name = "NodeError";
}

/** Codes of {@linkcode CallError}. */
export type CallErrorCode =
  /** The deadline passed; the worker was killed. */
  | "timeout"
  /** The caller gave up; the worker was killed. */
  | "aborted"
  /** The link broke while the call was under way. */
  | "noconnection"
  /** The called function raised. */
  | "exception"
  /** The worker was killed by a signal: its heap guard, or somebody on the target. */
  | "killed"
  /** So few atoms are left to the target that a question could end it. */
  | "atom_table_full"
  /** The target could not start a worker. */
  | "spawn_failed"
  /** The answer is not a term that can be decoded. */
  | "undecodable";

/** What a called function raised. */
export interface RemoteException {
  /** `error`, `exit` or `throw`. */
  readonly class: "error" | "exit" | "throw";
  readonly reason: Term;
  /** `[{Module, Function, ArityOrArgs, Location}]`; only for class `error`. */
  readonly stack: Term | undefined;
}

/** Options for {@linkcode CallError}. */
export interface CallErrorOptions extends BeamtapErrorOptions {
  exception?: RemoteException | undefined;
}

/** A call did not return. */
export class CallError extends BeamtapError<CallErrorCode> {
  /** Name of the class. */
  override name = "CallError";
  /** For `exception`: what was raised. */
  readonly exception: RemoteException | undefined;

  /** A call that did not return. */
  constructor(
    code: CallErrorCode,
    message: string,
    options: CallErrorOptions = {},
  ) {
    super(code, message, options);
    this.exception = options.exception;
  }
}
