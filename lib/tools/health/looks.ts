/**
 * Two looks at a node: the questions that are put at once, and those that follow from what they
 * saw. Together they are a snapshot.
 *
 * @module
 */

import {
  BeamError,
  type Cost,
  defineQuestion,
  type Probe,
} from "../../beam/mod.ts";
import { BeamtapError } from "../../errors.ts";
import { atom, map, type Term } from "../../etf/mod.ts";
import {
  asOneLook,
  HOLDERS,
  isHeld,
  type LockWait,
  PROCESSES,
  type Restarts,
  SLICES,
  type Snapshot,
  SYSTEM,
  type Thresholds,
  type Views,
} from "../../health/mod.ts";
import type { NodeContext } from "../../registry/mod.ts";
import { compareViews } from "../cluster/compare_views.ts";
import { nodeViewQuestion } from "../cluster/node_view.ts";
import { getMnesiaQuestion } from "../memory/get_mnesia.ts";
import { getSupervisionTreeQuestion } from "../otp/get_supervision_tree.ts";

/** Rows by each measure. */
const ROWS = 5;

/** How long slices are looked for where a scheduler is held, in ms. */
const SLICES_MS = 1500;

/** When what was found is looked at again, in ms. */
const AGAIN_MS = 700;

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

/** Asks all questions at once; those that fail are missing, unless all do. */
export async function look(
  { window_ms, parts }: WindowArgs & {
    readonly parts: ReadonlySet<keyof Snapshot>;
  },
  { pause_ms }: Thresholds,
  context: NodeContext,
): Promise<
  {
    readonly snapshot: Snapshot;
    readonly missing: readonly string[];
    readonly cost: Cost;
  }
> {
  const { beam } = context;
  const missing: string[] = [];
  const errors: BeamtapError[] = [];
  const ask = async <Args, Answer>(
    what: string,
    isNeeded: boolean,
    probe: Probe<Args, Answer>,
    args: Args,
  ): Promise<Answer | undefined> => {
    if (!isNeeded) return undefined;
    try {
      return await beam.run(probe, args);
    } catch (error) {
      if (!(error instanceof BeamtapError)) throw error;
      errors.push(error);
      missing.push(`${what}: ${error.message}`);
      return undefined;
    }
  };
  const [processes, system, holders, tree] = await Promise.all([
    ask(
      "processes",
      parts.has("processes") || parts.has("slices"),
      healthProcessesQuestion,
      { window_ms },
    ),
    ask(
      "counters",
      parts.has("system") || parts.has("slices"),
      healthSystemQuestion,
      { window_ms },
    ),
    ask(
      "tables, ports and logs",
      parts.has("holders") || parts.has("views"),
      healthHoldersQuestion,
      { window_ms },
    ),
    ask("supervisors", parts.has("restarts"), getSupervisionTreeQuestion, {
      limit: 1,
      timeout_ms: 500,
      window_ms: window_ms / 2,
      reasons: context.granted("data"),
    }),
  ]);
  const answers = [processes, system, holders, tree];
  const [first] = errors;
  if (first !== undefined && answers.every((answer) => !answer)) throw first;
  const partial = answers.some((answer) => answer?.cost.partial);
  const cost = processes?.cost ?? system?.cost ?? holders?.cost ?? tree?.cost;
  if (cost === undefined) {
    throw new BeamError("unexpected_answer", `${beam.node} answered nothing`);
  }
  const snapshot: Snapshot = {
    ...processes && { processes, silent: processes.cost.no_answer ?? [] },
    ...system && { system },
    ...holders && { holders },
  };
  if (context.early?.aborted) {
    return {
      snapshot: asOneLook(snapshot),
      missing: [...missing, ENDED],
      cost: { ...cost, partial: partial || undefined },
    };
  }
  const slices = await ask(
    "long slices",
    parts.has("slices") && isHeld(snapshot, pause_ms),
    healthSlicesQuestion,
    { window_ms: SLICES_MS },
  );
  const { links = [], unconnected = [] } = holders ?? {};
  const views = parts.has("views") && links.length + unconnected.length > 0
    ? await viewsOf(context)
    : undefined;
  const locks = parts.has("locks") && holders?.mnesia
    ? await locksOf(context)
    : undefined;
  // Supervisors without a name, below no application.
  const unnamed = parts.has("restarts")
    ? (processes?.kinds ?? []).flatMap(({ parent, parent_name }) =>
      parent === undefined || parent_name !== undefined ? [] : [parent]
    ).slice(0, 2)
    : [];
  const more = await Promise.all(
    unnamed.map((root) => restartsBelow(root, context)),
  );
  return {
    snapshot: {
      ...snapshot,
      ...tree && {
        restarts: [...tree.restarts, ...more.flat()],
      },
      ...locks && { locks },
      ...views && { views },
      ...slices && { slices },
      // On a busy machine anybody may be late once.
      ...slices && {
        silent: (slices.cost.no_answer ?? []).filter((pid) =>
          snapshot.silent?.includes(pid)
        ),
      },
    },
    missing,
    cost: { ...cost, partial: partial || undefined },
  };
}

/** Waits for locks of Mnesia that stay so if it is asked again. */
async function locksOf({ beam }: NodeContext): Promise<readonly LockWait[]> {
  const now = async (): Promise<readonly LockWait[]> => {
    const { mnesia } = await beam.run(getMnesiaQuestion, { limit: 100 });
    return (mnesia?.waiting_locks?.first ?? []).flatMap((
      { table, process, held_by },
    ) =>
      process === undefined || held_by === undefined
        ? []
        : [{ table, waiter: process, holder: held_by }]
    );
  };
  try {
    const before = await now();
    if (before.length === 0) return before;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    return (await now()).filter((wait) =>
      before.some((other) => JSON.stringify(other) === JSON.stringify(wait))
    );
  } catch (error) {
    if (!(error instanceof BeamtapError)) throw error;
    return [];
  }
}

/** Restarts below a process, if it is a supervisor. */
async function restartsBelow(
  root: string,
  { beam, granted }: NodeContext,
): Promise<readonly Restarts[]> {
  try {
    const { restarts } = await beam.run(getSupervisionTreeQuestion, {
      limit: 1,
      timeout_ms: 500,
      root,
      window_ms: AGAIN_MS,
      reasons: granted("data"),
    });
    return restarts;
  } catch (error) {
    if (!(error instanceof BeamtapError)) throw error;
    return [];
  }
}

/** How the members of its cluster see each other: what stays so if they are asked again. */
async function viewsOf(context: NodeContext): Promise<Views | undefined> {
  const first = await viewsNow(context);
  if (first === undefined || first.missing.length + first.names.length === 0) {
    return first;
  }
  await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  const again = await viewsNow(context);
  return again && {
    ...again,
    missing: again.missing.filter((pair) =>
      first.missing.some((other) => `${other}` === `${pair}`)
    ),
    names: again.names.filter((now) =>
      first.names.some((then) => JSON.stringify(then) === JSON.stringify(now))
    ),
  };
}

async function viewsNow(
  { askMembers }: NodeContext,
): Promise<Views | undefined> {
  try {
    const { answers } = await askMembers(nodeViewQuestion, {
      sections: ["names"],
      limit: 1,
    });
    const members = answers.map(({ node, answer }) => ({ node, view: answer }));
    const { not_connected, names } = compareViews(members);
    const pairs = not_connected.flatMap(({ node, does_not_see }) =>
      does_not_see.map((other) => [node, other].toSorted().join(" "))
    );
    const missing = [...new Set(pairs)].map((pair): [string, string] => {
      const [one = "", other = ""] = pair.split(" ");
      return [one, other];
    });
    return { members: members.length, missing, names };
  } catch (error) {
    if (!(error instanceof BeamtapError)) throw error;
    return undefined;
  }
}
