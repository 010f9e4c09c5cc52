import { assertEquals } from "@std/assert";
import { Client } from "@modelcontextprotocol/client";
import { InMemoryTransport } from "@modelcontextprotocol/server";
import type { Registry } from "../../lib/registry/mod.ts";
import { createServer } from "../../lib/mcp/mod.ts";
import {
  makeRig,
  plainTool,
  principal,
  prompt,
  resource,
  template,
} from "../registry/support.ts";

/** A client of a server for that registry. */
async function clientOf(registry: Registry): Promise<Client> {
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const server = createServer({
    registry,
    principal: principal(),
    version: "1.0.0",
    nodes: () => [],
  });
  await server.connect(ours);
  const client = new Client({ name: "tests", version: "1" });
  await client.connect(theirs);
  return client;
}

Deno.test("annotations of resources are listed", async () => {
  const annotations = {
    audience: ["user" as const],
    priority: 0.5,
    lastModified: "2026-11-20T00:00:00Z",
  };
  const { registry } = makeRig({
    tools: [
      { ...resource("look"), annotations },
      { ...template("look"), annotations },
      resource("bare"),
    ],
  });
  const client = await clientOf(registry);
  const { resources: [fixed, bare] } = await client.listResources();
  const { resourceTemplates: [form] } = await client.listResourceTemplates();
  assertEquals(fixed?.annotations, annotations);
  assertEquals(form?.annotations, annotations);
  assertEquals(bare && "annotations" in bare, false);
  await client.close();
});

Deno.test("icons that a handler declares are listed, of whatever kind it is", async () => {
  const icons = [{ src: "https://h/i.png", sizes: ["48x48"] }];
  const { registry } = makeRig({
    tools: [
      { ...plainTool("look"), icons },
      { ...prompt("look"), icons },
      { ...resource("look"), icons },
      { ...template("look"), icons },
      plainTool("bare"),
    ],
  });
  const client = await clientOf(registry);
  const { tools: [tool, bare] } = await client.listTools();
  const { prompts: [first] } = await client.listPrompts();
  const { resources: [fixed] } = await client.listResources();
  const { resourceTemplates: [form] } = await client.listResourceTemplates();
  for (const listed of [tool, first, fixed, form]) {
    assertEquals(listed?.icons, icons, listed?.title);
  }
  assertEquals(bare?.icons, undefined);
  await client.close();
});
