/**
 * Client of EPMD, the Erlang port mapper daemon.
 *
 * @module
 */

export {
  DEFAULT_EPMD_PORT,
  type EpmdOptions,
  listNames,
  lookupNode,
} from "./client.ts";
export { EpmdError, type EpmdErrorCode } from "./errors.ts";
export type { NodePort, RegisteredName } from "./messages.ts";
