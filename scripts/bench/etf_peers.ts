/**
 * The npm packages that read and write the External Term Format, in one shape.
 *
 * @module
 */

import { Buffer } from "node:buffer";

/** One codec. */
export interface Codec {
  decode(bytes: Uint8Array): unknown;
  encode(value: unknown): unknown;
}

type Callback = (error: unknown, value: unknown) => void;

/** All of them; the import map beside this file knows their versions. */
export const PEERS = ["erlang_js", "etf.js", "@typescord/ftee", "erlpackjs"];

/** One of them. */
export async function loadPeer(name: string): Promise<Codec> {
  const module: unknown = await import(name);
  switch (name) {
    case "erlang_js":
      return erlangJs(module);
    case "@typescord/ftee": {
      const decode = find(module, "decode");
      const encode = find(module, "encode");
      return { decode: (bytes) => decode(asBuffer(bytes)), encode };
    }
    default:
      return { decode: find(module, "unpack"), encode: find(module, "pack") };
  }
}

/** It hands results to a callback, before it returns. */
function erlangJs(module: unknown): Codec {
  const decode = find(module, "binary_to_term");
  const encode = find(module, "term_to_binary");
  return {
    decode: (bytes) => handed((callback) => decode(asBuffer(bytes), callback)),
    encode: (value) => handed((callback) => encode(value, callback)),
  };
}

type AnyFunction = (...args: unknown[]) => unknown;

/** Among a module's exports, those of its default, and those of one object in it. */
function find(module: unknown, name: string): AnyFunction {
  const main = property(module, "default");
  for (const place of [module, main, property(main, "Erlang")]) {
    const found = property(place, name);
    if (typeof found === "function") return (...args) => found(...args);
  }
  throw new Error(`no ${name} in a peer`);
}

function property(value: unknown, name: string): unknown {
  return Object(value)[name];
}

function handed(call: (callback: Callback) => unknown): unknown {
  const answers: { error: unknown; value: unknown }[] = [];
  call((error, value) => answers.push({ error, value }));
  const [first] = answers;
  if (first === undefined) throw new Error("erlang_js did not answer");
  if (first.error !== undefined) throw first.error;
  return first.value;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
