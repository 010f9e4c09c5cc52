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
  ByteList,
  encode,
  map,
  type Term,
  tuple,
} from "../etf/mod.ts";
import type { Closures } from "./closures.ts";
import { LIBRARY } from "./library.ts";
import { funOf, type Packed, type Program } from "./program.ts";
import { toNode } from "./words.ts";

/** 128 MiB where words have 8 bytes. */
export const DEFAULT_HEAP_WORDS = 16 * 1024 * 1024;

/** Some atoms, by their places in a node's table. */
export interface AtomRange {
  readonly first: number;
  /** The one after the last. */
  readonly next: number;
}

/** Limits that the envelope keeps on the node; see `erl/envelope.erl`. */
export interface EnvelopeOptions {
  /** From now until the answer must be here, in ms. */
  readonly timeoutMs: number;
  /** Heap limit of the probe and of each of its workers, in words. */
  readonly heapWords: number;
  /** Whether answers so far are sent while the call runs. */
  readonly progress: boolean;
  /** Atoms that are there for us alone; left out among the newest. */
  readonly ownAtoms?: AtomRange | undefined;
}

/** A call that runs a probe. */
export interface Request {
  readonly module: string;
  readonly fn: string;
  readonly args: readonly Term[];
}

/** A question as a call of funs that are made here, for one node. */
export function finishedRequest(
  program: Program,
  args: Term,
  options: EnvelopeOptions,
  closures: Closures,
): Request {
  const boot = closures.fun(LIBRARY.clauses(BOOT));
  const values = variables(program.closures(closures), args, options)
    .map(([, value]) => value);
  return { module: "erlang", fn: "apply", args: [boot, values] };
}

/** A question as a call of `erl_eval:expr/5`, for any node. */
export function formsRequest(
  program: Program,
  args: Term,
  options: EnvelopeOptions,
): Request {
  bootForm ??= funOf(LIBRARY.clauses(BOOT));
  const values = variables(program.forms, args, options);
  const call = tuple(
    atom("call"),
    0,
    bootForm,
    values.map(([name]) => tuple(atom("var"), 0, name)),
  );
  const bindings = values.map(([name, value]) => tuple(name, value));
  const none = atom("none");
  return {
    module: "erl_eval",
    fn: "expr",
    args: [call, bindings, none, none, atom("value")],
  };
}

const BOOT = "boot:start/4";
let bootForm: Term | undefined;

/** The arguments of the boot fun, as sorted variables with names that no node has to learn. */
function variables(
  { coordinator, body }: Packed,
  args: Term,
  options: EnvelopeOptions,
): readonly (readonly [Term, Uint8Array])[] {
  const envelope = map([
    // When the probe should come to its end, and when it is stopped.
    [atom("soft_ms"), timeLeft(options.timeoutMs, 2)],
    [atom("hard_ms"), timeLeft(options.timeoutMs, 1)],
    [atom("heap_words"), options.heapWords],
    [atom("progress"), boolean(options.progress)],
    [
      atom("own_atoms"),
      tuple(options.ownAtoms?.first ?? 0, options.ownAtoms?.next ?? 0),
    ],
  ]);
  return [
    [atom("function"), coordinator],
    [atom("module"), body],
    [atom("options"), encode(toNode(envelope))],
    [atom("value"), encode(toNode(args))],
  ];
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

/** A binary as an expression. */
export function literal(bytes: Uint8Array): Term {
  const initial = atom("default");
  return tuple(atom("bin"), 0, [
    tuple(
      atom("bin_element"),
      0,
      tuple(atom("string"), 0, new ByteList(bytes)),
      initial,
      initial,
    ),
  ]);
}
