/**
 * The nodes we may talk to: each is dialled on first use, has one link however
 * many use it, and is dialled anew on the next use after its link broke.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";
import { delay, withDeadline } from "../net/mod.ts";
import type { DialEvent, DialOptions, NodeSpec } from "./dial.ts";
import { NodeError } from "./errors.ts";
import { RemoteNode } from "./remote_node.ts";

/** Options for {@linkcode NodePool}. */
export interface PoolOptions {
  /** How to dial every node. */
  readonly dial?: Omit<DialOptions, "signal" | "formerName">;
  /** A link that nothing used for so long is closed, in ms. @default {600000} */
  readonly idleMs?: number;
  /** How long one dial may take in all, in ms; less than any call has. @default {15000} */
  readonly dialTimeoutMs?: number;
}

/** The state of one link, as data. */
export interface LinkState {
  readonly node: string;
  readonly state: "idle" | "connecting" | "connected" | "closed";
  /** When it came into this state, in ms since 1970. */
  readonly since: number;
  /** Why the last dial failed or the last link ended. */
  readonly lastError:
    | { readonly code: string; readonly message: string }
    | undefined;
  /** For `connected`: */
  readonly connection: ConnectionState | undefined;
}

/** A link that is up. */
export interface ConnectionState {
  /** Our own name there. */
  readonly localName: string;
  /** The node's creation. */
  readonly incarnation: number;
  readonly otpRelease: string;
  readonly tickTimeMs: number;
  readonly roundTripMs: number;
  readonly flags: bigint;
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly callsInFlight: number;
}

const DEFAULT_IDLE_MS = 600_000;
const DEFAULT_DIAL_TIMEOUT_MS = 15_000;
/**
 * Ends of a link that the target may not have noticed: it may then still hold
 * the link, which is ours to replace, until its own tick time has passed.
 */
const LOST_UNNOTICED: ReadonlySet<string> = new Set([
  "connection_lost",
  "peer_silent",
]);
const FIRST_BACKOFF_MS = 250;
const MAX_BACKOFF_MS = 5000;

/** One link a node, shared by all who ask for it. */
export class NodePool implements AsyncDisposable {
  readonly #links = new Map<string, PooledLink>();
  readonly #options: PoolOptions;

  /** Dials nothing yet. */
  constructor(specs: Iterable<NodeSpec> = [], options: PoolOptions = {}) {
    this.#options = options;
    for (const spec of specs) this.add(spec);
  }

  /** Makes a node known, in place of an earlier one of that name. */
  add(spec: NodeSpec): void {
    this.#links.get(spec.name)?.close(disconnected(spec.name));
    this.#links.set(spec.name, new PooledLink(spec, this.#options));
  }

  /** Ends the link to a node and forgets it; whether it was known. */
  remove(name: string): boolean {
    this.#links.get(name)?.close(disconnected(name));
    return this.#links.delete(name);
  }

  /** The nodes known, in the order they were added. */
  names(): string[] {
    return [...this.#links.keys()];
  }

  /** What is known of each link. */
  states(): LinkState[] {
    return [...this.#links.values()].map((link) => link.state());
  }

  /**
   * The link to a node, made now if there is none. Giving up by `signal` does
   * not disturb others who wait for the same link.
   *
   * @throws {NodeError} `unknown_node`, `closed`, and what {@linkcode RemoteNode.connect} throws
   */
  remote(name: string, signal?: AbortSignal): Promise<RemoteNode> {
    const link = this.#links.get(name);
    if (link) return link.get(signal);
    const known = this.names();
    return Promise.reject(
      new NodeError(
        "unknown_node",
        `no node ${JSON.stringify(name)} is known`,
        {
          hint: known.length === 0
            ? "name a node when starting beamtap: beamtap serve NODE"
            : `known nodes: ${known.join(", ")}`,
        },
      ),
    );
  }

  /** Ends every link; calls in flight fail. */
  async close(): Promise<void> {
    const links = [...this.#links.values()];
    await Promise.all(links.map((link) => link.close(shuttingDown())));
  }

  /** As {@linkcode NodePool.close}. */
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
  /** Our name on a link that broke, and until when it may still be taken there, by us. */
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
    return await withDeadline(
      { timeoutMs: 2 ** 31 - 1, signal },
      this.#dialing,
      () => new NodeError("aborted", `gave up waiting for ${this.#spec.name}`),
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

  /** Ends it for good; who waits for it, or asks for it later, is told why. */
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
    let waitingFor = waitsAtFirst(this.#spec);
    try {
      // A node that refuses us logs every attempt: do not hammer it.
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
        ? this.#timedOut(timeoutMs, waitingFor, error)
        : error;
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

  #timedOut(timeoutMs: number, missing: string, cause: unknown): NodeError {
    return new NodeError(
      "dial_timed_out",
      `${this.#spec.name} could not be reached within ${timeoutMs} ms: ${missing}`,
      {
        cause,
        hint: `beamtap doctor ${this.#spec.name} looks for the reason`,
      },
    );
  }

  #adopt(node: RemoteNode): void {
    this.#node = node;
    this.#former = undefined;
    this.#failures = 0;
    this.#since = Date.now();
    this.#watchIdle(node);
    node.ended.then((reason) => {
      clearTimeout(this.#idleTimer);
      this.#node = undefined;
      if (reason.code === "closed") {
        this.#since = Date.now();
        return;
      }
      this.#note(reason);
      if (LOST_UNNOTICED.has(reason.code)) {
        this.#former = {
          name: node.localName,
          until: performance.now() + 1.25 * node.greeting.tickTimeMs,
        };
      }
    });
  }

  /** Closes a link once nobody has asked for it, and nothing on it is going on, for long enough. */
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

/** What a dial that has just begun waits for. */
function waitsAtFirst({ port }: NodeSpec): string {
  return port === undefined
    ? "its EPMD has not answered"
    : `nothing at port ${port} has answered`;
}

/** What a dial waits for once this has happened, if something else. */
function waitsAfter(event: DialEvent): string | undefined {
  switch (event.type) {
    case "registered":
      return `its EPMD has it at port ${event.port}, where nothing has answered`;
    case "connected":
      return "it accepted the connection, and has not gone on with the handshake";
    case "linked":
      return "it let us in, and has not answered the first question";
    case "attempt":
    case "certificate":
    case "handshake":
      return undefined;
    default:
      return event satisfies never;
  }
}

function shuttingDown(): NodeError {
  return new NodeError("closed", "beamtap is shutting down");
}

function disconnected(name: string): NodeError {
  return new NodeError(
    "closed",
    `${name} was disconnected by disconnect_node, or by a change of settings`,
  );
}
