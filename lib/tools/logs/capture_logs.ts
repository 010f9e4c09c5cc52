/**
 * Log events of a node as they happen.
 *
 * @module
 */

import {
  BeamError,
  type Content,
  type ContentLimits,
  type Cost,
  defineProbe,
  encodeLimits,
  encodeName,
  type Mfa,
  nameRefused,
  type Odd,
  type Probe,
  readAtom,
  readContent,
  readFields,
  readInteger,
  readKnown,
  readKnownMfa,
  readList,
  readOdd,
  readPid,
  readTuple,
} from "../../beam/mod.ts";
import { atom, binary, boolean, map, type Term } from "../../etf/mod.ts";

/** The least important last. */
export const EVENT_LEVELS = [
  "emergency",
  "alert",
  "critical",
  "error",
  "warning",
  "notice",
  "info",
  "debug",
] as const;

/** See {@linkcode EVENT_LEVELS}. */
export type EventLevel = (typeof EVENT_LEVELS)[number];

/** Arguments of {@linkcode logCapture}. */
export interface LogCaptureArgs extends ContentLimits {
  /** Only events of this level or a more important one. */
  readonly level: EventLevel;
  /** Only events logged by this module. */
  readonly module?: string | undefined;
  /** Only events whose text holds this. */
  readonly text?: string | undefined;
  readonly max_events: number;
  readonly duration_ms: number;
  /** Counts on until the time is up, when there are events enough. @default {false} */
  readonly whole?: boolean | undefined;
  /** Of all events; twice `max_bytes` if left out. */
  readonly total_bytes?: number | undefined;
  /** Whether partial answers hold the events since the one before. @default {false} */
  readonly stream?: boolean | undefined;
}

/** Where something was logged from. */
export interface LogSite {
  readonly level: string;
  readonly function?: Mfa | undefined;
  readonly line?: number | undefined;
}

/** An event. */
export interface LogEvent extends LogSite {
  /** In ms since 1970, by the clock of the node; when it was seen, where its `time` is none. */
  readonly at_ms: number;
  readonly pid?: string | undefined;
  /** Metadata that is not of its usual form (`time` as text), as the node prints it. */
  readonly odd: readonly Odd[];
  /** `text`: a large one, or one with a function in it, made text and cut where it was logged. */
  readonly kind: "string" | "format" | "report" | "text";
  /** Text, or the term of a report. */
  readonly content: Content;
}

/** Answer of {@linkcode logCapture}. */
export interface LogCapture {
  readonly window_ms: number;
  /** Events of every kind that passed the level of the node. */
  readonly total: number;
  /** The others came too fast, more than 25 in 100 ms, and were only counted. */
  readonly looked_at: number;
  /** Not looked at, since it could have ended their processes, which have a low heap limit. */
  readonly passed_over: number;
  /** Those looked at that were wanted. */
  readonly matched: number;
  /** Who logs the most of them. */
  readonly sites: readonly (LogSite & { readonly count: number })[];
  readonly events: readonly LogEvent[];
  /** Events so far. */
  readonly received: number;
  /** Left out while it runs. */
  readonly ended_by?: "duration" | "max_events" | "max_bytes" | undefined;
  readonly cost: Cost;
}

/** Listens for a while. */
export const logCapture: Probe<LogCaptureArgs, LogCapture> = defineProbe(
  "capture_logs",
  {
    encode: (
      {
        level,
        module,
        text = "",
        max_events,
        duration_ms,
        whole,
        total_bytes,
        stream,
        ...limits
      },
    ) =>
      map([
        [
          atom("levels"),
          EVENT_LEVELS.slice(0, EVENT_LEVELS.indexOf(level) + 1).map(atom),
        ],
        [
          atom("module"),
          module === undefined
            ? atom("any")
            : encodeName(module, "no_such_module"),
        ],
        [atom("text"), binary(text)],
        [atom("max_events"), max_events],
        [atom("duration_ms"), duration_ms],
        [atom("whole"), boolean(whole === true)],
        [atom("stream"), boolean(stream === true)],
        [atom("max_bytes"), total_bytes ?? 2 * limits.max_bytes],
        [atom("limits"), encodeLimits(limits, Math.min(max_events, 10))],
      ]),
    decode(answer, { node, cost }): LogCapture {
      const fields = readFields(answer);
      return {
        window_ms: Math.round(fields.get("window_us", readInteger) / 1000),
        total: fields.get("total", readInteger),
        looked_at: fields.get("looked_at", readInteger),
        passed_over: fields.get("passed_over", readInteger),
        matched: fields.get("matched", readInteger),
        sites: fields.get("sites", readList).map((pair) => {
          const [site = pair, count = pair] = readTuple(pair, 2);
          const [level = site, mfa = site, line = site] = readTuple(site, 3);
          return { ...readSite(level, mfa, line), count: readInteger(count) };
        }),
        events: fields.get("events", readList)
          .map((event) => readEvent(event, node)),
        received: fields.get("received", readInteger),
        ended_by: fields.get("ended", (why) => ENDS[readAtom(why)]),
        cost,
      };
    },
    refused(refusal, { module = "" }): BeamError {
      const { code, detail, node } = refusal;
      switch (code) {
        case "no_such_module":
          return nameRefused(code, refusal, module);
        case "logger_hung":
          return new BeamError(
            "no_answer",
            `the process logger of ${node} does not answer, so nothing can be captured`,
            { hint: "get_process with process logger shows what it is at" },
          );
        default:
          return new BeamError(
            "too_many_captures",
            `${
              readInteger(detail)
            } captures of log events run on ${node} already`,
            { hint: "wait until one of them has ended" },
          );
      }
    },
  },
);

const ENDS: Readonly<Record<string, LogCapture["ended_by"]>> = {
  duration: "duration",
  max_events: "max_events",
  max_bytes: "max_bytes",
};

const KINDS: Readonly<Record<string, LogEvent["kind"]>> = {
  string: "string",
  format: "format",
  report: "report",
  text: "text",
};

function readSite(level: Term, mfa: Term, line: Term): LogSite {
  return {
    level: readAtom(level),
    function: readKnownMfa(mfa),
    line: readKnown(line, readInteger),
  };
}

function readEvent(term: Term, node: string): LogEvent {
  const [
    level = term,
    time = term,
    pid = term,
    mfa = term,
    line = term,
    kind = term,
    content = term,
    odd = term,
  ] = readTuple(term, 8);
  return {
    ...readSite(level, mfa, line),
    at_ms: readInteger(time) / 1000,
    pid: readKnown(pid, (it) => readPid(it, node)),
    kind: KINDS[readAtom(kind)] ?? "text",
    content: readContent(content),
    odd: readOdd(odd),
  };
}
