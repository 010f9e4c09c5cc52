/**
 * The calls of the reference's examples, and how their answers are recorded: the sample node of
 * the demo with a second node beside it, asked through MCP.
 *
 * @module
 */

import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import * as z from "zod";
import type { Tool } from "../lib/registry/mod.ts";
import type { Example } from "../lib/tools/reference/page.ts";
import { die } from "../tests/support/crashes/crash.ts";
import { OUT_OF_MEMORY } from "../tests/support/crashes/limits.ts";
import { type DemoNode, startDemoNode } from "./demo_node.ts";

type Args = Readonly<Record<string, unknown>>;

/** The dump of a third node, which died. */
const DUMP = { file: "erl_crash.dump" };

/** What each tool is asked, in this order; a function is handed the examples so far. */
const CALLS: Readonly<Record<string, Args | ((seen: Seen) => Args)>> = {
  check_health: {},
  list_nodes: {},
  connect_node: { node: "pay@127.0.0.1" },
  get_node_info: {},
  compare: { window_ms: 1000, limit: 3 },
  list_processes: { sort: "mailbox", limit: 3 },
  group_processes: { sort: "memory", limit: 4 },
  get_process: { process: "shop_mailer" },
  get_process_graph: { kind: "links", process: "shop_sup" },
  find: { text: "shop_" },
  get_process_state: { process: "shop_catalogue" },
  get_mailbox: {
    process: "shop_mailer",
    view: "sample",
    limit: 2,
    force: true,
  },
  read_ets: { table: "shop_articles", limit: 2 },
  get_app_env: { application: "kernel", limit: 4 },
  list_applications: {},
  get_application: { application: "shop" },
  get_supervision_tree: { root: "shop", limit: 8 },
  get_child_specs: { process: "shop_sup" },
  list_modules: { application: "shop" },
  get_module: { module: "shop_cart" },
  get_docs: { module: "lists", function: "seq/2" },
  get_memory: {},
  list_ets: { limit: 3 },
  get_binary_holders: { limit: 3 },
  get_mnesia: {},
  get_schedulers: {},
  get_limits: {},
  list_ports: { limit: 3 },
  get_cluster: {},
  get_log_config: {},
  read_log: { handler: "file", lines: 3 },
  collect_garbage: { process: "shop_images", dry_run: true },
  stop_process: { process: "shop_mailer", dry_run: true },
  suspend_process: { process: "shop_mailer", duration_ms: 1000 },
  resume_process: { process: "shop_mailer" },
  restart_child: {
    process: "shop_sales_sup",
    child: "shop_mailer",
    dry_run: true,
  },
  set_app_env: { application: "shop", key: "workers", value: "4" },
  set_log_level: { module: "shop_mailer", level: "debug", duration_ms: 60_000 },
  disconnect_peer: { peer: "pay@127.0.0.1", dry_run: true },
  call_function: { module: "lists", function: "seq", arguments: "[1, 5]" },
  evaluate: { source: "lists:sum([1, 2])" },
  measure_call_rate: { module: "shop_cart" },
  trace_calls: { module: "shop_cart", function: "add/2", max_events: 3 },
  trace_process: { process: "shop_mailer", max_events: 3 },
  get_senders: { process: "shop_mailer", messages: true, limit: 3 },
  start_trace: { module: "shop_cart", function: "add/2" },
  read_trace: ({ start_trace }) => ({ ...sessionOf(start_trace), limit: 3 }),
  stop_trace: ({ start_trace }) => sessionOf(start_trace),
  capture_logs: { max_events: 2, duration_ms: 3000 },
  profile: { duration_ms: 1000 },
  watch_system: { duration_ms: 1000, long_schedule_ms: 20 },
  disconnect_node: { node: "pay@127.0.0.1" },
  get_elixir_overview: {},
  get_dump: DUMP,
  list_dump_processes: { ...DUMP, sort: "mailbox", limit: 3 },
  get_dump_process: { ...DUMP, process: "sink", limit: 3 },
  list_dump_ets: { ...DUMP, limit: 3 },
  list_dump_ports: { ...DUMP, limit: 3 },
  find_in_dump: { ...DUMP, text: "sink" },
};

type Seen = Readonly<Record<string, Example>>;

function sessionOf(example: Example | undefined): Args {
  return z.object({ session: z.string() }).parse(example?.answer);
}

/** What the second node runs: connected to the first, it has that log something. */
const PAY = `
  Shop = 'shop@127.0.0.1', true = net_kernel:connect_node(Shop),
  Log = fun Log() ->
    rpc:call(Shop, logger, notice, ["cart ~p is empty", [17]]),
    receive after 500 -> Log() end
  end, Log().`;

/** Gives the node a log file and Mnesia. */
const READY = `
  ok = logger:add_handler(file, logger_std_h, #{config => #{file => "shop.log"}}),
  ok = application:start(mnesia)`;

/** Starts Elixir on the node, from a folder of its applications. */
const ELIXIR = (folder: string): string => `
  code:add_pathsa(filelib:wildcard("${folder}/*/ebin")),
  {ok, _} = application:ensure_all_started(logger)`;

/**
 * Asks every question and returns the calls with their answers, by tool.
 *
 * @throws {Error} if a tool fails, or has no call here
 */
export async function recordExamples(
  tools: readonly Tool[],
): Promise<Record<string, Example>> {
  const node = await startDemoNode();
  await using dead = await die(OUT_OF_MEMORY);
  const pay = new Deno.Command("erl", {
    args: [
      ..."-noinput -start_epmd false -name pay@127.0.0.1 -eval".split(" "),
      PAY,
    ],
    cwd: folderOf(node),
    env: { HOME: folderOf(node), ERL_EPMD_PORT: `${node.epmdPort}` },
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  const client = new Client({ name: "beamtap-reference", version: "1.0.0" });
  try {
    await client.connect(
      new StdioClientTransport({
        ...server(node, dead.folder),
        stderr: "ignore",
      }),
    );
    await ask(client, "evaluate", { source: READY });
    // Until the faults of the shop show.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const examples: Record<string, Example> = {};
    for (const { name, input } of ordered(tools)) {
      if (name === "get_elixir_overview") {
        await ask(client, "evaluate", { source: ELIXIR(await elixirFolder()) });
      }
      const call = CALLS[name];
      if (call === undefined) throw new Error(`no call for ${name}`);
      const own = typeof call === "function" ? call(examples) : call;
      const args = "node" in input.shape ? { node: node.name, ...own } : own;
      const answer = await ask(client, name, args);
      examples[name] = { args, answer: withoutPaths(answer, node) };
    }
    return examples;
  } finally {
    await client.close();
    pay.kill("SIGKILL");
    await pay.status;
    await node.stop();
  }
}

/** The tools in the order of {@linkcode CALLS}. */
function ordered(tools: readonly Tool[]): Tool[] {
  const at = ({ name }: Tool): number => Object.keys(CALLS).indexOf(name);
  return tools.toSorted((a, b) => at(a) - at(b));
}

/** Replaces the folders of this machine. */
function withoutPaths(
  answer: Example["answer"],
  node: DemoNode,
): Example["answer"] {
  const sources = new URL("demo_app", import.meta.url).pathname;
  return JSON.parse(
    JSON.stringify(answer).replaceAll(folderOf(node), "/srv/shop")
      .replaceAll(decodeURIComponent(sources), "/srv/shop/src"),
  );
}

function folderOf({ cookieFile }: DemoNode): string {
  return cookieFile.replace(/\/[^/]*$/, "");
}

/** How to start a beamtap that may do everything on the node, and read the dumps in a folder. */
function server(
  node: DemoNode,
  dumps: string,
): { command: string; args: string[] } {
  const main = decodeURIComponent(
    new URL("../main.ts", import.meta.url).pathname,
  );
  const scopes = ["inspect", "data", "trace", "mutate", "eval", "admin"];
  return {
    command: Deno.execPath(),
    args: [
      ..."run --quiet --no-prompt --allow-net".split(" "),
      ...[`--allow-read=${node.cookieFile},${dumps}`, main, "serve", node.name],
      ...["--dumps", dumps],
      ...["--cookie-file", node.cookieFile, "--cookie-for", "*@127.0.0.1"],
      ...["--epmd-port", `${node.epmdPort}`, "--confirm", "none"],
      ...scopes.flatMap((scope) => ["--allow", scope]),
    ],
  };
}

const RESULT = z.object({
  isError: z.boolean().default(false),
  content: z.array(z.looseObject({ text: z.string().optional() })),
  structuredContent: z.record(z.string(), z.unknown()).optional(),
});

async function ask(
  client: Client,
  name: string,
  args: Args,
): Promise<Example["answer"]> {
  const { isError, content, structuredContent = {} } = RESULT.parse(
    await client.callTool({
      name,
      arguments: { ...args },
      _meta: { "beamtap/structured": true },
    }),
  );
  if (isError) throw new Error(`${name}: ${content[0]?.text}`);
  return structuredContent;
}

async function elixirFolder(): Promise<string> {
  const { stdout } = await new Deno.Command("elixir", {
    args: ["-e", "IO.puts Path.dirname(:code.lib_dir(:elixir))"],
  }).output();
  return new TextDecoder().decode(stdout).trim();
}
