/**
 * What a finding is, and the rule that makes it.
 *
 * @module
 */

import * as z from "zod";
import type { Snapshot } from "./snapshot.ts";
import type { Thresholds } from "./thresholds.ts";

/** Severities, worst first. */
export const SEVERITIES = ["critical", "warning", "notice"] as const;

/** Severity of a finding. */
export type Severity = typeof SEVERITIES[number];

/** Areas that a caller can focus on. */
export const FOCUSES = [
  "cpu",
  "memory",
  "stuck",
  "growth",
  "cluster",
  "logs",
] as const;

/** An area to focus on. */
export type Focus = typeof FOCUSES[number];

/** A measurement, with both values if it was made in both looks. */
export const MEASURED = z.object({
  what: z.string(),
  first: z.number().optional(),
  last: z.number(),
  unit: z.string(),
  growth_rate: z.number().optional().describe("A second."),
});

/** What {@linkcode MEASURED} reads. */
export type Measured = Readonly<z.infer<typeof MEASURED>>;

/** Who or what is to blame or involved. */
export interface Suspect {
  /** What it has to do with it: `holds most binaries`. */
  readonly role: string;
  /** A pid, or a registered name. */
  readonly process?: string | undefined;
  /** Anything else: a table, an allocator, a node, a module, the id of a child. */
  readonly name?: string | undefined;
}

/** The call to make next. */
export const NEXT = z.object({
  tool: z.string(),
  arguments: z.record(z.string(), z.unknown()),
});

/** What {@linkcode NEXT} reads. */
export type Next = Readonly<z.infer<typeof NEXT>>;

/** A problem. */
export interface Finding {
  /** Its name: `heap_growth`. */
  readonly finding: string;
  /** How bad it is. */
  readonly severity: Severity;
  /** The problem, in a sentence. */
  readonly what: string;
  /** The evidence. */
  readonly measured: readonly Measured[];
  /** The culprit first. */
  readonly suspects: readonly Suspect[];
  /** The likely cause, in a sentence. */
  readonly cause: string;
  /** The call that shows more. */
  readonly next: Next;
  /** Orders findings of one severity, the largest first. @default {0} */
  readonly weight?: number;
  /** Whether the messages of the culprit would tell more. */
  readonly messages?: boolean;
}

/** Whether the caller may use tools of a scope. */
export type May = (scope: "data" | "trace") => boolean;

/** Makes findings of one kind from the parts of a snapshot that it needs. */
export interface Rule<Part extends keyof Snapshot = keyof Snapshot> {
  /** The areas it belongs to. */
  readonly focus: readonly Focus[];
  /** Parts of a snapshot without which it finds nothing. */
  readonly needs: readonly Part[];
  /** Findings that explain more about the same culprit, and replace this one. */
  readonly unless?: readonly string[];
  /** Judges these parts. */
  find(
    parts: Required<Pick<Snapshot, Part>>,
    limits: Thresholds,
    may: May,
  ): readonly Finding[];
}

/** A rule as one among others. */
export function rule<Part extends keyof Snapshot>(
  given: Rule<Part>,
): Rule<never> {
  return { ...given, needs: given.needs as readonly never[] } as Rule<never>;
}

/** The growth of a number a second. */
export function rate(
  first: number | undefined,
  last: number,
  windowMs: number,
): number | undefined {
  return first === undefined
    ? undefined
    : Math.round(10_000 * (last - first) / Math.max(1, windowMs)) / 10;
}
