/**
 * The states of nodes without asking them: of each link, and according to the port
 * mappers (EPMD) of their hosts.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";
import { DEFAULT_EPMD_PORT, listNames } from "../epmd/mod.ts";
import { bracketed } from "../net/mod.ts";
import { type LinkState, type NodeSpec, parseNodeName } from "../node/mod.ts";
import type { NodeStatus } from "../registry/mod.ts";

/** Timeout for asking a port mapper for its names, in ms. */
const EPMD_TIMEOUT_MS = 2000;

/** The names a port mapper knows, or why it did not answer. */
type Registered =
  | { readonly names: ReadonlySet<string> }
  | { readonly problem: string };

/** Name and address of a node. */
export type NodePlace = Pick<
  NodeSpec,
  "name" | "host" | "port" | "epmdPort" | "ssh"
>;

/** Asks port mappers, each once for all concurrent callers, so that no caller can flood one. */
export class PortMappers {
  readonly #asking = new Map<string, Promise<Registered>>();

  /** Returns the state of each node; connects to none of them. */
  async states(
    places: readonly NodePlace[],
    links: readonly LinkState[],
  ): Promise<NodeStatus[]> {
    const linkOf = new Map(links.map((link) => [link.node, link]));
    return await Promise.all(places.map(async (place) => {
      const link = linkOf.get(place.name);
      if (place.port !== undefined) return status(place, link, undefined);
      return status(place, link, await this.#ask(place));
    }));
  }

  #ask(place: NodePlace): Promise<Registered> {
    const address = `${addressOf(place)} ${place.ssh?.text ?? ""}`;
    const asking = this.#asking.get(address) ??
      ask(place).finally(() => this.#asking.delete(address));
    this.#asking.set(address, asking);
    return asking;
  }
}

/** Returns the address of the node's port mapper, or of the node itself if its port is known. */
export function addressOf(place: NodePlace): string {
  const host = place.host ?? parseNodeName(place.name).host;
  const port = place.port ?? place.epmdPort ?? DEFAULT_EPMD_PORT;
  return `${bracketed(host)}:${port}`;
}

async function ask(place: NodePlace): Promise<Registered> {
  try {
    const names = await listNames({
      host: place.host ?? parseNodeName(place.name).host,
      port: place.epmdPort,
      ssh: place.ssh,
      ...place.ssh ? {} : { timeoutMs: EPMD_TIMEOUT_MS },
    });
    return { names: new Set(names.map(({ name }) => name)) };
  } catch (error) {
    if (!(error instanceof BeamtapError)) throw error;
    return { problem: error.message };
  }
}

function status(
  place: NodePlace,
  link: LinkState | undefined,
  registered: Registered | undefined,
): NodeStatus {
  const { alive, host } = parseNodeName(place.name);
  const names = registered && "names" in registered
    ? registered.names
    : undefined;
  const problems = [
    registered && "problem" in registered ? registered.problem : undefined,
    link?.state === "connected" ? undefined : link?.lastError?.message,
  ].filter((problem) => problem !== undefined);
  return {
    node: place.name,
    link: link?.state ?? "idle",
    ...link?.connection && { incarnation: link.connection.incarnation },
    ...names && {
      registered: names.has(alive),
      others: [...names].filter((name) => name !== alive)
        .map((name) => `${name}@${host}`),
    },
    ...problems.length > 0 && { problem: problems.join("; ") },
  };
}
