/**
 * A node that answers questions: as it is, and as a handler is handed it.
 *
 * @module
 */

import type {
  Beam,
  Probe,
  RemoteCallOptions,
  RunOptions,
} from "../../beam/mod.ts";
import type { Syntax, Term } from "../../etf/mod.ts";

/** A node that answers any question and runs any function. */
export type Asker =
  & Pick<Beam, "node" | "incarnation" | "run" | "call">
  & Partial<Pick<Beam, "elixir">>;

/** A probe without its types: its name, the functions it calls on the node, the Erlang that runs there. */
export type AnyProbe = Pick<
  Probe<never, unknown>,
  "name" | "manifest" | "source"
>;

/** Options of one question; deadline and signal are those of the call. */
export interface AskOptions<Answer>
  extends Pick<RunOptions<Answer>, "maxHeapWords" | "onPartial"> {
  /** Time of the call to leave for questions after this one, in ms. @default {0} */
  readonly leavesMs?: number | undefined;
}

/** Options of one function call; deadline and signal are those of the call. */
export type FunctionOptions = Pick<RemoteCallOptions, "maxHeapWords">;

/**
 * A node that answers what a handler has declared, within the deadline of its
 * call. beamtap connects on the first question that is allowed.
 */
export interface BoundAsker {
  /** Full name of the node. */
  readonly node: string;
  /** The run of the node; connects if nobody has yet. */
  incarnation(): Promise<number>;
  /** How terms of the node are written: as the operator says, or as the node's language has it. */
  syntax(): Promise<Syntax>;
  /**
   * Runs a probe.
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
   * Runs a probe that outlives the call, with a deadline and a signal of its
   * own; it ends with the link at the latest, and when the grant ends.
   *
   * @throws as {@linkcode BoundAsker.run}
   */
  outlive<Args, Answer>(
    probe: Probe<Args, Answer>,
    args: Args,
    options: RunOptions<Answer> & { readonly signal: AbortSignal },
  ): Promise<Answer>;
  /**
   * Calls a function that is declared or that the arguments of the call name.
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
