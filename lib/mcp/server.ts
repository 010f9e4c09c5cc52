/**
 * Serves the registry as an MCP server for one principal.
 *
 * Replaces the SDK's own dispatch: the registry checks arguments and answers, and a
 * denied call gets an answer that says why.
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

/** Options for {@linkcode createServer}. */
export interface ServerOptions {
  /** What is served. */
  readonly registry: Registry;
  /** To whom it is served. */
  readonly principal: Principal;
  /** Version of beamtap. */
  readonly version: string;
  /** Returns the names of the known nodes, for the instructions. */
  readonly nodes: () => readonly string[];
  /** Which calls need a person's approval. @default {none} */
  readonly confirm?: Confirm | undefined;
  /** Whether every answer comes with its structure, and every tool with the schema of it; others must ask. @default {false} */
  readonly structured?: boolean;
  /** Whether crash dumps are offered, for the instructions. @default {false} */
  readonly dumps?: boolean;
  /** Wraps every call, prompt and read. @default {runs it} */
  readonly around?: Around;
  /** Adds what the registry does not provide to a server, before it is connected. */
  readonly extend?: (mcp: McpServer) => void;
}

/** Caching of lists, for clients that do not get change notifications. */
const LIST = { ttlMs: 300_000, cacheScope: "private" } as const;

/** Caching of resources: none, because their contents change all the time. */
const READ = { ttlMs: 0, cacheScope: "private" } as const;

/** Registers resources, prompts and completions, which are loaded only now. */
export async function registerCatalogue(registry: Registry): Promise<void> {
  const { CATALOGUE } = await import("./catalogue/mod.ts");
  registry.batch(() => {
    for (const handler of CATALOGUE) registry.register(handler);
  });
}

/** Creates a server that lists what the principal may use and calls it through the registry. */
export function createServer(options: ServerOptions): McpServer {
  const { principal, version, nodes } = options;
  const mcp = new McpServer({
    name: "beamtap",
    title: "beamtap: inside running BEAM nodes",
    description:
      "Inspects running Erlang, Elixir and Gleam nodes, with nothing installed on them",
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
    instructions: instructions(principal, nodes(), options.dumps),
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
