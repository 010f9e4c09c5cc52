/**
 * What of a node was not looked at, in a line each: where there is one, no finding does not mean
 * that the node is healthy.
 *
 * @module
 */

import type { Cost, ValueOf } from "../../beam/mod.ts";
import type { HOLDERS, PROCESSES, SYSTEM } from "../../health/mod.ts";

/** Of a node whose operating system does not say it in files: nothing of the node was missed. */
const NOT_LINUX =
  "operating system (memory, descriptors, CPU limit): it tells them on Linux only";

/** Why things were skipped, after "not looked at". */
const REASONS: Readonly<Record<string, string>> = {
  too_many: "there are too many",
  silent: "no answer in time",
  no_answer: "no answer in time",
  early: "the call was ended before",
  busy: "busy with something else",
  large: "too large to be copied",
  replaced: "its handler is somebody's own",
};

/** A reason in words. */
function because(why: string): string {
  return REASONS[why] ?? why;
}

/** The line of a part that ran out of time. */
export function cutShort(what: string, cost: Cost | undefined): string[] {
  return cost?.partial
    ? [`${what}: time ran out before all were looked at`]
    : [];
}

/** Of all processes: those that did not answer, without those that a finding is about. */
export function ofProcesses(
  { no_answer = [] }: Cost,
  found: readonly string[],
): string[] {
  const silent = no_answer.filter((pid) => !found.includes(pid));
  return silent.length === 0
    ? []
    : [`processes: ${some(silent)} did not answer in time`];
}

/** Whether something may be wrong where nobody looked. */
export function mayHide(missing: readonly string[]): boolean {
  return missing.some((line) => line !== NOT_LINUX);
}

/** Of the counters of the node. */
export function ofSystem(
  { memory, os }: Pick<ValueOf<typeof SYSTEM>, "memory" | "os">,
): string[] {
  return [
    ...memory.length === 0
      ? ["memory by class: this node does not count it (erlang:memory/0)"]
      : [],
    ...os.unavailable === undefined ? [] : [
      os.unavailable === "not_linux"
        ? NOT_LINUX
        : `operating system (memory, descriptors, CPU limit): ${
          os.unavailable.replaceAll("_", " ")
        }`,
    ],
  ];
}

/** Of tables, ports and the rest. */
export function ofHolders(
  { skipped = [] }: ValueOf<typeof HOLDERS>,
): string[] {
  return skipped.map(({ what, count, why }) =>
    `${count > 1 ? `${count} ` : ""}${what}: ${because(why)}`
  );
}

/** Of the supervisors that were not watched for restarts. */
export function ofRestarts(
  { count, first }: {
    readonly count: number;
    readonly first: readonly {
      readonly supervisor: string;
      readonly why: string;
    }[];
  },
): string[] {
  const [one] = first;
  return one === undefined
    ? []
    : [`restarts of children of ${
      some(first.map(({ supervisor }) => supervisor), count)
    }: ${because(one.why)}`];
}

/** Of the supervisors without a name, of which some were asked. */
export function ofNameless(
  { nameless }: ValueOf<typeof PROCESSES>,
): string[] {
  const { count = 0, first = [] } = nameless ?? {};
  return count <= first.length ? [] : [
    `restarts of children of ${
      count - first.length
    } more supervisors without a name, unless these are below others: there are too many`,
  ];
}

/** How many, and the first of them. */
function some(names: readonly string[], count = names.length): string {
  return count === 1 ? `${names[0]}` : `${count}, such as ${names[0]}`;
}
