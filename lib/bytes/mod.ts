/**
 * Byte streams: frames in, frames out, small messages.
 *
 * @module
 */

export { ByteWriter } from "./byte_writer.ts";
export { FrameError, type FrameErrorCode } from "./errors.ts";
export {
  FrameReader,
  type FrameReaderOptions,
  type PrefixSize,
} from "./frame_reader.ts";
export { FrameWriter, type FrameWriterOptions } from "./frame_writer.ts";
export { readWhole } from "./read_whole.ts";
