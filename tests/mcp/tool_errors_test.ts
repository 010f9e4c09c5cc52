import { assert, assertEquals } from "@std/assert";
import { Client } from "@modelcontextprotocol/client";
import { InMemoryTransport } from "@modelcontextprotocol/server";
import { createServer } from "../../lib/mcp/mod.ts";
import { ToolError, type ToolErrorOptions } from "../../lib/registry/mod.ts";
import { makeRig, nodeTool, principal } from "../registry/support.ts";

/** What a stock client gets from a tool that throws an error with these options. */
async function failing(
  options: ToolErrorOptions,
): Promise<Awaited<ReturnType<Client["callTool"]>>> {
  const tool = nodeTool({
    run: () => Promise.reject(new ToolError("busy", "it is busy", options)),
  });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const server = createServer({
    registry: makeRig({ tools: [tool] }).registry,
    principal: principal(),
    version: "1.0.0",
    nodes: () => ["a@h"],
  });
  await server.connect(ours);
  const client = new Client({ name: "tests", version: "1" }, {
    versionNegotiation: { mode: "legacy" },
  });
  await client.connect(theirs);
  const result = await client.callTool({ name: "look_at", arguments: {} });
  await client.close();
  return result;
}

const TEXT = { type: "text", text: "busy: it is busy" } as const;

Deno.test("an error of a tool may carry content and metadata of its own", async () => {
  const link = { type: "resource_link", uri: "test://x", name: "x" } as const;
  const result = await failing({ content: [link], meta: { retry_ms: 5 } });
  assertEquals(result.isError, true);
  assertEquals(result.content, [TEXT, link]);
  assertEquals(result._meta, {
    retry_ms: 5,
    "beamtap/error": { code: "busy" },
  });
});

Deno.test("what an error carries keeps no secret, and cannot pass for the code", async () => {
  const result = await failing({
    content: [{ type: "text", text: "password=hunter2" }],
    meta: { password: "hunter2", "beamtap/error": { code: "ok" } },
  });
  const all = JSON.stringify(result);
  assert(!all.includes("hunter2"), all);
  assertEquals(result._meta?.["beamtap/error"], { code: "busy" });
});

Deno.test("what an error carries beyond the budget is cut or left out, and the error stays", async () => {
  const long = await failing({
    content: [{ type: "text", text: "x".repeat(50_000) }],
  });
  assertEquals(long.content[0], TEXT);
  assert(JSON.stringify(long).length < 10_000);
  const data = "A".repeat(2_000_000);
  const large = await failing({
    content: [{ type: "image", mimeType: "image/png", data }],
  });
  assertEquals(large.content, [TEXT]);
});
