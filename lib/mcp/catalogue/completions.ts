/**
 * Completions for arguments: node names, and values from the answers of list tools.
 *
 * @module
 */

import * as z from "zod";
import {
  type Completion,
  defineCompletion,
  NODE_NAMES,
} from "../../registry/mod.ts";
import { completionOf, type CompletionOptions, toolNamed } from "./derive.ts";

/** Names of the completions. */
export const [PROCESSES, APPLICATIONS, TABLES, MODULES] = [
  "registered_names",
  "application_names",
  "table_names",
  "module_names",
] as const;

const nodeNames: Completion = defineCompletion({
  name: NODE_NAMES,
  title: "Node names",
  description: "The nodes that the caller may inspect, and their aliases.",
  toolset: "nodes",
  scopes: ["inspect"],
  run: async (_query, { nodes }) =>
    (await nodes()).flatMap(({ node, alias }) =>
      alias === undefined ? [node] : [node, alias]
    ),
});

/** Returns a function that extracts one field from the rows of a list in an answer. */
function column(
  list: string,
  field: string,
): (answer: unknown) => readonly string[] {
  const row = z.object({ [field]: z.string().optional() });
  const answer = z.object({ [list]: z.array(row) });
  return (given) =>
    (answer.parse(given)[list] ?? []).flatMap((row) => row[field] ?? []);
}

/** The completions, by the tool that provides the values. */
const LISTS: Readonly<Record<string, CompletionOptions>> = {
  list_processes: {
    name: PROCESSES,
    title: "Registered names",
    args: { limit: 100 },
    values: column("processes", "registered_name"),
  },
  list_applications: {
    name: APPLICATIONS,
    title: "Applications",
    args: { limit: 300 },
    values: column("applications", "application"),
  },
  list_ets: {
    name: TABLES,
    title: "ETS tables",
    args: { limit: 100 },
    values: column("tables", "table"),
  },
  list_modules: {
    name: MODULES,
    title: "Modules",
    args: { limit: 100 },
    values: column("modules", "module"),
  },
};

/** All completions. */
export const COMPLETIONS: readonly Completion[] = [
  nodeNames,
  ...Object.entries(LISTS).map(([name, options]) =>
    completionOf(toolNamed(name), options)
  ),
];
