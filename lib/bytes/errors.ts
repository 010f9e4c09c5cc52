/**
 * Errors of framing: splitting a byte stream into frames and joining them.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";

/** Codes of {@linkcode FrameError}. */
export type FrameErrorCode =
  /** A length prefix exceeds the limit. */
  | "frame_too_large"
  /** The stream ended inside a frame. */
  | "frame_truncated"
  /** A frame is too long for its length prefix, or too much is still unsent. */
  | "frame_overflow";

/** Thrown when a stream ends inside a frame, or a frame exceeds a limit. */
export class FrameError extends BeamtapError<FrameErrorCode> {
  /** Name of the class. */
  override name = "FrameError";
}
