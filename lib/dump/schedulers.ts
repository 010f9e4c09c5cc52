/**
 * What each scheduler did when the node ended.
 *
 * @module
 */

import type { Section } from "./section.ts";

/** One scheduler. */
export interface Scheduler {
  /** What runs on it. */
  readonly kind: "normal" | "dirty_cpu" | "dirty_io";
  /** Its number among all schedulers. */
  readonly id: number;
  /** Pid of the process that it ran, if any. */
  readonly currentProcess: string | undefined;
  /** State of the current process. */
  readonly state: string | undefined;
  /** Function that the current process ran. */
  readonly currentFunction: string | undefined;
  /** Functions on the stack of the current process, the last called first. */
  readonly stack: readonly string[];
  /** Lengths of its run queue by priority, if it has one of its own. */
  readonly runQueue: RunQueue | undefined;
}

/** Processes and ports that waited to run. */
export interface RunQueue {
  /** Processes of priority `max`. */
  readonly max: number;
  /** Processes of priority `high`. */
  readonly high: number;
  /** Processes of priority `normal`. */
  readonly normal: number;
  /** Processes of priority `low`. */
  readonly low: number;
  /** Ports. */
  readonly ports: number;
}

const KINDS = {
  scheduler: "normal",
  dirty_cpu_scheduler: "dirty_cpu",
  dirty_io_scheduler: "dirty_io",
} as const;

/** Kinds of sections that are a scheduler. */
export type SchedulerKind = keyof typeof KINDS;

/** Maximum functions of a stack that are kept. */
const MAX_STACK = 64;

/** Reads a scheduler. */
export function schedulerFrom(
  kind: SchedulerKind,
  section: Section,
): Scheduler {
  const counter = section.text("Current Process Program counter");
  return {
    kind: KINDS[kind],
    id: Number(/^\d{1,6}$/.exec(section.id)?.[0] ?? -1),
    currentProcess: section.text("Current Process"),
    state: section.text("Current Process State"),
    currentFunction: functionIn(counter ?? ""),
    stack: [...section.fields.values(), ...section.lines]
      .filter((line) => /^SReturn addr /.test(line))
      .flatMap((line) => functionIn(line) ?? []).slice(0, MAX_STACK),
    runQueue: runQueueFrom(section),
  };
}

/** Reads the lengths of a run queue, which dirty schedulers of a kind share. */
export function runQueueFrom(section: Section): RunQueue | undefined {
  const length = (priority: string): number | undefined =>
    section.number(`Run Queue ${priority} Length`);
  const normal = length("Normal");
  return normal === undefined ? undefined : {
    max: length("Max") ?? 0,
    high: length("High") ?? 0,
    normal,
    low: length("Low") ?? 0,
    ports: length("Port") ?? 0,
  };
}

/** The function in `0x00007f (mod:name/1 + 64)`. */
export function functionIn(text: string): string | undefined {
  const open = text.indexOf("(");
  if (open < 0 || !text.endsWith(")")) return undefined;
  const inner = text.slice(open + 1, -1);
  const plus = inner.lastIndexOf(" + ");
  return plus < 0 ? inner : inner.slice(0, plus);
}
