/**
 * The known nodes, as the registry sees them: names and aliases, states, required
 * permissions, and links.
 *
 * @module
 */

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

/** Timeout for preloading modules on a node, in ms; it is used afterwards in any case. */
const PRELOAD_TIMEOUT_MS = 3000;

/** A first connection to a node, which becomes known when it succeeds. */
interface Trial {
  readonly node: NamedNode;
  /** Number of calls waiting for it. */
  waiting: number;
}

/** The registry's view of the pool. */
export class KnownNodes implements Nodes {
  readonly #pool: NodePool;
  readonly #mappers = new PortMappers();
  readonly #beams = new WeakMap<RemoteNode, Promise<Asker>>();
  readonly #trials = new Map<string, Trial>();
  /** What each node needs by these specs, once a call has asked for it. */
  #needs = new WeakMap<NamedNode, Permission[]>();
  #specs: NodeSpecs;
  /** The operator's nodes, including disconnected ones. */
  #configured: ReadonlyMap<string, NamedNode>;
  #named: ReadonlyMap<string, NamedNode>;

  /** Adds the nodes to the pool, without connecting to them. */
  constructor(pool: NodePool, specs: NodeSpecs, named: readonly NamedNode[]) {
    this.#pool = pool;
    this.#specs = specs;
    this.#configured = this.#named = byName(named);
    for (const node of this.#named.values()) pool.add(specs.of(node));
  }

  /** Returns the names of the nodes, in the order they were added. */
  names(): string[] {
    return [...this.#named.keys()];
  }

  /** Returns the node's name for an alias; the operator's aliases take precedence. */
  resolve(nameOrAlias: string): string {
    return this.#nodeOfAlias(nameOrAlias)?.name ?? nameOrAlias;
  }

  /** Returns the alias of a node, if it has one. */
  aliasOf(node: string): string | undefined {
    return this.#named.get(node)?.alias;
  }

  /**
   * Returns the permission a node needs: to reach its port mapper, or its own port if
   * that is known, or to start the ssh that reaches them.
   *
   * @throws {NodeError | ToolError} `bad_node_name`, `unknown_node` if it is not a node name
   */
  permissions(node: string): Permission[] {
    const known = this.#named.get(node) ?? this.#configured.get(node);
    if (known === undefined) checkName(node);
    const named = known ?? { name: node };
    const found = this.#needs.get(named);
    if (found !== undefined) return found;
    const place = this.#specs.placeOf(named);
    const needs: Permission[] = [
      place.ssh
        ? { name: "run", command: "ssh" }
        : { name: "net", host: addressOf(place) },
    ];
    this.#needs.set(named, needs);
    return needs;
  }

  /** Returns the link to a node; a new one first preloads the modules that probes need. */
  async beam(node: string, signal: AbortSignal): Promise<Asker> {
    const remote = await this.#pool.remote(node, signal);
    const known = this.#beams.get(remote);
    if (known) return await known;
    const made = ready(remote);
    this.#beams.set(remote, made);
    return await made;
  }

  /** Returns the nodes that beamtap is connecting to now. */
  connecting(): string[] {
    return this.#pool.states().flatMap(({ node, state }) =>
      state === "connecting" ? [node] : []
    );
  }

  /** Returns the state of each link, and what the port mappers say; connects to no node. */
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
   * Connects to a node; one of the operator's with the operator's settings.
   *
   * @throws {NodeError} `bad_node_name`, `no_cookie`, and what connecting throws
   * @throws {ToolError} `unknown_node`, `invalid_arguments` for an alias that is not possible
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
   * Closes the link to a node and removes the node; returns whether it was known.
   * Connecting again, or new settings, bring it back.
   *
   * @throws {NodeError | ToolError} `bad_node_name`, `unknown_node` if it is not a node name
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

  /** Applies a change of settings from `before` to `after`; links to unchanged nodes stay up. */
  follow(
    specs: NodeSpecs,
    before: readonly NamedNode[],
    after: readonly NamedNode[],
  ): void {
    const [old, wanted] = [byName(before), byName(after)];
    const formerly = this.#specs;
    this.#specs = specs;
    this.#needs = new WeakMap();
    this.#configured = wanted;
    // Connections in progress use the old settings.
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

  /** Connects to an unknown node, once for all concurrent callers. */
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
        `the alias ${alias} is already used for another node`,
        { hint: "choose another alias, or omit it" },
      );
    }
    checkAlias(node, alias);
    this.#specs.permit(name);
    this.#pool.add(this.#specOf(node));
    const trial: Trial = { node, waiting: 0 };
    this.#trials.set(name, trial);
    return trial;
  }

  /** Moves the details of an unusable file into the hint, which only the operator sees. */
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

/**
 * Checks that a text is a node name.
 *
 * @throws {NodeError | ToolError} `bad_node_name`, `unknown_node`
 */
function checkName(name: string): void {
  if (name.includes("@")) {
    parseNodeName(name);
    return;
  }
  throw new ToolError(
    "unknown_node",
    `${
      JSON.stringify(name)
    } is neither a known alias nor a node name (NAME@HOST)`,
    { hint: "list_nodes shows names and aliases" },
  );
}

/**
 * Checks that an alias, if given, is the node's own.
 *
 * @throws {ToolError} `invalid_arguments`
 */
function checkAlias(node: NamedNode, alias: string | undefined): void {
  if (alias === undefined || alias === node.alias) return;
  const now = node.alias === undefined
    ? "without an alias"
    : `as ${node.alias}`;
  throw new ToolError(
    "invalid_arguments",
    `${node.name} is already known ${now}; nothing was changed`,
    { hint: "omit alias" },
  );
}

function byName(nodes: readonly NamedNode[]): Map<string, NamedNode> {
  return new Map(nodes.map((node) => [node.name, node]));
}

/**
 * Preloads the modules that probes need, because a node in trouble may no longer be
 * able to load code later. The link is used even if that fails.
 */
async function ready(remote: RemoteNode): Promise<Asker> {
  // Loaded with the first link: a start needs nothing of it.
  const { createBeam, preload } = await import("../beam/mod.ts");
  const beam = createBeam(remote);
  const readied = await beam.run(preload, undefined, {
    timeoutMs: PRELOAD_TIMEOUT_MS,
  }).catch(() => undefined);
  beam.ownAtoms = readied?.atoms;
  beam.elixir = readied?.elixir;
  return beam;
}
