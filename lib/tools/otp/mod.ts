/**
 * The toolset `otp`: applications, supervisors, and what they are to do.
 *
 * @module
 */

import * as z from "zod";
import { oddText } from "../../beam/mod.ts";
import { Atom, format, type Term } from "../../etf/mod.ts";
import {
  APPLICATION_SORTS,
  applicationList,
  oneApplication,
} from "./applications.ts";
import { childSpecs } from "./child_specs.ts";
import { MOST_TREE_ROWS, supervisionTree } from "./supervision_tree.ts";
import {
  defineNodesTool,
  defineNodeTool,
  LOOKS_ONLY,
  type NodeContext,
  type Tool,
  ToolError,
} from "../../registry/mod.ts";
import { COST, knownMfaText, mfaText, NAMES } from "../fields.ts";
import { homeOf, showerOf, SYNTAX } from "../terms.ts";

const TOOLSET = "otp";

const STATUS = z.string().describe(
  "running, starting, loaded; unknown: the application controller does not answer.",
);

/** Which applications there are, and what each takes. */
export const listApplications: Tool = defineNodesTool({
  name: "list_applications",
  title: "Applications",
  description:
    "The applications loaded on a node: status, version, processes and memory of each. Use it to see what runs there, which application grows, or which is stuck in its start. Costs about 2 us a process, at low priority.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 40_960,
  probe: applicationList,
  input: {
    sort: z.enum(APPLICATION_SORTS).default("memory").describe(
      "Largest first; size is the number of processes.",
    ),
    limit: z.int().min(1).max(300).default(40).describe("Most rows."),
    text: z.string().min(1).max(100).optional().describe(
      "Only names that contain it, in any case.",
    ),
  },
  output: {
    loaded: z.int(),
    matched: z.int(),
    running: z.int(),
    starting: z.array(z.string()),
    controller_answers: z.boolean(),
    others: z.object({ processes: z.int(), memory_bytes: z.int() }).describe(
      "Processes of no application.",
    ),
    applications: z.array(z.object({
      application: z.string(),
      status: STATUS,
      permanence: z.string().optional(),
      version: z.string().optional(),
      processes: z.int(),
      memory_bytes: z.int(),
    })),
    cost: COST,
  },
  ask: (args) => args,
  answer: (told) => told,
});

/** One application, closely. */
export const getApplication: Tool = defineNodesTool({
  name: "get_application",
  title: "One application",
  description:
    "One application: status, version, top supervisor, dependencies, what depends on it, processes, memory, keys of its environment (no values). Use it on what list_applications shows. Costs the node about 0.5 us for each of its processes.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  probe: oneApplication,
  input: {
    application: z.string().min(1).max(255).describe("Its name: my_app."),
    limit: z.int().min(1).max(500).default(50).describe(
      "Most names of each kind.",
    ),
  },
  output: {
    application: z.string(),
    description: z.string().optional(),
    version: z.string().optional(),
    status: STATUS,
    permanence: z.string().optional(),
    processes: z.int(),
    memory_bytes: z.int(),
    top: z.object({
      pid: z.string(),
      registered_name: z.string().optional(),
      initial_call: z.string().optional(),
    }).optional().describe("Its first process."),
    callback: z.string().optional(),
    modules: z.int(),
    depends_on: NAMES,
    optional: NAMES,
    included: NAMES,
    needed_by: NAMES,
    registered: NAMES,
    environment_keys: NAMES,
    odd: z.string().optional().describe(
      "Parts of its specification of an odd form.",
    ),
    cost: COST,
  },
  ask: (args) => args,
  answer: ({ top, odd, ...rest }) => ({
    ...rest,
    odd: oddText(odd),
    top: top && { ...top, initial_call: knownMfaText(top.initial_call) },
  }),
});

/** The id of a child, which may be any term. */
function idText(
  id: Term | undefined,
  { redact }: NodeContext,
): string | undefined {
  if (id === undefined || id instanceof Atom) return id?.name;
  return format(redact(id), { syntax: "erlang", maxBytes: 200 });
}

/** What is below what. */
export const getSupervisionTree: Tool = defineNodeTool({
  name: "get_supervision_tree",
  title: "Supervision tree",
  description:
    "Supervisors and their children, of one application or supervisor or of the whole node; true counts where not all rows are shown. Use it to see what runs, and to find hung supervisors (with the child that holds them up, and their children by links), children that fail to restart, or restart again and again. All supervisors are asked at once; a hung one adds up to timeout_ms. Costs each supervisor about 1 us a child; those of more than 20,000 are not asked.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 40_960,
  probes: [supervisionTree],
  input: {
    root: z.string().min(1).max(300).optional().describe(
      "An application, a registered name or a pid; the whole node if left out.",
    ),
    depth: z.int().min(0).max(100).default(10).describe(
      "Levels of rows below the roots; deeper ones are only counted.",
    ),
    limit: z.int().min(1).max(MOST_TREE_ROWS).default(60).describe(
      "Most rows: supervisors first, then as many workers of each. 1 is enough for the counts.",
    ),
    timeout_ms: z.int().min(50).max(10_000).default(1000).describe(
      "How long to wait for supervisors that do not answer.",
    ),
    window_ms: z.int().min(0).max(10_000).default(500).describe(
      "How long to look for restarts; 0: not at all.",
    ),
  },
  output: {
    roots: z.int(),
    supervisors: z.int(),
    workers: z.int(),
    restarting: z.int().describe("Children that fail to start again."),
    not_started: z.int().describe("Children that ended or chose not to start."),
    troubled: z.int().describe(
      "Supervisors that did not answer or restart children repeatedly.",
    ),
    troubles: z.array(z.object({
      pid: z.string(),
      registered_name: z.string().optional(),
      state: z.string().describe(
        "hung: waits for something else than a message, and does nothing; no_answer: asked in vain; silent: in native code.",
      ),
      current_function: z.string().optional(),
      mailbox: z.int().optional(),
      children: z.int(),
      at_least_ms: z.int().optional().describe("Seen hung for this long."),
      held_up_by: z.array(z.object({
        pid: z.string(),
        registered_name: z.string().optional(),
        initial_call: z.string(),
        phase: z.string().describe("starting or stopping."),
        stack: z.array(z.string()),
      })),
    })),
    restarts: z.array(z.object({
      supervisor: z.string(),
      ids: z.array(z.string()).describe("Children that were replaced."),
      restarts: z.int().describe("Seen; there may have been more."),
      window_ms: z.int(),
      restarts_per_s: z.number(),
      last_exit: z.string().optional().describe("Needs the scope data."),
    })),
    restarting_children: z.array(z.object({
      supervisor: z.string(),
      id: z.string().optional(),
    })),
    rows: z.array(z.object({
      depth: z.int().describe(
        "The parent is the nearest row above with one less.",
      ),
      id: z.string().optional(),
      pid: z.string().optional(),
      registered_name: z.string().optional(),
      kind: z.string().describe(
        "supervisor, worker; unknown: too large to tell. A root of an application that is not its top was started beside its tree.",
      ),
      state: z.string().describe(
        "ok; hung, no_answer, silent as above; wide: children too many, or too large once copied, to ask; large: too large to tell what it is; not_otp: not started by OTP; of these, children by links; elsewhere: on another node; restarting, not_started, gone.",
      ),
      children: z.int().optional().describe("All, also where fewer are shown."),
      initial_call: z.string().optional(),
    })),
    cost: COST,
  },
  run: async ({ timeout_ms, window_ms, ...args }, context) => {
    const { rows, troubles, restarts, restarting_children, ...rest } =
      await context.beam.run(supervisionTree, {
        ...args,
        quietMs: timeout_ms,
        windowMs: window_ms,
        reasons: context.granted("data"),
      });
    return {
      ...rest,
      restarts: restarts.map(({ ids, last_exit, ...seen }) => ({
        ...seen,
        ids: ids.map((id) => idText(id, context) ?? "-"),
        restarts_per_s: Math.round(10_000 * seen.restarts / seen.window_ms) /
          10,
        last_exit: last_exit === undefined
          ? undefined
          : format(context.redact(last_exit), {
            syntax: "erlang",
            maxBytes: 500,
          }),
      })),
      restarting_children: restarting_children.map((child) => ({
        ...child,
        id: idText(child.id, context),
      })),
      troubles: troubles.map((row) => ({
        ...row,
        current_function: knownMfaText(row.current_function),
        held_up_by: row.held_up_by.map((holdup) => ({
          ...holdup,
          initial_call: mfaText(holdup.initial_call),
          stack: holdup.stack.map(mfaText),
        })),
      })),
      rows: rows.map((row) => ({
        ...row,
        id: idText(row.id, context),
        initial_call: knownMfaText(row.initial_call),
      })),
    };
  },
});

/** How a supervisor treats its children. */
export const getChildSpecs: Tool = defineNodeTool({
  name: "get_child_specs",
  title: "Child specifications",
  description:
    "A supervisor's strategy, restart intensity and recent restarts, and how each child is started, restarted and stopped. Use it when children restart, or to see how near a supervisor is to giving up. Costs the supervisor a copy of all specifications, arguments included, so one of more than 1,000 children, or with more than a bounded copy holds, is refused unless forced; one that is hung is not asked.",
  toolset: TOOLSET,
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 40_960,
  probes: [childSpecs],
  input: {
    process: z.string().min(1).max(300).describe(
      "The supervisor: a pid or a registered name.",
    ),
    limit: z.int().min(1).max(200).default(30).describe("Most children."),
    force: z.boolean().default(false).describe(
      "Copy them all the same, which can end the node.",
    ),
    arguments: z.boolean().default(false).describe(
      "Show start arguments, cut and without secrets; needs the scope data.",
    ),
    syntax: SYNTAX,
  },
  output: {
    pid: z.string(),
    callback: z.string().optional(),
    strategy: z.string(),
    intensity: z.int().describe(
      "More restarts than this within period_s end the supervisor.",
    ),
    period_s: z.int(),
    max_children: z.int().optional(),
    children: z.int(),
    recent_restarts: z.int().describe(
      "Remembered; older ones than period_s no longer count.",
    ),
    restarted_s_ago: z.array(z.int()).describe("Latest first."),
    specs: z.array(z.object({
      id: z.string().optional(),
      pid: z.string().optional(),
      state: z.string(),
      start: z.string(),
      arguments: z.string().optional(),
      restart: z.string(),
      significant: z.boolean(),
      shutdown: z.union([z.string(), z.int()]).describe("In ms."),
      type: z.string(),
      modules: z.union([z.array(z.string()), z.literal("dynamic")]),
    })),
    cost: COST,
  },
  run: async ({ process, syntax, ...args }, context) => {
    const { beam } = context;
    if (args.arguments && !context.granted("data")) {
      throw new ToolError(
        "permission_denied",
        `start arguments need the scope data on ${beam.node}`,
        {
          hint:
            `call again without arguments, or grant it: --allow data@${beam.node}`,
        },
      );
    }
    const home = await homeOf(context);
    const { show } = showerOf(context, home, { syntax, max_bytes: 500 });
    const { specs, recent_restarts, ...rest } = await beam.run(childSpecs, {
      supervisor: process,
      ...args,
    });
    return {
      ...rest,
      recent_restarts: recent_restarts.count,
      restarted_s_ago: recent_restarts.first,
      specs: specs.map((spec) => ({
        ...spec,
        id: idText(spec.id, context),
        start: `${spec.start.module}:${spec.start.function}/${
          spec.start.arity ?? "_"
        }`,
        arguments: spec.arguments === undefined
          ? undefined
          : show(spec.arguments),
      })),
    };
  },
});
