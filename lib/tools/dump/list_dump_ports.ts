/**
 * The ports of a crash dump.
 *
 * @module
 */

import * as z from "zod";
import { defineTool, type Tool, unlisted } from "../../registry/mod.ts";
import { NONE_MATCH, OWNED_BY } from "../fields.ts";
import { ABOUT, type Dumps, FILE, ofDumps, withDump } from "./dumps.ts";
import { atomShown } from "./rows.ts";
import { nameOrPid, pidOf } from "./relations.ts";
import { ownersOfPorts } from "./snapshot.ts";

/** Ports, and who owned most. */
export function listDumpPorts(dumps: Dumps): Tool {
  return defineTool({
    ...ofDumps(dumps),
    name: "list_dump_ports",
    title: "Ports of a dump",
    description: "Ports of a crash dump, and who owned most.",
    budgetBytes: 40_960,
    input: {
      ...FILE,
      sort: z.enum(["traffic", "queue"]).default("traffic").describe("Order."),
      limit: unlisted(
        z.int().min(1).max(200).default(20).describe("Rows."),
      ),
      process: unlisted(OWNED_BY),
    },
    output: {
      ...ABOUT,
      total: z.int(),
      matched: z.int(),
      owners: z.array(z.object({
        owner: z.string(),
        owner_name: z.string().optional(),
        count: z.int(),
      })),
      ports: z.array(z.object({
        id: z.string(),
        name: z.string().optional(),
        controls: z.string().optional(),
        state: z.string().optional(),
        owner: z.string().optional(),
        owner_name: z.string().optional(),
        in_bytes: z.int().optional(),
        out_bytes: z.int().optional(),
        queue_bytes: z.int().optional(),
      })),
    },
    note: ({ matched }) => matched === 0 ? NONE_MATCH : undefined,
    run: (args, context) =>
      withDump(dumps, args, context, ({ dump, about }) => {
        const { sort, limit, process } = args;
        const owner = process && pidOf(dump, process);
        const matching = dump.ports.filter(({ connected }) =>
          owner === undefined || connected === owner
        );
        const nameOf = (pid: string | undefined): string | undefined => {
          const known = pid && nameOrPid(dump.processes, pid);
          return known === pid ? undefined : known;
        };
        const shown = matching.toSorted((a, b) =>
          sort === "queue"
            ? (b.queueBytes ?? 0) - (a.queueBytes ?? 0)
            : (b.inputBytes ?? 0) + (b.outputBytes ?? 0) -
              (a.inputBytes ?? 0) - (a.outputBytes ?? 0)
        ).slice(0, limit);
        return {
          ...about,
          total: dump.count("port"),
          matched: matching.length,
          owners: ownersOfPorts({ ports: matching })
            .filter(({ count }) => count > 1).slice(0, 5)
            .map((each) => ({ ...each, owner_name: nameOf(each.owner) })),
          ports: shown.map((port) => ({
            id: port.port,
            name: atomShown(port.registeredName),
            controls: port.controls,
            state: port.state,
            owner: port.connected,
            owner_name: nameOf(port.connected),
            in_bytes: port.inputBytes,
            out_bytes: port.outputBytes,
            queue_bytes: port.queueBytes,
          })),
        };
      }),
  });
}
