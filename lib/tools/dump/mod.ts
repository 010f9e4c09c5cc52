/**
 * Tools that read crash dumps.
 *
 * @module
 */

import type { Thresholds } from "../../health/mod.ts";
import { type Tool, ToolError } from "../../registry/mod.ts";
import type { Dumps } from "./dumps.ts";
import { findInDump } from "./find_in_dump.ts";
import { getDump } from "./get_dump.ts";
import { getDumpProcess } from "./get_dump_process.ts";
import { listDumpEts } from "./list_dump_ets.ts";
import { listDumpPorts } from "./list_dump_ports.ts";
import { listDumpProcesses } from "./list_dump_processes.ts";

export { type Dumps, type ReadDump, unreadable } from "./dumps.ts";

/** The tools that read these dumps; `thresholds` are those of findings at each moment. */
export function dumpTools(
  dumps: Dumps,
  thresholds: () => Partial<Thresholds>,
): readonly Tool[] {
  return [
    getDump(dumps, thresholds),
    listDumpProcesses(dumps),
    getDumpProcess(dumps),
    listDumpEts(dumps),
    listDumpPorts(dumps),
    findInDump(dumps),
  ];
}

/** The same without any dump, for lists of what there is. */
export const TOOLS_OF_DUMP: readonly Tool[] = dumpTools({
  offered: false,
  read: () =>
    Promise.reject(new ToolError("unknown_dump", "there is no crash dump")),
}, () => ({}));
