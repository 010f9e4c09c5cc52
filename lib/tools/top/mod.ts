/**
 * The tools of the command `top`, one a view. They are not in the catalogue: a
 * session of that command registers them for itself, so that the same grants hold.
 *
 * @module
 */

import * as z from "zod";
import {
  type Probe,
  s,
  type Shapes,
  type ToolQuestion,
} from "../../beam/mod.ts";
import { defineNodeTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST } from "../fields.ts";
import { listEtsQuestion } from "../memory/list_ets.ts";
import { getSupervisionTreeQuestion } from "../otp/get_supervision_tree.ts";
import { getProcessQuestion } from "../processes/get_process.ts";
import { groupProcessesQuestion } from "../processes/group_processes.ts";
import { listProcessesQuestion } from "../processes/list_processes.ts";
import { DEADLINE_MS } from "../processes/process_fields.ts";
import { listPortsQuestion } from "../runtime/list_ports.ts";
import {
  GLANCE,
  GLANCE_MS,
  type GlanceArgs,
  type Glanced,
  withGlance,
} from "./glance.ts";

/** A screen may be large. */
const BUDGET_BYTES = 131_072;

const HEAD = { glance: GLANCE.schema, cost: COST };

/** Bytes of shared binaries that processes refer to. */
const BINARIES = s.record({
  binaries: s.list(s.row({ pid: s.pid, bytes: s.integer })),
});

/** What each tool answers, for who reads it. */
export const TOP_ANSWERS = {
  node: z.object(HEAD),
  processes: z.object({
    ...listProcessesQuestion.shape.fields,
    ...BINARIES.fields,
    ...HEAD,
  }),
  applications: z.object({ ...groupProcessesQuestion.shape.fields, ...HEAD }),
  tables: z.object({ ...listEtsQuestion.shape.fields, ...HEAD }),
  ports: z.object({ ...listPortsQuestion.shape.fields, ...HEAD }),
  tree: z.object({ ...getSupervisionTreeQuestion.shape.fields, ...HEAD }),
  process: z.object({ ...getProcessQuestion.shape.fields, ...HEAD }),
};

/** A view with its head. */
export type TopView = keyof typeof TOP_ANSWERS;

/** What a view answers. */
export type TopAnswer<View extends TopView> = z.output<
  (typeof TOP_ANSWERS)[View]
>;

/** The toolset that each view is switched off with, and what it asks beside its head. */
const VIEWS: Readonly<
  Record<
    TopView,
    { toolset: string; question?: ToolQuestion<z.ZodRawShape, Shapes> }
  >
> = {
  node: { toolset: "runtime" },
  processes: { toolset: "processes", question: listProcessesQuestion },
  applications: { toolset: "processes", question: groupProcessesQuestion },
  tables: { toolset: "memory", question: listEtsQuestion },
  ports: { toolset: "runtime", question: listPortsQuestion },
  tree: { toolset: "otp", question: getSupervisionTreeQuestion },
  process: { toolset: "processes", question: getProcessQuestion },
};

/** The probe of a view. */
export function topProbe(view: TopView): Probe<GlanceArgs, Glanced> {
  const more = view === "processes" ? BINARIES : undefined;
  return withGlance(`top_${view}`, VIEWS[view].question, more);
}

function topTool(view: TopView): Tool {
  const probe = topProbe(view);
  const output: z.ZodRawShape = TOP_ANSWERS[view].shape;
  return defineNodeTool({
    name: probe.name,
    title: `Screen: ${view}`,
    description: `The head of beamtap's live screen, with ${view}.`,
    toolset: VIEWS[view].toolset,
    annotations: LOOKS_ONLY,
    scopes: ["inspect"],
    deadlineMs: DEADLINE_MS,
    budgetBytes: BUDGET_BYTES,
    probes: [probe],
    input: { glance_ms: GLANCE_MS, ...VIEWS[view].question?.input },
    output,
    run: (args, { beam }) => beam.run(probe, args),
  });
}

/** Every view. */
export const TOP_VIEWS: readonly TopView[] = Object.keys(VIEWS) as TopView[];

/** The tools, one a view. */
export const TOP_TOOLS: readonly Tool[] = TOP_VIEWS.map(topTool);
