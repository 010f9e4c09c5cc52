/**
 * Asks a node: one question, one round trip.
 *
 * @module
 */

import { atom, type Term, Tuple } from "../etf/mod.ts";
import { BeamtapError } from "../errors.ts";
import { BeamError } from "./errors.ts";
import { readPid } from "./identifiers.ts";
import type { Cost, Probe } from "./probe.ts";
import {
  readAtom,
  readBoolean,
  readFields,
  readInteger,
  readList,
  readText,
  readTuple,
  unexpected,
} from "./read.ts";
import type { Remote } from "./remote.ts";
import { request } from "./request.ts";

/** How a question is asked. */
export interface RunOptions<Answer = unknown> {
  /** From now to the answer, in ms. The node ends its work a little earlier. */
  readonly timeoutMs: number;
  /** Gives the question up; the work on the node stops. */
  readonly signal?: AbortSignal | undefined;
  /** The incarnation that the arguments were seen in; another one is refused. */
  readonly incarnation?: number | undefined;
  /** Heap limit of the probe and of each of its workers, in words. @default {16777216} */
  readonly maxHeapWords?: number | undefined;
  /** Gets what is known so far, a few times a second. */
  readonly onPartial?: ((answer: Answer) => void) | undefined;
}

/** 128 MiB where words have 8 bytes. */
const DEFAULT_HEAP_WORDS = 16 * 1024 * 1024;

/** A node as something that answers questions. */
export class Beam {
  readonly #remote: Remote;

  /** Asks this node. */
  constructor(remote: Remote) {
    this.#remote = remote;
  }

  /** Full name of the node. */
  get node(): string {
    return this.#remote.name;
  }

  /** Which run of the node it is; pids of another run mean nothing to it. */
  get incarnation(): number {
    return this.#remote.creation;
  }

  /**
   * Runs a probe on the node.
   *
   * @throws {BeamError} when the node cannot answer
   * @throws {BeamtapError} when it cannot be reached: the codes of the link
   */
  async run<Args, Answer>(
    probe: Probe<Args, Answer>,
    args: Args,
    options: RunOptions<Answer>,
  ): Promise<Answer> {
    this.#check(options.incarnation);
    const { timeoutMs, onPartial } = options;
    const reserve = reserveOf(timeoutMs);
    const heapWords = options.maxHeapWords ?? DEFAULT_HEAP_WORDS;
    const call = request(probe.forms, probe.encode(args), {
      hardMs: Math.max(1, Math.floor(timeoutMs - reserve)),
      softMs: Math.max(1, Math.floor(timeoutMs - 2 * reserve)),
      heapWords,
      progress: onPartial !== undefined,
    });
    let value: Term;
    try {
      value = await this.#remote.call("erl_eval", "expr", call, {
        timeoutMs,
        signal: options.signal,
        maxHeapWords: heapWords,
        onMessage: onPartial && this.#partial(probe, onPartial),
      });
    } catch (error) {
      throw translated(error, probe.name);
    }
    return this.#read(value, probe, args);
  }

  #check(incarnation: number | undefined): void {
    if (incarnation === undefined || incarnation === this.incarnation) return;
    throw new BeamError(
      "stale_incarnation",
      `${this.node} has restarted: its incarnation is ${this.incarnation}, not ${incarnation}`,
      {
        hint:
          "look its processes up again: the same pid is another process now",
      },
    );
  }

  /** `{Outcome, Cost}`; see `probes/envelope.erl`. */
  #read<Args, Answer>(
    value: Term,
    probe: Probe<Args, Answer>,
    args: Args,
  ): Answer {
    const [outcome = value, cost = value] = readTuple(value, 2);
    const [kind = outcome, first = outcome, detail = outcome] = readTuple(
      outcome,
    );
    switch (readAtom(kind)) {
      case "ok":
        return probe.decode(first, this.#reading(cost));
      case "refused":
        throw probe.refused?.(
          { code: readAtom(first), detail, node: this.node },
          args,
        ) ?? unexpected("an answer", outcome);
      case "failed":
        throw failed(readAtom(first), readText(detail), probe.name);
      default:
        throw unexpected("an outcome", outcome);
    }
  }

  /** Passes answers so far on; one that cannot be read is left to the last. */
  #partial<Args, Answer>(
    probe: Probe<Args, Answer>,
    onPartial: (answer: Answer) => void,
  ): (message: Term) => void {
    return (message): void => {
      const [kind, answer, cost] = message instanceof Tuple
        ? message.elements
        : [];
      if (kind !== PARTIAL || answer === undefined || cost === undefined) {
        return;
      }
      let part: Answer;
      try {
        part = probe.decode(answer, this.#reading(cost));
      } catch (error) {
        if (error instanceof BeamError) return;
        throw error;
      }
      onPartial(part);
    };
  }

  #reading(term: Term): { node: string; cost: Cost } {
    const node = this.node;
    const fields = readFields(term);
    return {
      node,
      cost: {
        ms_on_target: fields.find("ms_on_target", readInteger) ?? 0,
        processes_scanned: fields.find("processes_scanned", readInteger) ?? 0,
        partial: fields.find("partial", readBoolean) ?? false,
        no_answer: fields.find(
          "no_answer",
          (pids) => readList(pids).map((pid) => readPid(pid, node)),
        ) ?? [],
      },
    };
  }
}

/**
 * What is kept back from a deadline, by the node for its last steps and by us
 * for the way, in ms: a tenth, between 100 and 500, of short ones a quarter.
 */
function reserveOf(timeoutMs: number): number {
  return Math.min(timeoutMs / 4, Math.max(100, timeoutMs / 10), 500);
}

/** A node to ask. */
export function createBeam(remote: Remote): Beam {
  return new Beam(remote);
}

const PARTIAL = atom("partial");

/** Failures in spite of the probe, as `probes/envelope.erl` names them. */
function failed(code: string, text: string, probe: string): BeamError {
  switch (code) {
    case "target_timeout":
      return new BeamError(
        "target_timeout",
        `${probe} was stopped on the node: time was up, and nothing was known yet`,
        { hint: "the node is very busy: allow more time, or ask for less" },
      );
    case "probe_killed":
      return killed(probe);
    default:
      return new BeamError(
        "probe_crashed",
        `${probe} failed on the node: ${text}`,
        { hint: "this is a mistake in beamtap: please report it" },
      );
  }
}

/** What the link says of the coordinator, in words that fit a question. */
function translated(error: unknown, probe: string): unknown {
  if (!(error instanceof BeamtapError)) return error;
  switch (error.code) {
    case "killed":
      return killed(probe, error);
    case "exception":
      return new BeamError("probe_crashed", error.message, {
        cause: error,
        hint:
          "the node has no erl_eval of OTP 23 or later, or this is a mistake in beamtap",
      });
    default:
      return error;
  }
}

function killed(probe: string, cause?: BeamtapError): BeamError {
  return new BeamError(
    "probe_killed",
    `${probe} was killed on the node, most likely because it took more memory than it may`,
    {
      hint: "ask for less; processes and tables of the node are unharmed",
      cause,
    },
  );
}
