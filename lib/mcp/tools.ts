/**
 * Serves the registry's tools over MCP.
 *
 * @module
 */

import {
  type CallToolResult,
  isSpecType,
  type Server,
  type Tool as ListedTool,
} from "@modelcontextprotocol/server";
import {
  inputSchema,
  shortOutputSchema,
  type Tool,
  type ToolResult,
} from "../registry/mod.ts";
import { approval } from "./approval.ts";
import { callOptions, plainly, protocolError } from "./exchange.ts";
import { iconsOf } from "./icon.ts";
import type { ServerOptions } from "./server.ts";

/** Handles `tools/list` and `tools/call`. */
export function handleTools(server: Server, options: ServerOptions): void {
  const { registry, principal, confirm, around = plainly } = options;
  server.setRequestHandler("tools/list", () => ({
    tools: registry.visible(principal, "tool").map(listed),
  }));
  server.setRequestHandler("tools/call", (request, context) => {
    const { name, arguments: args = {} } = request.params;
    return around(context, async () => {
      const approved = confirm
        ? await approval({
          ...{ registry, principal, confirm, server, context, name, args },
        })
        : { args };
      if ("ask" in approved) return approved.ask;
      if ("refused" in approved) return toMcp(approved.refused);
      const result = await registry
        .call(principal, name, approved.args, callOptions(context));
      // By the protocol, this is an error of the request, not of a tool.
      if (!result.ok && result.code === "unknown_tool") {
        throw protocolError(result);
      }
      return toMcp(result);
    });
  });
}

const listings = new WeakMap<Tool, ListedTool>();

/** Returns a tool as `tools/list` shows it; cached, because HTTP creates a server for each request. */
function listed(tool: Tool): ListedTool {
  const known = listings.get(tool);
  if (known !== undefined) return known;
  const made: unknown = {
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: inputSchema(tool.input),
    outputSchema: shortOutputSchema(tool.output),
    ...iconsOf(tool),
    annotations: { title: tool.title, ...tool.annotations },
  };
  if (!isSpecType.Tool(made)) {
    throw new TypeError(`${tool.name} is not a valid MCP tool`);
  }
  listings.set(tool, made);
  return made;
}

function toMcp(result: ToolResult): CallToolResult {
  return result.ok
    ? {
      content: [...result.content],
      structuredContent: { ...result.structured },
      ...result.meta && { _meta: { ...result.meta } },
    }
    : {
      content: [{ type: "text", text: result.text }, ...result.content],
      isError: true,
      _meta: { ...result.meta, "beamtap/error": { code: result.code } },
    };
}
