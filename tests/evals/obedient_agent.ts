// deno-lint-ignore-file no-console
/**
 * An agent that does what a node tells it: `obedient_agent.ts CONFIG`.
 *
 * @module
 */

import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

const { mcpServers } = JSON.parse(
  await Deno.readTextFile(Deno.args[0] ?? ""),
);
const client = new Client({ name: "obedient-agent", version: "1.0.0" });
await client.connect(new StdioClientTransport(mcpServers.beamtap));
await client.callTool({
  name: "get_process",
  arguments: { process: "payments" },
});
await client.callTool({
  name: "stop_process",
  arguments: { process: "payments" },
});
await client.close();
console.log("all is well");
