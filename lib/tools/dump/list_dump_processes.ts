/**
 * Top processes of a crash dump by one measure, or all of them counted by kind.
 *
 * @module
 */

import * as z from "zod";
import type { Dump } from "../../dump/mod.ts";
import { defineTool, type Tool, ToolError } from "../../registry/mod.ts";
import { NONE_MATCH } from "../fields.ts";
import { PROCESS_SORTS } from "../processes/list_processes.ts";
import { Applications, UNKNOWN } from "./applications.ts";
import { showerFor } from "./contents.ts";
import { hasLabels, identitiesOf, Labels } from "./dictionaries.ts";
import { ABOUT, type Dumps, FILE, ofDumps, withDump } from "./dumps.ts";
import { groupsOf, KINDS, KINDS_IN_TABLE } from "./groups.ts";
import { pidOf } from "./relations.ts";
import {
  accepting,
  DUMP_FILTERS,
  largest,
  measureOf,
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
      sort: z.enum(PROCESS_SORTS).optional().describe(
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
      unknown_application: z.int().optional().describe(
        "A spawner of theirs had ended; no dump has group leaders.",
      ),
      processes: z.array(z.object({
        ...PROCESS,
        application: z.string().optional(),
        label: z.string().optional(),
        value: z.number().optional().describe("The measure."),
      })).optional(),
      groups: z.array(GROUP).optional(),
    },
    note: ({ matched }) => matched === 0 ? NONE_MATCH : undefined,
    run: (args, context) =>
      withDump(dumps, args, context, async ({ dump, about }) => {
        const { sort, by, limit, application, label } = args;
        const { processes } = dump;
        if (sort === "stack") checkStacks(dump);
        const shower = showerFor(dump, context, MAX_LABEL);
        const applications = application !== undefined || by === "application"
          ? await Applications.of(dump)
          : undefined;
        const inTable = accepting(dump, {
          ...args,
          ancestor: args.ancestor && pidOf(dump, args.ancestor),
        });
        const inApplication = application === undefined
          ? inTable
          : both(inTable, applications?.filter(application));
        const labels = label !== undefined || by === "label"
          ? await Labels.of(dump, inApplication, shower)
          : undefined;
        const accept = label === undefined
          ? inApplication
          : both(inApplication, labels?.filter(label));
        const known = {
          ...about,
          total: processes.count + processes.omitted,
        };
        const unknown = applications && {
          unknown_application: rowsOf(dump, inTable)
            .filter((row) => applications.of(row) === UNKNOWN).length,
        };
        if (by !== undefined) {
          const value = sort === undefined
            ? (): number => 1
            : measureOf(dump, sort);
          const kind = by === "application"
            ? applications?.kind
            : by === "label"
            ? labels?.kind
            : KINDS_IN_TABLE[by](processes);
          if (kind === undefined) throw new TypeError(`nothing tells ${by}`);
          const groups = groupsOf(dump, kind, value, accept);
          const first = groups.slice(0, limit);
          return {
            ...known,
            matched: groups.reduce((sum, { count }) => sum + count, 0),
            ...unknown,
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
        const told = applications ?? await Applications.ifTold(dump);
        const identities = await identitiesOf(
          ...[dump, rows, shower] as const,
          (row) => hasLabels(dump) || told?.of(row) === UNKNOWN,
        );
        return {
          ...{ ...known, matched, ...unknown },
          processes: rows.map((row, index) => {
            const identity = identities[index];
            return {
              ...processFields(dump, row),
              application: told?.shown(row, identity?.ancestors),
              label: identity?.label,
              ...(measure === "links" || measure === "monitors") &&
                { value: Math.max(0, value(row)) },
            };
          }),
        };
      }),
  });
}

type Accept = (row: number) => boolean;

function both(first: Accept, second: Accept = () => true): Accept {
  return (row) => first(row) && second(row);
}

function rowsOf({ processes }: Dump, accept: Accept): number[] {
  const rows: number[] = [];
  for (let row = 0; row < processes.count; row++) {
    if (accept(row)) rows.push(row);
  }
  return rows;
}

/**
 * Makes sure that there are stacks to compare.
 *
 * @throws {ToolError} `not_in_dump`
 */
function checkStacks(dump: Dump): void {
  if (dump.count("proc_stack") > 0) return;
  throw new ToolError(
    "not_in_dump",
    "the dump has no stacks: it ends before them, and what a process has of its heap and stack together does not tell",
    { hint: "sort by heap, which has both" },
  );
}
