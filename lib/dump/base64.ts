/**
 * Base64, in which dumps have bytes.
 *
 * @module
 */

import { Damaged } from "./cursor.ts";

/** Length of `bytes` bytes in base64. */
export function encodedLength(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}

/** Decodes base64, of which the end may be missing. */
export function fromBase64(text: Uint8Array): Uint8Array {
  const whole = text.subarray(0, text.length - text.length % 4);
  try {
    const chars = atob(new TextDecoder("latin1").decode(whole));
    return Uint8Array.from(chars, (char) => char.charCodeAt(0));
  } catch {
    throw new Damaged("base64");
  }
}
