/**
 * The registry as an MCP server for one principal.
 *
 * The SDK's own tool dispatch is replaced: the registry checks arguments and
 * answers, and a tool that is denied gets an answer that says why.
 *
 * @module
 */

import {
  type CallToolResult,
  isSpecType,
  McpServer,
  ProtocolError,
  ProtocolErrorCode,
  type Tool as ListedTool,
} from "@modelcontextprotocol/server";
import {
  inputSchema,
  outputSchema,
  type Principal,
  type Registry,
  type Tool,
  ToolError,
  type ToolResult,
} from "../registry/mod.ts";
import { instructions } from "./instructions.ts";

/** What a server is made from. */
export interface ServerOptions {
  readonly registry: Registry;
  readonly principal: Principal;
  readonly version: string;
  /** Names of the nodes known at start-up, for the instructions. */
  readonly nodes: readonly string[];
}

/** How long a client may keep the list of tools, in ms: it follows from the command line alone. */
const LIST_TTL_MS = 3_600_000;

/** A server that lists what the principal may use and calls it through the registry. */
export function createServer(options: ServerOptions): McpServer {
  const { registry, principal, version, nodes } = options;
  const mcp = new McpServer({
    name: "beamtap",
    title: "beamtap: inside running BEAM nodes",
    version,
  }, {
    capabilities: { tools: { listChanged: false } },
    instructions: instructions(principal, nodes),
    cacheHints: { "tools/list": { ttlMs: LIST_TTL_MS, cacheScope: "private" } },
  });
  mcp.server.setRequestHandler("tools/list", () => ({
    tools: registry.visible(principal).map(listed),
  }));
  mcp.server.setRequestHandler("tools/call", async (request, context) => {
    const { name, arguments: args = {} } = request.params;
    mustExist(registry, principal, name);
    const { signal } = context.mcpReq;
    return toMcp(await registry.call(principal, name, args, { signal }));
  });
  return mcp;
}

/** By the protocol, a tool that does not exist is an error of the request, not of a tool. */
function mustExist(
  registry: Registry,
  principal: Principal,
  name: string,
): void {
  try {
    registry.resolve(principal, name);
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      [error.message, error.hint].filter(Boolean).join("; "),
    );
  }
}

const listings = new WeakMap<Tool, ListedTool>();

/** A tool as `tools/list` shows it; made once, since HTTP makes a server for each request. */
function listed(tool: Tool): ListedTool {
  const known = listings.get(tool);
  if (known !== undefined) return known;
  const made: unknown = {
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: inputSchema(tool.input),
    outputSchema: outputSchema(tool.output),
    annotations: { title: tool.title, ...tool.annotations },
  };
  if (!isSpecType.Tool(made)) {
    throw new TypeError(`${tool.name} cannot be told in MCP`);
  }
  listings.set(tool, made);
  return made;
}

function toMcp(result: ToolResult): CallToolResult {
  const content = [{ type: "text" as const, text: result.text }];
  return result.ok
    ? { content, structuredContent: { ...result.structured } }
    : {
      content,
      isError: true,
      _meta: { "beamtap/error": { code: result.code } },
    };
}
