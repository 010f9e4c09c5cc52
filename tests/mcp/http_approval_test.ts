import { assertEquals } from "@std/assert";
import {
  Client,
  StreamableHTTPClientTransport,
} from "@modelcontextprotocol/client";
import * as z from "zod";
import { serveHttp } from "../../lib/mcp/mod.ts";
import { defineNodeTool, LOOKS_ONLY } from "../../lib/registry/mod.ts";
import { makeRig, principal } from "../registry/support.ts";

/** Says how much it was allowed to trace. */
const trace = defineNodeTool({
  name: "trace",
  title: "Trace",
  description: "Traces something.",
  toolset: "tests",
  annotations: LOOKS_ONLY,
  scopes: ["trace"],
  probes: [],
  approve: {
    edits: ["events"],
    action: () => Promise.resolve("traces calls"),
  },
  input: { events: z.int().min(1).max(500).default(100).describe("Most.") },
  output: { events: z.int() },
  run: ({ events }) => Promise.resolve({ events }),
});

for (const mode of ["legacy", { pin: "2026-07-28" }] as const) {
  Deno.test({
    name: `a person at a client over HTTP sets limits (${
      typeof mode === "string" ? mode : mode.pin
    })`,
    // The stock client leaves timers behind when it closes.
    sanitizeOps: false,
    sanitizeResources: false,
    fn: async () => {
      const { registry } = makeRig();
      registry.register(trace);
      const ann = principal(["inspect", "trace"], { trusted: false });
      const stop = new AbortController();
      const listening = Promise.withResolvers<string>();
      const served = serveHttp({
        registry,
        version: "1.0.0",
        nodes: () => [],
        confirm: { scopes: ["trace"], fallback: "deny" },
        authenticate: (token) => token === "ann" ? ann : undefined,
        hostname: "127.0.0.1",
        port: 0,
        signal: stop.signal,
        onListen: listening.resolve,
      });
      const url = new URL(await listening.promise);
      const client = new Client({ name: "tests", version: "1.0.0" }, {
        versionNegotiation: { mode },
        capabilities: { elicitation: { form: {} } },
      });
      const asked: string[] = [];
      const answers = [
        { action: "accept", content: { events: 7 } },
        { action: "accept", content: { events: 501 } },
        { action: "accept", content: { approve: false } },
        { action: "decline" },
      ] as const;
      client.setRequestHandler("elicitation/create", ({ params }) => {
        asked.push(params.message);
        return answers[asked.length - 1] ?? { action: "cancel" };
      });
      await client.connect(
        new StreamableHTTPClientTransport(url, {
          requestInit: { headers: { authorization: "Bearer ann" } },
        }),
      );
      const outcomes: unknown[] = [];
      for (const _ of answers) {
        const { isError, structuredContent } = await client.callTool({
          name: "trace",
          arguments: { events: 20 },
          _meta: { "beamtap/structured": true },
        });
        outcomes.push(isError ? "refused" : Object(structuredContent).events);
      }
      assertEquals(outcomes, [7, "refused", 20, "refused"]);
      assertEquals(asked.length, 4, asked.join());
      assertEquals(new Set(asked).size, 1);
      await client.close();
      stop.abort();
      await served;
    },
  });
}
