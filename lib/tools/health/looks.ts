/**
 * Two looks at a node: the questions that are put at once, and those that follow from what they
 * saw. Together they are a snapshot.
 *
 * @module
 */

import { BeamError, type Cost, defineQuestion } from "../../beam/mod.ts";
import { BeamtapError } from "../../errors.ts";
import { atom, map, type Term } from "../../etf/mod.ts";
import {
  asOneLook,
  HOLDERS,
  isHeld,
  PROCESSES,
  type Restarts,
  SLICES,
  type Snapshot,
  SYSTEM,
  type Thresholds,
} from "../../health/mod.ts";
import type { NodeContext } from "../../registry/mod.ts";
import { nodeViewQuestion } from "../cluster/node_view.ts";
import { getMnesiaQuestion } from "../memory/get_mnesia.ts";
import { getSupervisionTreeQuestion } from "../otp/get_supervision_tree.ts";
import { hungOf, locksOf, restartsBelow, viewsOf } from "./follow_ups.ts";
import {
  cutShort,
  ofHolders,
  ofNameless,
  ofProcesses,
  ofRestarts,
  ofSystem,
} from "./gaps.ts";

/** Rows by each measure. */
const ROWS = 5;

/** How long slices are looked for where a scheduler is held, in ms. */
const SLICES_MS = 1500;

/** Time that the first questions leave to those that follow, and these to what names the suspects, in ms. */
const LATER_MS = 12_000;
const LAST_MS = 5000;

/** What nobody can tell who did not wait for the second look. */
const ENDED =
  "what changes: the check was ended, so this is one look, without growth, rates, restarts, held schedulers and processes that do not move";

/** Arguments of the questions. */
export interface WindowArgs {
  /** Time between the two looks, in ms. */
  readonly window_ms: number;
}

const encodeWindow = ({ window_ms }: WindowArgs): Term =>
  map([[atom("window_ms"), window_ms], [atom("limit"), ROWS]]);
const waitsMs = ({ window_ms }: WindowArgs): number => window_ms;

/** All processes, twice. */
export const healthProcessesQuestion = defineQuestion("health_processes", {
  encode: encodeWindow,
  shape: PROCESSES,
  waitsMs,
});

/** Counters, many times. */
export const healthSystemQuestion = defineQuestion("health_system", {
  encode: encodeWindow,
  shape: SYSTEM,
  waitsMs,
});

/** Tables, ports, allocators, logs, twice. */
export const healthHoldersQuestion = defineQuestion("health_holders", {
  encode: encodeWindow,
  shape: HOLDERS,
  waitsMs,
});

/** Who keeps a scheduler to itself. */
export const healthSlicesQuestion = defineQuestion("health_slices", {
  encode: encodeWindow,
  shape: SLICES,
  waitsMs,
});

/** Every question of a look. */
export const QUESTIONS = [
  healthProcessesQuestion,
  healthSystemQuestion,
  healthHoldersQuestion,
  healthSlicesQuestion,
  getSupervisionTreeQuestion,
  nodeViewQuestion,
  getMnesiaQuestion,
];

/** A look, and what of it is missing. */
export interface Look {
  readonly snapshot: Snapshot;
  /** What was not looked at, a line each. */
  readonly missing: readonly string[];
  readonly cost: Cost;
}

/** Asks all questions at once; those that fail are missing, unless all do. */
export async function look(
  { window_ms, parts }: WindowArgs & {
    readonly parts: ReadonlySet<keyof Snapshot>;
  },
  { pause_ms }: Thresholds,
  context: NodeContext,
): Promise<Look> {
  const { beam } = context;
  const missing: string[] = [];
  const errors: BeamtapError[] = [];
  const attempt = async <T>(
    what: string,
    isNeeded: boolean,
    work: () => Promise<T>,
  ): Promise<T | undefined> => {
    if (!isNeeded) return undefined;
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof BeamtapError)) throw error;
      errors.push(error);
      missing.push(`${what}: ${error.message}`);
      return undefined;
    }
  };
  // A question that takes all of its time must leave enough to report what the others found.
  const first = { leavesMs: Math.min(LATER_MS, context.left() / 4) };
  const [processes, system, holders, tree] = await Promise.all([
    attempt(
      "processes",
      parts.has("processes") || parts.has("slices") || parts.has("restarts"),
      () => beam.run(healthProcessesQuestion, { window_ms }, first),
    ),
    attempt(
      "counters",
      parts.has("system") || parts.has("slices"),
      () => beam.run(healthSystemQuestion, { window_ms }, first),
    ),
    attempt(
      "tables, ports and logs",
      parts.has("holders") || parts.has("views"),
      () => beam.run(healthHoldersQuestion, { window_ms }, first),
    ),
    attempt(
      "supervisors",
      parts.has("restarts") || parts.has("hung"),
      () =>
        beam.run(getSupervisionTreeQuestion, {
          limit: 1,
          timeout_ms: 500,
          window_ms: window_ms / 2,
          reasons: context.granted("data"),
        }, first),
    ),
  ]);
  const answers = [processes, system, holders, tree];
  const [error] = errors;
  if (error !== undefined && answers.every((answer) => !answer)) throw error;
  const cost = processes?.cost ?? system?.cost ?? holders?.cost ?? tree?.cost;
  if (cost === undefined) {
    throw new BeamError("unexpected_answer", `${beam.node} answered nothing`);
  }
  const found: Snapshot = {
    ...processes && { processes, silent: processes.cost.no_answer ?? [] },
    ...system && { system },
    ...holders && { holders },
  };
  missing.push(
    ...cutShort("processes", processes?.cost),
    ...cutShort("tables, ports and logs", holders?.cost),
    ...cutShort("supervisors", tree?.cost),
    ...processes && parts.has("restarts") ? ofNameless(processes) : [],
    ...system && parts.has("system") ? ofSystem(system) : [],
    ...holders && parts.has("holders") ? ofHolders(holders) : [],
  );
  if (context.early?.aborted) {
    return {
      snapshot: asOneLook(found),
      missing: [
        ...missing,
        ENDED,
        ...processes ? ofProcesses(processes.cost, []) : [],
      ],
      cost: costOf(cost, answers),
    };
  }
  const later = { ...context, leavesMs: Math.min(LAST_MS, context.left() / 3) };
  const { links = [], unconnected = [] } = holders ?? {};
  const [slices, views, locks, hung, ...more] = await Promise.all([
    attempt(
      "long slices",
      parts.has("slices") && isHeld(found, pause_ms),
      () => beam.run(healthSlicesQuestion, { window_ms: SLICES_MS }, later),
    ),
    attempt(
      "how members of the cluster see each other",
      parts.has("views") && links.length + unconnected.length > 0,
      () => viewsOf(context),
    ),
    attempt(
      "locks of Mnesia",
      parts.has("locks") && holders?.mnesia === true,
      () => locksOf(later),
    ),
    attempt(
      "supervisors that hang",
      parts.has("hung") && tree !== undefined,
      async () => tree && await hungOf(tree, later),
    ),
    ...(parts.has("restarts") ? processes?.nameless?.first ?? [] : []).map(
      (root) =>
        attempt(
          `restarts of children of ${root}`,
          true,
          () => restartsBelow(root, later),
        ),
    ),
  ]);
  const trees = [tree, ...more].filter((one) => one !== undefined);
  const silent = slices
    // On a busy machine anybody may be late once.
    ? (slices.cost.no_answer ?? []).filter((pid) => found.silent?.includes(pid))
    : found.silent ?? [];
  missing.push(
    ...processes ? ofProcesses(processes.cost, silent) : [],
    ...trees.flatMap(({ unwatched }) => ofRestarts(unwatched)),
    ...views?.unasked ?? [],
  );
  return {
    snapshot: {
      ...found,
      ...tree &&
        { restarts: onceEach(trees.flatMap(({ restarts }) => restarts)) },
      ...hung && { hung },
      ...locks && { locks },
      ...views && { views },
      ...slices && { slices },
      ...found.silent && { silent },
    },
    missing,
    cost: costOf(cost, [...answers, ...more]),
  };
}

/** Of those that were seen twice, such as one without a name below an application, the first. */
function onceEach(restarts: readonly Restarts[]): readonly Restarts[] {
  return [...Map.groupBy(restarts, ({ supervisor }) => supervisor).values()]
    .flatMap(([one]) => one ?? []);
}

/** That of the first, and whether any was cut short. */
function costOf(
  cost: Cost,
  answers: readonly ({ readonly cost: Cost } | undefined)[],
): Cost {
  const isPartial = answers.some((answer) => answer?.cost.partial);
  return { ...cost, partial: isPartial || undefined };
}
