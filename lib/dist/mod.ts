/**
 * A distribution link to one node: handshake and messages.
 *
 * @module
 */

export type { Message } from "./body.ts";
export {
  Connection,
  DEFAULT_TICK_TIME_MS,
  type Traffic,
} from "./connection.ts";
export {
  type Addressee,
  type ControlMessage,
  Operation,
  type PidOrName,
  type Reasoned,
  type Referring,
  type Signal,
} from "./control.ts";
export { DistError, type DistErrorCode } from "./errors.ts";
export {
  DEFAULT_FLAGS,
  Flag,
  type FlagName,
  PASS_THROUGH_FLAGS,
} from "./flags.ts";
export {
  handshake,
  type Handshaken,
  type HandshakeOptions,
  type HandshakeStep,
  isNameTaken,
} from "./handshake.ts";
