/**
 * Errors of failed calls. Their messages name what was asked, not the function that
 * was called for it.
 *
 * @module
 */

import type { DistError } from "../dist/mod.ts";
import { format, type Term } from "../etf/mod.ts";
import { CallError, type RemoteException } from "./errors.ts";
import { type Condition, troubleOf } from "./pulse.ts";

/** Returns the error for a timeout, or for a node silent for so long that waiting is pointless. */
export function timedOut(
  asked: { readonly what: string; readonly node: string },
  afterMs: number,
  condition: Condition | undefined,
): CallError {
  const head = `${asked.what} got no answer within ${
    Math.round(afterMs)
  } ms and was stopped`;
  const trouble = troubleOf(asked.node, condition);
  if (trouble) {
    return new CallError("timeout", `${head}: ${trouble.text}`, trouble.hint);
  }
  const well = condition === undefined
    ? ""
    : `; the node itself is responsive, answering a minimal question within ${
      Math.max(1, Math.round(condition.ms))
    } ms`;
  return new CallError(
    "timeout",
    `${head}${well}`,
    "the question takes longer than that, what it waits for hangs, or the node is busy with its own work " +
      "(questions run at low priority): ask for less, or allow more time",
  );
}

/** Returns the error for a call that the caller cancelled. */
export function aborted(what: string): CallError {
  return new CallError("aborted", `${what} was cancelled and stopped`);
}

/** Returns the error for a call one of whose messages could not be handled. */
export function mishandled(what: string, cause: unknown): CallError {
  return new CallError(
    "aborted",
    `${what} was stopped: one of its messages could not be handled`,
    { cause },
  );
}

/** Returns the error for a link that ended during the call. */
export function noConnection(what: string, reason: DistError): CallError {
  return new CallError(
    "noconnection",
    `the link broke during ${what}: ${reason.message}`,
    { cause: reason, hint: reason.hint ?? "the next call reconnects" },
  );
}

/** Returns the error for a node that could not start a worker. */
export function notStarted(
  what: string,
  node: string,
  reason: string,
): CallError {
  return new CallError(
    "spawn_failed",
    `${node} could not start a process for ${what}: ${reason}`,
    reason === "system_limit"
      ? "the node has reached its process limit"
      : undefined,
  );
}

/** Returns the error for a called function that raised. */
export function raised(what: string, exception: RemoteException): CallError {
  const reason = format(exception.reason, { syntax: "erlang", maxBytes: 1000 });
  const error = new CallError(
    "exception",
    `${what} raised ${exception.class}: ${reason}`,
  );
  return Object.assign(error, { exception });
}

/** Returns the error for a worker that ended without returning or raising. */
export function killed(what: string, reason: Term): CallError {
  return new CallError(
    "killed",
    `the process that ran ${what} was killed: ${
      format(reason, { syntax: "erlang", maxBytes: 200 })
    }`,
    "the reason `killed` usually means the call's heap limit",
  );
}

/** Returns the error for an answer that cannot be decoded. */
export function undecodable(what: string, cause: Error | undefined): CallError {
  return new CallError(
    "undecodable",
    `the answer of ${what} cannot be decoded: ${
      cause?.message ?? "it is missing"
    }`,
    { cause },
  );
}
