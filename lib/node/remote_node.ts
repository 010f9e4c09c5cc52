/**
 * A node we are linked to: calls to it, and its state.
 *
 * @module
 */

import {
  type Connection,
  DEFAULT_TICK_TIME_MS,
  DistError,
  type Traffic,
} from "../dist/mod.ts";
import { atom, ByteList, Pid, type Term, Tuple } from "../etf/mod.ts";
import { AtomRoom } from "./atom_room.ts";
import { dial, type DialOptions, type NodeSpec } from "./dial.ts";
import { LocalNode } from "./local_node.ts";
import { CallError } from "./errors.ts";
import { type CallOptions, Calls } from "./rpc.ts";

/** What a node reports when the link is established. */
export interface Greeting {
  /** OTP release: `"25"`, `"27"`. */
  readonly otpRelease: string;
  /** Net tick time, in ms (`net_kernel:get_net_ticktime/0`). */
  readonly tickTimeMs: number;
  /** Its `user` process, which prints to its console. */
  readonly user: Pid | undefined;
  /** Duration of the first calls, in ms. */
  readonly roundTripMs: number;
}

const RELEASE = atom("otp_release");
const USER = atom("user");
/** Timeout of a link's first calls, in ms. */
const GREETING_TIMEOUT_MS = 10_000;
/** Timeout for the tick time, in ms; after it, the default is assumed. */
const TICK_TIME_TIMEOUT_MS = 5000;

/**
 * A link to a node, for calls; `await using` closes it.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { RemoteNode } from "./mod.ts";
 * import { startBeam } from "../../tests/support/beam.ts";
 *
 * await using beam = await startBeam();
 * await using node = await RemoteNode.connect({
 *   name: beam.name,
 *   epmdPort: beam.epmd.port,
 *   cookie: () => beam.cookie,
 * });
 * const answer = await node.call("erlang", "abs", [-1], { timeoutMs: 5000 });
 * assertEquals(answer, 1);
 * ```
 */
export class RemoteNode implements AsyncDisposable {
  /** Full name of the node. */
  readonly name: string;
  /** Creation of the node: changes at each restart, and is part of every pid of the node. */
  readonly creation: number;
  /** What it reported when the link was established. */
  readonly greeting: Greeting;
  readonly #link: Link;

  private constructor(link: Link, greeting: Greeting) {
    this.#link = link;
    this.greeting = greeting;
    this.name = link.connection.peer.peer;
    this.creation = link.connection.peer.peerCreation;
  }

  /**
   * Connects to a node, and asks for its release and tick time.
   *
   * @throws {NodeError | EpmdError | NetError | TlsError | DistError} like {@linkcode dial}
   * @throws {CallError} if the handshake succeeds but a first call fails
   */
  static async connect(
    spec: NodeSpec,
    options: DialOptions = {},
  ): Promise<RemoteNode> {
    const link = new Link(await dial(spec, options));
    try {
      return new RemoteNode(link, await greet(link, options.signal));
    } catch (error) {
      link.connection.close();
      throw error;
    }
  }

  /** Our name on this link. */
  get localName(): string {
    return this.#link.connection.peer.name;
  }

  /** The flags both sides have. */
  get flags(): bigint {
    return this.#link.connection.peer.flags;
  }

  /** Calls waiting for an answer. */
  get inFlight(): number {
    return this.#link.calls.inFlight;
  }

  /** Traffic so far. */
  get traffic(): Traffic {
    return this.#link.connection.traffic;
  }

  /** Resolves with the reason when the link has ended. */
  get ended(): Promise<DistError> {
    return this.#link.ended;
  }

  /**
   * Calls `module:fn(...args)`; what it prints goes to the target's console unless
   * `groupLeader` is set.
   *
   * @throws {CallError} every code
   * @throws {EtfError} if an argument cannot be encoded
   */
  async call(
    module: string,
    fn: string,
    args: readonly Term[],
    options: CallOptions,
  ): Promise<Term> {
    const { calls, room } = this.#link;
    let { timeoutMs } = options;
    if (!room.plenty) {
      const start = performance.now();
      await room.check(options);
      timeoutMs = Math.max(1, timeoutMs - (performance.now() - start));
    }
    return calls.call(module, fn, args, {
      groupLeader: this.greeting.user,
      ...options,
      timeoutMs,
    });
  }

  /** Closes the link; calls in flight fail. */
  close(): void {
    this.#link.connection.close();
  }

  /** Closes the link and waits until it has ended. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.close();
    await this.#link.ended;
  }
}

/** A connection with its receive loop and our processes on it. */
class Link {
  readonly connection: Connection;
  readonly calls: Calls;
  readonly room: AtomRoom;
  readonly ended: Promise<DistError>;
  readonly #node: LocalNode;

  constructor(connection: Connection) {
    this.connection = connection;
    this.#node = new LocalNode(connection);
    this.calls = new Calls(connection, this.#node);
    this.room = new AtomRoom(this.calls, connection.peer.peer);
    this.ended = this.#receive();
  }

  async #receive(): Promise<DistError> {
    const { connection } = this;
    let reason: DistError;
    try {
      for (;;) {
        const message = connection.take() ?? await connection.next();
        if (this.#node.deliver(message)) continue;
        this.#node.answer(message);
        const oddity = this.#node.oddityOf(message);
        if (oddity !== undefined) {
          connection.countSenseless(oddity, message.size);
        }
        // A peer that does not read our replies is not read either.
        await connection.drained();
      }
    } catch (error) {
      reason = error instanceof DistError ? error : new DistError(
        "protocol_error",
        `a message from ${connection.peer.peer} could not be handled`,
        { cause: error },
      );
    }
    connection.close(reason);
    this.calls.lose(reason);
    return reason;
  }
}

async function greet(
  { connection, calls, room }: Link,
  signal: AbortSignal | undefined,
): Promise<Greeting> {
  const start = performance.now();
  const options = {
    timeoutMs: GREETING_TIMEOUT_MS,
    what: `the first question to ${connection.peer.peer}`,
    priority: "normal",
    signal,
  } as const;
  const [release, tickTime, user] = await Promise.all([
    calls.call("erlang", "system_info", [RELEASE], options),
    // Answered by net_kernel, which may hang while the rest of the node works.
    calls.call("net_kernel", "get_net_ticktime", [], {
      ...options,
      timeoutMs: TICK_TIME_TIMEOUT_MS,
    }).catch((error) => {
      if (isTimeout(error)) return undefined;
      throw error;
    }),
    calls.call("erlang", "whereis", [USER], options),
    room.check(options),
  ]);
  const roundTripMs = performance.now() - start;
  const tickTimeMs = tickTimeOf(tickTime);
  connection.tickTime = tickTimeMs;
  return {
    otpRelease: release instanceof ByteList
      ? String.fromCharCode(...release.bytes)
      : "unknown",
    tickTimeMs,
    user: user instanceof Pid ? user : undefined,
    roundTripMs,
  };
}

function isTimeout(error: unknown): boolean {
  return error instanceof CallError && error.code === "timeout";
}

/** Reads a tick time in seconds: `60`, or `{ongoing_change_to, 120}` during a change. Returns ms. */
function tickTimeOf(term: Term | undefined): number {
  const seconds = term instanceof Tuple ? term.elements[1] : term;
  return typeof seconds === "number" ? seconds * 1000 : DEFAULT_TICK_TIME_MS;
}
