/**
 * All that a handler is handed: never a connection, only what its declaration
 * asked for.
 *
 * @module
 */

import type { Term } from "../../etf/mod.ts";
import type { Probe } from "../../beam/mod.ts";
import type { BoundAsker } from "./asker.ts";
import type { ConnectOptions, NodeStatus } from "./nodes.ts";
import type { Scope } from "../grants/scopes.ts";

/** How far a long call has come. */
export interface Progress {
  /** Of `total`, if that is known; never less than before. */
  readonly done: number;
  readonly total?: number;
  readonly message?: string;
}

/** What every handler may use. */
export interface CallContext {
  /** Fires when the caller gives up or the deadline passes. */
  readonly signal: AbortSignal;
  /** Until the deadline, in ms. */
  left(): number;
  /** Who calls: the owner of whatever outlives the call. */
  readonly principal: string;
  /** Names the call in logs. */
  readonly reference: string;
  /** Whether the caller has this scope too: on the node of the call, or without one on any. */
  granted(scope: Scope): boolean;
  /** Tells a caller who asked for it; may be called often. */
  progress(progress: Progress): void;
  /** Writes to the operator's log. */
  log(level: "warn" | "info" | "debug", text: string): void;
  /** The term without what looks like a secret; for every term before it becomes text. */
  redact(term: Term): Term;
}

/** What a handler about no single node may use. */
export interface LocalContext extends CallContext {
  /** The nodes that the caller may know of. */
  nodes(): Promise<readonly NodeStatus[]>;
}

/** What a handler about one node may use. */
export interface NodeContext extends CallContext {
  /** Runs what is declared on the one node of the call. */
  readonly beam: BoundAsker;
}

/** One node's part of an answer about several. */
export interface NodeAnswer<Answer> {
  readonly node: string;
  readonly incarnation: number;
  readonly answer: Answer;
}

/** A node that gave no answer, and why. */
export interface NoAnswer {
  readonly node: string;
  readonly code: string;
  readonly problem: string;
}

/** What a handler about several nodes may use; what else is granted differs from one to the next. */
export interface NodesContext extends Omit<CallContext, "granted"> {
  /** Asks every node of the call that the caller's grants cover, over as few links as will do. */
  ask<Args, Answer>(probe: Probe<Args, Answer>, args: Args): Promise<{
    readonly answers: readonly NodeAnswer<Answer>[];
    readonly silent: readonly NoAnswer[];
  }>;
}

/** What a handler may use that decides which nodes are known. */
export interface AdminContext extends CallContext {
  /** The node of the call, which need not be known yet. */
  readonly node: string;
  /** Ends its link and forgets it; whether it was known. */
  remove(): boolean;
  /**
   * Dials it and makes it known; its address and its cookie come from where
   * the operator keeps them.
   *
   * @throws {BeamtapError} when it cannot be reached: nothing has changed then
   */
  connect(options?: ConnectOptions): Promise<{
    readonly incarnation: number;
    readonly alias: string | undefined;
    /** Whether the link was there before. */
    readonly already: boolean;
  }>;
}
