/**
 * The one shape of every error beamtap raises on purpose, so that a person, a
 * program and a language model each find what they need: words, a stable code,
 * the next step, the cause.
 *
 * @module
 */

/** Options for {@linkcode BeamtapError}. */
export interface BeamtapErrorOptions extends ErrorOptions {
  /** What the reader can do next, as one sentence. */
  hint?: string | undefined;
}

/** The base of every error raised on purpose; each layer has one subclass of its own. */
export class BeamtapError<Code extends string = string> extends Error {
  override name = "BeamtapError";
  /** Stable and meant for programs, in snake_case: `connection_refused`. */
  readonly code: Code;
  /** What to do next, if anything can be done. */
  readonly hint: string | undefined;

  /** An error with a code, a message that says what happened, and what to do about it. */
  constructor(code: Code, message: string, options: BeamtapErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.hint = options.hint;
  }
}
