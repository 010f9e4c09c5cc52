/**
 * The nodes named on the command line, as the registry sees them: names, state,
 * what they need, and the way to ask them.
 *
 * @module
 */

import { createBeam } from "../beam/mod.ts";
import { BeamtapError } from "../errors.ts";
import { DEFAULT_EPMD_PORT, listNames } from "../epmd/mod.ts";
import {
  type LinkState,
  type NodePool,
  type NodeSpec,
  parseNodeName,
} from "../node/mod.ts";
import type { Asker, Nodes, NodeStatus, Permission } from "../registry/mod.ts";

/** How long a port mapper may take when only asked for names, in ms. */
const EPMD_TIMEOUT_MS = 2000;

/** What a port mapper says, or why it says nothing. */
type Registered =
  | { readonly names: ReadonlySet<string> }
  | { readonly problem: string };

/** The registry's view of the pool. */
export class KnownNodes implements Nodes {
  readonly #pool: NodePool;
  readonly #specs: ReadonlyMap<string, NodeSpec>;

  /** Dials nothing yet. */
  constructor(pool: NodePool, specs: Iterable<NodeSpec>) {
    this.#pool = pool;
    this.#specs = new Map([...specs].map((spec) => [spec.name, spec]));
  }

  /** In the order of the command line. */
  names(): string[] {
    return [...this.#specs.keys()];
  }

  /** The port mapper's address, or the node's own where that is known. */
  permissions(node: string): Permission[] {
    const spec = this.#specs.get(node);
    return spec === undefined ? [] : [{ name: "net", host: addressOf(spec) }];
  }

  /** Dials on first use. */
  async beam(node: string, signal: AbortSignal): Promise<Asker> {
    return createBeam(await this.#pool.remote(node, signal));
  }

  /** The state of each link, and what each port mapper says; no node is dialled. */
  async states(signal: AbortSignal): Promise<NodeStatus[]> {
    const links = new Map(
      this.#pool.states().map((link) => [link.node, link]),
    );
    const answers = new Map<string, Promise<Registered>>();
    const asking = [...this.#specs.values()].map(async (spec) => {
      const link = links.get(spec.name);
      if (spec.port !== undefined) return status(spec, link, undefined);
      const address = addressOf(spec);
      const answer = answers.get(address) ?? ask(spec, signal);
      answers.set(address, answer);
      return status(spec, link, await answer);
    });
    return await Promise.all(asking);
  }
}

async function ask(spec: NodeSpec, signal: AbortSignal): Promise<Registered> {
  try {
    const names = await listNames({
      host: hostOf(spec),
      port: spec.epmdPort,
      timeoutMs: EPMD_TIMEOUT_MS,
      signal,
    });
    return { names: new Set(names.map(({ name }) => name)) };
  } catch (error) {
    if (!(error instanceof BeamtapError)) throw error;
    return { problem: error.message };
  }
}

function status(
  spec: NodeSpec,
  link: LinkState | undefined,
  registered: Registered | undefined,
): NodeStatus {
  const { alive } = parseNodeName(spec.name);
  const problems = [
    registered && "problem" in registered ? registered.problem : undefined,
    registered && "names" in registered && !registered.names.has(alive)
      ? `registered there: ${[...registered.names].join(", ") || "nothing"}`
      : undefined,
    link?.state === "connected" ? undefined : link?.lastError?.message,
  ].filter((problem) => problem !== undefined);
  return {
    node: spec.name,
    link: link?.state ?? "idle",
    ...link?.connection && { incarnation: link.connection.incarnation },
    ...registered && "names" in registered &&
      { registered: registered.names.has(alive) },
    ...problems.length > 0 && { problem: problems.join("; ") },
  };
}

function hostOf(spec: NodeSpec): string {
  return spec.host ?? parseNodeName(spec.name).host;
}

function addressOf(spec: NodeSpec): string {
  const host = hostOf(spec);
  const port = spec.port ?? spec.epmdPort ?? DEFAULT_EPMD_PORT;
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
