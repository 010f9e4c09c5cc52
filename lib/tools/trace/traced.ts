/**
 * Traces: what functions are called with and give, what processes send, receive and do.
 *
 * @module
 */

import {
  type Content,
  type ContentLimits,
  contentRefused,
  type Cost,
  type CutLimits,
  cutLimits,
  defineProbe,
  encodeArgs,
  encodeLimits,
  encodeProcess,
  marked,
  nameText,
  type Probe,
  processRefused,
  readAtom,
  readFields,
  readIdentifier,
  readInteger,
  readKnown,
  readKnownMfa,
  readList,
  readMaybeRaw,
  readTuple,
  s,
} from "../../beam/mod.ts";
import { atom, Pid, Port, type Term, tuple } from "../../etf/mod.ts";
import { knownMfaText } from "../fields.ts";
import {
  encodeTarget,
  traceRefused,
  type TraceTarget,
} from "./trace_targets.ts";

/** More calls a second are not traced, unless sampled. */
export const MAX_CALL_RATE = 1000;

/** What is traced of a process beside calls, as the emulator calls it. */
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

/** Arguments of {@linkcode traced}. */
export interface TracedArgs extends ContentLimits {
  readonly functions: readonly TraceTarget[];
  /** Only in these; in all, if left out. */
  readonly processes?: readonly string[] | undefined;
  readonly flags?: readonly TraceFlag[] | undefined;
  /** Of calls: only those that one of these is for; all, if left out. */
  readonly clauses?: readonly CallClause[] | undefined;
  /** Copies what functions are called with; else only how many arguments. @default {false} */
  readonly arguments?: boolean | undefined;
  /** Copies what calls return or raise. */
  readonly returns: boolean;
  /** Copies every message; else those are left out that may be large. @default {false} */
  readonly messages?: boolean | undefined;
  /** Traces one call of each process, and after so many ms another; none is refused as too frequent. */
  readonly sample_ms?: number | undefined;
  readonly max_events: number;
  readonly duration_ms: number;
  /** Of all events; twice `max_bytes` if left out. */
  readonly total_bytes?: number | undefined;
  /** Whether partial answers hold the events since the one before. @default {false} */
  readonly stream?: boolean | undefined;
}

/** A clause of a match specification; its variables are `'$1'` to `'$30'`. */
export interface CallClause {
  /** A pattern for the list of arguments, or `'_'`. */
  readonly head: Term;
  /** All must be true: `{'>', '$1', 100}`. */
  readonly guards: readonly Term[];
}

/** Something that happened in a process. */
export interface TraceEvent {
  /** `call`, `return`, `exception`, `sent`, `received`, `spawned`, `exited`, `gc_minor_start`, `in`… */
  readonly kind: string;
  /** Since the trace began. */
  readonly at_ms: number;
  readonly pid: string;
  readonly function?: string | undefined;
  /** Where the call returns to. */
  readonly caller?: string | undefined;
  /** `error`, `exit`, `throw`. */
  readonly class?: string | undefined;
  /** The receiver of a message, the process spawned or linked to. */
  readonly other?: string | undefined;
  /** Arguments, result, reason or message. */
  readonly content?: Content | undefined;
}

/** Why a trace has ended. */
export const TRACE_ENDS = [
  "max_events",
  "max_bytes",
  "duration",
  "tracer_killed",
  "processes_ended",
  "taken",
] as const;

/** See {@linkcode TRACE_ENDS}. */
export type TraceEnd = typeof TRACE_ENDS[number];

/** A module was loaded anew while it was traced: what happened until the trace was set again is missing. */
export interface LoadedAnew {
  /** When the trace was set again, since it began. */
  readonly at_ms: number;
  readonly module: string;
  /** Functions that are traced since; 0 if it has none of those any more. */
  readonly functions: number;
}

/** Answer of {@linkcode traced}. */
export interface Traced {
  /** Before the trace, of all functions together. */
  readonly calls_per_s?: number | undefined;
  /** That are traced. */
  readonly functions: number;
  readonly processes: number;
  /** Date and time by the clock of the node. */
  readonly began: string;
  readonly events: readonly TraceEvent[];
  readonly received: number;
  /** Left out while it runs. */
  readonly ended_by?: TraceEnd | undefined;
  /** Trace messages that had come when the limit was reached, and were dropped. */
  readonly not_told: number;
  /** The first 20. */
  readonly loaded_anew: readonly LoadedAnew[];
  readonly cost: Cost;
}

/** Traces for a while, up to a number of events. */
export const traced: Probe<TracedArgs, Traced> = defineProbe("traced", {
  encode(args): Term {
    const { functions, processes, flags = [], max_events } = args;
    return encodeArgs({
      targets: functions.map(encodeTarget),
      processes: processes?.map(encodeProcess) ?? atom("all"),
      flags: flags.map(atom),
      spec: encodeSpec(args),
      messages: args.messages === true,
      limits: encodeLimits(args, parts(args)),
      max_events,
      max_bytes: args.total_bytes ?? 2 * args.max_bytes,
      duration_ms: args.duration_ms,
      max_rate: MAX_CALL_RATE,
      sample_ms: args.sample_ms,
      stream: args.stream === true,
    });
  },
  decode(answer, reading, args): Traced {
    const { node, cost } = reading;
    const fields = readFields(answer);
    const limits = cutLimits(args, parts(args));
    return {
      calls_per_s: fields.get("rate", (rate) => readKnown(rate, readInteger)),
      functions: fields.get("functions", readInteger),
      processes: fields.get("processes", readInteger),
      began: fields.get("system_ms", (ms) => s.moment.read(ms, reading)),
      events: fields.get("events", readList)
        .map((event) => readTraceEvent(event, node, limits)),
      received: fields.get("received", readInteger),
      ended_by: fields.get("ended", readTraceEnd),
      not_told: fields.get("waiting", readInteger),
      loaded_anew: fields.get("loaded", readList).map(readLoadedAnew),
      cost,
    };
  },
  refused: (refusal, { functions, processes }) =>
    traceRefused(refusal, functions) ?? contentRefused(refusal) ??
      processRefused(refusal, (processes ?? []).join(", ")),
});

/** Among how many events the bytes are shared. */
export function parts({ max_events }: { readonly max_events: number }): number {
  return Math.min(max_events, 20);
}

/** Why `trace_collector.erl` has ended; missing while it runs. */
export function readTraceEnd(term: Term): TraceEnd | undefined {
  return ENDS[readAtom(term)];
}

const ENDS: Readonly<Record<string, TraceEnd>> = {
  limit: "max_events",
  bytes: "max_bytes",
  stopped: "duration",
  tracer_killed: "tracer_killed",
  gone: "processes_ended",
  taken: "taken",
};

function readLoadedAnew(term: Term): LoadedAnew {
  const [at = term, module = term, functions = term] = readTuple(term, 3);
  return {
    at_ms: readInteger(at) / 1000,
    module: nameText(readAtom(module)),
    functions: readInteger(functions),
  };
}

/** What is asked of a match specification is what cannot change the process it runs in. */
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

/** An event of `erl/trace_events.erl`. */
export function readTraceEvent(
  term: Term,
  node: string,
  limits: CutLimits,
): TraceEvent {
  const [
    kind = term,
    at = term,
    pid = term,
    mfa = term,
    other = term,
    content = term,
  ] = readTuple(term, 6);
  const event = readAtom(kind);
  return {
    kind: event,
    at_ms: readInteger(at) / 1000,
    pid: readIdentifier(pid, node),
    function: knownMfaText(readKnownMfa(mfa)),
    caller: event === "call" ? knownMfaText(readKnownMfa(other)) : undefined,
    class: event === "exception" ? readAtom(other) : undefined,
    other: other instanceof Pid || other instanceof Port
      ? readIdentifier(other, node)
      : undefined,
    content: readKnown(content, (known) => readMaybeRaw(known, limits)),
  };
}
