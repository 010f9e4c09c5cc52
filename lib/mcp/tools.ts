/**
 * Serves the registry's tools over MCP.
 *
 * @module
 */

import {
  type CallToolResult,
  isSpecType,
  type Server,
  type ServerContext,
  type Tool as ListedTool,
} from "@modelcontextprotocol/server";
import {
  type Failure,
  shortInputSchema,
  shortOutputSchema,
  type Tool,
} from "../registry/mod.ts";
import { approval } from "./approval.ts";
import { callOptions, plainly, protocolError, STRUCTURED } from "./exchange.ts";
import { iconsOf } from "./icon.ts";
import type { ServerOptions } from "./server.ts";

/** Handles `tools/list` and `tools/call`. */
export function handleTools(server: Server, options: ServerOptions): void {
  const { registry, principal, confirm, around = plainly } = options;
  const isStructured = (context: ServerContext): boolean =>
    options.structured || context.mcpReq._meta?.[STRUCTURED] === true;
  server.setRequestHandler("tools/list", (_, context) => {
    const structured = isStructured(context);
    const tools = registry.visible(principal, "tool");
    return { tools: tools.map((tool) => listed(tool, structured)) };
  });
  server.setRequestHandler("tools/call", (request, context) => {
    const { name, arguments: args = {} } = request.params;
    return around(context, async () => {
      const approved = confirm
        ? await approval({
          ...{ registry, principal, confirm, server, context, name, args },
        })
        : { args };
      if ("ask" in approved) return approved.ask;
      if ("refused" in approved) return errorOf(approved.refused);
      const result = await registry
        .call(principal, name, approved.args, callOptions(context));
      if (result.ok) {
        return {
          content: [...result.content],
          ...isStructured(context) &&
            { structuredContent: { ...result.structured } },
          ...result.meta && { _meta: { ...result.meta } },
        };
      }
      // By the protocol, this is an error of the request, not of a tool.
      if (result.code === "unknown_tool") throw protocolError(result);
      return errorOf(result);
    });
  });
}

/** As tools are listed, with the schemas of their answers and without. */
const LISTINGS = {
  structured: new WeakMap<Tool, ListedTool>(),
  plain: new WeakMap<Tool, ListedTool>(),
};

/**
 * Returns a tool as `tools/list` shows it; cached, because HTTP creates a server for each request.
 * The schemas of answers, most of the work and of the memory, are made only for who asks for them.
 */
function listed(tool: Tool, structured: boolean): ListedTool {
  const listings = LISTINGS[structured ? "structured" : "plain"];
  const known = listings.get(tool);
  if (known !== undefined) return known;
  const made: unknown = {
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: shortInputSchema(tool.input),
    ...structured && { outputSchema: shortOutputSchema(tool.output) },
    ...iconsOf(tool),
    annotations: { title: tool.title, ...tool.annotations },
  };
  if (!isSpecType.Tool(made)) {
    throw new TypeError(`${tool.name} is not a valid MCP tool`);
  }
  listings.set(tool, made);
  return made;
}

function errorOf(failure: Failure): CallToolResult {
  return {
    content: [{ type: "text", text: failure.text }, ...failure.content],
    isError: true,
    _meta: { ...failure.meta, "beamtap/error": { code: failure.code } },
  };
}
