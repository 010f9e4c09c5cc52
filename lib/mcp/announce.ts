/**
 * Notifies clients of changes to the lists of tools, prompts and resources.
 *
 * @module
 */

import type { McpServer } from "@modelcontextprotocol/server";
import type { Principal, Registry } from "../registry/mod.ts";

/** The lists that clients are notified of; `resources` includes the templates. */
export type ListName = "tools" | "prompts" | "resources";

/** The items of each list: handlers and URIs. */
type Content = Readonly<Record<ListName, readonly unknown[]>>;

/** The lists of a principal, as of the last check. */
export class Lists {
  readonly #registry: Registry;
  readonly #principal: Principal;
  #known: Content;

  /** Records the current lists. */
  constructor(registry: Registry, principal: Principal) {
    this.#registry = registry;
    this.#principal = principal;
    this.#known = this.#look();
  }

  /** Returns the lists that have changed since the last check. */
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

/** Notifies the client of a server which lists have changed. */
export function announce(mcp: McpServer, lists: readonly ListName[]): void {
  if (!mcp.isConnected()) return;
  const { server } = mcp;
  const sent = [
    ...lists.includes("tools") ? [server.sendToolListChanged()] : [],
    ...lists.includes("prompts") ? [server.sendPromptListChanged()] : [],
    ...lists.includes("resources") ? [server.sendResourceListChanged()] : [],
  ];
  // The client may have disconnected.
  for (const each of sent) each.catch(() => {});
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length &&
    before.every((item, index) => item === now[index]);
}
