import { assertEquals } from "@std/assert";
import { Client } from "@modelcontextprotocol/client";
import { InMemoryTransport } from "@modelcontextprotocol/server";
import { createServer } from "../../lib/mcp/mod.ts";
import { makeRig, plainTool, principal } from "../registry/support.ts";

const ASKED = { "beamtap/structured": true };

/** Whether a stock client gets a schema, the structure and the text of a tool's answer. */
async function given(
  structured: boolean | undefined,
  _meta: Record<string, unknown>,
): Promise<unknown[]> {
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const server = createServer({
    registry: makeRig({ tools: [plainTool("look")] }).registry,
    principal: principal(),
    version: "1.0.0",
    nodes: () => [],
    ...structured !== undefined && { structured },
  });
  await server.connect(ours);
  const client = new Client({ name: "tests", version: "1" }, {
    versionNegotiation: { mode: "legacy" },
  });
  await client.connect(theirs);
  const { tools: [tool] } = await client.listTools({ _meta });
  const result = await client.callTool({ name: "look", _meta });
  await client.close();
  return [
    tool?.outputSchema !== undefined,
    result.structuredContent,
    result.content,
  ];
}

const TEXT = [{ type: "text", text: "answer: 42" }];

Deno.test("an answer is text; its structure and the schema come on request", async () => {
  assertEquals(await given(undefined, {}), [false, undefined, TEXT]);
  assertEquals(
    await given(undefined, { "beamtap/structured": "yes" }),
    [false, undefined, TEXT],
  );
  assertEquals(await given(undefined, ASKED), [true, { answer: 42 }, TEXT]);
});

Deno.test("they come with every answer where the operator wants them", async () => {
  assertEquals(await given(true, {}), [true, { answer: 42 }, TEXT]);
});
