/**
 * The nodes that are known, as the registry sees them: names, state, what they
 * need, and the way to ask them.
 *
 * @module
 */

import { callCapturing, createBeam, preload } from "../beam/mod.ts";
import {
  type NodePool,
  type NodeSpec,
  parseNodeName,
  type RemoteNode,
} from "../node/mod.ts";
import type {
  AddNode,
  Asker,
  Nodes,
  NodeStatus,
  Permission,
} from "../registry/mod.ts";
import { CliError } from "./errors.ts";
import type { NamedNode } from "./node_spec.ts";
import type { NodeSpecs } from "./node_specs.ts";
import { addressOf, PortMappers } from "./node_states.ts";

/** How long a node may take to load modules before it is asked anyway, in ms. */
const PRELOAD_TIMEOUT_MS = 3000;

/** The registry's view of the pool. */
export class KnownNodes implements Nodes {
  readonly #pool: NodePool;
  readonly #mappers = new PortMappers();
  readonly #beams = new WeakMap<RemoteNode, Promise<Asker>>();
  /** Those that were made known by a call. */
  readonly #added = new WeakSet<NamedNode>();
  #specs: NodeSpecs;
  #named: ReadonlyMap<string, NamedNode>;

  /** Dials nothing yet. */
  constructor(pool: NodePool, specs: NodeSpecs, named: readonly NamedNode[]) {
    this.#pool = pool;
    this.#specs = specs;
    this.#named = byName(named);
    for (const node of this.#named.values()) pool.add(specs.of(node));
  }

  /** In the order in which they were named. */
  names(): string[] {
    return [...this.#named.keys()];
  }

  /** By alias, where that is no node's name. */
  resolve(nameOrAlias: string): string {
    if (this.#named.has(nameOrAlias)) return nameOrAlias;
    const found = [...this.#named.values()]
      .find(({ alias }) => alias === nameOrAlias);
    return found?.name ?? nameOrAlias;
  }

  /** The port mapper's address, or the node's own where that is known. */
  permissions(node: string, options: AddNode = {}): Permission[] {
    const named = this.#named.get(node) ?? { name: node, ...options.address };
    return [{ name: "net", host: addressOf(this.#specs.placeOf(named)) }];
  }

  /** Dials on first use; each new link has its node load what questions need. */
  async beam(node: string, signal: AbortSignal): Promise<Asker> {
    const remote = await this.#pool.remote(node, signal);
    const known = this.#beams.get(remote);
    if (known) return await known;
    const made = ready(remote);
    this.#beams.set(remote, made);
    return await made;
  }

  /** The state of each link, and what each port mapper says; no node is dialled. */
  async states(): Promise<NodeStatus[]> {
    const places = [...this.#named.values()]
      .map((node) => this.#specs.placeOf(node));
    const states = await this.#mappers.states(places, this.#pool.states());
    return states.map((state) => {
      const alias = this.#named.get(state.node)?.alias;
      return alias === undefined ? state : { ...state, alias };
    });
  }

  /**
   * One that the operator has named stays as it is.
   *
   * @throws {NodeError} `bad_node_name`
   * @throws {CliError} `node_is_configured` where it should be somewhere else
   */
  add(name: string, { alias, address }: AddNode): void {
    parseNodeName(name);
    const known = this.#named.get(name);
    if (known && !this.#added.has(known)) {
      if (address === undefined) return;
      throw new CliError(
        "node_is_configured",
        `${name} was named by the operator, who alone can say where it is`,
        { hint: "leave the address out" },
      );
    }
    const node: NamedNode = { name, alias, ...address };
    this.#pool.add(this.#specOf(node));
    this.#added.add(node);
    this.#named = byName([...this.#named.values(), node]);
  }

  /** What a file has against it, and where the file is, is for the operator alone: hints are. */
  #specOf(node: NamedNode): NodeSpec {
    try {
      return this.#specs.of(node);
    } catch (cause) {
      if (!(cause instanceof CliError)) throw cause;
      const { code, message } = cause;
      const what = `the TLS files for ${node.name} cannot be used`;
      throw new CliError(code, what, { cause, hint: message });
    }
  }

  /** Its link ends; it is known again when it is added, or named anew. */
  remove(name: string): boolean {
    const known = this.#named.has(name);
    this.#named = byName(
      [...this.#named.values()].filter((node) => node.name !== name),
    );
    this.#pool.remove(name);
    return known;
  }

  /** Follows a change of settings from `before` to `after`; links to nodes that stay as they were stay too. */
  follow(
    specs: NodeSpecs,
    before: readonly NamedNode[],
    after: readonly NamedNode[],
  ): void {
    const [old, wanted] = [byName(before), byName(after)];
    const formerly = this.#specs;
    this.#specs = specs;
    for (const name of old.keys()) if (!wanted.has(name)) this.remove(name);
    for (const [name, node] of wanted) {
      const known = old.get(name);
      if (known && formerly.sourcesOf(known) === specs.sourcesOf(node)) {
        continue;
      }
      this.#pool.add(specs.of(node));
      this.#named = byName([...this.#named.values(), node]);
    }
  }
}

function byName(nodes: readonly NamedNode[]): Map<string, NamedNode> {
  return new Map(nodes.map((node) => [node.name, node]));
}

/**
 * A node that is in trouble may no longer be able to load code, so what can be
 * needed is loaded at once; questions are asked even where that fails.
 */
async function ready(remote: RemoteNode): Promise<Asker> {
  const beam = createBeam(remote);
  await beam.run(preload, undefined, { timeoutMs: PRELOAD_TIMEOUT_MS })
    .catch(() => {});
  return {
    node: beam.node,
    incarnation: beam.incarnation,
    run: (probe, args, options) => beam.run(probe, args, options),
    call: (module, name, args, options) =>
      remote.call(module, name, args, options),
    capture: (module, name, args, options) =>
      callCapturing(remote, module, name, args, options),
  };
}
