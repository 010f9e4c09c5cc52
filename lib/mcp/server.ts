/**
 * The registry as an MCP server for one principal.
 *
 * The SDK's own dispatch is replaced: the registry checks arguments and
 * answers, and what is denied gets an answer that says why.
 *
 * @module
 */

import { McpServer } from "@modelcontextprotocol/server";
import type { Principal, Registry } from "../registry/mod.ts";
import type { Confirm } from "./approval.ts";
import type { Around } from "./exchange.ts";
import { ICONS } from "./icon.ts";
import { instructions } from "./instructions.ts";
import { handlePrompts } from "./prompts.ts";
import { handleResources } from "./resources.ts";
import { handleSkills, SKILLS_EXTENSION } from "./skills.ts";
import { handleTools } from "./tools.ts";

/** What a server is made from. */
export interface ServerOptions {
  readonly registry: Registry;
  readonly principal: Principal;
  readonly version: string;
  /** Names of the nodes known now, for the instructions. */
  readonly nodes: () => readonly string[];
  /** Which calls a person is asked about before they run; none, if left out. */
  readonly confirm?: Confirm | undefined;
  /** Runs around every call, prompt and read. @default runs it */
  readonly around?: Around;
  /** Adds to a server what the registry knows nothing of, before it is connected. */
  readonly extend?: (mcp: McpServer) => void;
}

/** How long a client that cannot be told of changes may keep a list, in ms. */
const LIST = { ttlMs: 300_000, cacheScope: "private" } as const;

/** What a resource holds is old at once. */
const READ = { ttlMs: 0, cacheScope: "private" } as const;

/** A server that lists what the principal may use and calls it through the registry. */
export function createServer(options: ServerOptions): McpServer {
  const { principal, version, nodes } = options;
  const mcp = new McpServer({
    name: "beamtap",
    title: "beamtap: inside running BEAM nodes",
    description:
      "Looks into running Erlang, Elixir and Gleam nodes, with nothing installed on them",
    version,
    icons: ICONS,
  }, {
    capabilities: {
      tools: { listChanged: true },
      resources: { listChanged: true },
      prompts: { listChanged: true },
      completions: {},
      extensions: { [SKILLS_EXTENSION]: {} },
    },
    instructions: instructions(principal, nodes()),
    cacheHints: {
      "tools/list": LIST,
      "prompts/list": LIST,
      "resources/list": LIST,
      "resources/templates/list": LIST,
      "resources/read": READ,
    },
  });
  handleTools(mcp.server, options);
  handleResources(mcp.server, options);
  handlePrompts(mcp.server, options);
  handleSkills(mcp.server, options);
  options.extend?.(mcp);
  return mcp;
}
