/**
 * Tells clients which of the lists that they may have read has changed.
 *
 * @module
 */

import type { McpServer } from "@modelcontextprotocol/server";
import type { Principal, Registry } from "../registry/mod.ts";

/** The lists that a client is told of; that of resources is told with the one of templates. */
export type ListName = "tools" | "prompts" | "resources";

/** What each list holds: handlers, and addresses. */
type Content = Readonly<Record<ListName, readonly unknown[]>>;

/** The lists of a principal, as they were when last looked at. */
export class Lists {
  readonly #registry: Registry;
  readonly #principal: Principal;
  #known: Content;

  /** Looks for the first time. */
  constructor(registry: Registry, principal: Principal) {
    this.#registry = registry;
    this.#principal = principal;
    this.#known = this.#look();
  }

  /** The lists that are not as they were. */
  changed(): ListName[] {
    const before = this.#known;
    const now = this.#known = this.#look();
    return (["tools", "prompts", "resources"] as const)
      .filter((name) => !isSame(before[name], now[name]));
  }

  #look(): Content {
    const [registry, principal] = [this.#registry, this.#principal];
    return {
      tools: registry.visible(principal, "tool"),
      prompts: registry.visible(principal, "prompt"),
      resources: [
        ...registry.readable(principal).flatMap(({ uri, of }) => [uri, of]),
        ...registry.visible(principal, "resource_template"),
      ],
    };
  }
}

/** Tells the client of a server which lists have changed. */
export function announce(mcp: McpServer, lists: readonly ListName[]): void {
  if (!mcp.isConnected()) return;
  const { server } = mcp;
  const sent = [
    ...lists.includes("tools") ? [server.sendToolListChanged()] : [],
    ...lists.includes("prompts") ? [server.sendPromptListChanged()] : [],
    ...lists.includes("resources") ? [server.sendResourceListChanged()] : [],
  ];
  // Whoever has gone is not told any more.
  for (const each of sent) each.catch(() => {});
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length &&
    before.every((item, index) => item === now[index]);
}
