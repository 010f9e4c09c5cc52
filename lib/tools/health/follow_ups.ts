/**
 * Questions that follow from what the two looks found. What they do not learn, they throw.
 *
 * @module
 */

import type { AnswerOf } from "../../beam/mod.ts";
import { BeamtapError } from "../../errors.ts";
import type { HungSupervisor, LockWait, Views } from "../../health/mod.ts";
import type { NodeContext } from "../../registry/mod.ts";
import { compareViews } from "../cluster/compare_views.ts";
import { nodeViewQuestion } from "../cluster/node_view.ts";
import { getMnesiaQuestion } from "../memory/get_mnesia.ts";
import { getSupervisionTreeQuestion } from "../otp/get_supervision_tree.ts";

/** When what was found is looked at again, in ms. */
const AGAIN_MS = 700;

/** Maximum supervisors that are asked whether they still hang. */
const MAX_HUNG = 3;

/** A node, and how much time of the call to leave. */
type Context = NodeContext & { readonly leavesMs: number };

/** Waits for locks of Mnesia that stay so if it is asked again. */
export async function locksOf(
  { beam, leavesMs }: Context,
): Promise<readonly LockWait[]> {
  const now = async (): Promise<readonly LockWait[]> => {
    const { mnesia } = await beam.run(getMnesiaQuestion, { limit: 100 }, {
      leavesMs,
    });
    return (mnesia?.waiting_locks?.first ?? []).flatMap((
      { table, process, held_by },
    ) =>
      process === undefined || held_by === undefined
        ? []
        : [{ table, waiter: process, holder: held_by }]
    );
  };
  const before = await now();
  if (before.length === 0) return before;
  await pause();
  return (await now()).filter((wait) =>
    before.some((other) => JSON.stringify(other) === JSON.stringify(wait))
  );
}

/** Restarts below a supervisor; none if it has ended since. */
export async function restartsBelow(
  root: string,
  { beam, granted, leavesMs }: Context,
): Promise<AnswerOf<typeof getSupervisionTreeQuestion> | undefined> {
  try {
    return await beam.run(getSupervisionTreeQuestion, {
      limit: 1,
      timeout_ms: 500,
      root,
      window_ms: AGAIN_MS,
      reasons: granted("data"),
    }, { leavesMs });
  } catch (error) {
    const ended = error instanceof BeamtapError &&
      /^(no_such_process|not_a_supervisor)$/.test(error.code);
    if (!ended) throw error;
    return undefined;
  }
}

/** Supervisors of a tree that hang, and whether they still do. */
export async function hungOf(
  { troubles }: Pick<AnswerOf<typeof getSupervisionTreeQuestion>, "troubles">,
  { beam, leavesMs }: Context,
): Promise<readonly HungSupervisor[]> {
  const hung = troubles.filter(({ state }) => state === "hung")
    .slice(0, MAX_HUNG);
  return await Promise.all(
    hung.map(async ({ pid, current_function, at_least_ms }) => {
      const seen = { supervisor: pid, current_function, at_least_ms };
      try {
        const { troubles } = await beam.run(getSupervisionTreeQuestion, {
          ...{ limit: 1, timeout_ms: 500, root: pid, window_ms: 0 },
        }, { leavesMs });
        const again = troubles.some((each) =>
          each.pid === pid && each.state === "hung"
        );
        return { ...seen, again };
      } catch (error) {
        if (!(error instanceof BeamtapError)) throw error;
        return { ...seen, again: false };
      }
    }),
  );
}

/** How the members of its cluster see each other: what stays so if they are asked again. */
export async function viewsOf(
  context: NodeContext,
): Promise<Views & { readonly unasked: readonly string[] }> {
  const first = await viewsNow(context);
  if (first.missing.length + first.names.length === 0) return first;
  await pause();
  const again = await viewsNow(context);
  return {
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
): Promise<Views & { readonly unasked: readonly string[] }> {
  const { answers, silent } = await askMembers(nodeViewQuestion, {
    sections: ["names"],
    limit: 1,
  });
  const members = answers.map(({ node, answer }) => ({ node, view: answer }));
  const { not_connected, not_asked, names } = compareViews(members);
  const pairs = not_connected.flatMap(({ node, does_not_see }) =>
    does_not_see.map((other) => [node, other].toSorted().join(" "))
  );
  const missing = [...new Set(pairs)].map((pair): [string, string] => {
    const [one = "", other = ""] = pair.split(" ");
    return [one, other];
  });
  const others = not_asked.map(({ node }) => node)
    .filter((node) => !silent.some((other) => other.node === node));
  return {
    members: members.length,
    missing,
    names,
    unasked: [
      ...silent.slice(0, 3).map(({ node, problem }) =>
        `how ${node} sees the cluster: ${problem}`
      ),
      ...others.length === 0 ? [] : [
        `how ${others.slice(0, 3).join(", ")} ${
          others.length > 1 ? "see" : "sees"
        } the cluster: not asked, as it is not granted`,
      ],
    ],
  };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
}
