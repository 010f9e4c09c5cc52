/**
 * Byte streams: reading and writing frames and small messages.
 *
 * @module
 */

// Every layer's errors extend it: exported once, by the lowest layer.
export { BeamtapError, type BeamtapErrorOptions } from "../errors.ts";
export { ByteWriter } from "./byte_writer.ts";
export { FrameError, type FrameErrorCode } from "./errors.ts";
export { FrameReader, type PrefixSize } from "./frame_reader.ts";
export { FrameWriter } from "./frame_writer.ts";
export { readWhole } from "./read_whole.ts";
