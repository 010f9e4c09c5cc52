/**
 * All that questions need of a node: one call, one answer.
 *
 * @module
 */

import type { Term } from "../etf/mod.ts";

/** How a call runs on the node. */
export interface RemoteCallOptions {
  /** From now to the answer, in ms; the worker is killed when it has passed. */
  timeoutMs: number;
  /** What is asked, for messages. @default {module:function/arity} */
  what?: string | undefined;
  /** Waits on, as long as the link holds, where the node gives no sign of life. @default {false} */
  patient?: boolean | undefined;
  /** Gives the call up; the worker is killed. */
  signal?: AbortSignal | undefined;
  /** Heap limit of the worker, in words. */
  maxHeapWords?: number | undefined;
  /** Priority of the worker. @default {"low"} */
  priority?: "low" | "normal" | "high" | "max" | undefined;
  /** Gets what the worker sends to its caller while the call runs. */
  onMessage?: ((message: Term) => void) | undefined;
}

/** A node that can be called. */
export interface Remote {
  /** Its full name: `demo@127.0.0.1`. */
  readonly name: string;
  /** Its incarnation, which differs after each restart. */
  readonly creation: number;
  /** What is wrong with the node, as far as is known. */
  readonly trouble?:
    | { readonly text: string; readonly hint: string }
    | undefined;
  /**
   * Calls `module:fn(...args)` in a process of its own, linked to us.
   *
   * @throws {BeamtapError} `timeout`, `aborted`, `noconnection`, `exception`, `killed`…
   */
  call(
    module: string,
    fn: string,
    args: readonly Term[],
    options: RemoteCallOptions,
  ): Promise<Term>;
}
