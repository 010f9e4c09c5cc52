/**
 * Challenge and response: proves that both sides know the cookie without sending
 * it.
 *
 * @module
 */

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
