/**
 * Puts the failure of a call into words: of what was asked, not of the function
 * that was called for it.
 *
 * @module
 */

import type { DistError } from "../dist/mod.ts";
import { format, type Term } from "../etf/mod.ts";
import { CallError, type RemoteException } from "./errors.ts";
import { type Condition, troubleOf } from "./pulse.ts";

/** Time is up, or the node has been silent for so long that waiting is pointless. */
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
    return new CallError("timeout", `${head}: ${trouble.text}`, {
      hint: trouble.hint,
    });
  }
  const well = condition === undefined
    ? ""
    : `; the node itself answers, a minimal question within ${
      Math.max(1, Math.round(condition.ms))
    } ms`;
  return new CallError("timeout", `${head}${well}`, {
    hint:
      "the question takes longer than that, what it waits for hangs, or the node's own work goes first " +
      "(questions run at low priority): ask for less, or allow more time",
  });
}

/** The caller does not want the answer any more. */
export function aborted(what: string): CallError {
  return new CallError("aborted", `${what} was given up and stopped`);
}

/** What the call sent while it ran was too much for us. */
export function mishandled(what: string, cause: unknown): CallError {
  return new CallError(
    "aborted",
    `${what} was given up: a message of it could not be handled`,
    { cause },
  );
}

/** The link ended. */
export function noConnection(what: string, reason: DistError): CallError {
  return new CallError(
    "noconnection",
    `the link broke during ${what}: ${reason.message}`,
    { cause: reason, hint: reason.hint ?? "the next call connects anew" },
  );
}

/** The node refused to start the worker, with this reason. */
export function notStarted(
  what: string,
  node: string,
  reason: string,
): CallError {
  return new CallError(
    "spawn_failed",
    `${node} could not start a process for ${what}: ${reason}`,
    {
      hint: reason === "system_limit"
        ? "the node has reached its process limit"
        : undefined,
    },
  );
}

/** The called function raised. */
export function raised(what: string, exception: RemoteException): CallError {
  return new CallError(
    "exception",
    `${what} raised ${exception.class}: ${
      format(exception.reason, { syntax: "erlang", maxBytes: 1000 })
    }`,
    { exception },
  );
}

/** The worker ended in another way than by returning or raising. */
export function killed(what: string, reason: Term): CallError {
  return new CallError(
    "killed",
    `the process that ran ${what} was killed: ${
      format(reason, { syntax: "erlang", maxBytes: 200 })
    }`,
    { hint: "reason `killed` is most often the heap limit of the call" },
  );
}

/** The answer came, and is no term that we can hold. */
export function undecodable(what: string, cause: Error | undefined): CallError {
  return new CallError(
    "undecodable",
    `the answer of ${what} cannot be decoded: ${
      cause?.message ?? "it is missing"
    }`,
    { cause },
  );
}
