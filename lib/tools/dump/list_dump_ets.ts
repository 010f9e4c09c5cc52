/**
 * The ETS tables of a crash dump; their rows are not in it.
 *
 * @module
 */

import * as z from "zod";
import { partOfName } from "../../beam/mod.ts";
import { defineTool, type Tool, unlisted } from "../../registry/mod.ts";
import { NONE_MATCH, OWNED_BY } from "../fields.ts";
import { ABOUT, type Dumps, FILE, ofDumps, withDump } from "./dumps.ts";
import { nameOrPid, pidOf } from "./relations.ts";
import { atomShown } from "./rows.ts";

/** ETS tables, largest first. */
export function listDumpEts(dumps: Dumps): Tool {
  return defineTool({
    ...ofDumps(dumps),
    name: "list_dump_ets",
    title: "ETS tables of a dump",
    description: "ETS tables of a crash dump; dumps have no rows.",
    budgetBytes: 40_960,
    input: {
      ...FILE,
      sort: z.enum(["memory", "size", "name"]).default("memory").describe(
        "Order.",
      ),
      limit: unlisted(
        z.int().min(1).max(200).default(20).describe("Rows."),
      ),
      text: z.string().min(1).max(200).optional().describe("Part."),
      process: unlisted(OWNED_BY),
    },
    output: {
      ...ABOUT,
      total: z.int(),
      matched: z.int(),
      memory_bytes: z.int().describe("Of those that match."),
      tables: z.array(z.object({
        table: z.string(),
        name: z.string().optional(),
        owner: z.string(),
        owner_name: z.string().optional(),
        size: z.int().optional(),
        memory_bytes: z.int().optional(),
        type: z.string().optional(),
        protection: z.string().optional(),
        compressed: z.boolean(),
        fixed: z.boolean().describe("A traversal kept deleted rows."),
      })),
    },
    note: ({ matched }) => matched === 0 ? NONE_MATCH : undefined,
    run: (args, context) =>
      withDump(dumps, args, context, ({ dump, about }) => {
        const { sort, limit, text, process } = args;
        const { header: { wordSize }, processes } = dump;
        const owner = process && pidOf(dump, process);
        const part = partOfName(text ?? "");
        const matching = dump.ets.map((table) => ({
          ...table,
          shown: atomShown(table.name ?? table.id) ?? "",
          bytes: (table.words ?? 0) * wordSize,
        })).filter((table) =>
          (owner === undefined || table.owner === owner) &&
          table.shown.toLowerCase().includes(part)
        );
        const sorted = matching.toSorted((a, b) =>
          sort === "memory"
            ? b.bytes - a.bytes
            : sort === "size"
            ? (b.objects ?? 0) - (a.objects ?? 0)
            : a.shown < b.shown
            ? -1
            : 1
        );
        return {
          ...about,
          total: dump.count("ets"),
          matched: matching.length,
          memory_bytes: matching.reduce((sum, { bytes }) => sum + bytes, 0),
          tables: sorted.slice(0, limit).map((table) => {
            const id = atomShown(table.id) ?? table.shown;
            const known = nameOrPid(processes, table.owner);
            return {
              table: id,
              ...id !== table.shown && { name: table.shown },
              owner: table.owner,
              ...known !== table.owner && { owner_name: known },
              size: table.objects,
              memory_bytes: table.words === undefined ? undefined : table.bytes,
              type: table.type,
              protection: table.protection,
              compressed: table.compressed,
              fixed: table.fixed,
            };
          }),
        };
      }),
  });
}
