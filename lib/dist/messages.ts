/**
 * Encodes and parses the messages of the distribution handshake, version 6
 * (distribution protocol, "Distribution Handshake"), and computes its proofs: both
 * sides show that they know the cookie without sending it.
 *
 * @module
 */

import { ByteWriter } from "../bytes/mod.ts";
import { DistError } from "./errors.ts";

const PLAIN_STATUSES = [
  "ok",
  "ok_simultaneous",
  "nok",
  "not_allowed",
  "alive",
] as const;
type PlainStatus = typeof PLAIN_STATUSES[number];

/** The peer's status: its answer to our name. */
export type Status =
  | { readonly type: PlainStatus }
  | {
    readonly type: "named";
    readonly name: string;
    readonly creation: number;
  };

/** The peer's challenge, with its name and flags. */
export interface Challenge {
  /** The flags the peer offers. */
  readonly flags: bigint;
  /** The challenge, an unsigned 32-bit integer. */
  readonly challenge: number;
  /** The peer's creation. */
  readonly creation: number;
  /** The peer's name. */
  readonly name: string;
}

/** Encodes send_name (`N`); a `name` without `@` asks for a dynamic name (DFLAG_NAME_ME). */
export function encodeSendName(
  flags: bigint,
  creation: number,
  name: string,
): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(name);
  return new ByteWriter().text("N").u64(flags).u32(creation)
    .u16(bytes.length).bytes(bytes).finish();
}

/** Encodes the answer to status `alive`: replace the old link, or withdraw. */
export function encodeAliveReply(replace: boolean): Uint8Array<ArrayBuffer> {
  return new ByteWriter().text(replace ? "strue" : "sfalse").finish();
}

/** Encodes challenge_reply (`r`): our own challenge, and the digest of the peer's. */
export function encodeChallengeReply(
  challenge: number,
  digest: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return new ByteWriter().text("r").u32(challenge).bytes(digest).finish();
}

/**
 * Parses the peer's status.
 *
 * @throws {DistError} `protocol_error`
 */
export function parseStatus(frame: Uint8Array): Status {
  const text = ascii(frame);
  const type = PLAIN_STATUSES.find((status) => text === `s${status}`);
  if (type !== undefined) return { type };
  if (!text.startsWith("snamed:") || frame.length < 9) {
    throw unexpected("a status", frame);
  }
  const view = viewOf(frame);
  const length = view.getUint16(7);
  if (frame.length < 13 + length) throw unexpected("a whole status", frame);
  return {
    type: "named",
    name: ascii(frame.subarray(9, 9 + length)),
    creation: view.getUint32(9 + length),
  };
}

/**
 * Parses the peer's challenge.
 *
 * @throws {DistError} `protocol_error`
 */
export function parseChallenge(frame: Uint8Array): Challenge {
  const view = viewOf(frame);
  if (frame.length < 19 || frame[0] !== 0x4e) {
    throw unexpected("a challenge", frame);
  }
  const length = view.getUint16(17);
  if (frame.length < 19 + length) throw unexpected("a whole challenge", frame);
  return {
    flags: view.getBigUint64(1),
    challenge: view.getUint32(9),
    creation: view.getUint32(13),
    name: ascii(frame.subarray(19, 19 + length)),
  };
}

/**
 * Parses challenge_ack (`a`); returns the digest.
 *
 * @throws {DistError} `protocol_error`
 */
export function parseChallengeAck(frame: Uint8Array): Uint8Array {
  if (frame.length !== 17 || frame[0] !== 0x61) {
    throw unexpected("a challenge_ack", frame);
  }
  return frame.subarray(1);
}

/** Returns a random unsigned 32-bit challenge. */
export function newChallenge(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

/** Computes `MD5(cookie ++ decimal challenge)`; the cookie's characters are Latin-1 bytes. */
export function digest(cookie: string, challenge: number): Uint8Array {
  return process.getBuiltinModule("node:crypto").createHash("md5")
    .update(cookie, "latin1")
    .update(String(challenge >>> 0))
    .digest();
}

/** Returns whether `received` answers `challenge`; compares in constant time. */
export function digestMatches(
  received: Uint8Array,
  cookie: string,
  challenge: number,
): boolean {
  const expected = digest(cookie, challenge);
  return received.length === expected.length &&
    process.getBuiltinModule("node:crypto").timingSafeEqual(received, expected);
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 1024));
}

function viewOf(frame: Uint8Array): DataView {
  return new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
}

function unexpected(what: string, frame: Uint8Array): DistError {
  const head = frame.subarray(0, 16).toHex().replace(/..(?!$)/g, "$& ");
  return new DistError(
    "protocol_error",
    `expected ${what}, got ${frame.length} bytes: ${head}`,
    "that port is probably not an Erlang node of OTP 23 or later",
  );
}
