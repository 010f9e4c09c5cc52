/**
 * Times one codec in an isolate of its own, so that its memory is no burden to
 * the others. Asked and answered by messages.
 *
 * @module
 */

import { decode, encode, Encoder, type Term } from "../../lib/etf/mod.ts";
import { type Codec, loadPeer } from "./etf_peers.ts";

/** Decode these bytes, or encode what they decode to: decoded anew for each question. */
export interface Question {
  /** `beamtap`, `fresh`, or a peer. */
  readonly codec: string;
  readonly way: "decode" | "encode";
  readonly bytes: Uint8Array;
}

/** Milliseconds, or `null` if the codec cannot do it. */
export type Answer = number | null;

const ROUNDS = 4;
/** Shorter works are repeated until they take about this long. */
const LEAST_MS = 0.2;
/** No further time is taken after so long. */
const MOST_MS = 300;

const encoder = new Encoder();

/**
 * Encodes as a link does, into a buffer that serves again, as the memory of OTP's
 * last result does. This is what the bars are about: it times the encoder alone.
 */
const OURS: Codec = {
  decode,
  encode: (value) =>
    encoder.clear().versioned(isTerm(value) ? value : []).written(),
};

/** `encode()`, whose results keep their memory: it also times how fast the system supplies new pages. */
const FRESH: Codec = {
  decode,
  encode: (value) => encode(isTerm(value) ? value : []),
};

function isTerm(value: unknown): value is Term {
  return value !== undefined;
}

/** The best of a few times; of fewer, where they take long. */
function time(work: () => unknown): number {
  const end = performance.now() + MOST_MS;
  let best = Infinity;
  for (let round = 0; round < ROUNDS && performance.now() < end; round++) {
    best = Math.min(best, timeOnce(work));
  }
  return best;
}

function timeOnce(work: () => unknown): number {
  for (let times = 1;; times *= 4) {
    const start = performance.now();
    for (let i = 0; i < times; i++) work();
    const elapsed = performance.now() - start;
    if (elapsed >= LEAST_MS || times > 4096) return elapsed / times;
  }
}

async function load(name: string): Promise<Codec> {
  if (name === "beamtap") return OURS;
  return name === "fresh" ? FRESH : await loadPeer(name);
}

let codec: Codec | undefined;

async function answer(question: Question): Promise<Answer> {
  codec ??= await load(question.codec);
  const { decode, encode } = codec;
  const { bytes } = question;
  try {
    if (question.way === "decode") return time(() => decode(bytes));
    const value = decode(bytes);
    return time(() => encode(value));
  } catch {
    return null;
  }
}

self.addEventListener("message", async (event) => {
  if (!(event instanceof MessageEvent)) return;
  event.ports[0]?.postMessage(await answer(event.data));
});
