/**
 * How a probe gets to the node: as one call of `erl_eval:expr/5`, whose
 * expression applies the boot fun to two variables, bound to binaries: the
 * probe's forms and its arguments. Nothing is spliced into source, and only the
 * value comes back.
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
import { LIBRARY } from "./library.ts";
import { formsToNode, toNode } from "./words.ts";

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

let bootForm: Term | undefined;

/** The arguments of `erl_eval:expr/5` that run a probe. */
export function request(
  forms: Uint8Array,
  args: Term,
  options: EnvelopeOptions,
): readonly Term[] {
  bootForm ??= formsToNode(LIBRARY.fun("boot:start/2"));
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
  const variables = [
    // Named as no node has to learn.
    [atom("module"), forms],
    [atom("value"), encode(toNode(tuple(args, envelope)))],
  ] as const;
  const call = tuple(
    atom("call"),
    0,
    bootForm,
    variables.map(([name]) => tuple(atom("var"), 0, name)),
  );
  const bindings = variables.map(([name, value]) => tuple(name, value));
  return [call, bindings, atom("none"), atom("none"), atom("value")];
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
