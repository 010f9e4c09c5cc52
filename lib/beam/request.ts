/**
 * How a probe gets to the node: as one call of the boot fun with four binaries, the
 * functions of both processes, limits and arguments. Nothing is spliced into source, and only
 * the value comes back.
 *
 * @module
 */

import {
  atom,
  boolean,
  encode,
  type Fun,
  map,
  type Term,
  Tuple,
  tuple,
} from "../etf/mod.ts";
import type { Closures } from "./closures.ts";
import { toNode } from "./words.ts";

/** 128 MiB where words have 8 bytes. */
export const DEFAULT_HEAP_WORDS = 16 * 1024 * 1024;

/** Some atoms, by their places in a node's table. */
export interface AtomRange {
  /** The place of the first. */
  readonly first: number;
  /** The one after the last. */
  readonly next: number;
}

/** Limits that the envelope keeps on the node; see `erl/envelope.erl`. */
export interface EnvelopeOptions {
  /** Time limit for the answer, in ms. */
  readonly timeoutMs: number;
  /** Heap limit of the probe and of each of its workers, in words. */
  readonly heapWords: number;
  /** Whether answers so far are sent while the call runs. */
  readonly progress: boolean;
  /** Atoms made for beamtap alone; left out of the newest atoms. */
  readonly ownAtoms?: AtomRange | undefined;
}

/** A call that runs a probe. */
export interface Request {
  /** The module to call. */
  readonly module: string;
  /** Its function. */
  readonly fn: string;
  /** The arguments. */
  readonly args: readonly Term[];
}

/** A packed program: the fun to call, and its first two arguments, which are compressed terms. */
interface Packed<Boot> {
  readonly boot: Boot;
  /** The functions of the process that the link starts. */
  readonly coordinator: Uint8Array;
  /** The functions of the process that the probe runs in. */
  readonly body: Uint8Array;
}

/** The functions of a body, as two tables. */
export interface Halves {
  /** Needed by nearly every call. */
  readonly often: readonly Term[];
  /** Decoded on the node only when called. */
  readonly seldom: readonly Term[];
}

/** The functions of a probe: their clauses, the one to start with first. */
export class Program {
  readonly #boot: Term;
  readonly #coordinator: readonly Term[];
  readonly #body: readonly Term[];
  /** The functions of the body as finished funs go. */
  readonly halves: Halves;
  #forms: Packed<Term> | undefined;
  readonly #finished = new WeakMap<Closures, Packed<Fun>>();

  /** Takes clauses in the form that is sent to a node. */
  constructor(
    boot: Term,
    coordinator: readonly Term[],
    body: readonly Term[],
    halves: Halves,
  ) {
    this.#boot = boot;
    this.#coordinator = coordinator;
    this.#body = body;
    this.halves = halves;
  }

  /** The clauses of all but the boot fun. */
  get functions(): readonly Term[] {
    return [...this.#coordinator, ...this.#body];
  }

  /** A question as a call of funs that are made here, once for each node. */
  finished(
    args: Term,
    options: EnvelopeOptions,
    closures: Closures,
  ): Request {
    let packed = this.#finished.get(closures);
    if (packed === undefined) {
      const funs = (functions: readonly Term[]): Fun[] =>
        functions.map((clauses) => closures.fun(clauses));
      const { often, seldom } = this.halves;
      packed = {
        boot: closures.fun(this.#boot),
        coordinator: compressed(tuple(...funs(this.#coordinator))),
        body: compressed(
          tuple(...funs(often), compressed(tuple(...funs(seldom)))),
        ),
      };
      this.#finished.set(closures, packed);
    }
    const { boot, coordinator, body } = packed;
    const limits = encode(toNode(envelope(options)));
    return {
      module: "erlang",
      fn: "apply",
      args: [boot, [coordinator, body, limits, encode(toNode(args))]],
    };
  }

  /** A question as a call of `erl_eval:expr/5`, for any node. */
  forms(args: Term, options: EnvelopeOptions): Request {
    const table = (functions: readonly Term[]): Term =>
      tuple(atom("tuple"), 0, functions.map(funOf));
    this.#forms ??= {
      boot: funOf(this.#boot),
      coordinator: compressed(table(this.#coordinator)),
      body: compressed(table(this.#body)),
    };
    const { boot, coordinator, body } = this.#forms;
    // Sorted, with names that no node has to learn.
    const variables: [Term, Term][] = [
      [atom("function"), coordinator],
      [atom("module"), body],
      [atom("options"), encode(toNode(envelope(options)))],
      [atom("value"), encode(toNode(args))],
    ];
    const names = variables.map(([name]) => tuple(atom("var"), 0, name));
    const none = atom("none");
    return {
      module: "erl_eval",
      fn: "expr",
      args: [
        tuple(atom("call"), 0, boot, names),
        variables.map((variable) => tuple(...variable)),
        none,
        none,
        atom("value"),
      ],
    };
  }
}

/** Clauses as a fun, in abstract form. */
function funOf(clauses: Term): Term {
  return tuple(atom("fun"), 0, tuple(atom("clauses"), clauses));
}

/** The number of arguments that clauses take; -1 of anything else. */
export function arityOf(clauses: Term): number {
  const [first] = Array.isArray(clauses) ? clauses : [];
  const patterns = first instanceof Tuple ? first.elements[2] : undefined;
  return Array.isArray(patterns) ? patterns.length : -1;
}

function compressed(term: Term): Uint8Array {
  const plain = encode(term);
  const { deflateSync } = process.getBuiltinModule("node:zlib");
  const packed = deflateSync(plain.subarray(1), { level: 9 });
  const bytes = new Uint8Array(6 + packed.length);
  bytes.set([131, 80]);
  new DataView(bytes.buffer).setUint32(2, plain.length - 1);
  bytes.set(packed, 6);
  return bytes;
}

function envelope(
  { timeoutMs, heapWords, progress, ownAtoms }: EnvelopeOptions,
): Term {
  return map([
    // When the probe should come to its end, and when it is stopped.
    [atom("soft_ms"), timeLeft(timeoutMs, 2)],
    [atom("hard_ms"), timeLeft(timeoutMs, 1)],
    [atom("heap_words"), heapWords],
    [atom("progress"), boolean(progress)],
    [atom("own_atoms"), tuple(ownAtoms?.first ?? 0, ownAtoms?.next ?? 0)],
  ]);
}

/**
 * A deadline less what is kept back from it once or several times, by the node
 * for its last steps and by us for the way: each time a tenth, between 100 and
 * 500 ms, of short ones a quarter. In ms.
 */
export function timeLeft(timeoutMs: number, times: number): number {
  const reserve = Math.min(
    timeoutMs / 4,
    Math.max(100, timeoutMs / 10),
    500,
  );
  return Math.max(1, Math.floor(timeoutMs - times * reserve));
}
