/**
 * The base class of every error that beamtap raises on purpose: a message for
 * people, a stable code for programs, a hint at what to do next, and the cause.
 *
 * @module
 */

/** Options for {@linkcode BeamtapError}. */
export interface BeamtapErrorOptions extends ErrorOptions {
  /** What the reader can do about it, in one sentence. */
  hint?: string | undefined;
}

/** Base class of the errors raised on purpose; each layer has its own subclass. */
export class BeamtapError<Code extends string = string> extends Error {
  /** Name of the class. */
  override name = "BeamtapError";
  /** Stable code for programs, in snake_case: `connection_refused`. */
  readonly code: Code;
  /** What to do about it, if anything. */
  readonly hint: string | undefined;

  /** Creates an error; a text in place of the options is the hint. */
  constructor(
    code: Code,
    message: string,
    options: BeamtapErrorOptions | string = {},
  ) {
    const given = typeof options === "string" ? { hint: options } : options;
    super(message, given);
    this.code = code;
    this.hint = given.hint;
  }
}
