/**
 * Judges a snapshot: findings, worst first.
 *
 * @module
 */

import {
  type Finding,
  type Focus,
  type May,
  type Rule,
  SEVERITIES,
} from "./finding.ts";
import { busyLink, differentNames, netsplit, unconnected } from "./cluster.ts";
import { filling } from "./limits.ts";
import { logFlood } from "./logs.ts";
import { descriptors, osMemory, throttled } from "./machine.ts";
import { longMailbox, stuckProcess, suspendedProcess } from "./mailboxes.ts";
import {
  binaryLeak,
  fragmentation,
  heapGrowth,
  longCollections,
  memoryGrowth,
} from "./memory.ts";
import { alarm, fullPool, oldCode, stuckApplication } from "./operation.ts";
import { fullPort, quietOutlets } from "./ports_and_sockets.ts";
import {
  busyProcess,
  dirtyQueue,
  heldScheduler,
  overload,
  silentProcess,
} from "./schedulers.ts";
import type { Snapshot } from "./snapshot.ts";
import { hungSupervisor, restartLoop } from "./supervisors.ts";
import { tableGrowth } from "./tables.ts";
import { THRESHOLDS, type Thresholds } from "./thresholds.ts";
import {
  blockedSender,
  convoy,
  deadlock,
  lockWait,
  stuckStart,
} from "./waiting.ts";

/** Every rule. */
const RULES: readonly Rule<never>[] = [
  deadlock,
  lockWait,
  stuckStart,
  suspendedProcess,
  stuckProcess,
  restartLoop,
  hungSupervisor,
  longMailbox,
  convoy,
  blockedSender,
  binaryLeak,
  filling,
  longCollections,
  fragmentation,
  heapGrowth,
  memoryGrowth,
  tableGrowth,
  quietOutlets,
  fullPort,
  heldScheduler,
  silentProcess,
  dirtyQueue,
  overload,
  busyProcess,
  logFlood,
  netsplit,
  unconnected,
  differentNames,
  busyLink,
  stuckApplication,
  alarm,
  oldCode,
  fullPool,
  osMemory,
  descriptors,
  throttled,
];

/** Options for {@linkcode judge}. */
export interface JudgeOptions {
  /** Rules that serve none of these are left out. @default {all} */
  readonly focus?: readonly Focus[] | undefined;
  /** Limits of the operator's in place of ours. */
  readonly thresholds?: Partial<Thresholds> | undefined;
  /** What the calls to make next may need. @default {everything} */
  readonly may?: May;
}

function serving(focus: readonly Focus[] | undefined): Rule<never>[] {
  return RULES.filter((rule) =>
    focus === undefined || rule.focus.some((each) => focus.includes(each))
  );
}

/** The parts of a snapshot that findings for this are made from. */
export function partsFor(
  focus: readonly Focus[] | undefined,
): ReadonlySet<keyof Snapshot> {
  return new Set(serving(focus).flatMap(({ needs }) => needs));
}

/** The findings of a snapshot, the worst first. */
export function judge(
  snapshot: Snapshot,
  { focus, thresholds, may = () => true }: JudgeOptions = {},
): readonly Finding[] {
  const limits = { ...THRESHOLDS, ...thresholds };
  const made = serving(focus).flatMap((rule) =>
    rule.needs.every((part) => snapshot[part] !== undefined)
      ? rule.find(snapshot as Required<Snapshot>, limits, may)
        .map((finding) => ({ finding, unless: rule.unless ?? [] }))
      : []
  );
  const known = made.map(({ finding }) => finding);
  return made.filter(({ finding, unless }) =>
    !known.some((other) =>
      unless.includes(other.finding) && sameCulprit(other, finding)
    )
  ).map(({ finding }) => finding)
    .toSorted((a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      (b.weight ?? 0) - (a.weight ?? 0)
    );
}

/** What of a finding a caller can ignore it by. */
interface Ignorable {
  readonly finding: string;
  readonly suspects: readonly {
    readonly process?: string | undefined;
    readonly name?: string | undefined;
    readonly application?: string | undefined;
  }[];
}

/** Findings without those that a caller knows, by their kind, or a pid, name or application in them. */
export function leaveOut<F extends Ignorable>(
  findings: readonly F[],
  ignore: readonly string[],
): {
  readonly left: readonly F[];
  /** Entries, with how many findings each is about. */
  readonly ignored: readonly { entry: string; findings: number }[];
  /** Entries that none is about. */
  readonly nothing: readonly string[];
} {
  const isAbout = ({ finding, suspects }: F, entry: string): boolean =>
    finding === entry ||
    suspects.some(({ process, name, application }) =>
      [process, name, application].includes(entry)
    );
  const counts = [...new Set(ignore)].map((entry) => ({
    entry,
    findings: findings.filter((one) => isAbout(one, entry)).length,
  }));
  return {
    left: findings.filter((one) =>
      !ignore.some((entry) => isAbout(one, entry))
    ),
    ignored: counts.filter(({ findings }) => findings > 0),
    nothing: counts.flatMap(({ entry, findings }) =>
      findings > 0 ? [] : [entry]
    ),
  };
}

/** Whether one says more of what the other says; memory that grows has no culprit of its own. */
function sameCulprit(one: Finding, other: Finding): boolean {
  return other.finding === "memory_growth" ||
    one.suspects.some(({ process, name }) =>
      other.suspects.some((suspect) =>
        (process !== undefined && suspect.process === process) ||
        (name !== undefined && suspect.name === name)
      )
    );
}
