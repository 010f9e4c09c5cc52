/**
 * The nodes that are known, as the registry sees them: names, state, what they
 * need, and the way to ask them.
 *
 * @module
 */

import { createBeam, preload } from "../beam/mod.ts";
import {
  type NodePool,
  type NodeSpec,
  parseNodeName,
  type RemoteNode,
} from "../node/mod.ts";
import {
  type Asker,
  type Connected,
  type ConnectOptions,
  type Nodes,
  type NodeStatus,
  type Permission,
  ToolError,
} from "../registry/mod.ts";
import { CliError } from "./errors.ts";
import type { NamedNode } from "./node_spec.ts";
import type { NodeSpecs } from "./node_specs.ts";
import { addressOf, PortMappers } from "./node_states.ts";

/** How long a node may take to load modules before it is asked anyway, in ms. */
const PRELOAD_TIMEOUT_MS = 3000;

/** A node that a call is trying to reach: it is known once that has worked. */
interface Trial {
  readonly node: NamedNode;
  /** Calls that wait for it. */
  waiting: number;
}

/** The registry's view of the pool. */
export class KnownNodes implements Nodes {
  readonly #pool: NodePool;
  readonly #mappers = new PortMappers();
  readonly #beams = new WeakMap<RemoteNode, Promise<Asker>>();
  readonly #trials = new Map<string, Trial>();
  #specs: NodeSpecs;
  /** Those that the operator has named, known or disconnected. */
  #configured: ReadonlyMap<string, NamedNode>;
  #named: ReadonlyMap<string, NamedNode>;

  /** Dials nothing yet. */
  constructor(pool: NodePool, specs: NodeSpecs, named: readonly NamedNode[]) {
    this.#pool = pool;
    this.#specs = specs;
    this.#configured = this.#named = byName(named);
    for (const node of this.#named.values()) pool.add(specs.of(node));
  }

  /** In the order in which they were named. */
  names(): string[] {
    return [...this.#named.keys()];
  }

  /** By alias, where that is no node's name; the operator's aliases come first. */
  resolve(nameOrAlias: string): string {
    return this.#nodeOfAlias(nameOrAlias)?.name ?? nameOrAlias;
  }

  /** As it was named. */
  aliasOf(node: string): string | undefined {
    return this.#named.get(node)?.alias;
  }

  /**
   * The port mapper's address, or the node's own where that is known.
   *
   * @throws {NodeError | ToolError} `bad_node_name`, `unknown_node` for what is no name
   */
  permissions(node: string): Permission[] {
    const known = this.#named.get(node) ?? this.#configured.get(node);
    if (known === undefined) checkName(node);
    const named = known ?? { name: node };
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
      const alias = this.aliasOf(state.node);
      return alias === undefined ? state : { ...state, alias };
    });
  }

  /**
   * One that the operator has named is dialled as the operator has said.
   *
   * @throws {NodeError} `bad_node_name`, `no_cookie`, and what reaching it throws
   * @throws {ToolError} `unknown_node`, `invalid_arguments` for an alias that cannot be
   */
  async connect(
    name: string,
    { alias }: ConnectOptions,
    signal: AbortSignal,
  ): Promise<Connected> {
    const known = this.#named.get(name);
    if (known === undefined) return await this.#reach(name, alias, signal);
    checkAlias(known, alias);
    const already = this.#pool.states()
      .some(({ node, state }) => node === name && state === "connected");
    const asker = await this.beam(name, signal);
    return { asker, alias: known.alias, already };
  }

  /**
   * Its link ends; it is known again when it is connected to, or named anew.
   *
   * @throws {NodeError | ToolError} `bad_node_name`, `unknown_node` for what is no name
   */
  remove(name: string): boolean {
    const known = this.#named.has(name);
    if (!known) checkName(name);
    this.#named = byName(
      [...this.#named.values()].filter((node) => node.name !== name),
    );
    this.#trials.delete(name);
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
    this.#configured = wanted;
    // What is being tried is tried by the old settings.
    for (const name of [...this.#trials.keys()]) this.remove(name);
    for (const name of old.keys()) if (!wanted.has(name)) this.remove(name);
    for (const [name, node] of wanted) {
      const known = old.get(name);
      if (known && formerly.sourcesOf(known) === specs.sourcesOf(node)) {
        continue;
      }
      this.#pool.add(specs.of(node));
      this.#named = byName([...this.#named.values(), node]);
    }
    for (const [name, node] of this.#named) {
      if (wanted.has(name)) continue;
      if (!specs.mayReach(name)) this.remove(name);
      else if (formerly.sourcesOf(node) !== specs.sourcesOf(node)) {
        this.#pool.add(specs.of(node));
      }
    }
  }

  /** Dials a node that is not known, for all who want to know it at the same time. */
  async #reach(
    name: string,
    alias: string | undefined,
    signal: AbortSignal,
  ): Promise<Connected> {
    const trial = this.#trials.get(name) ?? this.#try(name, alias);
    checkAlias(trial.node, alias);
    trial.waiting++;
    try {
      const asker = await this.beam(name, signal);
      if (this.#trials.get(name) === trial) {
        this.#trials.delete(name);
        this.#named = byName([...this.#named.values(), trial.node]);
      }
      return { asker, alias: trial.node.alias, already: false };
    } finally {
      trial.waiting--;
      const failed = this.#trials.get(name) === trial && trial.waiting === 0;
      if (failed) this.remove(name);
    }
  }

  #try(name: string, alias: string | undefined): Trial {
    checkName(name);
    const node = this.#configured.get(name) ?? { name, alias };
    const holder = alias === undefined ? undefined : this.#nodeOfAlias(alias);
    if (holder !== undefined && holder.name !== name) {
      throw new ToolError(
        "invalid_arguments",
        `the alias ${alias} stands for another node already`,
        { hint: "choose another, or leave it out" },
      );
    }
    checkAlias(node, alias);
    this.#specs.permit(name);
    this.#pool.add(this.#specOf(node));
    const trial: Trial = { node, waiting: 0 };
    this.#trials.set(name, trial);
    return trial;
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

  #nodeOfAlias(text: string): NamedNode | undefined {
    return [
      ...this.#configured.values(),
      ...this.#named.values(),
      ...this.#trials.values().map(({ node }) => node),
    ].find(({ alias }) => alias === text);
  }
}

/** @throws {NodeError | ToolError} `bad_node_name`, `unknown_node` */
function checkName(name: string): void {
  if (name.includes("@")) {
    parseNodeName(name);
    return;
  }
  throw new ToolError(
    "unknown_node",
    `${JSON.stringify(name)} is neither an alias known here nor NAME@HOST`,
    { hint: "list_nodes shows names and aliases" },
  );
}

/** @throws {ToolError} `invalid_arguments` for an alias that is not the node's own */
function checkAlias(node: NamedNode, alias: string | undefined): void {
  if (alias === undefined || alias === node.alias) return;
  const now = node.alias === undefined
    ? "without an alias"
    : `as ${node.alias}`;
  throw new ToolError(
    "invalid_arguments",
    `${node.name} is known ${now} already; nothing was changed`,
    { hint: "leave alias out" },
  );
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
  const readied = await beam.run(preload, undefined, {
    timeoutMs: PRELOAD_TIMEOUT_MS,
  }).catch(() => undefined);
  beam.ownAtoms = readied?.atoms;
  return {
    node: beam.node,
    incarnation: beam.incarnation,
    run: (probe, args, options) => beam.run(probe, args, options),
    call: (module, name, args, options) =>
      remote.call(module, name, args, options),
  };
}
