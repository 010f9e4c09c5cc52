/**
 * The two requests that beamtap sends to an EPMD, and their answers (Erlang
 * distribution protocol, "EPMD Protocol").
 *
 * @module
 */

import { ByteWriter } from "../bytes/mod.ts";
import { type EpmdError, notEpmd } from "./errors.ts";

const NAMES_REQ = 110;
const PORT_PLEASE2_REQ = 122;
const PORT2_RESP = 119;

/** A name registered with EPMD. */
export interface RegisteredName {
  /** The part before `@`. */
  readonly name: string;
  /** The distribution port. */
  readonly port: number;
}

/** A node's entry in EPMD. */
export interface NodePort {
  /** The distribution port. */
  readonly port: number;
  /** Highest distribution version the node supports; 6 since OTP 23. */
  readonly highestVersion: number;
  /** Lowest distribution version the node supports. */
  readonly lowestVersion: number;
}

/** Encodes NAMES_REQ, with its length prefix. */
export function encodeNamesRequest(): Uint8Array<ArrayBuffer> {
  return new ByteWriter().u16(1).u8(NAMES_REQ).finish();
}

/** Encodes PORT_PLEASE2_REQ for the part of a node name before `@`, with its length prefix. */
export function encodePortRequest(name: string): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(name);
  return new ByteWriter().u16(1 + bytes.length).u8(PORT_PLEASE2_REQ)
    .bytes(bytes).finish();
}

/**
 * Parses the answer to NAMES_REQ: EPMD's own port, then one line per name.
 *
 * @throws {EpmdError} `epmd_malformed`
 */
export function parseNames(answer: Uint8Array): RegisteredName[] {
  if (answer.length < 4) {
    throw malformed(`${answer.length} bytes in answer to NAMES_REQ`);
  }
  const text = new TextDecoder().decode(answer.subarray(4));
  return text.split("\n").filter((line) => line !== "").map((line) => {
    const [, name, port] = /^name (.+) at port (\d+)$/.exec(line) ?? [];
    if (name === undefined) throw malformed(`the line ${JSON.stringify(line)}`);
    return { name, port: Number(port) };
  });
}

/**
 * Parses the answer to PORT_PLEASE2_REQ; returns `undefined` if the name is not
 * registered.
 *
 * @throws {EpmdError} `epmd_malformed`
 */
export function parsePort(answer: Uint8Array): NodePort | undefined {
  const view = new DataView(
    answer.buffer,
    answer.byteOffset,
    answer.byteLength,
  );
  if (answer.length < 2 || view.getUint8(0) !== PORT2_RESP) {
    throw malformed(`${answer.length} bytes in answer to PORT_PLEASE2_REQ`);
  }
  if (view.getUint8(1) !== 0) return undefined;
  if (answer.length < 10) throw malformed("a truncated PORT2_RESP");
  if (view.getUint16(2) === 0) throw malformed("a PORT2_RESP with port 0");
  return {
    port: view.getUint16(2),
    highestVersion: view.getUint16(6),
    lowestVersion: view.getUint16(8),
  };
}

function malformed(what: string): EpmdError {
  return notEpmd(`it sent ${what}`);
}
