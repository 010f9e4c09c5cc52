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

/** The scheduler of the process that called `erlang:halt`, and so had the dump made. */
export function halting(dump: Dump): Scheduler | undefined {
  const found = dump.schedulers.find(({ currentFunction = "", stack }) =>
    [currentFunction, ...stack].some((each) => each.startsWith("erlang:halt/"))
  );
  const process = found?.currentProcess;
  return (running(dump) ?? process) === process ? found : undefined;
}

/** Processes whose heap was being collected: dirty schedulers do not say which of them made the dump. */
export function collecting(dump: Dump): string[] {
  const known = running(dump);
  return known !== undefined
    ? [known]
    : dump.schedulers.flatMap(({ state, currentProcess }) =>
      state === "Garbing" && currentProcess !== undefined
        ? [currentProcess]
        : []
    );
}

/**
 * The functions of a process, last call first. While it runs, where it is recorded to be is
 * where it was last put to work: its stack is newer.
 */
export function stackOf(
  { currentFunction, stack, state }: Pick<
    Scheduler,
    "currentFunction" | "stack" | "state"
  >,
): string[] {
  const calls = stack.filter((each) => !each.startsWith("<"));
  const isOld = state === "Running" && calls.length > 0;
  return [
    ...currentFunction === undefined || isOld ? [] : [currentFunction],
    ...calls,
  ]
    .map((each) => functionShown(each) ?? each);
}
