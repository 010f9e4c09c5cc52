/**
 * The calls that a verdict on a dump proposes.
 *
 * @module
 */

import * as z from "zod";
import type { Dump } from "../../dump/mod.ts";
import type { Finding } from "../../health/mod.ts";
import type { Culprit } from "./out_of_memory.ts";
import { keyOfProcess } from "./rows.ts";

/** A call. */
export const NEXT = z.object({
  tool: z.string(),
  arguments: z.record(z.string(), z.unknown()),
});

/** The call that tells more of a finding in a dump. */
function nextOfFinding(
  finding: string,
  process: string | undefined,
): z.infer<typeof NEXT> {
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
): z.infer<typeof NEXT>[] {
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
