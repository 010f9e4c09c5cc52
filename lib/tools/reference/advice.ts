/**
 * What is said of an error code in the reference and by `beamtap help CODE`. The error itself says
 * more: which node, which process.
 *
 * @module
 */

import type { BeamErrorCode } from "../../beam/mod.ts";
import type { DistErrorCode } from "../../dist/mod.ts";
import type { EpmdErrorCode } from "../../epmd/mod.ts";
import type { NetErrorCode, TlsErrorCode } from "../../net/mod.ts";
import type { CallErrorCode, NodeErrorCode } from "../../node/mod.ts";
import type { ToolErrorCode } from "../../registry/mod.ts";

/** What a code means, and what to do. */
export type Advice = readonly [means: string, todo: string];

/** Every code that an answer can have. */
export type AnswerErrorCode =
  | BeamErrorCode
  | CallErrorCode
  | DistErrorCode
  | EpmdErrorCode
  | NetErrorCode
  | NodeErrorCode
  | TlsErrorCode
  | ToolErrorCode;

/** Codes of one subject. */
export type Table = Readonly<Partial<Record<AnswerErrorCode, Advice>>>;
