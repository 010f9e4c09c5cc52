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
import { healthPage } from "../lib/cli/terminal/health_page.ts";
import { page } from "../lib/cli/terminal/page.ts";
import type { Fields } from "../lib/registry/mod.ts";
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

/** Any answer. */
const FIELDS = z.record(z.string(), z.unknown());

/** The verdict on a node, with the first suspect of each finding. */
const HEALTH = z.object({
  findings: z.array(z.object({
    suspects: z.array(z.object({ name: z.string().optional() })),
  })),
});

/** Holds the conversation. */
async function converse(ask: Ask): Promise<void> {
  await ask("Which nodes can you reach?", "list_nodes");
  const health = await ask("Is something wrong with this one?", "check_health");
  const culprits = HEALTH.parse(health).findings
    .map(({ suspects }) => suspects[0]?.name);
  for (const faulty of ["shop_mailer", "shop_images"]) {
    if (!culprits.includes(faulty)) throw new Error(`${faulty} was not found`);
  }
  await ask(
    "What is the shop made of?",
    "get_supervision_tree",
    { root: "shop", limit: 12 },
    "rows",
  );

  await ask(
    "The mailer first: is its mailbox the only one that piles up?",
    "list_processes",
    { sort: "mailbox", limit: 3 },
  );
  await ask("What is it busy with?", "get_process", {
    process: "shop_mailer",
  });

  const holders = await ask(
    "Then the leak: who keeps how many binaries alive, with which heap?",
    "get_binary_holders",
    { limit: 3 },
  );
  await ask(
    "How often does the first of them collect its garbage?",
    "get_process",
    { process: FIRST.parse(holders), sections: ["gc"] },
  );
}

/** Lays out an answer, or one section of it. */
function shown(
  tool: string,
  args: Fields,
  answer: Fields,
  section?: string,
): string {
  const layout = tool === "check_health" ? healthPage : page;
  const part = section === undefined ? answer : { [section]: answer[section] };
  return layout(part, { width: 92, wide: false, args })
    .map((line) => `    ${line}`).join("\n");
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
    await converse(async (question, name, given, section) => {
      const args: Fields = given ?? {};
      console.log(`\n%c${question}%c`, "font-weight: bold", "");
      console.log(`%c  ${name} ${JSON.stringify(args)}`, "color: cyan");
      const result = await client.callTool({
        name,
        arguments: args,
        _meta: { "beamtap/structured": true },
      });
      const { data: answer } = FIELDS.safeParse(result.structuredContent);
      if (result.isError || !answer) {
        throw new Error(`${name} failed: ${JSON.stringify(result.content)}`);
      }
      console.log(shown(name, args, answer, section));
      return answer;
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
