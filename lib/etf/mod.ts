/**
 * The External Term Format: terms, their encoding, order and text.
 *
 * @module
 */

export * from "./terms.ts";
export * from "./make.ts";
export * from "./visit.ts";
export * from "./errors.ts";
// Exported because atoms of a distribution header are looked up by their bytes.
export { atoms, type AtomTable } from "./atom.ts";
export { cutOf, type CutTerm } from "./cut.ts";
export { compare, equals, lookup } from "./compare.ts";
export { keyOf } from "./key.ts";
export {
  decode,
  type DecodeOptions,
  decodePrefix,
  Decoder,
  type Prefix,
} from "./decode.ts";
export { encode, Encoder } from "./encode.ts";
export type { AtomOptions, Input } from "./input.ts";
export type {
  Acceptance,
  AtomIndex,
  EncodeOptions,
  EncoderOptions,
  Output,
} from "./output.ts";
export {
  format,
  formatCut,
  type FormatOptions,
  type Formatted,
  type Syntax,
} from "./format.ts";
export type { Cut, Limit, Printable } from "./format.ts";
export type { Home } from "./syntax/printer.ts";
export {
  parse,
  parseAt,
  ParseError,
  type ParseOptions,
  Scanner,
} from "./parse.ts";
export type { FailDetails, ParseLimits } from "./parse/scanner.ts";
export { fromJson, type FromJsonOptions } from "./json.ts";
export { unspelt, visible, visibleJson, visibleLines } from "./visible.ts";
