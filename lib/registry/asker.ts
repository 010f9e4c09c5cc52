/**
 * A node as something that answers questions, with and without bounds.
 *
 * @module
 */

import type { Beam, Probe } from "../beam/mod.ts";

/** A node that answers any question. */
export type Asker = Pick<Beam, "node" | "incarnation" | "run">;

/** A question without its types: what it is called, what it calls on the node, the Erlang that runs there. */
export type AnyProbe = Pick<
  Probe<never, unknown>,
  "name" | "manifest" | "source"
>;

/** A node that answers the questions a tool has declared, within the time of its call. */
export interface BoundAsker {
  /** Full name of the node. */
  readonly node: string;
  /** Which run of the node it is. */
  readonly incarnation: number;
  /**
   * Asks.
   *
   * @throws {BeamtapError} when there is no answer
   */
  run<Args, Answer>(
    probe: Probe<Args, Answer>,
    args: Args,
  ): Promise<Answer>;
}
