/**
 * What the tools that trace have in common: which functions and copies are asked for,
 * and how events are shown.
 *
 * @module
 */

import * as z from "zod";
import type { ContentLimits } from "../../beam/mod.ts";
import { ByteList } from "../../etf/mod.ts";
import {
  type Annotations,
  type NodeContext,
  ToolError,
  unlisted,
} from "../../registry/mod.ts";
import { COST, FUNCTION_INPUT } from "../fields.ts";
import { following } from "../following.ts";
import {
  type Shower,
  showerOf,
  SHOWN,
  shown,
  type Style,
  styleOf,
} from "../terms.ts";
import { clausesOf, functionIn, type PatternInput } from "./patterns/mod.ts";
import { targetText } from "./trace_targets.ts";
import { DURATION, timed } from "./durations.ts";
import {
  EVENT,
  runTrace,
  type TracedArgs,
  type TraceEvent,
} from "./run_trace.ts";

const SETS_TRACES: Annotations = {
  readOnlyHint: false,
  destructiveHint: false,
  idempotentHint: false,
  openWorldHint: false,
};

/** What tools declare that set a trace on the node, and remove it. */
export const TRACES = {
  toolset: "trace",
  annotations: SETS_TRACES,
  scopes: ["trace"],
} as const;

/** Which functions are meant. */
export const FUNCTION = {
  module: z.string().min(1).max(255).describe("A loaded module."),
  function: FUNCTION_INPUT,
};

/** Which calls are meant. */
export const PATTERN = {
  match: z.string().min(1).max(5000).optional().describe(
    "In the node's language: pay({user, Id}, _) when Id > 9.",
  ),
  match_spec: unlisted(z.string().min(1).max(5000).optional()).describe(
    "Instead of match.",
  ),
};

/** Contents copied only on request, since their size is not known beforehand. */
export const COPIES = {
  arguments: z.boolean().default(false).describe(
    "RISK: copied before any limit; can end the node.",
  ),
  returns: z.boolean().default(false).describe("Results. RISK too."),
};

/** The same of messages. */
export const MESSAGES = z.boolean().default(false).describe(
  "Also large ones. RISK too.",
);

/** What a trace of calls does, in one sentence. */
export async function callsText(
  args: PatternInput & {
    module: string;
    function?: string | undefined;
    arguments: boolean;
    returns: boolean;
  },
  context: Pick<NodeContext, "beam">,
): Promise<string> {
  const clauses = clausesOf(args, await styleOf(context));
  const target = { ...args, function: functionIn(args, clauses) };
  const pattern = args.match ?? args.match_spec;
  return `calls of ${targetText(target)}${
    pattern === undefined ? "" : `, with arguments as in ${pattern}`
  }${args.arguments ? ", with a copy of their arguments" : ""}${
    args.returns ? ", with a copy of what they return or raise" : ""
  }`;
}

const { content: _, ...EVENT_FIELDS } = EVENT.fields;

/** Events as an answer shows them. */
export const EVENTS = z.array(
  z.object({ ...EVENT_FIELDS, ...z.object(SHOWN).partial().shape }),
);

/**
 * Flags that copy what may be large.
 *
 * @throws {ToolError} `invalid_arguments`
 */
export function checkEvents(
  { events, messages }: { events: readonly string[]; messages: boolean },
): void {
  if (messages || !events.includes("procs")) return;
  throw new ToolError(
    "invalid_arguments",
    "procs copies exit reasons and spawn arguments of any size",
    { hint: "pass messages as well, or leave procs out" },
  );
}

/** Left out by default. */
export const LARGE_LEFT_OUT =
  "messages that may be large (with maps, or deep), unless messages is true";

/** The note for an answer that may lack messages. */
export function leftOut(
  { events, messages }: { events: readonly string[]; messages: boolean },
): string | undefined {
  return !messages && (events.includes("send") || events.includes("receive"))
    ? LARGE_LEFT_OUT
    : undefined;
}

/** What is copied, in words for whoever approves the trace. */
export function copiesText(
  copies: { arguments: boolean; returns: boolean; messages: boolean },
): string {
  const names = (["arguments", "returns", "messages"] as const)
    .filter((name) => copies[name]);
  return names.length > 0 ? `, with copies of ${names.join(", ")}` : "";
}

/** Events as answers show them. */
export function rowsOf<Event extends TraceEvent>(
  events: readonly Event[],
  shower: Shower,
): (Omit<Event, "content"> & { term?: string; size_bytes?: number })[] {
  return events.map(({ content, ...event }) => {
    const text = content && shown(content, shower);
    const inner = content?.term;
    // Arguments are never a text, whatever numbers they are.
    return event.kind === "call" && text && inner instanceof ByteList
      ? { ...event, ...text, term: `[${Array.from(inner.bytes)}]` }
      : { ...event, ...text };
  });
}

/** The arguments that limit a trace. */
export const TRACE_LIMITS = {
  max_events: z.int().min(1).max(500).default(50).describe("Ends after these."),
  duration_ms: z.int().min(10).max(30_000).default(5000).describe("To trace."),
};

/** The arguments that whoever approves a trace may lower. */
export const TRACE_EDITS = ["max_events", "duration_ms", "max_bytes"] as const;

const { events: __, exceptions_end: ___, ...TRACED_FIELDS } =
  runTrace.shape.fields;

/** The answer of a trace that ends with its call. */
export const TRACED_OUTPUT = {
  ...TRACED_FIELDS,
  left_out: z.string().optional(),
  events: z.array(EVENTS.element.extend(DURATION)),
  cost: COST,
};

/** A trace as it is shown: terms as text, without secrets. */
export async function shownTrace(
  context: NodeContext,
  style: Style,
  args: Omit<TracedArgs, keyof ContentLimits>,
): Promise<z.input<z.ZodObject<typeof TRACED_OUTPUT>>> {
  const ends = args.returns
    ? "results"
    : args.durations
    ? "return_to"
    : undefined;
  // Ends are events of their own.
  const max_events = (ends === "return_to" ? 2 : 1) * args.max_events;
  const { exceptions_end, ...told } = await following(
    context,
    args.duration_ms,
    () => context.beam.run(runTrace, { ...args, ...style, max_events }),
  );
  const events = ends === undefined
    ? told.events
    : timed(told.events, ends, exceptions_end);
  const kept = events.slice(0, args.max_events);
  return {
    ...told,
    not_told: told.not_told + events.length - kept.length,
    events: rowsOf(kept, showerOf(context, style)),
  };
}
