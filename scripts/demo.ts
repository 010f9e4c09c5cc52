// deno-lint-ignore-file no-console
/**
 * The demo: a sample node with two faults, and a conversation that finds them, between a
 * stock MCP client and beamtap over stdio. Prints each question in words, the tool call and
 * the answer.
 *
 * @module
 */

import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import * as z from "zod";
import { aligned } from "./aligned.ts";
import { type DemoNode, shellWord, startDemoNode } from "./demo_node.ts";

/**
 * Asks beamtap; prints the question, the call and the answer, or one section of it, and
 * returns the structured answer.
 */
type Ask = (
  question: string,
  tool: string,
  args?: Record<string, unknown>,
  section?: string,
) => Promise<unknown>;

/** The first process of a list. */
const FIRST = z.object({
  processes: z.tuple([z.object({ pid: z.string() })], z.unknown()),
}).transform(({ processes }) => processes[0].pid);

/** Holds the conversation. */
async function converse(ask: Ask): Promise<void> {
  await ask("Which nodes can you reach?", "list_nodes");
  await ask("How is this node doing?", "get_node_info");
  await ask(
    "What is the shop made of?",
    "get_supervision_tree",
    { root: "shop", limit: 12 },
    "rows",
  );

  const fullest = await ask(
    "Is a mailbox piling up somewhere?",
    "list_processes",
    { sort: "mailbox", limit: 3 },
  );
  await ask(
    "What is the fullest of them busy with?",
    "get_process",
    { process: FIRST.parse(fullest) },
  );

  await new Promise((resolve) => setTimeout(resolve, 1500));
  await ask(
    "Memory was mostly binaries. Does it grow, a moment later?",
    "get_node_info",
    {},
    "memory_bytes",
  );
  const busiest = await ask(
    "Which of the shop's own processes has worked most?",
    "list_processes",
    { text: "shop_", sort: "reductions", limit: 3 },
  );
  await ask(
    "How often does that one collect its garbage?",
    "get_process",
    { process: FIRST.parse(busiest), sections: ["gc"] },
  );
}

/** Indents an answer, or one section of it. */
function shown(text: string, section?: string): string {
  const lines = text.split("\n");
  const start = section ? lines.indexOf(`${section}:`) : -1;
  const length = lines.slice(start + 1).findIndex((line) => /^\S/.test(line));
  const part = start < 0 ? lines : lines.slice(start, start + 1 + length);
  return aligned(part.join("\n")).replaceAll(/^/gm, "    ");
}

/** Returns the command that starts beamtap for the sample node, with only the permissions it needs. */
function serverCommand(node: DemoNode): [string, ...string[]] {
  return [
    Deno.execPath(),
    ...[
      "run",
      "--quiet",
      "--no-prompt",
      "--allow-net",
      `--allow-read=${node.cookieFile}`,
    ],
    Deno.realPathSync(`${import.meta.dirname}/../main.ts`),
    ...["serve", node.name, "--cookie-file", node.cookieFile],
    ...["--epmd-port", `${node.epmdPort}`],
  ];
}

/** Starts a beamtap and runs the conversation with it. */
async function demonstrate(node: DemoNode): Promise<void> {
  const [command, ...args] = serverCommand(node);
  const client = new Client({ name: "beamtap-demo", version: "1.0.0" });
  await client.connect(new StdioClientTransport({ command, args }));
  try {
    await converse(async (question, name, args = {}, section) => {
      console.log(`\n%c${question}%c`, "font-weight: bold", "");
      console.log(`%c  ${name} ${JSON.stringify(args)}`, "color: cyan");
      const result = await client.callTool({
        name,
        arguments: args,
        _meta: { "beamtap/structured": true },
      });
      for (const part of result.content) {
        if (part.type === "text") console.log(shown(part.text, section));
      }
      if (result.isError) throw new Error(`${name} failed`);
      return result.structuredContent;
    });
  } finally {
    await client.close();
  }
}

if (Deno.args.some((argument) => argument !== "--keep")) {
  console.error("usage: scripts/demo [--keep]");
  Deno.exit(2);
}
const interrupted = Promise.withResolvers<never>();
interrupted.promise.catch(() => {});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  Deno.addSignalListener(signal, () => interrupted.reject(signal));
}

const node = await startDemoNode();
let keep = false;
try {
  console.log(
    `A small web shop is running as ${node.name}. It has two faults.`,
  );
  await Promise.race([demonstrate(node), interrupted.promise]);
  console.log(`
The mailer takes orders faster than it sends mail. The image cache keeps whole
pictures alive through small parts of them. Both are in scripts/demo_app.`);
  keep = Deno.args.includes("--keep");
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  Deno.exitCode = 1;
} finally {
  if (!keep) await node.stop();
}
if (keep) {
  const command = serverCommand(node).map(shellWord).join(" ");
  console.log(`\nThe shop keeps running. Connect Claude Code to it:\n
  claude mcp add beamtap -- ${command}\n
or any MCP client, with the command behind \`--\`. Close the shop:\n
  ${node.stopCommand}`);
}
Deno.exit();
