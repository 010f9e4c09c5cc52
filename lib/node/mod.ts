/**
 * A hidden node: links to other nodes, and calls to them.
 *
 * @module
 */

export {
  dial,
  type DialEvent,
  type DialOptions,
  type NodeSpec,
} from "./dial.ts";
export { type Diagnosis, examine, type Finding, type Step } from "./doctor.ts";
export {
  CallError,
  type CallErrorCode,
  NodeError,
  type NodeErrorCode,
  type RemoteException,
} from "./errors.ts";
export {
  checkCookie,
  type Cookie,
  type NodeName,
  parseNodeName,
} from "./node_name.ts";
export {
  type ConnectionState,
  type LinkState,
  NodePool,
  type PoolOptions,
} from "./pool.ts";
export { type Greeting, RemoteNode } from "./remote_node.ts";
export type { CallOptions } from "./rpc.ts";
