/**
 * The worker of a call: it runs `erpc:execute_call/4`, with these spawn options, and
 * its exit reason is the answer.
 *
 * @module
 */

import {
  atom,
  equals,
  map,
  Reference,
  type Term,
  Tuple,
  tuple,
} from "../etf/mod.ts";
import { killed, raised } from "./call_failures.ts";
import type { RemoteException } from "./errors.ts";
import type { CallOptions } from "./rpc.ts";

/** Outcome of a call. */
export type Outcome = { readonly value: Term } | { readonly error: Error };

/** The function that a worker runs. */
export const ERPC: Tuple = tuple(atom("erpc"), atom("execute_call"), 4);
const DEFAULT_MAX_HEAP_WORDS = 16 * 1024 * 1024;
const DEFAULT_SPAWN_OPTIONS = makeSpawnOptions();

/** Returns the spawn options: linked to the caller, low priority by default, limited heap. */
export function spawnOptions({ priority, maxHeapWords }: CallOptions): Term {
  return priority === undefined && maxHeapWords === undefined
    ? DEFAULT_SPAWN_OPTIONS
    : makeSpawnOptions(priority, maxHeapWords);
}

function makeSpawnOptions(
  priority: CallOptions["priority"] = "low",
  maxHeapWords = DEFAULT_MAX_HEAP_WORDS,
): Term {
  return [
    atom("link"),
    tuple(atom("priority"), atom(priority)),
    tuple(
      atom("max_heap_size"),
      map([
        [atom("size"), maxHeapWords],
        [atom("kill"), atom("true")],
        [atom("error_logger"), atom("false")],
      ]),
    ),
  ];
}

/** Turns a worker's exit reason into the outcome of its call (see `erpc:execute_call/4`). */
export function readOutcome(
  call: { readonly what: string; readonly result: Reference },
  reason: Term,
): Outcome {
  const elements = reason instanceof Tuple ? reason.elements : [];
  const [reference, how, what, stack] = elements;
  if (
    !(reference instanceof Reference) || !equals(reference, call.result) ||
    what === undefined
  ) {
    return { error: killed(call.what, reason) };
  }
  if (how === atom("return")) return { value: what };
  const exception = readException(how, what, stack);
  return exception
    ? { error: raised(call.what, exception) }
    : { error: killed(call.what, reason) };
}

function readException(
  how: Term | undefined,
  reason: Term,
  stack: Term | undefined,
): RemoteException | undefined {
  if (how === atom("error")) return { class: "error", reason, stack };
  if (how === atom("exit")) return { class: "exit", reason, stack: undefined };
  if (how === atom("throw")) {
    return { class: "throw", reason, stack: undefined };
  }
  return undefined;
}
