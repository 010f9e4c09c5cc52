/**
 * The stock clients, each told apart by how it hands tools and answers to a model. Their packages are
 * in the config beside this file and not in that of the type check, so what is used of them is declared
 * here.
 *
 * @module
 */

import type { Call, Offered, Server, Told } from "./job.ts";

/** A connected client. */
export interface Stock {
  tools(): Promise<Offered[]>;
  call(call: Call): Promise<Told>;
  close(): Promise<unknown>;
}

type Args = Readonly<Record<string, unknown>>;
type New<Options, Instance> = new (options: Options) => Instance;

/** A part of a message; all of beamtap's are text here. */
interface Part {
  readonly type: string;
  readonly text?: string;
}

interface Result {
  readonly content: readonly Part[];
  readonly isError?: boolean;
}

/** Both lines of the SDK: the transport's constructor takes more than one argument. */
interface Sdk {
  readonly Client: new (info: Args, options?: Args) => {
    connect(transport: object): Promise<void>;
    listTools(): Promise<{ tools: { name: string }[] }>;
    callTool(call: Args): Promise<Result>;
    close(): Promise<void>;
  };
}

interface Transports {
  readonly StdioClientTransport: New<Args, object>;
  readonly StreamableHTTPClientTransport: new (
    url: URL,
    options: Args,
  ) => object;
}

interface AiSdk {
  createMCPClient(options: { transport: object }): Promise<{
    tools(): Promise<Record<string, AiTool>>;
    close(): Promise<void>;
  }>;
  readonly StdioMCPTransport: New<Args, object>;
}

interface AiTool {
  execute(args: Args, options: Args): Promise<{ isError?: boolean }>;
  toModelOutput(output: Args): { value: Part[] };
}

interface LangChain {
  readonly MultiServerMCPClient: New<Args, {
    getTools(): Promise<LangChainTool[]>;
    close(): Promise<void>;
  }>;
}

interface LangChainTool {
  readonly name: string;
  invoke(call: Args): Promise<{ content: string | Part[]; status?: string }>;
}

interface OpenAi {
  readonly MCPServerStdio: New<Args, OpenAiServer>;
  readonly MCPServerStreamableHttp: New<Args, OpenAiServer>;
  readonly RunContext: new () => object;
  getAllMcpTools(options: Args): Promise<OpenAiTool[]>;
}

interface OpenAiServer {
  connect(): Promise<void>;
  close(): Promise<void>;
}

interface OpenAiTool extends Offered {
  readonly parameters: { properties: Args };
  invoke(context: object, input: string): Promise<string | Part | Part[]>;
}

interface McpUse {
  readonly MCPClient: New<Args, {
    createSession(name: string): Promise<{
      listTools(): Promise<{ name: string }[]>;
      callTool(name: string, args: Args): Promise<Result>;
    }>;
    closeAllSessions(): Promise<void>;
  }>;
}

/** Every client by its name. */
export const STOCK: Readonly<
  Record<string, (server: Server) => Promise<Stock>>
> = {
  "sdk 1": async (server) =>
    await sdk(server, {
      ...await load<Sdk>("@modelcontextprotocol/sdk/client/index.js"),
      ...await load<Transports>("@modelcontextprotocol/sdk/client/stdio.js"),
      ...await load<Transports>(
        "@modelcontextprotocol/sdk/client/streamableHttp.js",
      ),
    }),
  "client 2": newSdk,
  "client 2, 2026-07-28": (server) =>
    newSdk(server, { versionNegotiation: { mode: { pin: "2026-07-28" } } }),
  "AI SDK": aiSdk,
  "LangChain": langChain,
  "OpenAI Agents": openAi,
  "mcp-use": mcpUse,
};

/** A package that the type check does not know. */
async function load<Module>(name: string): Promise<Module> {
  return await import(name);
}

async function newSdk(server: Server, options: Args = {}): Promise<Stock> {
  return await sdk(server, {
    ...await load<Sdk & Transports>("@modelcontextprotocol/client"),
    ...await load<Transports>("@modelcontextprotocol/client/stdio"),
  }, options);
}

async function sdk(
  server: Server,
  module: Sdk & Transports,
  options: Args = {},
): Promise<Stock> {
  const client = new module.Client({ name: "soak", version: "1" }, options);
  await client.connect(
    "url" in server
      ? new module.StreamableHTTPClientTransport(new URL(server.url), {
        requestInit: { headers: bearer(server.token) },
      })
      : new module.StdioClientTransport({ ...server }),
  );
  return {
    tools: async () => (await client.listTools()).tools,
    call: async ({ tool, args }) =>
      told(await client.callTool({ name: tool, arguments: args })),
    close: () => client.close(),
  };
}

async function aiSdk(server: Server): Promise<Stock> {
  const { createMCPClient, StdioMCPTransport } = {
    ...await load<AiSdk>("@ai-sdk/mcp"),
    ...await load<AiSdk>("@ai-sdk/mcp/mcp-stdio"),
  };
  const client = await createMCPClient({
    transport: "url" in server
      ? { type: "http", url: server.url, headers: bearer(server.token) }
      : new StdioMCPTransport({ ...server }),
  });
  const tools = await client.tools();
  return {
    tools: () => Promise.resolve(Object.keys(tools).map((name) => ({ name }))),
    async call({ tool, args }): Promise<Told> {
      const used = named(tools[tool], tool);
      const options = { toolCallId: "1", messages: [] };
      const output = await used.execute(args, options);
      const { value } = used.toModelOutput({ output });
      return { text: joined(value), failed: output.isError === true };
    },
    close: () => client.close(),
  };
}

async function langChain(server: Server): Promise<Stock> {
  const { MultiServerMCPClient } = await load<LangChain>(
    "@langchain/mcp-adapters",
  );
  const client = new MultiServerMCPClient({
    mcpServers: {
      beamtap: "url" in server
        ? { transport: "http", url: server.url, headers: bearer(server.token) }
        : { transport: "stdio", ...server },
    },
  });
  const tools = await client.getTools();
  return {
    tools: () => Promise.resolve(tools.map(({ name }) => ({ name }))),
    async call({ tool, args }): Promise<Told> {
      const used = named(tools.find(({ name }) => name === tool), tool);
      try {
        const call = { type: "tool_call", id: "1", name: tool, args };
        const { content, status } = await used.invoke(call);
        return { text: joined(content), failed: status === "error" };
      } catch (error) {
        return { text: String(error), failed: true };
      }
    },
    close: () => client.close(),
  };
}

/** In strict mode, where a model gives every argument, `null` for what it leaves out. */
async function openAi(server: Server): Promise<Stock> {
  const module = await load<OpenAi>("@openai/agents");
  const client = "url" in server
    ? new module.MCPServerStreamableHttp({
      url: server.url,
      requestInit: { headers: bearer(server.token) },
    })
    : new module.MCPServerStdio({ ...server });
  await client.connect();
  const tools = await module.getAllMcpTools({
    mcpServers: [client],
    convertSchemasToStrict: true,
  });
  return {
    tools: () =>
      Promise.resolve(tools.map(({ name, strict, parameters }) => ({
        name,
        ...strict !== undefined && { strict },
        parameters,
      }))),
    async call({ tool, args }): Promise<Told> {
      const used = named(tools.find(({ name }) => name === tool), tool);
      const input = Object.fromEntries(
        Object.keys(used.parameters.properties).map((key) => [
          key,
          args[key] ?? null,
        ]),
      );
      const output = await used.invoke(
        new module.RunContext(),
        JSON.stringify(input),
      );
      return { text: joined(output) };
    },
    close: () => client.close(),
  };
}

/** Installed by npm, since Deno does not resolve all that it asks for: its folder is in the environment. */
async function mcpUse(server: Server): Promise<Stock> {
  const folder = Deno.env.get("MCP_USE") ?? "";
  const { MCPClient } = await load<McpUse>(
    `${folder}/node_modules/mcp-use/dist/index.js`,
  );
  const client = new MCPClient({
    mcpServers: {
      beamtap: "url" in server
        ? { url: server.url, headers: bearer(server.token) }
        : { ...server },
    },
  });
  const session = await client.createSession("beamtap");
  return {
    tools: () => session.listTools(),
    call: async ({ tool, args }) => told(await session.callTool(tool, args)),
    close: () => client.closeAllSessions(),
  };
}

function bearer(token: string): { Authorization: string } {
  return { Authorization: `Bearer ${token}` };
}

function told({ content, isError }: Result): Told {
  return { text: joined(content), failed: isError === true };
}

function joined(content: string | Part | readonly Part[]): string {
  if (typeof content === "string") return content;
  return [content].flat().map(({ text = "" }) => text).join("\n");
}

function named<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`the client has no tool ${name}`);
  return found;
}
