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
