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
  decode,
  encode,
  map,
  type Term,
  tuple,
} from "../etf/mod.ts";
import { bytesOf } from "./probe.ts";
import { boot } from "./probes/boot.gen.ts";

/** Limits that the envelope keeps on the node; see `probes/envelope.erl`. */
export interface EnvelopeOptions {
  /** When the probe should come to its end, in ms. */
  readonly softMs: number;
  /** When it is stopped, in ms. */
  readonly hardMs: number;
  /** Heap limit of the probe and of each of its workers, in words. */
  readonly heapWords: number;
  /** Whether answers so far are sent while the call runs. */
  readonly progress: boolean;
}

let bootForm: Term | undefined;

/** The arguments of `erl_eval:expr/5` that run a probe. */
export function request(
  forms: Uint8Array,
  args: Term,
  options: EnvelopeOptions,
): readonly Term[] {
  bootForm ??= decode(bytesOf(boot));
  const envelope = map([
    [atom("soft_ms"), options.softMs],
    [atom("hard_ms"), options.hardMs],
    [atom("heap_words"), options.heapWords],
    [atom("progress"), boolean(options.progress)],
  ]);
  const variables = [
    [atom("forms"), forms],
    [atom("request"), encode(tuple(args, envelope))],
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
