/**
 * What can go wrong while cutting a byte stream into frames.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";

/** Codes of {@linkcode FrameError}. */
export type FrameErrorCode =
  /** A length prefix announced more than the limit. */
  | "frame_too_large"
  /** The stream ended inside a frame. */
  | "frame_truncated"
  /** A frame does not fit its length prefix, or the unsent frames the outbox. */
  | "frame_overflow";

/** The stream ended inside a frame, or a frame broke the agreed limits. */
export class FrameError extends BeamtapError<FrameErrorCode> {
  override name = "FrameError";
}
