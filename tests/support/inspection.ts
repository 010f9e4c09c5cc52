/**
 * Every tool that only looks at a node, with arguments that any node can answer:
 * for what must hold of all of them, whatever the release or the size of the node.
 *
 * @module
 */

import { PORT_KINDS } from "../../lib/tools/runtime/list_ports.ts";
import { NODE_SECTIONS } from "../../lib/tools/nodes/get_node_info.ts";
import { MEMORY_SECTIONS } from "../../lib/tools/memory/get_memory.ts";
import { TABLE_SORTS } from "../../lib/tools/memory/list_ets.ts";
import type { Tool } from "../../lib/registry/mod.ts";
import { KINDS as FIND_KINDS } from "../../lib/tools/processes/find.ts";
import { PROCESS_SECTIONS } from "../../lib/tools/processes/get_process.ts";
import { GRAPH_KINDS } from "../../lib/tools/processes/get_process_graph.ts";
import {
  GROUP_SORTS,
  PROCESS_KINDS,
} from "../../lib/tools/processes/group_processes.ts";
import { PROCESS_SORTS } from "../../lib/tools/processes/list_processes.ts";
import { TOOLS } from "../../lib/tools/mod.ts";

/** Arguments of a tool, without the node. */
export type Args = Readonly<Record<string, unknown>>;

/** How long windows are, in ms. */
const WINDOW = { window_ms: 1000 };

/** Each of `values` as the argument `name`. */
function each(name: string, values: readonly unknown[]): Args[] {
  return values.map((value) => ({ [name]: value }));
}

/** Each as it is, and with a window. */
function windowed(all: readonly Args[]): Args[] {
  return all.flatMap((args) => [args, { ...args, ...WINDOW }]);
}

/** Those that need arguments, or have several ways to go about it; the others are called without any. */
const WAYS: Readonly<Record<string, readonly Args[]>> = {
  check_health: [{ window_ms: 1000 }],
  get_node_info: [{ sections: [...NODE_SECTIONS] }],
  compare: [{ window_ms: 200 }],
  list_processes: [
    ...windowed(each("sort", PROCESS_SORTS)),
    { text: "system" },
    { registered_name: "kernel" },
    { initial_call: "supervisor" },
    { current_function: "gen_server:loop" },
    { label: "none" },
    { application: "kernel" },
    { ancestor: "kernel_sup" },
    { status: "waiting" },
    { sort: "mailbox", min: 1 },
  ],
  group_processes: [
    ...windowed(each("by", PROCESS_KINDS)),
    ...each("sort", GROUP_SORTS),
  ],
  get_process: [{ process: "kernel_sup", sections: [...PROCESS_SECTIONS] }],
  get_process_graph: GRAPH_KINDS.map((kind) =>
    kind === "links" || kind === "monitors"
      ? { kind, process: "kernel_sup" }
      : { kind }
  ),
  find: [{ text: "e", kinds: [...FIND_KINDS] }],
  get_process_state: [
    { process: "kernel_sup" },
    { process: "kernel_sup", view: "status", force: true },
  ],
  get_mailbox: [{ process: "kernel_sup" }],
  read_ets: [{ table: "ac_tab" }],
  get_app_env: [{ application: "kernel" }],
  get_application: [{ application: "kernel" }],
  get_supervision_tree: [{}, { root: "kernel" }],
  get_child_specs: [
    { process: "kernel_sup" },
    { process: "kernel_sup", arguments: true },
  ],
  list_modules: [{}, { old_code: true }],
  get_module: [{ module: "lists" }],
  get_docs: [{ module: "lists", function: "map" }],
  get_memory: [{ sections: [...MEMORY_SECTIONS] }],
  list_ets: each("sort", TABLE_SORTS),
  list_ports: windowed(each("kind", PORT_KINDS)),
  get_schedulers: [{ detail: "concise" }, { detail: "full" }],
};

/** One way to call a tool. */
export interface Look {
  readonly tool: Tool;
  readonly args: Args;
  /** It looks twice, some time apart. */
  readonly windowed: boolean;
}

/** Every tool that needs no more than `inspect` and `data` and is about nodes, each way. */
export const LOOKS: readonly Look[] = TOOLS.filter(({ scopes, target }) =>
  (target === "node" || target === "nodes") &&
  scopes.every((scope) => scope === "inspect" || scope === "data")
).flatMap((tool) =>
  (WAYS[tool.name] ?? [{}]).map((args) => ({
    tool,
    args,
    windowed: "window_ms" in args || args.sort === "growth",
  }))
);

/** A look as one word or more. */
export function title({ tool, args }: Look): string {
  const words = Object.entries(args).map(([name, value]) =>
    Array.isArray(value) ? name : `${name}=${value}`
  );
  return [tool.name, ...words].join(" ");
}
