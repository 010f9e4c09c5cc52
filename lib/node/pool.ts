/**
 * The known nodes, with one shared link each: connected on first use, and
 * reconnected on the next use after the link broke.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";
import { delay, withDeadline } from "../net/mod.ts";
import type { DialEvent, DialOptions, NodeSpec } from "./dial.ts";
import { adviseDoctor, NodeError } from "./errors.ts";
import { RemoteNode } from "./remote_node.ts";

/** Options for {@linkcode NodePool}. */
export interface PoolOptions {
  /** How to connect to every node. */
  readonly dial?: Omit<DialOptions, "signal" | "formerName">;
  /** Time after which an unused link is closed, in ms. @default {600000} */
  readonly idleMs?: number;
  /** Timeout for connecting, all steps together, in ms; must be shorter than a call's. @default {15000} */
  readonly dialTimeoutMs?: number;
}

/** State of the link to a node. */
export interface LinkState {
  /** The node's name. */
  readonly node: string;
  /** The state; `idle` means not connected. */
  readonly state: "idle" | "connecting" | "connected" | "closed";
  /** When this state started, in ms since 1970. */
  readonly since: number;
  /** Why the last attempt failed or the last link ended. */
  readonly lastError:
    | { readonly code: string; readonly message: string }
    | undefined;
  /** Details, while `connected`. */
  readonly connection: ConnectionState | undefined;
}

/** Details of a link that is up. */
export interface ConnectionState {
  /** Our name on this link. */
  readonly localName: string;
  /** The node's creation. */
  readonly incarnation: number;
  /** The node's OTP release: `"25"`. */
  readonly otpRelease: string;
  /** The node's net tick time, in ms. */
  readonly tickTimeMs: number;
  /** Duration of the first calls, in ms. */
  readonly roundTripMs: number;
  /** The flags both sides have. */
  readonly flags: bigint;
  /** Bytes received. */
  readonly bytesIn: number;
  /** Bytes sent. */
  readonly bytesOut: number;
  /** Calls waiting for an answer. */
  readonly callsInFlight: number;
}

const DEFAULT_IDLE_MS = 600_000;
const DEFAULT_DIAL_TIMEOUT_MS = 15_000;
/**
 * Errors after which the target may still consider the link up, until its own tick
 * time has passed; the next connection then replaces that link.
 */
const LOST_UNNOTICED: ReadonlySet<string> = new Set([
  "connection_lost",
  "peer_silent",
]);
const FIRST_BACKOFF_MS = 250;
const MAX_BACKOFF_MS = 5000;

/** The known nodes, with one link each that all callers share. */
export class NodePool implements AsyncDisposable {
  readonly #links = new Map<string, PooledLink>();
  readonly #options: PoolOptions;

  /** Adds nodes without connecting to them. */
  constructor(specs: Iterable<NodeSpec> = [], options: PoolOptions = {}) {
    this.#options = options;
    for (const spec of specs) this.add(spec);
  }

  /** Adds a node; replaces one with the same name and closes its link. */
  add(spec: NodeSpec): void {
    this.#links.get(spec.name)?.close(disconnected(spec.name));
    this.#links.set(spec.name, new PooledLink(spec, this.#options));
  }

  /** Removes a node and closes its link; returns whether it was known. */
  remove(name: string): boolean {
    this.#links.get(name)?.close(disconnected(name));
    return this.#links.delete(name);
  }

  /** Returns the names of the nodes, in the order they were added. */
  names(): string[] {
    return [...this.#links.keys()];
  }

  /** Returns the state of each link. */
  states(): LinkState[] {
    return [...this.#links.values()].map((link) => link.state());
  }

  /**
   * Returns the link to a node; connects if there is none. Cancelling through `signal`
   * does not affect others that wait for the same link.
   *
   * @throws {NodeError} `unknown_node`, `closed`, and what {@linkcode RemoteNode.connect} throws
   */
  remote(name: string, signal?: AbortSignal): Promise<RemoteNode> {
    const link = this.#links.get(name);
    if (link) return link.get(signal);
    const known = this.names().join(", ");
    const error = new NodeError(
      "unknown_node",
      `no node ${JSON.stringify(name)} is known`,
      known === ""
        ? "give a node when starting beamtap: beamtap serve NODE"
        : `known nodes: ${known}`,
    );
    return Promise.reject(error);
  }

  /** Closes every link; calls in flight fail. */
  async close(): Promise<void> {
    const why = new NodeError("closed", "beamtap is shutting down");
    await Promise.all(
      Array.from(this.#links.values(), (link) => link.close(why)),
    );
  }

  /** Same as {@linkcode NodePool.close}. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

class PooledLink {
  readonly #spec: NodeSpec;
  readonly #options: PoolOptions;
  readonly #closing = new AbortController();
  #dialing: Promise<RemoteNode> | undefined;
  #node: RemoteNode | undefined;
  /** Our name on a link that broke, and until when the node may still have that link. */
  #former: { readonly name: string; readonly until: number } | undefined;
  #failures = 0;
  #notBefore = 0;
  #lastError: LinkState["lastError"];
  #since = Date.now();
  #idleTimer: ReturnType<typeof setTimeout> | undefined;
  #lastUse = 0;

  constructor(spec: NodeSpec, options: PoolOptions) {
    this.#spec = spec;
    this.#options = options;
  }

  async get(signal: AbortSignal | undefined): Promise<RemoteNode> {
    this.#closing.signal.throwIfAborted();
    this.#lastUse = performance.now();
    if (this.#node) return this.#node;
    this.#dialing ??= this.#dial().finally(() => this.#dialing = undefined);
    if (!signal) return await this.#dialing;
    const message = `waiting for ${this.#spec.name} was cancelled`;
    const wait = { timeoutMs: 2 ** 31 - 1, signal };
    return await withDeadline(
      wait,
      this.#dialing,
      () => new NodeError("aborted", message),
    );
  }

  state(): LinkState {
    const node = this.#node;
    return {
      node: this.#spec.name,
      state: this.#closing.signal.aborted
        ? "closed"
        : node
        ? "connected"
        : this.#dialing
        ? "connecting"
        : "idle",
      since: this.#since,
      lastError: this.#lastError,
      connection: node && {
        localName: node.localName,
        incarnation: node.creation,
        otpRelease: node.greeting.otpRelease,
        tickTimeMs: node.greeting.tickTimeMs,
        roundTripMs: node.greeting.roundTripMs,
        flags: node.flags,
        bytesIn: node.traffic.bytesIn,
        bytesOut: node.traffic.bytesOut,
        callsInFlight: node.inFlight,
      },
    };
  }

  /** Closes the link for good; whoever waits or asks for it later gets `why`. */
  async close(why: NodeError): Promise<void> {
    clearTimeout(this.#idleTimer);
    this.#closing.abort(why);
    await this.#dialing?.catch(() => {});
    await this.#node?.[Symbol.asyncDispose]();
  }

  async #dial(): Promise<RemoteNode> {
    this.#since = Date.now();
    const timeoutMs = this.#options.dialTimeoutMs ?? DEFAULT_DIAL_TIMEOUT_MS;
    const tooLong = new AbortController();
    const timer = setTimeout(() => tooLong.abort(), timeoutMs);
    const signal = AbortSignal.any([this.#closing.signal, tooLong.signal]);
    const { port, ssh } = this.#spec;
    let waitingFor = ssh
      ? `the ssh server ${ssh.text} did not get there`
      : port === undefined
      ? "its EPMD did not answer"
      : `nothing answered on port ${port}`;
    try {
      // Back off: a node that refuses us logs every attempt.
      await delay(Math.max(0, this.#notBefore - performance.now()), signal);
      const node = await RemoteNode.connect(this.#spec, {
        ...this.#options.dial,
        formerName: this.#former && performance.now() < this.#former.until
          ? this.#former.name
          : undefined,
        observe: (event) => {
          waitingFor = waitsAfter(event) ?? waitingFor;
          this.#options.dial?.observe?.(event);
        },
        signal,
      });
      this.#adopt(node);
      return node;
    } catch (error) {
      const failure = this.#closing.signal.aborted
        ? this.#closing.signal.reason
        : tooLong.signal.aborted
        ? new NodeError(
          "dial_timed_out",
          `${this.#spec.name} could not be reached within ${timeoutMs} ms: ${waitingFor}`,
          { cause: error },
        )
        : error;
      adviseDoctor(failure, this.#spec.name);
      this.#note(failure);
      const backoff = Math.min(
        FIRST_BACKOFF_MS * 2 ** this.#failures++,
        MAX_BACKOFF_MS,
      );
      this.#notBefore = performance.now() + backoff * (0.5 + Math.random() / 2);
      throw failure;
    } finally {
      clearTimeout(timer);
    }
  }

  #adopt(node: RemoteNode): void {
    this.#node = node;
    this.#former = undefined;
    this.#failures = 0;
    this.#since = Date.now();
    // Who waited for the link is about to use it, however long connecting took.
    this.#lastUse = performance.now();
    this.#watchIdle(node);
    node.ended.then((reason) => {
      clearTimeout(this.#idleTimer);
      this.#node = undefined;
      this.#since = Date.now();
      if (reason.code === "closed") return;
      this.#note(reason);
      if (LOST_UNNOTICED.has(reason.code)) {
        this.#former = {
          name: node.localName,
          until: performance.now() + 1.25 * node.greeting.tickTimeMs,
        };
      }
    });
  }

  /** Closes the link once it has been unused and idle for `idleMs`. */
  #watchIdle(node: RemoteNode): void {
    const idleMs = this.#options.idleMs ?? DEFAULT_IDLE_MS;
    const unused = performance.now() - this.#lastUse;
    const busy = node.inFlight > 0;
    if (unused >= idleMs && !busy) return node.close();
    const wait = busy ? idleMs : Math.max(1, idleMs - unused);
    this.#idleTimer = setTimeout(() => this.#watchIdle(node), wait);
    Deno.unrefTimer(this.#idleTimer);
  }

  #note(error: unknown): void {
    this.#since = Date.now();
    this.#lastError = {
      code: error instanceof BeamtapError ? error.code : "internal",
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

/** Says what a connection waits for after this event, if that changes. */
function waitsAfter(event: DialEvent): string | undefined {
  switch (event.type) {
    case "registered":
      return `EPMD says it listens on port ${event.port}, but nothing answered there`;
    case "connected":
      return "it accepted the connection but did not continue the handshake";
    case "linked":
      return "the handshake succeeded but the node did not answer the first question";
    default:
      return undefined;
  }
}

function disconnected(name: string): NodeError {
  return new NodeError(
    "closed",
    `${name} was disconnected by disconnect_node or by a change of settings`,
  );
}
