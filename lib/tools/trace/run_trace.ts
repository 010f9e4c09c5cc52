/**
 * Traces: calls and results of functions; what processes send, receive and do.
 *
 * @module
 */

import {
  type AnswerOf,
  type ContentLimits,
  contentRefused,
  cutLimits,
  defineQuestion,
  encodeArgs,
  encodeLimits,
  encodeProcess,
  marked,
  processRefused,
  s,
  type ValueOf,
} from "../../beam/mod.ts";
import { atom, type Term, tuple } from "../../etf/mod.ts";
import {
  encodeTarget,
  traceRefused,
  type TraceTarget,
} from "./trace_targets.ts";

/** Size of an event without its term, in bytes. */
const EVENT_BYTES = 250;

/** Maximum calls a second of traced functions, unless they are sampled. */
export const MAX_CALL_RATE = 1000;

/** Trace flags of the emulator for processes, calls aside. */
export const TRACE_FLAGS = [
  "send",
  "receive",
  "procs",
  "garbage_collection",
  "running",
  "set_on_spawn",
] as const;

/** See {@linkcode TRACE_FLAGS}. */
export type TraceFlag = (typeof TRACE_FLAGS)[number];

/** Arguments of {@linkcode runTrace}. */
export interface TracedArgs extends ContentLimits {
  readonly functions: readonly TraceTarget[];
  /** Processes to trace. @default {all} */
  readonly processes?: readonly string[] | undefined;
  readonly flags?: readonly TraceFlag[] | undefined;
  /** Traces only calls that match one of these. @default {all calls} */
  readonly clauses?: readonly CallClause[] | undefined;
  /** Copies arguments of calls, not only their number. @default {false} */
  readonly arguments?: boolean | undefined;
  /** Copies what calls return or raise. */
  readonly returns: boolean;
  /** Tells when calls end, by the functions that processes come back to, without what they return. @default {false} */
  readonly durations?: boolean | undefined;
  /** Includes messages that may be large. @default {false} */
  readonly messages?: boolean | undefined;
  /** Samples one call of each process per this many ms; then no function is refused as called too often. */
  readonly interval_ms?: number | undefined;
  readonly max_events: number;
  readonly duration_ms: number;
  /** Maximum bytes of all events. @default {twice `max_bytes`, plus the size of events without terms} */
  readonly total_bytes?: number | undefined;
  /** Whether partial answers contain the events since the previous one. @default {false} */
  readonly stream?: boolean | undefined;
}

/** A clause of a match specification; its variables are `'$1'` to `'$30'`. */
export interface CallClause {
  /** A pattern for the list of arguments, or `'_'`. */
  readonly head: Term;
  /** Guards, all of which must hold: `{'>', '$1', 100}`. */
  readonly guards: readonly Term[];
}

/** Why a trace has ended. */
export const ENDED_BY = s.oneOf([
  "max_events",
  "max_bytes",
  "duration",
  "tracer_killed",
  "processes_ended",
  "stopped",
  "taken",
]).optional();

/** An event of `trace_events.erl`; its term is small, or was cut on the node. */
export const EVENT = s.row({
  kind: s.name,
  at_ms: s.fractionOfMs.describe("Since the trace began."),
  pid: s.identifier,
  function: s.mfa.optional(),
  caller: s.mfa.optional(),
  class: s.name.optional(),
  other: s.knownIdentifier,
  content: s.maybeRaw.optional(),
});

/** Something that happened in a process. */
export type TraceEvent = ValueOf<typeof EVENT>;

/** Traces for a while, up to a number of events. */
export const runTrace = defineQuestion("run_trace", {
  encode: (args: TracedArgs) =>
    encodeArgs({
      targets: args.functions.map(encodeTarget),
      processes: args.processes?.map(encodeProcess) ?? atom("all"),
      flags: [
        ...args.flags ?? [],
        ...args.durations && !args.returns ? ["return_to"] : [],
      ].map(atom),
      spec: encodeSpec(args),
      messages: args.messages === true,
      limits: encodeLimits(args, parts(args)),
      max_events: args.max_events,
      max_bytes: args.total_bytes ??
        2 * args.max_bytes + EVENT_BYTES * args.max_events,
      duration_ms: args.duration_ms,
      max_rate: MAX_CALL_RATE,
      interval_ms: args.interval_ms,
      stream: args.stream === true,
    }),
  shape: s.record({
    calls_per_s: s.integer.optional().describe(
      "In the 100 ms before the trace; left out below 100.",
    ),
    traced_functions: s.integer,
    traced_processes: s.integer,
    began: s.moment.describe("By the clock of the node."),
    received: s.integer.describe(
      "Events in all; with durations, ends of calls too.",
    ),
    // Whether each end by an exception is told, from OTP 27 on.
    exceptions_end: s.flag,
    // Missing while it runs.
    ended_by: ENDED_BY.describe(
      "Unless duration or processes_ended, events may be missing. tracer_killed: too many or too large for its 128 MiB. taken: somebody ended or replaced the trace.",
    ),
    not_told: s.integer.describe("Dropped after the limit."),
    loaded_anew: s.list(s.row({
      at_ms: s.fractionOfMs,
      module: s.module,
      functions: s.integer.describe(
        "Traced since; 0: it has none of them now.",
      ),
    })).unlessEmpty().describe(
      "Reloaded modules: traced again from at_ms; events of up to 100 ms before are missing.",
    ),
    events: s.list(EVENT),
  }),
  limits: (args) => cutLimits(args, parts(args)),
  refused: (refusal, { functions, processes = [] }) =>
    traceRefused(refusal, functions) ?? contentRefused(refusal) ??
      processRefused(refusal, processes.join(", ")),
});

/** Answer of {@linkcode runTrace}. */
export type Traced = AnswerOf<typeof runTrace>;

/** Number of events that share the byte limit. */
export function parts({ max_events }: { readonly max_events: number }): number {
  return Math.min(max_events, 20);
}

/** Encodes a match specification; its actions never change the process that it runs in. */
function encodeSpec(args: TracedArgs): Term {
  const { clauses = [], returns } = args;
  return encodeArgs({
    arguments: args.arguments === true,
    clauses: clauses.map(({ head, guards }) =>
      tuple(marked(head), guards.map(marked))
    ),
    actions: [
      ...returns ? [tuple(atom("exception_trace"))] : [],
      tuple(atom("message"), tuple(atom("caller"))),
    ],
  });
}
