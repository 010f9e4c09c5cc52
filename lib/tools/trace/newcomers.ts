/**
 * Processes that come while a question looks: what a process and its descendants start, or
 * who calls a function.
 *
 * @module
 */

import {
  type BeamError,
  encodeProcess,
  processRefused,
  type Refusal,
} from "../../beam/mod.ts";
import { atom, type Term, tuple } from "../../etf/mod.ts";
import { spawnersUnknown } from "../processes/process_fields.ts";
import {
  encodeTarget,
  traceRefused,
  type TraceTarget,
} from "./trace_targets.ts";

/** The function that a text names with its arity: `mod:fun/2`, `Mod.fun/2`; otherwise it is a process. */
export function calledFunction(text: string): TraceTarget | undefined {
  const [, module, name] =
    /^:?([^\s<{#].*)[:.]([^:./]+\/\d{1,3})$/.exec(text.trim()) ?? [];
  return module === undefined ? undefined : { module, function: name };
}

/** The argument `whose` of `newcomers:open/3`. */
export function encodeWhose(text: string): Term {
  const target = calledFunction(text);
  return target === undefined
    ? tuple(atom("process"), encodeProcess(text))
    : tuple(atom("function"), encodeTarget(target));
}

/** The error for refused newcomers. */
export function whoseRefused(
  refusal: Refusal,
  text: string,
): BeamError | undefined {
  const target = calledFunction(text);
  return refusal.code === "not_known"
    ? spawnersUnknown(refusal, "pass a function that they call")
    : traceRefused(refusal, target === undefined ? [] : [target]) ??
      processRefused(refusal, text);
}
