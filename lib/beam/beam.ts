/**
 * Asks a node: one question, one round trip.
 *
 * @module
 */

import { atom, Fun, type Term, Tuple } from "../etf/mod.ts";
import { BeamtapError } from "../errors.ts";
import { CallError } from "../node/mod.ts";
import { Closures } from "./closures.ts";
import { BeamError } from "./errors.ts";
import type { Probe, Show } from "./probe.ts";
import type { Remote, RemoteCallOptions } from "./remote.ts";
import { killed, readingOf, readReply } from "./reply.ts";
import {
  type AtomRange,
  DEFAULT_HEAP_WORDS,
  type EnvelopeOptions,
} from "./request.ts";
import { fromNode, toNode } from "./words.ts";

/** Options of a question. */
export interface RunOptions<Answer = unknown> {
  /** Time limit for the answer, in ms. The node stops its work a little earlier. */
  readonly timeoutMs: number;
  /** What is asked for, for error messages. @default {the name of the probe} */
  readonly what?: string | undefined;
  /** Keeps waiting while the link is up, even if the node shows no sign of life. @default {false} */
  readonly patient?: boolean | undefined;
  /** Gives the question up; the work on the node stops. */
  readonly signal?: AbortSignal | undefined;
  /** Ends early what listens or waits on the node, which answers with what has come. */
  readonly early?: AbortSignal | undefined;
  /** Incarnation that the arguments come from; refused if the node has restarted since. */
  readonly incarnation?: number | undefined;
  /** Heap limit of the probe and of each of its workers, in words. @default {16777216} */
  readonly maxHeapWords?: number | undefined;
  /** How terms such as labels are written. @default {in Erlang} */
  readonly show?: Show | undefined;
  /** Takes out of a reply what nobody may see, before it is read. */
  readonly clean?: ((reply: Term) => Promise<Term>) | undefined;
  /** Receives the answer so far, a few times a second. */
  readonly onPartial?: ((answer: Answer) => void) | undefined;
}

/** A node that answers questions. */
export class Beam {
  readonly #remote: Remote;
  /** Full name of the node. */
  readonly node: string;
  /** Incarnation of the node, which changes with each restart; pids of another one are meaningless. */
  readonly incarnation: number;
  /** Fetched once, and again if the node loads another erl_eval. */
  #closures: Closures | "unknown" | undefined;
  /** Atoms that preloading made on the node. */
  ownAtoms: AtomRange | undefined;
  /** Whether Elixir runs on the node, where preloading has found out. */
  elixir: boolean | undefined;

  /** Asks this node. */
  constructor(remote: Remote) {
    this.#remote = remote;
    this.node = remote.name;
    this.incarnation = remote.creation;
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
    const { incarnation = this.incarnation } = options;
    if (incarnation !== this.incarnation) throw this.#restarted(incarnation);
    const what = options.what ?? probe.name;
    let value: Term;
    try {
      value = fromNode(await this.#ask(probe, args, { ...options, what }));
    } catch (error) {
      throw translated(error, what);
    }
    const { node } = this;
    const { trouble } = this.#remote;
    const { clean, show } = options;
    if (clean !== undefined) value = await clean(value);
    return readReply(value, probe, args, { node, what, trouble, show });
  }

  /**
   * Calls a function.
   *
   * @throws {BeamtapError} when it raises or does not return in time
   */
  call(
    module: string,
    fn: string,
    args: readonly Term[],
    options: RemoteCallOptions,
  ): Promise<Term> {
    return this.#remote.call(module, fn, args, options);
  }

  async #ask<Args, Answer>(
    probe: Probe<Args, Answer>,
    args: Args,
    options: RunOptions<Answer>,
  ): Promise<Term> {
    const { onPartial, timeoutMs, what, patient, signal } = options;
    const { early } = options;
    const heapWords = options.maxHeapWords ?? DEFAULT_HEAP_WORDS;
    const call: RemoteCallOptions = {
      timeoutMs,
      what,
      patient,
      signal,
      maxHeapWords: heapWords,
    };
    const encoded = probe.encode(args);
    const end = performance.now() + timeoutMs;
    for (;;) {
      this.#closures ??= await this.#sampled(call);
      const known = this.#closures;
      call.timeoutMs = Math.max(1, end - performance.now());
      const envelope: EnvelopeOptions = {
        timeoutMs: call.timeoutMs,
        heapWords,
        progress: onPartial !== undefined,
        ownAtoms: this.ownAtoms,
      };
      const { module, fn, args: values } = known === "unknown"
        ? probe.program.forms(encoded, envelope)
        : probe.program.finished(encoded, envelope, known);
      try {
        return await this.#remote.call(module, fn, values, {
          ...call,
          early: early && { signal: early, message: EARLY },
          onMessage: onPartial &&
            this.#partial(probe, args, onPartial, options),
        });
      } catch (error) {
        if (known === "unknown" || !isBadFun(error)) throw error;
        // Nothing has run. The node has another erl_eval now.
        if (this.#closures === known) this.#closures = undefined;
      }
    }
  }

  /** Fetches sample funs of the node. */
  async #sampled(options: RemoteCallOptions): Promise<Closures | "unknown"> {
    for (const bindings of ["map", "list"] as const) {
      try {
        const samples = await this.#remote.call(
          "erl_eval",
          "expr",
          Closures.request(bindings),
          options,
        );
        return Closures.read(samples) ?? "unknown";
      } catch (error) {
        if (!isException(error)) throw error;
      }
    }
    return "unknown";
  }

  #restarted(expected: number): BeamError {
    return new BeamError(
      "stale_incarnation",
      `${this.node} has restarted: its incarnation is ${this.incarnation}, not ${expected}`,
      {
        hint:
          "look its processes up again: the same pid is another process now",
      },
    );
  }

  /** Passes on the answer so far; if it cannot be read, the final answer reports the error. */
  #partial<Args, Answer>(
    probe: Probe<Args, Answer>,
    args: Args,
    onPartial: (answer: Answer) => void,
    { clean, show }: Pick<RunOptions, "clean" | "show">,
  ): (message: Term) => void {
    const pass = (told: Term): void => {
      const [kind, answer, cost] = told instanceof Tuple ? told.elements : [];
      if (kind !== PARTIAL || answer === undefined || cost === undefined) {
        return;
      }
      let part: Answer;
      try {
        part = probe.decode(answer, readingOf(cost, this.node, show), args);
      } catch (error) {
        if (error instanceof BeamError) return;
        throw error;
      }
      onPartial(part);
    };
    if (clean === undefined) return (message) => pass(fromNode(message));
    // One after the other; what cannot be cleaned is not shown, and the final answer reports why.
    let before = Promise.resolve();
    return (message): void => {
      before = before.then(async () => pass(await clean(fromNode(message))))
        .catch((error) => {
          if (!(error instanceof BeamtapError)) throw error;
        });
    };
  }
}

/** A node to ask. */
export function createBeam(remote: Remote): Beam {
  return new Beam(remote);
}

const PARTIAL = atom("partial");

const EARLY = toNode(atom("early"));

function isException(error: unknown): error is CallError {
  return error instanceof CallError && error.code === "exception";
}

/** Whether a call failed because the node does not know the fun. */
function isBadFun(error: unknown): boolean {
  const reason = isException(error) ? error.exception?.reason : undefined;
  const [kind, fun] = reason instanceof Tuple ? reason.elements : [];
  return kind === BAD_FUN && fun instanceof Fun;
}

const BAD_FUN = atom("badfun");

/** Rewords an error of the link to fit a question. */
function translated(error: unknown, what: string): unknown {
  if (!(error instanceof BeamtapError)) return error;
  switch (error.code) {
    case "killed":
      return killed(what, error);
    case "exception":
      return new BeamError("probe_crashed", error.message, {
        cause: error,
        hint:
          "the node has no erl_eval of OTP 23 or later, or this is a bug in beamtap",
      });
    default:
      return error;
  }
}
