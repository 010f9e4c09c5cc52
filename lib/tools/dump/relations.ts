/**
 * Which process of a dump is meant, and what its links and monitors lead to.
 *
 * @module
 */

import {
  type Dump,
  pidKeyOf,
  pidText,
  type ProcessTable,
} from "../../dump/mod.ts";
import { ToolError } from "../../registry/mod.ts";
import { atomShown, keyOfProcess } from "./rows.ts";

/** Name of a process where it has one, else its pid. */
export function nameOrPid(processes: ProcessTable, pid: string): string {
  const row = processes.find(pidKeyOf(pid));
  return row < 0 ? pid : atomShown(processes.name("name", row)) ?? pid;
}

/**
 * The pid that is meant by a pid or a registered name; the process need not be in the dump.
 *
 * @throws {ToolError} `no_such_process`
 */
export function pidOf(
  { processes, unread }: Pick<Dump, "processes" | "unread">,
  text: string,
): string {
  const pid = pidText(keyOfProcess(processes, text));
  if (pid !== undefined) return pid;
  const where = unread ? "the part of the dump that was read" : "the dump";
  throw new ToolError("no_such_process", `${where} has no process ${text}`, {
    hint:
      "find_in_dump finds names by a part of them; pids of a dump look like <0.123.0>",
  });
}

/** Maximum spawners of spawners to follow. */
const MAX_GENERATIONS = 100;

/** Who spawned a process, who spawned that one, and so on, as far as the dump has them. */
export function spawnersOf(
  { processes }: Pick<Dump, "processes">,
  pid: string,
): string[] {
  const spawners: string[] = [];
  let row = processes.find(pidKeyOf(pid));
  while (row >= 0 && spawners.length < MAX_GENERATIONS) {
    const { parent } = processes.row(row);
    if (parent === undefined) break;
    const known = nameOrPid(processes, parent);
    spawners.push(known === parent ? parent : `${parent} ${known}`);
    row = processes.find(pidKeyOf(parent));
  }
  return spawners;
}
