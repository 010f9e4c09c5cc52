/**
 * The worker of a call, which runs `erpc:execute_call/4`, and how the call ends: its exit
 * reason is the answer. Errors name what was asked, not the function that was called for it.
 *
 * @module
 */

import type { DistError } from "../dist/mod.ts";
import {
  atom,
  equals,
  format,
  map,
  Reference,
  type Term,
  Tuple,
  tuple,
} from "../etf/mod.ts";
import { CallError, type RemoteException } from "./errors.ts";
import { type Condition, troubleOf } from "./pulse.ts";
import type { CallOptions } from "./rpc.ts";

/** Outcome of a call. */
export type Outcome = { readonly value: Term } | { readonly error: Error };

/** The function that a worker runs. */
export const ERPC: Tuple = tuple(atom("erpc"), atom("execute_call"), 4);
const DEFAULT_MAX_HEAP_WORDS = 16 * 1024 * 1024;

/** Returns the spawn options: linked to the caller, low priority by default, limited heap. */
export function spawnOptions(
  { priority = "low", maxHeapWords = DEFAULT_MAX_HEAP_WORDS }: Pick<
    CallOptions,
    "priority" | "maxHeapWords"
  >,
): Term {
  const heap = map([
    [atom("size"), maxHeapWords],
    [atom("kill"), atom("true")],
    [atom("error_logger"), atom("false")],
  ]);
  return [
    atom("link"),
    tuple(atom("priority"), atom(priority)),
    tuple(atom("max_heap_size"), heap),
  ];
}

const RETURN = atom("return");
const CLASSES: ReadonlyMap<Term | undefined, RemoteException["class"]> =
  new Map([
    [atom("error"), "error"],
    [atom("exit"), "exit"],
    [atom("throw"), "throw"],
  ]);

/** Turns a worker's exit reason into the outcome of its call (see `erpc:execute_call/4`). */
export function readOutcome(
  call: { readonly what: string; readonly result: Reference },
  exit: Term,
): Outcome {
  const elements = exit instanceof Tuple ? exit.elements : [];
  const [reference, how, reason, stack] = elements;
  const isAnswer = reference instanceof Reference &&
    equals(reference, call.result);
  const kind = CLASSES.get(how);
  if (!isAnswer || reason === undefined || !kind && how !== RETURN) {
    return { error: killed(call.what, exit) };
  }
  if (!kind) return { value: reason };
  const exception = {
    class: kind,
    reason,
    stack: kind === "error" ? stack : undefined,
  };
  return { error: raised(call.what, exception) };
}

/** Returns the error for a timeout, or for a node silent for so long that waiting is pointless. */
export function timedOut(
  asked: { readonly what: string; readonly node: string },
  afterMs: number,
  condition: Condition | undefined,
): CallError {
  const after = Math.round(afterMs);
  const head = `${asked.what} got no answer within ${after} ms and was stopped`;
  const trouble = troubleOf(asked.node, condition);
  if (trouble) {
    return new CallError("timeout", `${head}: ${trouble.text}`, trouble.hint);
  }
  const ms = condition && Math.max(1, Math.round(condition.ms));
  const well = ms === undefined
    ? ""
    : `; the node itself is responsive, answering a minimal question within ${ms} ms`;
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

function raised(what: string, exception: RemoteException): CallError {
  const reason = format(exception.reason, { syntax: "erlang", maxBytes: 1000 });
  const error = new CallError(
    "exception",
    `${what} raised ${exception.class}: ${reason}`,
  );
  return Object.assign(error, { exception });
}

function killed(what: string, reason: Term): CallError {
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
