/**
 * What processes are at, by looking many times.
 *
 * @module
 */

import {
  type Cost,
  defineProbe,
  encodeProcess,
  type Mfa,
  type Probe,
  processRefused,
  readFields,
  readInteger,
  readList,
  readMfa,
  readTuple,
} from "../../beam/mod.ts";
import { atom, boolean, map } from "../../etf/mod.ts";

/** Arguments of {@linkcode stackSamples}. */
export interface StackSamplesArgs {
  readonly processes: readonly string[];
  /** Between two looks, in ms. */
  readonly every_ms: number;
  readonly duration_ms: number;
  /** Whether to count also where processes wait, not only where they work. */
  readonly waiting: boolean;
  /** Most different stacks in the answer. */
  readonly limit: number;
}

/** A stack and how often it was seen. */
export interface StackCount {
  /** The outermost function first. */
  readonly stack: readonly Mfa[];
  /** As deep as the node tells: callers of the first may be missing. */
  readonly cut: boolean;
  readonly count: number;
}

/** Answer of {@linkcode stackSamples}. */
export interface StackSamples {
  readonly window_ms: number;
  /** Functions of a stack that the node tells. */
  readonly depth: number;
  /** Times that every process was looked at. */
  readonly looks: number;
  /** Stacks that were counted. */
  readonly samples: number;
  /** Looks that found a process waiting, and were not counted. */
  readonly waiting: number;
  /** Processes that ended meanwhile. */
  readonly gone: number;
  /** The most frequent first. */
  readonly stacks: readonly StackCount[];
  /** Samples of other stacks. */
  readonly others: number;
  readonly cost: Cost;
}

/** Looks at the stacks of processes, again and again. */
export const stackSamples: Probe<StackSamplesArgs, StackSamples> = defineProbe(
  "stack_samples",
  {
    encode: (args) =>
      map([
        [atom("processes"), args.processes.map(encodeProcess)],
        [atom("every_ms"), args.every_ms],
        [atom("duration_ms"), args.duration_ms],
        [atom("waiting"), boolean(args.waiting)],
        [atom("limit"), args.limit],
      ]),
    decode(answer, { cost }): StackSamples {
      const fields = readFields(answer);
      const depth = fields.get("depth", readInteger);
      return {
        depth,
        window_ms: Math.round(fields.get("window_us", readInteger) / 1000),
        looks: fields.get("looks", readInteger),
        samples: fields.get("samples", readInteger),
        waiting: fields.get("waiting", readInteger),
        gone: fields.get("gone", readInteger),
        stacks: fields.get("stacks", readList).map((pair) => {
          const [stack = pair, count = pair] = readTuple(pair, 2);
          const frames = readList(stack).map(readMfa).toReversed();
          return {
            stack: frames,
            cut: frames.length >= depth,
            count: readInteger(count),
          };
        }),
        others: fields.get("others", readInteger),
        cost,
      };
    },
    refused: (refusal, { processes }) =>
      processRefused(refusal, processes.join(", ")),
  },
);
