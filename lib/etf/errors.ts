/**
 * Errors of this layer: what is wrong with bytes, a value or a text, and where.
 *
 * @module
 */

import { BeamtapError, type BeamtapErrorOptions } from "../errors.ts";

/** Codes of {@linkcode EtfError}. */
export type EtfErrorCode =
  /** The bytes end before the term does, or a length exceeds them. */
  | "truncated"
  /** The first byte is not 131. */
  | "bad_version"
  /** The tag does not start a term, or is not allowed here. */
  | "unknown_tag"
  /** Bytes are left after the term. */
  | "trailing_bytes"
  /** Nested deeper than `maxDepth`, or too deeply for the stack. */
  | "too_deep"
  /** More than `maxBytes` after inflating, or too large to encode. */
  | "too_large"
  /** More new atoms than `maxAtoms`. */
  | "too_many_atoms"
  /** An atom that is not UTF-8, or longer than 255 characters. */
  | "bad_atom"
  /** Well-formed bytes that mean no term: NaN, two equal keys… */
  | "bad_term"
  /** A JavaScript value that is not an Erlang term. */
  | "not_a_term"
  /** Text that does not parse. */
  | "bad_syntax";

/** Thrown when a term cannot be decoded, encoded, printed or parsed. */
export class EtfError extends BeamtapError<EtfErrorCode> {
  /** Name of the class. */
  override name = "EtfError";
  /** Where: an offset into the input (when encoding, into the output), in bytes, or in characters for text. */
  readonly offset: number;

  /** Creates an error; the message should also name the place. */
  constructor(
    code: EtfErrorCode,
    message: string,
    offset: number,
    options?: BeamtapErrorOptions,
  ) {
    super(code, message, options);
    this.offset = offset;
  }
}

/** Returns an error in received bytes: `float is NaN (byte 2)`. */
export function badBytes(
  code: EtfErrorCode,
  message: string,
  offset: number,
  cause?: unknown,
): EtfError {
  return new EtfError(code, `${message} (byte ${offset})`, offset, { cause });
}

/** Returns an error in a value to encode, found after `offset` bytes were written. */
export function notATerm(value: unknown, offset: number): EtfError {
  const isNumber = typeof value === "number";
  return new EtfError(
    "not_a_term",
    `${isNumber ? value : typeof value} is not an Erlang term`,
    offset,
    { hint: isNumber ? "create floats with float()" : undefined },
  );
}

/** Returns the error for a term that the peer would not understand. */
export function notForPeer(what: string, offset: number): EtfError {
  return new EtfError(
    "not_a_term",
    `${what} cannot be sent to this node: its OTP release does not support it (byte ${offset})`,
    offset,
  );
}
