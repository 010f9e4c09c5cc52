/**
 * A node as something that answers questions, with and without bounds.
 *
 * @module
 */

import type {
  Beam,
  Probe,
  RemoteCallOptions,
  RunOptions,
} from "../../beam/mod.ts";
import type { Term } from "../../etf/mod.ts";

/** A node that answers any question and runs any function. */
export interface Asker extends Pick<Beam, "node" | "incarnation" | "run"> {
  /**
   * Calls a function as it is.
   *
   * @throws {BeamtapError} when it raises, or does not return in time
   */
  call(
    module: string,
    name: string,
    args: readonly Term[],
    options: RemoteCallOptions,
  ): Promise<Term>;
}

/** A question without its types: what it is called, what it calls on the node, the Erlang that runs there. */
export type AnyProbe = Pick<
  Probe<never, unknown>,
  "name" | "manifest" | "source"
>;

/** How a question may differ from the others of its handler; time and signal are those of the call. */
export type AskOptions<Answer> = Pick<
  RunOptions<Answer>,
  "maxHeapWords" | "onPartial"
>;

/** How a function is called; time and signal are those of the call. */
export type FunctionOptions = Pick<RemoteCallOptions, "maxHeapWords">;

/**
 * A node that answers what a handler has declared, within the time of its
 * call. It is dialled by the first question that may be asked.
 */
export interface BoundAsker {
  /** Full name of the node. */
  readonly node: string;
  /** Which run of the node it is; dials if nobody has yet. */
  incarnation(): Promise<number>;
  /**
   * Asks.
   *
   * @throws {ToolError} `permission_denied` for a probe that is not declared
   * @throws {BeamtapError} when there is no answer
   */
  run<Args, Answer>(
    probe: Probe<Args, Answer>,
    args: Args,
    options?: AskOptions<Answer>,
  ): Promise<Answer>;
  /**
   * Asks with a time and a signal of its own: for what outlives the call. The
   * question ends with the link at the latest.
   *
   * @throws as {@linkcode BoundAsker.run}
   */
  outlive<Args, Answer>(
    probe: Probe<Args, Answer>,
    args: Args,
    options: RunOptions<Answer> & { readonly signal: AbortSignal },
  ): Promise<Answer>;
  /**
   * Calls a function that is declared, or that the arguments of the call name.
   *
   * @throws {ToolError} `permission_denied` for any other function
   * @throws {BeamtapError} when it raises, or does not return in time
   */
  call(
    module: string,
    name: string,
    args: readonly Term[],
    options?: FunctionOptions,
  ): Promise<Term>;
}
