/**
 * A connection of ours with a scripted node at its other end.
 *
 * @module
 */

import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import {
  Connection,
  DEFAULT_FLAGS,
  DistError,
  type DistErrorCode,
  handshake,
  type Message,
  Operation,
} from "../../lib/dist/mod.ts";
import { atom, Pid, tuple } from "../../lib/etf/mod.ts";
import { connectTcp, withDeadline } from "../../lib/net/mod.ts";
import { SCRIPTED, type ScriptedLink, startScripted } from "./scripted_node.ts";

const OUR_NAME = "beamtap@127.0.0.1";
/** A pid of ours. */
export const US = new Pid(atom(OUR_NAME), 1, 0, 4242);
/** A pid of the scripted node. */
export const THEM = new Pid(atom(SCRIPTED.name), 9, 0, SCRIPTED.creation);
/** The control message of a message to us. */
export const SEND = tuple(Operation.SEND, atom(""), US);
/** The bytes of a tick. */
export const TICK = new Uint8Array(4);

/** A link whose other end is scripted. */
export interface Linked extends AsyncDisposable {
  readonly connection: Connection;
  readonly node: ScriptedLink;
}

/** How a link begins. */
export interface LinkedOptions {
  /** @default {DEFAULT_FLAGS} */
  flags?: bigint;
  tickTimeMs?: number;
  /** What the node does instead of a plain handshake. */
  accept?: (node: ScriptedLink) => Promise<unknown>;
}

/** Makes a link. */
export async function linked(options: LinkedOptions = {}): Promise<Linked> {
  const ready = Promise.withResolvers<ScriptedLink>();
  const over = Promise.withResolvers<void>();
  const peer = startScripted(async (node) => {
    await (options.accept?.(node) ?? node.accept());
    ready.resolve(node);
    await over.promise;
  });
  const transport = await connectTcp({
    host: "127.0.0.1",
    port: peer.port,
    timeoutMs: 10_000,
  });
  const peerData = await handshake(transport, {
    name: OUR_NAME,
    creation: 4242,
    peer: SCRIPTED.name,
    cookie: SCRIPTED.cookie,
    flags: options.flags ?? DEFAULT_FLAGS,
    timeoutMs: 10_000,
  });
  const { tickTimeMs } = options;
  const connection = new Connection(transport, peerData);
  if (tickTimeMs !== undefined) connection.tickTime = tickTimeMs;
  return {
    connection,
    node: await ready.promise,
    async [Symbol.asyncDispose](): Promise<void> {
      connection.close();
      over.resolve();
      await peer[Symbol.asyncDispose]();
    },
  };
}

/** The next messages: those in memory first, as the receive loop takes them. */
export async function receive(
  connection: Connection,
  count: number,
): Promise<Message[]> {
  const messages: Message[] = [];
  while (messages.length < count) {
    messages.push(connection.take() ?? await connection.next());
  }
  return messages;
}

/** The link ends by itself, with this code, on both sides. */
export async function assertBroken(
  { connection, node }: Linked,
  code: DistErrorCode,
): Promise<DistError> {
  const error = await assertRejects(
    () =>
      withDeadline(
        { timeoutMs: 20_000 },
        receive(connection, Infinity),
        () => new Error("the link goes on and on"),
      ),
    DistError,
  );
  assertEquals(error.code, code, error.message);
  assertEquals(connection.closeReason, error);
  assertEquals(assertThrows(() => connection.send(SEND, 1), DistError), error);
  assertEquals(
    await assertRejects(() => connection.next(), DistError),
    error,
  );
  await node.gone();
  return error;
}
