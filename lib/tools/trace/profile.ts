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
  ToolError,
  unlisted,
  withContent,
} from "../../registry/mod.ts";
import { COST, PROCESS_NAME } from "../fields.ts";
import { listProcessesQuestion } from "../processes/list_processes.ts";
import { following } from "../following.ts";
import { pngOf } from "../pictures/png.ts";
import { callCostsQuestion, MAX_TIMED_RATE } from "./call_costs.ts";
import { flameSvg, flameText } from "./flame_graph.ts";
import { rooted } from "./rooted_stacks.ts";
import { type StackCounts, stackSamplesQuestion } from "./stack_samples.ts";
import { calledFunction } from "./newcomers.ts";
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
  ...TRACES,
  deadlineMs: 45_000,
  budgetBytes: 40_960,
  probes: [stackSamplesQuestion, listProcessesQuestion, callCostsQuestion],
  approve: {
    edits: ["duration_ms", "interval_ms"],
    action: (args) => {
      checkSubject(args);
      const { processes, of, module, function: name } = args;
      const whose = of === undefined
        ? processes?.join(", ")
        : calledFunction(of) === undefined
        ? `${of} and all that it starts`
        : `those who call ${of}`;
      return module !== undefined
        ? `times ${targetText({ module, function: name })} in ${
          whose ?? "all processes"
        }`
        : `looks at the stacks of ${
          whose ?? "the processes that work the most"
        }`;
    },
  },
  input: {
    processes: z.array(PROCESS_NAME).min(1).max(50).optional().describe(
      "Default: the 10 busiest; with module, all.",
    ),
    of: PROCESS_NAME.optional().describe(
      "Instead: a process and those it starts, or who calls mod:fun/2.",
    ),
    module: FUNCTION.module.optional().describe("Time its functions."),
    function: FUNCTION.function,
    duration_ms: z.int().min(50).max(30_000).default(3000).describe("To look."),
    interval_ms: z.int().min(1).max(1000).default(5).describe(
      "Between samples.",
    ),
    waiting: z.boolean().default(false).describe("Also where they wait."),
    min_percent: unlisted(
      z.number().min(0).max(50).default(1).describe(
        "Smaller shares are left out.",
      ),
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
    newcomers: SAMPLES.newcomers.optional(),
    hottest: z.array(z.object({
      function: z.string(),
      own_percent: z.number().describe("Samples in the function itself."),
      inclusive_percent: z.number().describe(
        "With what it called; at least, where stacks are cut.",
      ),
    })).optional(),
    flame: asBlock(
      z.string().describe("Shares of all samples; callers above."),
    ).optional(),
    not_shown: SAMPLES.others.optional(),
    depth: SAMPLES.depth.optional(),
    cut_percent: z.number().optional().describe(
      "Samples whose outermost callers were not seen.",
    ),
    inferred_percent: z.number().optional().describe(
      "Samples with the outermost callers of others that have the same inner ones.",
    ),
    calls_per_s: COSTS.calls_per_s.optional(),
    loaded_anew: COSTS.loaded_anew.optional(),
    crowded: COSTS.crowded.optional(),
    called: COSTS.called.optional(),
    functions: COSTS.costs.optional(),
    cost: COST,
  },
  note: ({ samples, newcomers: { came, unseen } = {} }, { waiting }) => {
    if (came === 0) {
      return "no process came meanwhile: try a longer duration_ms; only those that proc_lib starts or that call the function are found";
    }
    if (came !== undefined && unseen !== undefined && 2 * unseen > came) {
      return "most ended before they were sampled: try interval_ms 1; module counts their calls and time exactly";
    }
    if (samples !== 0) return undefined;
    return waiting
      ? "the processes ended before they could be sampled"
      : "the processes only waited: pass waiting to see where";
  },
  run: async (args, { beam, ...context }) => {
    checkSubject(args);
    const { module, function: name, of } = args;
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
      return { ...rest, crowded: rest.crowded || undefined, functions: costs };
    }
    const processes = args.processes ?? (of !== undefined ? [] : undefined) ??
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
    const { stacks: seen, others, ...rest } = told;
    const stacks = rooted(seen);
    const share = (some: typeof stacks): number | undefined =>
      percentOf(countOf(some), told.samples) || undefined;
    const answer = {
      ...rest,
      hottest: hottest(stacks, told.samples),
      cut_percent: share(stacks.filter(({ cut }) => cut)),
      inferred_percent: share(stacks.filter(({ inferred }) => inferred)),
      flame: flameText(stacks, args),
      not_shown: others,
    };
    if (args.picture === undefined) return answer;
    const title = `${beam.node}, ${told.samples} samples of ${
      of ?? namesOf(told.processes)
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

/** The functions that were the innermost most often, with their shares of all samples. */
function hottest(
  stacks: StackCounts,
  samples: number,
): { function: string; own_percent: number; inclusive_percent: number }[] {
  const own = new Map<string, number>();
  for (const { stack, count } of stacks) {
    const name = stack.at(-1);
    if (name !== undefined) own.set(name, (own.get(name) ?? 0) + count);
  }
  return [...own].toSorted((a, b) => b[1] - a[1]).slice(0, 10)
    .map(([name, count]) => ({
      function: name,
      own_percent: percentOf(count, samples),
      // However often recursion has put it on a stack.
      inclusive_percent: percentOf(
        countOf(stacks.filter(({ stack }) => stack.includes(name))),
        samples,
      ),
    }));
}

function countOf(stacks: StackCounts): number {
  return stacks.reduce((sum, { count }) => sum + count, 0);
}

function percentOf(count: number, samples: number): number {
  return Math.round(1000 * count / Math.max(1, samples)) / 10;
}

/**
 * Whose stacks or calls are meant.
 *
 * @throws {ToolError} `invalid_arguments`
 */
function checkSubject(
  { processes, of, module }: {
    readonly processes?: readonly string[] | undefined;
    readonly of?: string | undefined;
    readonly module?: string | undefined;
  },
): void {
  if (of === undefined) return;
  if (processes !== undefined) {
    throw new ToolError(
      "invalid_arguments",
      "of and processes exclude each other",
    );
  }
  if (module !== undefined && calledFunction(of) !== undefined) {
    throw new ToolError("invalid_arguments", "with module, of is a process", {
      hint: "leave module out for stacks of those who call the function",
    });
  }
}
