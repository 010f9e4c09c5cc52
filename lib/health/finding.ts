/**
 * What a finding is, and the rule that makes it.
 *
 * @module
 */

import type { Snapshot } from "./snapshot.ts";
import type { Thresholds } from "./thresholds.ts";

/** How bad it is, the worst first. */
export const SEVERITIES = ["critical", "warning", "notice"] as const;

/** How bad a finding is. */
export type Severity = typeof SEVERITIES[number];

/** What a caller can be after. */
export const FOCUSES = [
  "cpu",
  "memory",
  "stuck",
  "growth",
  "cluster",
  "logs",
] as const;

/** What a caller is after. */
export type Focus = typeof FOCUSES[number];

/** What was measured, in both looks where it was there in both. */
export interface Measured {
  readonly what: string;
  readonly first?: number | undefined;
  readonly last: number;
  readonly unit: string;
  /** A second. */
  readonly growth_rate?: number | undefined;
}

/** Who or what is to blame, or has a part in it. */
export interface Suspect {
  readonly role: string;
  /** A pid, or a registered name. */
  readonly process?: string | undefined;
  /** Anything else: a table, an allocator, a node, a module, the id of a child. */
  readonly name?: string | undefined;
}

/** The call to make next. */
export interface Next {
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** Something that is not as it should be. */
export interface Finding {
  readonly finding: string;
  readonly severity: Severity;
  /** In a sentence. */
  readonly what: string;
  readonly measured: readonly Measured[];
  /** The culprit first. */
  readonly suspects: readonly Suspect[];
  /** The likely cause, in a sentence. */
  readonly cause: string;
  readonly next: Next;
  /** Orders findings of one severity, the largest first. @default {0} */
  readonly weight?: number;
  /** Whether the messages of the culprit would tell more. */
  readonly messages?: boolean;
}

/** How findings of one kind are made from the parts of a snapshot that they need. */
export interface Rule<Part extends keyof Snapshot = keyof Snapshot> {
  readonly focus: readonly Focus[];
  readonly needs: readonly Part[];
  /** Findings that say more about the same culprit, and make this one needless. */
  readonly unless?: readonly string[];
  find(
    parts: Required<Pick<Snapshot, Part>>,
    limits: Thresholds,
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
