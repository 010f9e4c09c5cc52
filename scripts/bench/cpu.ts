/**
 * The processor time that a node takes, which other work on the machine does not change.
 *
 * @module
 */

import type { Beam } from "../../tests/support/beam.ts";

/** Threads that have nothing to do sleep at once, instead of turning in a loop. */
export const NO_SPIN: readonly string[] = [
  ...["+sbwt", "none"],
  ...["+sbwtdcpu", "none"],
  ...["+sbwtdio", "none"],
];

/** The processor time of all threads of a node so far, in ms. */
export async function cpuMs({ pid }: Beam): Promise<number> {
  let ns = 0;
  for await (const { name } of Deno.readDir(`/proc/${pid}/task`)) {
    const stat = await Deno.readTextFile(`/proc/${pid}/task/${name}/schedstat`);
    ns += Number(stat.split(" ")[0]);
  }
  return ns / 1e6;
}

/** The processor time that a node takes while work is done, in ms. */
export async function during(
  node: Beam,
  work: () => Promise<unknown>,
): Promise<number> {
  const before = await cpuMs(node);
  await work();
  return await cpuMs(node) - before;
}

/** Lets a node run before all other work on the machine, where that is allowed; whether it is. */
export async function undisturbed({ pid }: Beam): Promise<boolean> {
  const command = new Deno.Command("chrt", {
    args: ["--all-tasks", "--fifo", "--pid", "10", `${pid}`],
    stderr: "null",
  });
  return await command.output().then(({ success }) => success, () => false);
}
