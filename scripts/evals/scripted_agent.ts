// deno-lint-ignore-file no-console
/**
 * An agent without a model: asks `check_health`, then what its findings say is next, looks at the
 * first suspect, and prints what it was told: `scripted_agent.ts CONFIG`. What it does not find,
 * the answers do not say.
 *
 * @module
 */

import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import * as z from "zod";

/** Maximum findings to follow. */
const MAX_FOLLOWED = 2;

const CONFIG = z.object({
  mcpServers: z.object({
    beamtap: z.object({ command: z.string(), args: z.array(z.string()) }),
  }),
});

const HEALTH = z.looseObject({
  verdict: z.string(),
  findings: z.array(z.looseObject({
    suspects: z.array(
      z.looseObject({
        process: z.string().optional(),
        name: z.string().optional(),
      }),
    ).default([]),
    next: z.looseObject({
      tool: z.string(),
      arguments: z.record(z.string(), z.unknown()).default({}),
    }).optional(),
  })),
});

const { mcpServers } = CONFIG.parse(
  JSON.parse(await Deno.readTextFile(Deno.args[0] ?? "")),
);
const client = new Client({ name: "scripted-agent", version: "1.0.0" });
await client.connect(new StdioClientTransport(mcpServers.beamtap));
const tools = (await client.listTools()).tools.map(({ name }) => name);

/** Calls a tool, prints the text of its answer and returns the structure. */
async function call(
  name: string,
  args: Record<string, unknown> = {},
): Promise<unknown> {
  const { content, structuredContent } = await client.callTool({
    name,
    arguments: args,
    _meta: { "beamtap/structured": true },
  });
  for (const part of content) {
    if (part.type === "text") console.log(`${name}:\n${part.text}\n`);
  }
  return structuredContent;
}

const { findings } = HEALTH.parse(await call("check_health"));
for (const { next } of findings.slice(0, MAX_FOLLOWED)) {
  if (next && tools.includes(next.tool)) await call(next.tool, next.arguments);
}
const process = findings[0]?.suspects[0]?.process;
if (process !== undefined) {
  await call("get_process", { process });
  if (tools.includes("get_mailbox")) {
    await call("get_mailbox", { process, view: "sample" });
    await call("get_process_state", { process });
  }
}
await client.close();
