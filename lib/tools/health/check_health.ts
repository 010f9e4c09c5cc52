/**
 * What is wrong with a node, and who is to blame: two looks, judged.
 *
 * @module
 */

import * as z from "zod";
import {
  type AnswerOf,
  BeamError,
  type Cost,
  defineQuestion,
  encodeProcess,
  integer,
  list,
  mfa,
  name,
  nameOrPid,
  pid,
  type Probe,
  record,
  row,
  table,
  text,
} from "../../beam/mod.ts";
import { atom, map } from "../../etf/mod.ts";
import { BeamtapError } from "../../errors.ts";
import {
  type Finding,
  FOCUSES,
  HOLDERS,
  isHeld,
  judge,
  partsFor,
  PROCESSES,
  type Restarts,
  SEVERITIES,
  SLICES,
  type Snapshot,
  SYSTEM,
  THRESHOLDS,
  type Thresholds,
  type Views,
} from "../../health/mod.ts";
import {
  defineNodeTool,
  LOOKS_ONLY,
  type NodeContext,
  type Tool,
} from "../../registry/mod.ts";
import { COST } from "../fields.ts";
import { getSupervisionTreeQuestion } from "../otp/get_supervision_tree.ts";
import { compareViews } from "../cluster/compare_views.ts";
import { nodeViewQuestion } from "../cluster/node_view.ts";
import { idText } from "../otp/child_ids.ts";
import { type Shower, showerOf, styleOf } from "../terms.ts";
import { PROCESS } from "../processes/process_fields.ts";

/** Rows by each measure. */
const ROWS = 5;

/** Findings that are told, and processes that are described. */
const MAX_FINDINGS = 8;
const MAX_DESCRIBED = 12;

/** How long slices are looked for where a scheduler is held, in ms. */
const SLICES_MS = 1500;

/** When members that differ are asked again, in ms. */
const AGAIN_MS = 700;

/** Frames of a stack that are told. */
const FRAMES = 5;

/** How long the looks may take on a node of a million processes, in ms. */
const DEADLINE_MS = 40_000;

/** Arguments of the questions. */
interface WindowArgs {
  /** Time between the two looks, in ms. */
  readonly window_ms: number;
}

const encodeWindow = ({ window_ms }: WindowArgs) =>
  map([[atom("window_ms"), window_ms], [atom("limit"), ROWS]]);
const waitsMs = ({ window_ms }: WindowArgs): number => window_ms;

/** All processes, twice. */
export const healthProcessesQuestion = defineQuestion("health_processes", {
  encode: encodeWindow,
  shape: PROCESSES,
  waitsMs,
});

/** Counters, many times. */
export const healthSystemQuestion = defineQuestion("health_system", {
  encode: encodeWindow,
  shape: SYSTEM,
  waitsMs,
});

/** Tables, ports, allocators, logs, twice. */
export const healthHoldersQuestion = defineQuestion("health_holders", {
  encode: encodeWindow,
  shape: HOLDERS,
  waitsMs,
});

/** Who keeps a scheduler to itself. */
export const healthSlicesQuestion = defineQuestion("health_slices", {
  encode: encodeWindow,
  shape: SLICES,
  waitsMs,
});

/** Who the suspects are. */
export const healthCulpritsQuestion = defineQuestion("health_culprits", {
  encode: (
    { processes, mailboxes }: {
      /** Pids or names. */
      readonly processes: readonly string[];
      /** Those whose messages are looked at. */
      readonly mailboxes: readonly string[];
    },
  ) =>
    map([
      [atom("processes"), processes.map(encodeProcess)],
      [atom("mailboxes"), mailboxes.map(encodeProcess)],
    ]),
  shape: record({
    processes: table(PROCESS),
    places: list(row({ pid, stack: list(mfa), path: list(nameOrPid) })),
    names: list(row({ pid, name })),
    messages: list(row({
      pid,
      kinds: list(row({ kind: text, count: integer })),
    })),
  }),
});

type Described = AnswerOf<typeof healthCulpritsQuestion>;

const SUSPECT = z.object({
  role: z.string(),
  process: z.string().optional(),
  name: z.string().optional(),
  application: z.string().optional(),
  label: z.string().optional(),
  initial_call: z.string().optional(),
  place: z.string().optional().describe("Who spawned it, the top first."),
  stack: z.string().optional().describe("What it does now, innermost first."),
  messages: z.string().optional().describe("Needs the scope data."),
});

const FINDING = z.object({
  severity: z.enum(SEVERITIES),
  finding: z.string(),
  what: z.string(),
  measured: z.array(z.object({
    what: z.string(),
    first: z.number().optional(),
    last: z.number(),
    unit: z.string(),
    growth_rate: z.number().optional().describe("A second."),
  })),
  suspects: z.array(SUSPECT),
  cause: z.string(),
  next: z.object({
    tool: z.string(),
    arguments: z.record(z.string(), z.unknown()),
  }),
});

/** The verdict on a node. */
export const checkHealth: Tool = checkHealthWith(() => ({}));

/** The same, with the thresholds of each moment in place of the defaults. */
export function checkHealthWith(
  thresholdsNow: () => Partial<Thresholds>,
): Tool {
  return defineNodeTool({
    name: "check_health",
    title: "Health check",
    description:
      "What is wrong with a node, who is to blame, the likely cause and the next call, from two looks. Start here. Costs 60 ms, and 10 us a process.",
    toolset: "health",
    annotations: LOOKS_ONLY,
    scopes: ["inspect"],
    deadlineMs: DEADLINE_MS,
    probes: [
      healthProcessesQuestion,
      healthSystemQuestion,
      healthHoldersQuestion,
      healthSlicesQuestion,
      getSupervisionTreeQuestion,
      healthCulpritsQuestion,
      nodeViewQuestion,
    ],
    input: {
      focus: z.array(z.enum(FOCUSES)).min(1).optional().describe(
        "Only what bears on these.",
      ),
      ignore: z.array(z.string().min(1).max(300)).max(50).optional().describe(
        "Findings, processes or names.",
      ),
      window_ms: z.int().min(50).max(10_000).default(2500).describe(
        "Between two looks.",
      ),
    },
    output: {
      verdict: z.enum([...SEVERITIES, "healthy", "unknown"]),
      window_ms: z.int(),
      findings: z.array(FINDING),
      more_findings: z.int().optional(),
      not_looked_at: z.array(z.string()).optional(),
      cost: COST,
    },
    run: async ({ focus, ignore, window_ms }, context) => {
      const thresholds = thresholdsNow();
      const { snapshot, missing, cost } = await look(
        { window_ms, parts: partsFor(focus) },
        { ...THRESHOLDS, ...thresholds },
        context,
      );
      const all = judge(snapshot, { focus, ignore, thresholds });
      const findings = all.slice(0, MAX_FINDINGS);
      const described = await describe(findings, context);
      return {
        verdict: all[0]?.severity ??
          (missing.length > 0 ? "unknown" as const : "healthy" as const),
        window_ms,
        findings: findings.map((finding) => told(finding, described)),
        ...all.length > findings.length && {
          more_findings: all.length - findings.length,
        },
        ...missing.length > 0 && { not_looked_at: missing },
        cost,
      };
    },
  });
}

/** Asks all at once; what fails is missing, unless all of it does. */
async function look(
  { window_ms, parts }: WindowArgs & {
    readonly parts: ReadonlySet<keyof Snapshot>;
  },
  { pause_ms }: Thresholds,
  context: NodeContext,
): Promise<
  {
    readonly snapshot: Snapshot;
    readonly missing: readonly string[];
    readonly cost: Cost;
  }
> {
  const { beam } = context;
  const missing: string[] = [];
  const errors: BeamtapError[] = [];
  const ask = async <Args, Answer>(
    what: string,
    isNeeded: boolean,
    probe: Probe<Args, Answer>,
    args: Args,
  ): Promise<Answer | undefined> => {
    if (!isNeeded) return undefined;
    try {
      return await beam.run(probe, args);
    } catch (error) {
      if (!(error instanceof BeamtapError)) throw error;
      errors.push(error);
      missing.push(`${what}: ${error.message}`);
      return undefined;
    }
  };
  const [processes, system, holders, tree] = await Promise.all([
    ask(
      "processes",
      parts.has("processes") || parts.has("slices"),
      healthProcessesQuestion,
      { window_ms },
    ),
    ask(
      "counters",
      parts.has("system") || parts.has("slices"),
      healthSystemQuestion,
      { window_ms },
    ),
    ask(
      "tables, ports and logs",
      parts.has("holders") || parts.has("views"),
      healthHoldersQuestion,
      { window_ms },
    ),
    ask("supervisors", parts.has("restarts"), getSupervisionTreeQuestion, {
      limit: 1,
      timeout_ms: 500,
      window_ms: window_ms / 2,
      reasons: context.granted("data"),
    }),
  ]);
  const answers = [processes, system, holders, tree];
  const [first] = errors;
  if (first !== undefined && answers.every((answer) => !answer)) throw first;
  const partial = answers.some((answer) => answer?.cost.partial);
  const cost = processes?.cost ?? system?.cost ?? holders?.cost ?? tree?.cost;
  if (cost === undefined) {
    throw new BeamError("unexpected_answer", `${beam.node} told nothing`);
  }
  const shower = showerOf(context, await styleOf(context));
  const snapshot: Snapshot = {
    ...processes && { processes, silent: processes.cost.no_answer },
    ...system && { system },
    ...holders && { holders },
    ...tree && { restarts: tree.restarts.map(restartsOf(shower)) },
  };
  const slices = await ask(
    "long slices",
    parts.has("slices") && isHeld(snapshot, pause_ms),
    healthSlicesQuestion,
    { window_ms: SLICES_MS },
  );
  const { links = [], unconnected = [] } = holders ?? {};
  const views = parts.has("views") && links.length + unconnected.length > 0
    ? await viewsOf(context)
    : undefined;
  return {
    snapshot: {
      ...snapshot,
      ...views && { views },
      ...slices && { slices },
      // On a busy machine anybody may be late once.
      ...slices && {
        silent: slices.cost.no_answer.filter((pid) =>
          snapshot.silent?.includes(pid)
        ),
      },
    },
    missing,
    cost: { ...cost, partial },
  };
}

/** How the members of its cluster see each other: what stays so if they are asked again. */
async function viewsOf(context: NodeContext): Promise<Views | undefined> {
  const first = await viewsNow(context);
  if (first === undefined || first.missing.length + first.names.length === 0) {
    return first;
  }
  await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  const again = await viewsNow(context);
  return again && {
    ...again,
    missing: again.missing.filter((pair) =>
      first.missing.some((other) => `${other}` === `${pair}`)
    ),
    names: again.names.filter((now) =>
      first.names.some((then) => JSON.stringify(then) === JSON.stringify(now))
    ),
  };
}

async function viewsNow(
  { askMembers }: NodeContext,
): Promise<Views | undefined> {
  try {
    const { answers } = await askMembers(nodeViewQuestion, {
      sections: ["names"],
      limit: 1,
    });
    const members = answers.map(({ node, answer }) => ({ node, view: answer }));
    const { not_connected, names } = compareViews(members);
    const pairs = not_connected.flatMap(({ node, does_not_see }) =>
      does_not_see.map((other) => [node, other].toSorted().join(" "))
    );
    const missing = [...new Set(pairs)].map((pair): [string, string] => {
      const [one = "", other = ""] = pair.split(" ");
      return [one, other];
    });
    return { members: members.length, missing, names };
  } catch (error) {
    if (!(error instanceof BeamtapError)) throw error;
    return undefined;
  }
}

type Seen = AnswerOf<typeof getSupervisionTreeQuestion>["restarts"][number];

function restartsOf(shower: Shower): (seen: Seen) => Restarts {
  return ({ ids, last_exit, ...seen }) => ({
    ...seen,
    ids: ids.map((id) => idText(id, shower) ?? "-"),
    last_exit: idText(last_exit, shower),
  });
}

/** What there is to say of the suspects; nothing where they cannot be asked. */
async function describe(
  findings: readonly Finding[],
  context: NodeContext,
): Promise<Described | undefined> {
  const suspects = findings.flatMap(({ suspects }) =>
    suspects.flatMap(({ process }) => process ?? [])
  );
  const processes = [...new Set(suspects)]
    .filter((process) => !process.includes("@"))
    .slice(0, MAX_DESCRIBED);
  const mailboxes = findings.filter(({ messages }) => messages)
    .flatMap(({ suspects: [culprit] }) => culprit?.process ?? []).slice(0, 2);
  if (processes.length === 0) return undefined;
  try {
    return await context.beam.run(healthCulpritsQuestion, {
      processes,
      mailboxes: context.granted("data") ? mailboxes : [],
    });
  } catch (error) {
    if (!(error instanceof BeamtapError)) throw error;
    return undefined;
  }
}

function told(
  { suspects, weight: _, messages: _messages, ...finding }: Finding,
  described: Described | undefined,
): z.input<typeof FINDING> {
  return {
    ...finding,
    measured: [...finding.measured],
    suspects: suspects.map(({ role, process, name }) => {
      const known = described?.processes.find((one) =>
        one.pid === process || one.registered_name === process
      );
      const place = described?.places.find(({ pid }) => pid === known?.pid);
      const mailbox = described?.messages.find(({ pid }) => pid === known?.pid);
      return {
        role,
        process: known?.pid ?? process,
        name: name ?? known?.registered_name ??
          described?.names.find(({ pid }) => pid === process)?.name,
        application: known?.application,
        label: known?.label,
        initial_call: known?.initial_call,
        place: place?.path.join(" > ") || undefined,
        stack: place?.stack.slice(0, FRAMES).join(" < ") || undefined,
        messages: mailbox?.kinds.map(({ kind, count }) => `${count} x ${kind}`)
          .join(", ") || undefined,
      };
    }),
  };
}
