/**
 * Times one codec in an isolate of its own, so that its memory is no burden to
 * the others. Asked and answered by messages.
 *
 * @module
 */

import { decode, Encoder, type Term } from "../../lib/etf/mod.ts";
import { type Codec, loadPeer } from "./etf_peers.ts";

/** Decode these bytes, or encode what they decode to. */
export interface Question {
  /** `beamtap`, or a peer. */
  readonly codec: string;
  readonly way: "decode" | "encode";
  readonly payload: string;
  readonly bytes: Uint8Array;
}

/** Milliseconds, or `null` if the codec cannot do it. */
export type Answer = number | null;

const ROUNDS = 4;
/** Shorter works are repeated until they take about this long. */
const LEAST_MS = 0.2;

const encoder = new Encoder();

/** Encodes as a link does, into a buffer that serves again. */
const OURS: Codec = {
  decode,
  encode: (value) =>
    encoder.clear().versioned(isTerm(value) ? value : []).view(),
};

function isTerm(value: unknown): value is Term {
  return value !== undefined;
}

/** The best of a few times. */
function time(work: () => unknown): number {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
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

let codec: Codec | undefined;
let payload = "";
let value: unknown;

async function answer(question: Question): Promise<Answer> {
  codec ??= question.codec === "beamtap"
    ? OURS
    : await loadPeer(question.codec);
  const { decode, encode } = codec;
  const { bytes } = question;
  try {
    if (question.way === "decode") return time(() => decode(bytes));
    if (payload !== question.payload) {
      value = decode(bytes);
      payload = question.payload;
    }
    return time(() => encode(value));
  } catch {
    return null;
  }
}

self.addEventListener("message", async (event) => {
  if (!(event instanceof MessageEvent)) return;
  event.ports[0]?.postMessage(await answer(event.data));
});
