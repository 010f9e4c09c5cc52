/**
 * Challenge and response: proves that both sides know the cookie without sending
 * it.
 *
 * @module
 */

import { Buffer } from "node:buffer";
import { createHash, randomInt, timingSafeEqual } from "node:crypto";

/** Returns a random unsigned 32-bit challenge. */
export function newChallenge(): number {
  return randomInt(2 ** 32);
}

/** Computes `MD5(cookie ++ decimal challenge)`; the cookie's characters are Latin-1 bytes. */
export function digest(cookie: string, challenge: number): Uint8Array {
  return createHash("md5")
    .update(Buffer.from(cookie, "latin1"))
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
    timingSafeEqual(received, expected);
}
