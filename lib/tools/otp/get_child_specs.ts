/**
 * Configuration of a supervisor: strategy, restart intensity, and how each child
 * is started, restarted and stopped.
 *
 * @module
 */

import * as z from "zod";
import {
  defineQuestion,
  encodeArgs,
  encodeProcess,
  mfaText,
  nameText,
  notCopied,
  processRefused,
  readAtom,
  readInteger,
  readKnown,
  readList,
  readTuple,
  refusals,
  s,
  Shape,
} from "../../beam/mod.ts";
import { Atom } from "../../etf/mod.ts";
import {
  defineNodeTool,
  LOOKS_ONLY,
  type Tool,
  ToolError,
} from "../../registry/mod.ts";
import { COST } from "../fields.ts";
import { childId } from "./child_ids.ts";

const INPUT = {
  process: z.string().min(1).max(300).describe("The supervisor."),
  limit: z.int().min(1).max(200).default(30).describe("Children."),
  force: z.boolean().default(false).describe(
    "Copy them all the same. CAN END THE NODE.",
  ),
  arguments: z.boolean().default(false).describe(
    "Start arguments; needs scope data.",
  ),
};

/** `{Module, Function, Arity}`; the arity is unknown where a temporary child's arguments are not kept. */
const start: Shape<string> = new Shape(
  (value) => {
    const [module = value, called = value, arity = value] = readTuple(value, 3);
    return mfaText({
      module: readAtom(module),
      function: readAtom(called),
      arity: readKnown(arity, readInteger) ?? "_",
    });
  },
  () => z.string(),
);

/** A time in ms, `brutal_kill` or `infinity`. */
const shutdown: Shape<string | number> = new Shape(
  (value) => value instanceof Atom ? value.name : readInteger(value),
  () => z.union([z.string(), z.int()]),
);

/** Names; `dynamic` for event managers. */
const modules: Shape<string[] | "dynamic"> = new Shape(
  (value) =>
    value instanceof Atom
      ? "dynamic"
      : readList(value).map((each) => nameText(readAtom(each))),
  () => z.union([z.array(z.string()), z.literal("dynamic")]),
);

/** The start arguments, where they were asked for. */
const startArguments = s.shownWithin(500).optional();

const SPEC = {
  id: childId.optional(),
  pid: s.knownIdentifier,
  state: s.name,
  start,
  arguments: startArguments,
  restart: s.name,
  significant: s.flag,
  shutdown: shutdown.describe("In ms."),
  type: s.name,
  modules,
};

const SUPERVISOR = {
  pid: s.pid,
  callback: s.name.optional(),
  strategy: s.name,
  intensity: s.integer.describe(
    "More restarts than this within period_s end the supervisor.",
  ),
  period_s: s.integer,
  max_children: s.integer.optional(),
  children: s.integer,
  recent_restarts: s.integer.describe(
    "Remembered; older ones than period_s no longer count.",
  ),
  restarted_s_ago: s.list(s.integer).describe("Latest first."),
};

const specsRefused = refusals({
  not_a_supervisor: {
    says: "{it} on {node} is not a supervisor",
    hint: "get_supervision_tree shows the supervisors",
  },
  too_many_children: {
    says:
      "{it} on {node} has about {*} children; asking would copy the specifications of all of them",
    hint: "get_supervision_tree counts them; force asks it anyway",
  },
  supervisor_busy: {
    says:
      "{it} on {node} is hung: it waits in {0|an unknown function}, with a mailbox of {1}",
    hint:
      "get_supervision_tree shows its children by their links; the newest is most likely what it waits for",
  },
});

/** Asks a supervisor for its state, if it answers and the copy has a bound. */
export const getChildSpecsQuestion = defineQuestion("get_child_specs", {
  input: INPUT,
  encode: (args) =>
    encodeArgs({
      process: encodeProcess(args.process),
      limit: args.limit,
      force: args.force,
      arguments: args.arguments,
    }),
  shape: s.record({ ...SUPERVISOR, specs: s.table(SPEC) }),
  refused: (refusal, { process }) =>
    specsRefused(refusal, process) ?? notCopied(
      refusal,
      process,
      "get_supervision_tree shows its children without a copy; force copies it anyway, which can crash the node",
    ) ??
      processRefused(refusal, process),
});

/** How a supervisor treats its children. */
export const getChildSpecs: Tool = defineNodeTool({
  name: "get_child_specs",
  title: "Child specifications",
  description:
    "A supervisor's strategy, restart intensity, recent restarts, and how each child is started and stopped. It copies all specifications: refused over 1,000 children unless forced.",
  toolset: "otp",
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  budgetBytes: 40_960,
  probes: [getChildSpecsQuestion],
  input: INPUT,
  output: {
    ...s.record(SUPERVISOR).fields,
    specs: s.table(SPEC).schema,
    cost: COST,
  },
  run: async (args, context) => {
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
    return await beam.run(getChildSpecsQuestion, args);
  },
});
