/**
 * Top processes of a crash dump by one measure, or all of them counted by kind.
 *
 * @module
 */

import * as z from "zod";
import { defineTool, type Tool } from "../../registry/mod.ts";
import { NONE_MATCH } from "../fields.ts";
import { labelsOf, showerFor } from "./contents.ts";
import { ABOUT, type Dumps, FILE, ofDumps, withDump } from "./dumps.ts";
import { groupsOf, KINDS } from "./groups.ts";
import { pidOf } from "./relations.ts";
import {
  accepting,
  DUMP_FILTERS,
  largest,
  measureOf,
  MEASURES,
  PROCESS,
  processFields,
} from "./rows.ts";

const GROUP = z.object({
  kind: z.string(),
  count: z.int(),
  sum: z.number().optional().describe("Of the measure."),
  example: z.string(),
  example_initial_call: z.string().optional(),
});

/** Maximum length of a label, in bytes. */
const MAX_LABEL = 200;

/** Top processes of a dump. */
export function listDumpProcesses(dumps: Dumps): Tool {
  return defineTool({
    ...ofDumps(dumps),
    name: "list_dump_processes",
    title: "Processes of a dump",
    description: "Top processes of a crash dump, or groups of them.",
    budgetBytes: 40_960,
    input: {
      ...FILE,
      sort: z.enum(MEASURES).optional().describe(
        "Default: memory; of groups: count.",
      ),
      by: z.enum(KINDS).optional().describe("Groups by this."),
      limit: z.int().min(1).max(100).default(10).describe("Rows."),
      ...DUMP_FILTERS,
    },
    output: {
      ...ABOUT,
      total: z.int(),
      matched: z.int(),
      processes: z.array(z.object({
        ...PROCESS,
        label: z.string().optional(),
        value: z.number().optional().describe("The measure."),
      })).optional(),
      groups: z.array(GROUP).optional(),
    },
    note: ({ matched }) => matched === 0 ? NONE_MATCH : undefined,
    run: (args, context) =>
      withDump(dumps, args, context, async ({ dump, about }) => {
        const { sort, by, limit, ...filters } = args;
        const { processes } = dump;
        const { ancestor } = filters;
        const accept = accepting(dump, {
          ...filters,
          ancestor: ancestor && pidOf(dump, ancestor),
        });
        const total = processes.count + processes.omitted;
        if (by !== undefined) {
          const value = sort === undefined
            ? (): number => 1
            : measureOf(dump, sort);
          const groups = groupsOf(dump, by, value, accept);
          const first = groups.slice(0, limit);
          return {
            ...about,
            total,
            matched: groups.reduce((sum, { count }) => sum + count, 0),
            groups: first.map(({ kind, count, sum, example }) => ({
              ...{ kind, count, example: processes.row(example).pid },
              ...sort !== undefined && { sum },
              ...by !== "initial_call" && {
                example_initial_call: processFields(dump, example).initial_call,
              },
            })),
          };
        }
        const measure = sort ?? "memory";
        const value = measureOf(dump, measure);
        const { matched, rows } = largest(dump, limit, value, accept);
        const labels = await labelsOf(
          dump,
          rows,
          showerFor(dump, context, MAX_LABEL),
        );
        return {
          ...about,
          total,
          matched,
          processes: rows.map((row, index) => {
            const fields = processFields(dump, row);
            return {
              ...fields,
              label: labels[index],
              ...(measure === "links" || measure === "monitors") &&
                { value: Math.max(0, value(row)) },
            };
          }),
        };
      }),
  });
}
