/**
 * Supervision trees: of an application, of a supervisor, or of a whole node.
 *
 * @module
 */

import * as z from "zod";
import {
  type AnswerOf,
  defineQuestion,
  encodeArgs,
  encodeProcess,
  processRefused,
  readTuple,
  refusals,
  s,
  Shape,
} from "../../beam/mod.ts";
import { atom } from "../../etf/mod.ts";
import {
  defineNodeTool,
  LOOKS_ONLY,
  type Tool,
  unlisted,
} from "../../registry/mod.ts";
import { COST } from "../fields.ts";
import { childId } from "./child_ids.ts";

/** Maximum rows of an answer. */
const MAX_ROWS = 300;

const INPUT = {
  root: z.string().min(1).max(300).optional().describe(
    "Application, name or pid.",
  ),
  depth: z.int().min(0).max(100).default(10).describe(
    "Deeper is only counted.",
  ),
  limit: z.int().min(1).max(MAX_ROWS).default(60).describe("Rows."),
  timeout_ms: unlisted(
    z.int().min(50).max(10_000).default(1000).describe(
      "For supervisors.",
    ),
  ),
  window_ms: z.int().min(0).max(10_000).default(500).describe(
    "For restarts; 0: none.",
  ),
};

/** `{_, Reason}`: why a child exited. */
const lastExit: Shape<string> = new Shape(
  (value, reading) =>
    s.shownWithin(500).read(readTuple(value, 2)[1] ?? value, reading),
  () => z.string(),
);

/** A child that a supervisor waits for. */
const HOLDUP = {
  pid: s.pid,
  registered_name: s.knownName,
  initial_call: s.mfa,
  phase: s.name.describe("starting or stopping."),
  stack: s.list(s.mfa),
};

/** A supervisor that did not answer. */
const TROUBLE = {
  pid: s.pid,
  registered_name: s.knownName.optional(),
  state: s.name.describe(
    "hung: waits for something else than a message, and does nothing; no_answer: asked in vain; silent: in native code; restarts_children: repeatedly, see restarts.",
  ),
  current_function: s.mfa.optional(),
  mailbox: s.integer.optional(),
  children: s.integer.optional(),
  at_least_ms: s.integer.optional().describe("Seen hung for this long."),
};

/** A supervisor or another child. */
const ROW = {
  depth: s.integer.describe(
    "The parent is the nearest row above with one less.",
  ),
  id: childId.optional(),
  pid: s.knownIdentifier,
  registered_name: s.knownName,
  kind: s.name.describe(
    "supervisor, worker; unknown: too large to tell. A root of an application that is not its top was started beside its tree.",
  ),
  state: s.name.describe(
    "ok; hung, no_answer, silent, restarts_children as above; wide: children too many, or too large once copied, to ask; large: too large to tell what it is; not_otp: not started by OTP; of these, children by links; elsewhere: on another node; restarting, not_started, gone.",
  ),
  children: s.integer.optional().describe("All, also where fewer are shown."),
  initial_call: s.mfa.optional(),
};

/** A child that fails to start again. */
const RESTARTING = { supervisor: s.pid, id: childId.optional() };

/** Numbers of everything below the roots. */
const COUNTS = {
  roots: s.integer,
  supervisors: s.integer,
  workers: s.integer,
  restarting: s.integer.describe("Children that fail to start again."),
  not_started: s.integer.describe("Children that ended or chose not to start."),
};

const rootRefused = refusals({
  not_a_supervisor: {
    says:
      "{it} on {node} is not a supervisor, and has no linked process that it started",
    hint: "get_process shows what it is",
  },
  no_processes: {
    says:
      "the application {it} on {node} has no processes: it is a library, or does not run",
    hint: "list_applications shows which are running",
  },
});

/** Walks down from one root, or from all roots of the node. */
export const getSupervisionTreeQuestion = defineQuestion(
  "get_supervision_tree",
  {
    input: {
      ...INPUT,
      // Why children exited: reasons may contain anything.
      reasons: z.boolean().default(false),
    },
    encode: (args) =>
      encodeArgs({
        root: args.root === undefined ? atom("all") : encodeProcess(args.root),
        depth: args.depth,
        limit: args.limit,
        quiet_ms: args.timeout_ms,
        window_ms: args.window_ms,
        reasons: args.reasons,
      }),
    waitsMs: ({ window_ms }) => 2 * window_ms,
    shape: s.record({
      ...COUNTS,
      unanswered: s.integer,
      troubles: s.table(TROUBLE),
      holdups: s.table({ supervisor: s.pid, ...HOLDUP }),
      restarts: s.table({
        supervisor: s.pid,
        ids: s.list(childId),
        ids_below: s.list(childId),
        restarts: s.integer,
        window_ms: s.integer,
        last_exit: lastExit.optional(),
        started: s.integer.optional(),
      }),
      unwatched: s.counted(s.row({ supervisor: s.pid, why: s.name })),
      restarting_children: s.table(RESTARTING),
      rows: s.table(ROW),
    }),
    refused: (refusal, { root }) =>
      rootRefused(refusal, root) ?? processRefused(refusal, root),
  },
);

type Answer = AnswerOf<typeof getSupervisionTreeQuestion>;

/** A tree with what holds up each supervisor, and the number of those in trouble. */
export type Tree = Omit<Answer, "unanswered" | "holdups" | "troubles"> & {
  readonly troubled: number;
  readonly troubles: readonly (
    & Answer["troubles"][number]
    & {
      readonly held_up_by: readonly Omit<
        Answer["holdups"][number],
        "supervisor"
      >[];
    }
  )[];
};

/** The tree of an answer. */
export function treeOf(
  { unanswered, holdups, troubles, ...rest }: Answer,
): Tree {
  const state = "restarts_children";
  const again = rest.restarts.filter(({ restarts }) => restarts > 1)
    .map(({ supervisor }) => supervisor);
  const rows = rest.rows.map((row) =>
    again.some((pid) => pid === row.pid) ? { ...row, state } : row
  );
  return {
    ...rest,
    rows,
    troubled: unanswered + again.length,
    troubles: [
      ...troubles.map((trouble) => ({
        ...trouble,
        held_up_by: holdups
          .filter(({ supervisor }) => supervisor === trouble.pid)
          .map(({ supervisor: _, ...holdup }) => holdup),
      })),
      ...again.map((pid) => {
        const row = rows.find((each) => each.pid === pid);
        const { registered_name, children } = row ?? {};
        return { pid, registered_name, state, children, held_up_by: [] };
      }),
    ],
  };
}

/** Supervisors and their children. */
export const getSupervisionTree: Tool = defineNodeTool({
  name: "get_supervision_tree",
  title: "Supervision tree",
  description:
    "Supervisors and their children: which hang (and the child that holds them up), cannot start, or keep restarting. Asks the supervisors, but none with over 20,000 children.",
  toolset: "otp",
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 40_960,
  probes: [getSupervisionTreeQuestion],
  input: INPUT,
  output: {
    ...s.record(COUNTS).fields,
    troubled: z.int().describe(
      "Supervisors that did not answer or restart children repeatedly.",
    ),
    troubles: z.array(z.object({
      ...s.record(TROUBLE).fields,
      held_up_by: z.array(s.record(HOLDUP).schema),
    })),
    restarts: z.array(z.object({
      supervisor: z.string(),
      ids: z.array(z.string()).describe(
        "Children that were replaced; modules of those without ids.",
      ),
      ids_below: z.array(z.string()).optional().describe(
        "Children of these that fail.",
      ),
      restarts: z.int().describe("Seen; there may have been more."),
      window_ms: z.int(),
      restarts_per_s: z.number(),
      last_exit: z.string().optional().describe("Needs the scope data."),
      started: z.int().optional().describe(
        "Children are too many or too large to ask for: so many were started, and as many as `restarts` crashed.",
      ),
    })),
    unwatched: z.object({
      count: z.int(),
      first: z.array(z.object({ supervisor: z.string(), why: z.string() })),
    }).optional().describe("For restarts."),
    restarting_children: s.table(RESTARTING).schema,
    rows: s.table(ROW).schema,
    cost: COST,
  },
  run: async (args, context) => {
    const { restarts, unwatched, ...rest } = treeOf(
      await context.beam.run(getSupervisionTreeQuestion, {
        ...args,
        reasons: context.granted("data"),
      }),
    );
    return {
      ...rest,
      ...unwatched.count > 0 && {
        unwatched: { count: unwatched.count, first: [...unwatched.first] },
      },
      restarts: restarts.map(({ ids_below, ...seen }) => ({
        ...seen,
        ...ids_below.length > 0 && { ids_below },
        restarts_per_s: Math.round(10_000 * seen.restarts / seen.window_ms) /
          10,
      })),
    };
  },
});
