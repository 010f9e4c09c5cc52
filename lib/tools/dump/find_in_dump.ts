/**
 * Names in a crash dump that contain a text.
 *
 * @module
 */

import * as z from "zod";
import { partOfName } from "../../beam/mod.ts";
import { defineTool, type Tool, unlisted } from "../../registry/mod.ts";
import { ABOUT, type Dumps, FILE, ofDumps, withDump } from "./dumps.ts";
import { atomShown } from "./rows.ts";

/** Names of one kind. */
const FOUND = z.object({ count: z.int(), first: z.array(z.string()) });

/** Find in a dump. */
export function findInDump(dumps: Dumps): Tool {
  return defineTool({
    ...ofDumps(dumps),
    name: "find_in_dump",
    title: "Find in a dump",
    description:
      "Finds names of processes, modules, ETS tables, ports and nodes in a crash dump.",
    input: {
      ...FILE,
      text: z.string().min(1).max(200).describe("Part of it."),
      limit: unlisted(
        z.int().min(1).max(100).default(10).describe("Of each kind."),
      ),
    },
    output: {
      ...ABOUT,
      names: z.object({
        count: z.int(),
        first: z.array(z.object({ name: z.string(), id: z.string() })),
      }),
      ...{ modules: FOUND, tables: FOUND, ports: FOUND, nodes: FOUND },
    },
    note: ({ names, modules, tables, ports, nodes }) =>
      [names, modules, tables, ports, nodes]
          .every(({ count }) => count === 0)
        ? "no name contains that: try a shorter text; for processes without a name use list_dump_processes with text"
        : undefined,
    run: (args, context) =>
      withDump(dumps, args, context, ({ dump, about }) => {
        const { text, limit } = args;
        const { processes } = dump;
        const part = partOfName(text);
        const some = <Item>(
          items: readonly Item[],
          nameOf: (item: Item) => string,
        ): { count: number; first: Item[] } => {
          const found = items
            .filter((item) => nameOf(item).toLowerCase().includes(part));
          return { count: found.length, first: found.slice(0, limit) };
        };
        const texts = (
          all: readonly (string | undefined)[],
        ): z.infer<typeof FOUND> =>
          some(all.flatMap((each) => atomShown(each) ?? []), (each) => each);
        const named = (): { name: string; id: string }[] => {
          const all: { name: string; id: string }[] = [];
          for (let row = 0; row < processes.count; row++) {
            if (processes.nameId("name", row) === 0) continue;
            const own = atomShown(processes.name("name", row)) ?? "";
            if (own.toLowerCase().includes(part)) {
              all.push({ name: own, id: processes.row(row).pid });
            }
          }
          return all;
        };
        return {
          ...about,
          names: some(named(), (each) => each.name),
          modules: texts(dump.modules.map((it) => it.module)),
          tables: texts(dump.ets.map((it) => it.name ?? it.id)),
          ports: texts(
            dump.ports.map(({ port, controls, registeredName }) =>
              `${atomShown(registeredName) ?? ""} ${port} ${controls ?? ""}`
                .trim()
            ),
          ),
          nodes: texts(dump.nodes.map((it) => it.name)),
        };
      }),
  });
}
