/**
 * A node that floods us, on a thread of its own so that it cannot hold up what
 * it is meant to hold up; run as a worker.
 *
 * @module
 */

import { Operation } from "../../lib/dist/mod.ts";
import { atom, Pid, type Term, tuple } from "../../lib/etf/mod.ts";
import { type ScriptedLink, startScripted } from "./scripted_node.ts";
import { concat } from "./streams.ts";

/** The bytes that are sent again and again, by what they are. */
const FLOODS = {
  "ticks": (): Uint8Array => new Uint8Array(4),
  "unknown operations": (link: ScriptedLink): Uint8Array =>
    link.encode(tuple(99, 1)),
  "messages for nobody": (link: ScriptedLink): Uint8Array =>
    link.encode(tuple(Operation.SEND, atom(""), nobody()), [1, 2, 3]),
  "links to nobody": (link: ScriptedLink): Uint8Array =>
    link.encode(tuple(Operation.LINK, link.pid(5), nobody())),
  "large messages for nobody": (link: ScriptedLink): Uint8Array =>
    link.encode(tuple(Operation.SEND, atom(""), nobody()), large()),
};

/** What a node may flood us with. */
export type Flood = keyof typeof FLOODS;

/** All floods. */
export const ALL_FLOODS: readonly Flood[] = [
  "ticks",
  "unknown operations",
  "messages for nobody",
  "links to nobody",
  "large messages for nobody",
];

/** A node that floods whoever dials it, as `scripted@127.0.0.1`. */
export interface FloodingNode extends Disposable {
  readonly port: number;
}

/** Starts one. */
export async function startFlood(what: Flood): Promise<FloodingNode> {
  const worker = new Worker(import.meta.url, { type: "module" });
  const { port1, port2 } = new MessageChannel();
  const port = await new Promise<number>((resolve) => {
    port1.onmessage = ({ data }): void => resolve(data);
    worker.postMessage(what, [port2]);
  });
  port1.close();
  return { port, [Symbol.dispose]: () => worker.terminate() };
}

function nobody(): Pid {
  return new Pid(atom("beamtap@127.0.0.1"), 9999, 0, 4711);
}

function large(): Term {
  return Array.from({ length: 300_000 }, (_, i) => tuple(i, 1));
}

function serve(what: Flood): number {
  const peer = startScripted(async (link) => {
    await link.accept();
    const greeted = Promise.withResolvers<void>();
    link.serve((call) => {
      call.reply(0);
      greeted.resolve();
    }).catch(() => {});
    await greeted.promise;
    const one = FLOODS[what](link);
    const count = Math.max(1, Math.floor(200_000 / one.length));
    const many = concat(...Array.from({ length: count }, () => one));
    for (;;) await link.raw(many);
  });
  return peer.port;
}

// Only a worker gets messages.
addEventListener("message", (event) => {
  if (!(event instanceof MessageEvent)) return;
  event.ports[0]?.postMessage(serve(event.data));
});
