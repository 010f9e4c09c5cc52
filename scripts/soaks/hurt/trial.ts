/**
 * Puts all questions to one hostile node: starts it, calls the registry as the command line
 * does, and checks the node over its control connection after each answer.
 *
 * @module
 */

import { parseArguments } from "../../../lib/cli/arguments.ts";
import { openSession, type Session } from "../../../lib/cli/session.ts";
import type { ToolResult } from "../../../lib/registry/mod.ts";
import { atom, type Term, tuple } from "../../../lib/etf/mod.ts";
import { type Beam, startBeam } from "../../../tests/support/beam.ts";
import type { Baseline, Control, ControlPort } from "./control.ts";
import { peakOf, resetPeak } from "./memory.ts";
import type { HostileNode } from "./nodes.ts";
import { type Question, questionsFor } from "./questions.ts";

/** How much the peak of a node's memory may grow in one call, in MB. */
const MOST_MB = 64;
/** Maximum deaths of a node; after that it is not asked any more. */
const MOST_DEATHS = 5;
/** Timeout of a call, in ms; and of one to a slow node. */
const CALL_MS = 10_000;
const SLOW_CALL_MS = 4000;
/** Timeout for a node to respond, in ms; and for a slow one. */
const SIGN_MS = 10_000;
const SLOW_SIGN_MS = 30_000;
/** Time for everything of ours to disappear after the link has closed, in ms. */
const GOING_MS = 15_000;
/** Errors that are bugs of beamtap, whatever the node does. */
const MISTAKES = /^(internal_error|unknown_tool|invalid_arguments|probe_\w+)$/;

/** Where and how nodes run. */
export interface Ground {
  readonly erl: string;
  /** The folder with the modules for the nodes. */
  readonly ebin: string;
  readonly control: ControlPort;
  /** Receives failures: tool and arguments, and what was seen. */
  readonly failed: (question: string, seen: string) => void;
  /** Called for each call. */
  readonly called?: (question: string, seen: string) => void;
}

/** Result for one node. */
export interface Outcome {
  calls: number;
  answered: number;
  deaths: number;
  /** Largest growth of the memory peak, in MB, and the call that caused it. */
  worst: { readonly mb: number; readonly question: string };
  /** Longest pause of a scheduler, in ms, and the call that it was in: the node's own too, and those of a busy machine. */
  longest: { readonly ms: number; readonly question: string };
}

/** A running node with a link to it. */
class Subject implements AsyncDisposable {
  readonly node: Beam;
  readonly control: Control;
  readonly baseline: Baseline;
  readonly session: Session;
  incarnation: unknown;
  /** The last session that an answer named, by the argument that takes it. */
  readonly handles = new Map<string, unknown>();

  constructor(
    node: Beam,
    control: Control,
    baseline: Baseline,
    session: Session,
  ) {
    [this.node, this.control, this.baseline, this.session] = [
      node,
      control,
      baseline,
      session,
    ];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.session[Symbol.asyncDispose]();
    this.control[Symbol.dispose]();
    await this.node[Symbol.asyncDispose]();
  }
}

/** Puts all questions to a node. */
export async function tryNode(
  node: HostileNode,
  ground: Ground,
): Promise<Outcome> {
  const outcome: Outcome = {
    calls: 0,
    answered: 0,
    deaths: 0,
    worst: { mb: 0, question: "" },
    longest: { ms: 0, question: "" },
  };
  const questions = questionsFor(node);
  for (let next = 0; next < questions.length;) {
    await using subject = await begin(node, ground);
    next = await askFrom(next, questions, { node, ground, subject, outcome });
    if (next < questions.length) {
      if (++outcome.deaths > MOST_DEATHS) {
        ground.failed(
          "the rest",
          `${
            questions.length - next
          } calls are left out: the node died too often`,
        );
        return outcome;
      }
    } else await end(node, ground, subject);
  }
  return outcome;
}

interface Asking {
  readonly node: HostileNode;
  readonly ground: Ground;
  readonly subject: Subject;
  readonly outcome: Outcome;
}

/** Asks until the node dies or no question is left; returns the number of the next question. */
async function askFrom(
  first: number,
  questions: readonly Question[],
  { node, ground, subject, outcome }: Asking,
): Promise<number> {
  const { pid } = subject.node;
  for (let next = first; next < questions.length; next++) {
    const question = questions[next];
    if (question === undefined) break;
    // The node has died since, and the session with it.
    if (question.session && !subject.handles.get(question.session)) continue;
    const what = `${question.tool} ${JSON.stringify(question.args)}`;
    const before = await resetPeak(pid);
    await subject.control.pause();
    const result = await ask(subject, question, node.slow === true);
    outcome.calls++;
    if (result.ok) outcome.answered++;
    else if (MISTAKES.test(result.code)) ground.failed(what, result.text);
    const ms = await subject.control.pause();
    if (ms === undefined) {
      ground.failed(
        what,
        `the node has died or hangs: ${subject.node.output().slice(-300)}`,
      );
      return next + 1;
    }
    const mb = await peakOf(pid) - before;
    ground.called?.(
      what,
      `${mb.toFixed(0)} MB, ${ms} ms, ${result.ok ? "ok" : result.code}`,
    );
    if (ms > outcome.longest.ms) outcome.longest = { ms, question: what };
    if (mb > outcome.worst.mb) outcome.worst = { mb, question: what };
    const most = question.tool === "stop_process" && node.endMb || MOST_MB;
    if (mb > most && !node.names) {
      ground.failed(what, `the node's peak memory grew by ${mb.toFixed(0)} MB`);
    }
  }
  return questions.length;
}

async function ask(
  subject: Subject,
  { tool, args, session }: Question,
  slow: boolean,
): Promise<ToolResult> {
  const { registry, principal } = subject.session;
  const target = registry.find("tool", tool)?.target;
  const given = {
    ...target === "node" && CHANGING.has(tool) && subject.incarnation
      ? { incarnation: subject.incarnation }
      : {},
    ...NAMING.has(tool) ? { node: subject.node.name } : {},
    ...session ? { [session]: subject.handles.get(session) } : {},
    ...args,
  };
  const result = await registry.call(
    principal,
    tool,
    given,
    { signal: AbortSignal.timeout(slow ? SLOW_CALL_MS : CALL_MS) },
  );
  if (result.ok) {
    subject.incarnation ??= result.structured?.incarnation;
    const argument = tool === "capture_logs" ? "follow" : "session";
    subject.handles.set(argument, result.structured?.session);
  }
  return result;
}

const NAMING: ReadonlySet<string> = new Set([
  "connect_node",
  "disconnect_node",
]);
/** Tools that need the incarnation of the node. */
const CHANGING: ReadonlySet<string> = new Set([
  "collect_garbage",
  "suspend_process",
  "resume_process",
  "stop_process",
  "restart_child",
  "set_app_env",
  "set_log_level",
  "disconnect_peer",
  "call_function",
  "evaluate",
]);

/** Starts a node, connects to it, and starts the hostile behaviour. */
async function begin(node: HostileNode, ground: Ground): Promise<Subject> {
  await using started = new AsyncDisposableStack();
  const accepting = ground.control.accept(
    node.slow ? SLOW_SIGN_MS : SIGN_MS,
  );
  const beam = started.use(
    await startBeam({
      erl: await programOf(node, ground),
      args: ["-pa", ground.ebin, ...node.args ?? []],
      setup: `${QUIET}, t_control:start(${ground.control.port})`,
    }),
  );
  const control = started.use(await accepting);
  const call = (name: string, ...args: Term[]): Promise<Term> =>
    control.call("t_hurt", name, args);
  await call("begin_with", [...["t_plain", ...node.lives ?? []].map(atom)]);
  if (node.heapWords) {
    const limit = [atom("max_heap_size"), node.heapWords];
    await control.call("erlang", "system_flag", limit);
  }
  if (node.leavesBefore) await call("fill_atoms", node.leavesBefore);
  const baseline = await control.baseline();
  const session = started.use(await open(beam));
  const subject = new Subject(beam, control, baseline, session);
  await ask(subject, { tool: "get_node_info", args: {} }, false);
  await call("begin_with", (node.then ?? []).map(atom));
  if (node.holds) await call("hold", holding(node.holds));
  if (node.leaves) await call("fill_atoms", node.leaves);
  started.move();
  return subject;
}

/** Closes the link, and checks that nothing of ours is left. */
async function end(
  node: HostileNode,
  { failed }: Ground,
  { session, control, baseline }: Subject,
): Promise<void> {
  await session[Symbol.asyncDispose]();
  if (node.holds) await control.call("t_hurt", "release");
  for (const each of await control.left(baseline, GOING_MS)) {
    failed("the end of the link", `left on the node: ${each}`);
  }
}

async function open(beam: Beam): Promise<Session> {
  const args = parseArguments([
    "serve",
    beam.name,
    ...["--cookie", beam.cookie, "--epmd-port", `${beam.epmd.port}`],
    ...["--confirm", "none", "--audit-file", "/dev/null"],
    ...["inspect", "data", "trace", "mutate", "eval", "admin"]
      .flatMap((scope) => ["--allow", scope]),
  ], () => undefined);
  const session = openSession(args, args.operands, { log: () => {} });
  await session.loadTools();
  return session;
}

const QUIET = "logger:remove_handler(default)";

function holding(what: NonNullable<HostileNode["holds"]>): Term {
  return typeof what === "string"
    ? atom(what)
    : tuple(atom("process"), atom(what.process));
}

/** The program that starts the node, within its limit of memory if it has one. */
async function programOf(
  { virtualKib }: HostileNode,
  { erl, ebin }: Ground,
): Promise<string> {
  if (virtualKib === undefined) return erl;
  const path = `${ebin}/erl_${virtualKib}`;
  const script = `#!/bin/sh\nulimit -v ${virtualKib}\nexec ${erl} "$@"\n`;
  await Deno.writeTextFile(path, script, { mode: 0o700 });
  return path;
}
