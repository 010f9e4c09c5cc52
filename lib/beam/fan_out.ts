/**
 * One question to many nodes of a cluster over one link: the node at its other
 * end asks the others, over the connections that it has.
 *
 * @module
 */

import { atom, binary, decode, map, Pid, type Term } from "../etf/mod.ts";
import { BeamtapError } from "../errors.ts";
import type { RunOptions } from "./beam.ts";
import { BeamError } from "./errors.ts";
import { defineProbe, type Probe } from "./probe.ts";
import {
  readAtom,
  readField,
  readInteger,
  readKnown,
  readList,
  readText,
  readTuple,
  unexpected,
} from "./read.ts";
import { type Asked, readReply } from "./reply.ts";
import { fromNode } from "./words.ts";
import { DEFAULT_HEAP_WORDS, timeLeft } from "./request.ts";

/** The nodes that a node is connected to, in the order of their names. */
export interface Members {
  /** Connected nodes that are not hidden. */
  readonly visible: readonly string[];
  /** Hidden ones, including beamtap itself. */
  readonly hidden: readonly string[];
}

/** Asks a node for its connections; no arguments. */
export const members: Probe<void, Members> = defineProbe("members", {
  encode: () => map([]),
  decode(answer): Members {
    const names = (term: Term): string[] => readList(term).map(readAtom);
    return {
      visible: readField(answer, "visible", names),
      hidden: readField(answer, "hidden", names),
    };
  },
});

/** Arguments of {@linkcode fanOut}. */
export interface FanOutArgs {
  /** Full names. */
  readonly nodes: readonly string[];
  /** The arguments of `erl_eval:expr/5` that run the question. */
  readonly call: readonly Term[];
  /** Time limit of each node, in ms. */
  readonly timeoutMs: number;
  /** Maximum size of one node's answer; a larger one is not sent. */
  readonly mostBytes: number;
}

/** Reply of one node. */
export type MemberReply =
  & { readonly node: string }
  & (
    | { readonly incarnation: number; readonly value: Term }
    | { readonly problem: string; readonly bytes: number | undefined }
  );

/** Passes a question through one node to others; see {@linkcode askMembers}. */
export const fanOut: Probe<FanOutArgs, readonly MemberReply[]> = defineProbe(
  "fan_out",
  {
    encode: ({ nodes, call, timeoutMs, mostBytes }) =>
      map([
        [atom("nodes"), nodes.map(binary)],
        [atom("call"), call],
        [atom("timeout_ms"), timeoutMs],
        [atom("most_bytes"), mostBytes],
      ]),
    decode(answer): MemberReply[] {
      if (!(answer instanceof Uint8Array)) {
        throw unexpected("a binary", answer);
      }
      return readList(fromNode(decode(answer))).map(readMember);
    },
  },
);

/** Options of a question to members. */
export interface AskMembersOptions extends
  Pick<
    RunOptions,
    "timeoutMs" | "signal" | "early" | "maxHeapWords" | "what" | "show"
  > {
  /**
   * How long each node has, in ms; at most what is left of `timeoutMs`. 5000 and
   * what the question waits by itself if left out.
   */
  readonly memberTimeoutMs?: number | undefined;
  /** Maximum size of one node's answer, in bytes; a larger one is not sent. @default {65536} */
  readonly mostBytes?: number | undefined;
}

/** One node's answer, or why there is none. */
export type MemberOutcome<Answer> =
  & { readonly node: string }
  & (
    | { readonly incarnation: number; readonly answer: Answer }
    | { readonly problem: BeamtapError }
  );

/** Passes a question on: a node, or its bounded form that handlers get. */
export interface Forwarder {
  /** As {@linkcode Beam.run}. */
  run<Args, Answer>(
    probe: Probe<Args, Answer>,
    args: Args,
    options: RunOptions<Answer>,
  ): Promise<Answer>;
}

/**
 * Asks the nodes of that name through one that is connected to them, itself
 * among them if it is named; in the order given. A node that does not answer
 * costs no other its answer.
 *
 * @throws {BeamtapError} when the forwarder does not answer: as {@linkcode Beam.run}
 */
export async function askMembers<Args, Answer>(
  forwarder: Forwarder,
  nodes: readonly string[],
  probe: Probe<Args, Answer>,
  args: Args,
  options: AskMembersOptions,
): Promise<MemberOutcome<Answer>[]> {
  const { timeoutMs, signal, early, maxHeapWords, show } = options;
  const { what = probe.name } = options;
  const waitsMs = probe.waitsMs?.(args) ?? 0;
  const memberMs = Math.min(
    options.memberTimeoutMs ?? waitsMs + 5000,
    timeLeft(timeoutMs, 3),
  );
  const replies = await forwarder.run(fanOut, {
    nodes,
    call: probe.program.forms(probe.encode(args), {
      timeoutMs: memberMs,
      heapWords: maxHeapWords ?? DEFAULT_HEAP_WORDS,
      progress: false,
    }).args,
    timeoutMs: memberMs,
    mostBytes: options.mostBytes ?? 65_536,
  }, { timeoutMs, signal, early, what });
  const found = new Map(replies.map((reply) => [reply.node, reply]));
  return nodes.map((node) =>
    outcome(
      { node, what: `${what} on ${node}`, trouble: undefined, show },
      found.get(node),
      probe,
      args,
    )
  );
}

function outcome<Args, Answer>(
  asked: Asked,
  reply: MemberReply | undefined,
  probe: Probe<Args, Answer>,
  args: Args,
): MemberOutcome<Answer> {
  const { node } = asked;
  if (reply === undefined) return { node, problem: silent(node, "no_answer") };
  if ("problem" in reply) {
    return { node, problem: silent(node, reply.problem, reply.bytes) };
  }
  try {
    const answer = readReply(reply.value, probe, args, asked);
    return { node, incarnation: reply.incarnation, answer };
  } catch (error) {
    if (error instanceof BeamtapError) return { node, problem: error };
    throw error;
  }
}

/** `{Name, {ok, Pid, Value} | {failed, Why, Bytes}}`. */
function readMember(term: Term): MemberReply {
  const [name = term, result = term] = readTuple(term, 2);
  const [kind = result, second = result, third = result] = readTuple(result, 3);
  const node = readText(name);
  return readAtom(kind) === "ok" && second instanceof Pid
    ? { node, incarnation: second.creation, value: third }
    : { node, problem: readAtom(second), bytes: readKnown(third, readInteger) };
}

/** Why a node gave no answer; see `erl/fan_out.erl`. */
function silent(node: string, why: string, bytes?: number): BeamError {
  switch (why) {
    case "not_connected":
      return new BeamError(
        "not_connected",
        `${node} is not connected to the node that was to ask it`,
        { hint: `ask ${node} itself; get_cluster shows who sees whom` },
      );
    case "noconnection":
      return new BeamError("no_answer", `the connection to ${node} was lost`);
    case "too_large":
      return new BeamError(
        "answer_too_large",
        `the answer of ${node} has ${bytes} bytes, too many when several nodes are asked`,
        { hint: `ask for less, or ask ${node} alone` },
      );
    case "killed":
      return new BeamError(
        "probe_killed",
        `the question was killed on ${node}, most likely because it exceeded its memory limit`,
      );
    case "no_answer":
      return new BeamError(
        "no_answer",
        `${node} did not answer in time`,
        { hint: `it hangs, is very busy, or its connection is dead` },
      );
    default:
      return new BeamError(
        "no_answer",
        `${node} cannot be asked through another node: ${why}`,
        { hint: "the node needs OTP 23 or later" },
      );
  }
}
