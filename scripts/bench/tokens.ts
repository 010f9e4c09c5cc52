// deno-lint-ignore-file no-console
/**
 * What a model reads, in tokens (o200k): the list of tools, ours and that of three well-known
 * servers, as most clients pass it on (name, description, input schema); and six typical answers of
 * the demo's shop, as text and as JSON.
 *
 * @module
 */

import { Client, type Tool } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { type DemoNode, startDemoNode } from "../demo_node.ts";
import { SCOPES } from "../../lib/registry/mod.ts";
import { listTokens, tokens } from "../../tests/support/tokens.ts";

/** Other servers, as npm packages with their arguments. */
const PEERS: readonly (readonly [name: string, ...args: string[]])[] = [
  ["chrome-devtools-mcp@1.11.0", "--no-usage-statistics"],
  ["@playwright/mcp@0.0.83"],
  ["@modelcontextprotocol/server-filesystem@2026.8.31", Deno.cwd()],
];

const ANSWERS: readonly (readonly [string, Record<string, unknown>])[] = [
  ["list_processes", {}],
  ["get_supervision_tree", {}],
  ["get_process", { process: "shop_mailer" }],
  ["get_node_info", {}],
  ["list_ets", {}],
  ["get_memory", {}],
];

/** Runs `work` with a client of a server that is started for it. */
async function withServer<T>(
  args: readonly string[],
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ name: "tokens", version: "1.0.0" });
  const command = Deno.execPath();
  const flags = ["run", "--quiet", "--no-prompt", "--allow-all"];
  await client.connect(
    new StdioClientTransport({
      command,
      args: [...flags, ...args],
      stderr: "ignore",
    }),
  );
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

function ours(node: DemoNode, ...options: string[]): string[] {
  return [
    ...["main.ts", "serve", node.name, "--cookie-file", node.cookieFile],
    ...["--epmd-port", `${node.epmdPort}`, ...options],
  ];
}

function row(...cells: readonly (string | number)[]): void {
  const [first = "", ...rest] = cells.map(String);
  console.log(
    first.padEnd(50) + rest.map((cell) => cell.padStart(12)).join(""),
  );
}

function listRow(name: string, tools: readonly Tool[]): void {
  const of = tools.map((tool) => listTokens([tool]));
  const described = tools.map(({ description = "" }) => tokens(description));
  const sum = listTokens(tools);
  const average = (all: readonly number[]): string =>
    (all.reduce((a, b) => a + b, 0) / tools.length).toFixed(0);
  row(
    name,
    tools.length,
    sum,
    average(of),
    Math.max(...of),
    average(described),
  );
}

const list = async (client: Client): Promise<Tool[]> =>
  (await client.listTools()).tools;

const node = await startDemoNode();
try {
  row("tool list", "tools", "tokens", "a tool", "longest", "description");
  const scopes = SCOPES.flatMap((scope) => ["--allow", scope]);
  listRow("beamtap", await withServer(ours(node), list));
  const all = ours(node, ...scopes);
  listRow("beamtap, all scopes", await withServer(all, list));
  for (const [name, ...args] of PEERS) {
    const program = ["--no-config", "--no-lock", `npm:${name}`];
    listRow(name, await withServer([...program, ...args], list));
  }
  row("");
  row("answer", "text", "JSON");
  await withServer(ours(node), async (client) => {
    for (const [name, args] of ANSWERS) {
      const result = await client.callTool({
        name,
        arguments: args,
        _meta: { "beamtap/structured": true },
      });
      const [text] = result.content;
      if (result.isError || text?.type !== "text") throw new Error(name);
      const json = JSON.stringify(result.structuredContent);
      row(name, tokens(text.text), tokens(json));
    }
  });
} finally {
  await node.stop();
}
