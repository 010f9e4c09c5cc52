/**
 * Requests as clients of both eras send them, and a service that answers them
 * from made-up tools.
 *
 * @module
 */

import * as z from "zod";
import { HttpService, type ServiceOptions } from "../../lib/mcp/mod.ts";
import {
  defineTool,
  LOOKS_ONLY,
  type Principal,
  type Registry,
  type Tool,
} from "../../lib/registry/mod.ts";
import { makeRig, plainTool, principal } from "../registry/support.ts";

/** Tokens that the service knows, and one that it knows no more. */
export const TOKENS = { ann: "ann-token", bob: "bob-token", expired: "old" };

/** Parameters of `initialize`. */
export const INITIALIZE = {
  protocolVersion: "2025-06-18",
  capabilities: {},
  clientInfo: { name: "tests", version: "1" },
};

/** A service with its own registry, and what goes on in its tools. */
export interface ServiceRig {
  readonly service: HttpService;
  readonly registry: Registry;
  /** The tool `wait` runs. */
  readonly started: Promise<void>;
  /** The tool `wait` was told to stop. */
  readonly aborted: Promise<void>;
  /** Lets the tool `wait` answer. */
  readonly release: () => void;
}

/** A service on no address. */
export function rig(options: Partial<ServiceOptions> = {}): ServiceRig {
  const { registry } = makeRig();
  const [started, aborted, released] = [
    Promise.withResolvers<void>(),
    Promise.withResolvers<void>(),
    Promise.withResolvers<void>(),
  ];
  const wait = tool("wait", async ({ signal }) => {
    started.resolve();
    signal.addEventListener("abort", () => {
      aborted.resolve();
      released.resolve();
    });
    await released.promise;
  });
  const progress = tool("progress", ({ progress }) => {
    progress({ done: 1, total: 1, message: "done" });
    return Promise.resolve();
  });
  const secret = { ...plainTool("secret"), scopes: ["data"] as const };
  for (const each of [plainTool("plain"), progress, wait, secret]) {
    registry.register(each);
  }
  const known = new Map<string, Principal>([
    [TOKENS.ann, principal([], { trusted: false })],
    [TOKENS.bob, principal(["inspect", "data"], { trusted: false })],
  ]);
  const service = new HttpService({
    registry,
    version: "1.0.0",
    nodes: () => [],
    hostname: "127.0.0.1",
    authenticate: (token) => known.get(token),
    ...options,
  });
  return {
    service,
    registry,
    started: started.promise,
    aborted: aborted.promise,
    release: () => released.resolve(),
  };
}

function tool(
  name: string,
  work: (
    context: Parameters<Parameters<typeof defineTool>[0]["run"]>[1],
  ) => Promise<void>,
): Tool {
  return defineTool({
    name,
    title: name,
    description: "Does what its name says.",
    toolset: "tests",
    annotations: LOOKS_ONLY,
    scopes: ["inspect"],
    input: {},
    output: { ok: z.boolean() },
    run: async (_args, context) => {
      await work(context);
      return { ok: true };
    },
  });
}

/** A POST as MCP clients send it. */
export function post(
  text: string | ReadableStream<Uint8Array>,
  headers: Record<string, string> = {},
): Request {
  return new Request("http://127.0.0.1/mcp", {
    method: "POST",
    body: text,
    headers: {
      host: "127.0.0.1",
      accept: "application/json, text/event-stream",
      "content-type": "application/json",
      ...headers,
    },
  });
}

/** A request of the 2025 era. */
export function legacy(method: string, params: unknown, id = 1): string {
  return JSON.stringify({ jsonrpc: "2.0", id, method, params });
}

/** A request of the 2026 era, with the headers that repeat it. */
export function modern(
  method: string,
  params: Record<string, unknown>,
): { text: string; headers: Record<string, string> } {
  const version = "2026-07-28";
  const meta = z.record(z.string(), z.unknown()).optional();
  const { _meta = {}, name, uri = name } = z.looseObject({
    _meta: meta,
    name: z.string().optional(),
    uri: z.string().optional(),
  }).parse(params);
  const text = JSON.stringify({
    jsonrpc: "2.0",
    id: 1,
    method,
    params: {
      ...params,
      _meta: {
        ..._meta,
        "io.modelcontextprotocol/protocolVersion": version,
        "io.modelcontextprotocol/clientCapabilities": {},
        "io.modelcontextprotocol/clientInfo": INITIALIZE.clientInfo,
      },
    },
  });
  const headers = {
    "mcp-protocol-version": version,
    "mcp-method": method,
    ...uri && { "mcp-name": uri },
  };
  return { text, headers };
}

/** A way to ask as a client of that era does, after its handshake if it has one. */
export async function session(
  service: HttpService,
  era: "2025" | "2026",
  token: string,
): Promise<
  (method: string, params?: Record<string, unknown>) => Promise<string>
> {
  const bearer = { authorization: `Bearer ${token}` };
  if (era === "2026") {
    return async (method, params = {}) => {
      const { text, headers } = modern(method, params);
      const request = post(text, { ...bearer, ...headers });
      return await (await service.fetch(request)).text();
    };
  }
  const opened = await service.fetch(
    post(legacy("initialize", INITIALIZE), bearer),
  );
  await opened.text();
  const id = opened.headers.get("mcp-session-id") ?? "";
  return async (method, params = {}) => {
    const request = post(legacy(method, params), {
      ...bearer,
      "mcp-session-id": id,
    });
    return await (await service.fetch(request)).text();
  };
}

const LISTED = z.object({
  result: z.object({ tools: z.array(z.object({ name: z.string() })) }),
});

/** The list of tools in an answer. */
export function body(text: string): z.infer<typeof LISTED> {
  return LISTED.parse(parsed(text));
}

const REFUSED = z.object({
  error: z.object({ code: z.int(), data: z.unknown() }),
});

/** The error in an answer. */
export function refusal(text: string): z.infer<typeof REFUSED> {
  return REFUSED.parse(parsed(text));
}

/** An answer, plain or as the one event of a stream. */
function parsed(text: string): unknown {
  const [, data = text] = /^data: (.*)$/m.exec(text) ?? [];
  return JSON.parse(data);
}
