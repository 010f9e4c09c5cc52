/**
 * The calls that a verdict on a dump proposes.
 *
 * @module
 */

import type { Dump } from "../../dump/mod.ts";
import type { Finding, Next } from "../../health/mod.ts";
import type { Culprit } from "./out_of_memory.ts";
import { keyOfProcess } from "./rows.ts";

/** The call that tells more of a finding in a dump. */
function nextOfFinding(
  finding: string,
  process: string | undefined,
): Next {
  switch (finding) {
    case "processes_nearly_full":
      return { tool: "list_dump_processes", arguments: { by: "initial_call" } };
    case "ports_nearly_full":
    case "port_queue":
      return { tool: "list_dump_ports", arguments: { sort: "queue" } };
    case "atoms_nearly_full":
      return { tool: "list_dump_processes", arguments: { sort: "reductions" } };
    default:
      return process === undefined
        ? { tool: "list_dump_processes", arguments: { sort: "memory" } }
        : { tool: "get_dump_process", arguments: { process } };
  }
}

/** The calls to make next, each once; a process that had ended is not in the dump. */
export function nextOf(
  { processes: table }: Dump,
  culprits: readonly Culprit[],
  findings: readonly Finding[],
): Next[] {
  const present = (some: readonly Culprit[]): string[] =>
    some.flatMap(({ process }) =>
      process !== undefined && table.find(keyOfProcess(table, process)) >= 0
        ? process
        : []
    );
  const processes = present(culprits).slice(0, 2);
  const all = [
    ...processes.map((process) => ({
      tool: "get_dump_process",
      arguments: { process },
    })),
    ...findings.map(({ finding, suspects }) =>
      nextOfFinding(finding, present(suspects)[0])
    ),
    { tool: "list_dump_processes", arguments: { sort: "memory" } },
  ];
  return [
    ...new Map(all.map((each) => [JSON.stringify(each), each])).values(),
  ].slice(0, 4);
}
