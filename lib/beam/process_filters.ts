/**
 * Which processes a question is about, as people say it.
 *
 * @module
 */

import { atom, binary, map, type Term } from "../etf/mod.ts";
import { BeamError } from "./errors.ts";
import { encodeProcess } from "./identifiers.ts";
import { encodeName, nameRefused } from "./names.ts";
import type { Refusal } from "./probe.ts";
import { namesUnknown, processRefused } from "./process_refused.ts";

/** What a process can be doing, as `process_info/2` has it. */
export const PROCESS_STATUSES = [
  "waiting",
  "running",
  "runnable",
  "garbage_collecting",
  "suspended",
  "exiting",
] as const;

/** One of {@linkcode PROCESS_STATUSES}. */
export type ProcessStatus = typeof PROCESS_STATUSES[number];

/** All must hold. Texts are looked for in any case. */
export interface ProcessFilters {
  /** In the registered name, the initial call or the current function. */
  readonly text?: string | undefined;
  readonly registered_name?: string | undefined;
  /** As spawned, or as `proc_lib` knows it: OTP 26.2. */
  readonly initial_call?: string | undefined;
  readonly current_function?: string | undefined;
  /** OTP 27, or Elixir 1.17. */
  readonly label?: string | undefined;
  /** The application that the process belongs to: whose master is its group leader. */
  readonly application?: string | undefined;
  /** A pid or name that has spawned the process, or one that has. */
  readonly ancestor?: string | undefined;
  readonly status?: ProcessStatus | undefined;
}

/** The argument `filters` of `erl/selection.erl`. */
export function encodeFilters(filters: ProcessFilters): Term {
  const { text, registered_name, initial_call, current_function, label } =
    filters;
  const { application, ancestor, status } = filters;
  const texts = {
    text,
    registered_name,
    initial_call,
    current_function,
    label,
  };
  return map([
    ...Object.entries(texts).flatMap(([name, wanted]) =>
      wanted ? [[atom(name), binary(wanted.toLowerCase())] as const] : []
    ),
    ...application === undefined ? [] : [
      [
        atom("application"),
        encodeName(application, "no_such_application"),
      ] as const,
    ],
    ...ancestor === undefined
      ? []
      : [[atom("ancestor"), encodeProcess(ancestor)] as const],
    ...status === undefined ? [] : [[atom("status"), atom(status)] as const],
  ]);
}

/** The words for what `erl/selection.erl` refuses. */
export function filtersRefused(
  refusal: Refusal,
  filters: ProcessFilters,
): BeamError {
  const { application = "", ancestor = "" } = filters;
  switch (refusal.code) {
    case "no_such_application":
      return nameRefused("no_such_application", refusal, application);
    case "no_processes":
      return new BeamError(
        "no_processes",
        `${application} has no processes on ${refusal.node}: it does not run, or is a library`,
        { hint: "list_applications says which applications run" },
      );
    case "not_known":
      return namesUnknown(refusal);
    default:
      return processRefused(refusal, ancestor);
  }
}
