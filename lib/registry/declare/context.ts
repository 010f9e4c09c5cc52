/**
 * What a handler is handed: never a connection, only what its declaration
 * asked for.
 *
 * @module
 */

import type { Syntax, Term } from "../../etf/mod.ts";
import type { Probe } from "../../beam/mod.ts";
import type { BoundAsker } from "./asker.ts";
import type { ConnectOptions, NodeStatus } from "./nodes.ts";
import type { Scope } from "../grants/scopes.ts";

/** Progress of a long call. */
export interface Progress {
  /** Steps done, of `total` if that is known; never decreases. */
  readonly done: number;
  /** Steps in all. */
  readonly total?: number;
  /** What is being done. */
  readonly message?: string;
}

/** What every handler is handed. */
export interface CallContext {
  /** Fires when the caller cancels or the deadline passes. */
  readonly signal: AbortSignal;
  /** Fires when the caller wants the answer with what has come. */
  readonly early?: AbortSignal | undefined;
  /** Time until the deadline, in ms. */
  left(): number;
  /** The caller, who owns whatever outlives the call. */
  readonly principal: string;
  /** Names the call in logs. */
  readonly reference: string;
  /** Whether the caller also has this scope: on the node of the call or, if it is about none, on any. Using one is audited. */
  granted(scope: Scope): boolean;
  /** Reports progress to a caller who asked for it; may be called often. */
  progress(progress: Progress): void;
  /** Writes to the operator's log. */
  log(level: "warn" | "info" | "debug", text: string): void;
  /** Returns the term without its secrets; call it on every term before it becomes text. */
  redact(term: Term): Term;
}

/** What a handler about no single node is handed. */
export interface LocalContext extends CallContext {
  /** How the operator wants terms written. */
  readonly syntax: Syntax | "auto";
  /** The known nodes that the caller may see. */
  nodes(): Promise<readonly NodeStatus[]>;
}

/** What a handler about one node is handed. */
export interface NodeContext extends CallContext {
  /** The node of the call, for what is declared. */
  readonly beam: BoundAsker;
  /** Asks it and every node that it sees, as {@linkcode NodesContext.ask} does. */
  askMembers: NodesContext["ask"];
}

/** What one of several nodes answered. */
export interface NodeAnswer<Answer> {
  /** Its full name. */
  readonly node: string;
  /** Its run. */
  readonly incarnation: number;
  /** What it answered. */
  readonly answer: Answer;
}

/** A node that did not answer, and why. */
export interface NoAnswer {
  /** Its full name. */
  readonly node: string;
  /** Code of the error. */
  readonly code: string;
  /** The error, cut to 200 characters. */
  readonly problem: string;
}

/** What a handler about several nodes is handed; `granted` is missing, since it differs from node to node. */
export interface NodesContext extends Omit<CallContext, "granted"> {
  /** Asks every node of the call that the caller's grants cover, over as few links as possible. */
  ask<Args, Answer>(probe: Probe<Args, Answer>, args: Args): Promise<{
    readonly answers: readonly NodeAnswer<Answer>[];
    readonly silent: readonly NoAnswer[];
  }>;
}

/** What a handler that changes which nodes are known is handed. */
export interface AdminContext extends CallContext {
  /** Full name of the node of the call, which need not be known yet. */
  readonly node: string;
  /** Closes its link and forgets it; returns whether it was known. */
  remove(): boolean;
  /**
   * Connects to it and adds it; its address and its cookie come from where the
   * operator keeps them.
   *
   * @throws {BeamtapError} when it cannot be connected; nothing has changed
   */
  connect(options?: ConnectOptions): Promise<{
    readonly incarnation: number;
    readonly alias: string | undefined;
    /** Whether the link existed before. */
    readonly already: boolean;
  }>;
}
