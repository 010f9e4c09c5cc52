/**
 * Where processes spend their time: by samples of their stacks, or by counters.
 *
 * @module
 */

import * as z from "zod";
import type { AnswerOf } from "../../beam/mod.ts";
import {
  asBlock,
  defineNodeTool,
  type Tool,
  withContent,
} from "../../registry/mod.ts";
import { COST, PROCESS_NAME } from "../fields.ts";
import { listProcessesQuestion } from "../processes/list_processes.ts";
import { following } from "../following.ts";
import { pngOf } from "../pictures/png.ts";
import { callCostsQuestion, MAX_TIMED_RATE } from "./call_costs.ts";
import { flameSvg, flameText } from "./flame_graph.ts";
import { type StackCounts, stackSamplesQuestion } from "./stack_samples.ts";
import { FUNCTION, TRACES } from "./trace_parts.ts";
import { targetText } from "./trace_targets.ts";

/** Names of processes in the title of a picture. */
const MOST_NAMES = 5;

/** Window for finding the busiest processes, in ms. */
const SEARCH_MS = 300;

const SAMPLES = stackSamplesQuestion.shape.fields;
const COSTS = callCostsQuestion.shape.fields;

/** Where processes spend their time. */
export const profile: Tool = defineNodeTool({
  name: "profile",
  title: "Profile",
  description:
    `Where processes spend their time: samples of their stacks as a flame graph. With module: calls and time of its functions by counters (200 ns a call; refused over ${MAX_TIMED_RATE} calls a second).`,
  toolset: "trace",
  annotations: TRACES,
  scopes: ["trace"],
  deadlineMs: 45_000,
  budgetBytes: 40_960,
  probes: [stackSamplesQuestion, listProcessesQuestion, callCostsQuestion],
  approve: {
    edits: ["duration_ms", "interval_ms"],
    action: ({ processes, module, function: name }) =>
      Promise.resolve(
        module !== undefined
          ? `times ${targetText({ module, function: name })} in ${
            processes?.join(", ") ?? "all processes"
          }`
          : `looks at the stacks of ${
            processes?.join(", ") ?? "the processes that work the most"
          }`,
      ),
  },
  input: {
    processes: z.array(PROCESS_NAME).min(1).max(50).optional().describe(
      "Default: the 10 busiest; with module, all.",
    ),
    module: FUNCTION.module.optional().describe("Time its functions."),
    function: FUNCTION.function,
    duration_ms: z.int().min(50).max(30_000).default(3000).describe("To look."),
    interval_ms: z.int().min(1).max(1000).default(5).describe(
      "Between samples.",
    ),
    waiting: z.boolean().default(false).describe("Also where they wait."),
    min_percent: z.number().min(0).max(50).default(1).describe(
      "Smaller shares are left out.",
    ),
    picture: z.enum(["png", "svg"]).optional().describe("Also a picture."),
  },
  output: {
    window_ms: z.int(),
    processes: SAMPLES.processes.optional(),
    looks: SAMPLES.looks.optional(),
    samples: SAMPLES.samples.optional(),
    waiting: SAMPLES.waiting.optional(),
    gone: SAMPLES.gone.optional(),
    hottest: z.array(z.object({
      function: z.string(),
      percent: z.number(),
    })).optional().describe(
      "By samples in the function itself, callees excluded.",
    ),
    flame: asBlock(
      z.string().describe("Shares of all samples; callers above."),
    ).optional(),
    not_shown: SAMPLES.others.optional(),
    depth: SAMPLES.depth.optional(),
    calls_per_s: COSTS.calls_per_s.optional(),
    loaded_anew: COSTS.loaded_anew.optional(),
    called: COSTS.called.optional(),
    functions: COSTS.costs.optional(),
    cost: COST,
  },
  note: ({ samples }, { waiting }) =>
    samples === 0
      ? waiting
        ? "the processes ended before they could be sampled"
        : "the processes only waited: pass waiting to see where"
      : undefined,
  run: async (args, { beam, ...context }) => {
    const { module, function: name } = args;
    if (module !== undefined) {
      const { costs, functions: _, ...rest } = await following(
        context,
        args.duration_ms,
        () =>
          beam.run(callCostsQuestion, {
            ...args,
            functions: [{ module, function: name }],
            limit: 100,
          }),
      );
      return { ...rest, functions: costs };
    }
    const processes = args.processes ??
      (await beam.run(listProcessesQuestion, {
        sort: "reductions",
        limit: 10,
        window_ms: SEARCH_MS,
      })).processes.map(({ pid }) => pid);
    const told = await following(
      context,
      args.duration_ms,
      () => beam.run(stackSamplesQuestion, { ...args, processes, limit: 500 }),
    );
    const { stacks, others, ...rest } = told;
    const answer = {
      ...rest,
      hottest: hottest(stacks, told.samples),
      flame: flameText(stacks, args),
      not_shown: others,
    };
    if (args.picture === undefined) return answer;
    const title = `${beam.node}, ${told.samples} samples of ${
      namesOf(told.processes)
    }`;
    const svg = flameSvg(stacks, title);
    return withContent(answer, [
      args.picture === "png"
        ? {
          type: "image",
          data: (await pngOf(svg)).toBase64(),
          mimeType: "image/png",
        }
        // A resource: some clients and models refuse SVG as an image.
        : {
          type: "resource",
          resource: {
            uri: `beam://${beam.node}/profile.svg`,
            blob: new TextEncoder().encode(svg).toBase64(),
            mimeType: "image/svg+xml",
          },
        },
    ]);
  },
});

/** Names of the processes for a title. */
function namesOf(
  processes: AnswerOf<typeof stackSamplesQuestion>["processes"],
): string {
  const names = processes.map(({ pid, registered_name, initial_call }) =>
    registered_name ?? `${initial_call} ${pid}`
  );
  const rest = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(", ") +
    (rest > 0 ? ` and ${rest} more` : "");
}

/** The functions that were the innermost most often, with their share of all samples. */
function hottest(
  stacks: StackCounts,
  samples: number,
): { function: string; percent: number }[] {
  const counts = new Map<string, number>();
  for (const { stack, count } of stacks) {
    const name = stack.at(-1);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, 10)
    .map(([name, count]) => ({
      function: name,
      percent: Math.round(1000 * count / Math.max(1, samples)) / 10,
    }));
}
