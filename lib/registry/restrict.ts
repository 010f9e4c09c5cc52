/**
 * The third check: a tool reaches only the probes that it declared, so a
 * mistake in one that looks cannot do anything else.
 *
 * @module
 */

import type { Probe } from "../beam/mod.ts";
import type { AnyProbe, Asker, BoundAsker } from "./asker.ts";
import type { Limit } from "./limit.ts";

/** Kept back from the deadline, so that what the node says of it arrives first, in ms. */
const RESERVE_MS = 250;

/** `beam`, for the declared probes alone and within the time left. */
export function restrict(
  beam: Asker,
  probes: readonly AnyProbe[],
  limit: Limit,
): BoundAsker {
  const { node, incarnation } = beam;
  return {
    node,
    incarnation,
    run<Args, Answer>(
      probe: Probe<Args, Answer>,
      args: Args,
    ): Promise<Answer> {
      if (!probes.includes(probe)) {
        throw new TypeError(
          `the tool does not declare the probe ${probe.name}`,
        );
      }
      return beam.run(probe, args, {
        timeoutMs: Math.max(1, limit.left() - RESERVE_MS),
        signal: limit.signal,
      });
    },
  };
}
