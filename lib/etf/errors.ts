/**
 * The one error of this layer: what was wrong with the bytes, the value or the
 * text, and where.
 *
 * @module
 */

import { BeamtapError, type BeamtapErrorOptions } from "../errors.ts";

/** What can be wrong with a term, its bytes or its text. */
export type EtfErrorCode =
  /** The bytes end before the term does, or a length says more than is there. */
  | "truncated"
  /** The first byte is not 131. */
  | "bad_version"
  /** A tag that is not a term, or not one here. */
  | "unknown_tag"
  /** Bytes are left after the term. */
  | "trailing_bytes"
  /** Nested deeper than `maxDepth` or than the stack holds. */
  | "too_deep"
  /** More than `maxBytes` once inflated, or more than can be encoded. */
  | "too_large"
  /** More new atoms than `maxAtoms`. */
  | "too_many_atoms"
  /** An atom that is not UTF-8, or longer than 255 characters. */
  | "bad_atom"
  /** Well-formed bytes with a meaning no term has: NaN, two equal keys… */
  | "bad_term"
  /** A JavaScript value that is no Erlang term. */
  | "not_a_term"
  /** Text that does not parse. */
  | "bad_syntax";

/** A term that could not be decoded, encoded, printed or parsed. */
export class EtfError extends BeamtapError<EtfErrorCode> {
  /** Name of the class. */
  override name = "EtfError";
  /** Where: bytes from the start of the input (or of the output when encoding), characters for text. */
  readonly offset: number;

  /** The message should name the place too, for those who see only that. */
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

/** An error in bytes that arrived: `float is NaN (byte 2)`. */
export function badBytes(
  code: EtfErrorCode,
  message: string,
  offset: number,
  cause?: unknown,
): EtfError {
  return new EtfError(code, `${message} (byte ${offset})`, offset, { cause });
}

/** An error in a value to be encoded, met after `offset` bytes were written. */
export function notATerm(value: unknown, offset: number): EtfError {
  const isNumber = typeof value === "number";
  return new EtfError(
    "not_a_term",
    `${isNumber ? value : typeof value} is no Erlang term`,
    offset,
    { hint: isNumber ? "Make a float with float()." : undefined },
  );
}

/** A term that the peer of a link would not understand. */
export function notForPeer(what: string, offset: number): EtfError {
  return new EtfError(
    "not_a_term",
    `${what} cannot be sent to this node: its OTP release does not know it (byte ${offset})`,
    offset,
  );
}
