/**
 * What schedulers of a dump ran when it was made.
 *
 * @module
 */

import type { Dump, Scheduler } from "../../dump/mod.ts";
import { functionShown } from "./rows.ts";

/** The process that the thread ran which made the dump. */
export function running({ header, schedulers }: Dump): string | undefined {
  const [, id] = /^scheduler:(\d+)$/.exec(header.callingThread ?? "") ?? [];
  const caller = schedulers.find((each) => each.id === Number(id));
  return caller?.currentProcess;
}

/** A process whose heap was being collected: dirty schedulers do not say which of them made the dump. */
export function collecting(dump: Dump): string | undefined {
  const { schedulers } = dump;
  return running(dump) ??
    schedulers.find(({ state }) => state === "Garbing")?.currentProcess ??
    schedulers.find(({ currentProcess }) => currentProcess !== undefined)
      ?.currentProcess;
}

/**
 * The functions of the process that a scheduler ran, last call first. While a process runs,
 * where it is recorded to be is where it was last put to work: its stack is newer.
 */
export function stackOf(
  { currentFunction, stack, state }: Scheduler,
): string[] {
  const calls = stack.filter((each) => !each.startsWith("<"));
  const isOld = state === "Running" && calls.length > 0;
  return [
    ...currentFunction === undefined || isOld ? [] : [currentFunction],
    ...calls,
  ]
    .map((each) => functionShown(each) ?? each);
}
