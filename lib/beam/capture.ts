/**
 * A call whose printed output comes back with its answer, instead of landing on
 * the node's console.
 *
 * @module
 */

import { atom, encode, type Term, Tuple, tuple } from "../etf/mod.ts";
import { LIBRARY } from "./library.ts";
import { readTuple, unexpected } from "./read.ts";
import type { Remote, RemoteCallOptions } from "./remote.ts";
import { literal } from "./request.ts";
import { formsToNode, fromNode } from "./words.ts";

/** How a call is made whose output is wanted. */
export interface CaptureOptions extends Omit<RemoteCallOptions, "onMessage"> {
  /** Most of the output to bring back, in bytes. @default {65536} */
  readonly maxOutputBytes?: number | undefined;
}

/** What a call gave and wrote. */
export interface Captured {
  readonly value: Term;
  /** In the order written. */
  readonly output: string;
  /** Bytes written beyond the limit, and left on the node. */
  readonly omittedBytes: number;
}

let captureForm: Term | undefined;

/**
 * Calls `module:fn(...args)`; what it, or a process it started, prints through
 * its group leader until it returns is in the answer. Log events stay on the
 * node, in its own log.
 *
 * @throws as {@linkcode Remote.call}
 */
export async function callCapturing(
  remote: Remote,
  module: string,
  fn: string,
  args: readonly Term[],
  options: CaptureOptions,
): Promise<Captured> {
  const { maxOutputBytes = 65_536, ...rest } = options;
  const chunks: Uint8Array[] = [];
  let omittedBytes = 0;
  const answer = await remote.call("erl_eval", "exprs", [
    [application([maxOutputBytes, atom(module), atom(fn), args])],
    [],
    atom("none"),
  ], {
    ...rest,
    onMessage(message): void {
      const told = fromNode(message);
      const [kind, what] = told instanceof Tuple ? told.elements : [];
      if (kind === OUTPUT && what instanceof Uint8Array) {
        chunks.push(what.slice());
      } else if (kind === OMITTED && typeof what === "number") {
        omittedBytes = what;
      }
    },
  });
  const [, value] = readTuple(answer, 3);
  if (value === undefined) throw unexpected("an answer", answer);
  const decoder = new TextDecoder();
  const output = chunks.map((chunk) => decoder.decode(chunk, { stream: true }))
    .join("") + decoder.decode();
  return { value, output, omittedBytes };
}

const OUTPUT = atom("output");
const OMITTED = atom("omitted");

/** `apply(Capture, binary_to_term(Arguments))`, so that no term has to become an expression. */
function application(args: readonly Term[]): Term {
  captureForm ??= formsToNode(LIBRARY.fun("capture:start/4"));
  return remoteCall("apply", [
    captureForm,
    remoteCall("binary_to_term", [literal(encode(args))]),
  ]);
}

function remoteCall(name: string, args: readonly Term[]): Term {
  return tuple(
    atom("call"),
    0,
    tuple(
      atom("remote"),
      0,
      tuple(atom("atom"), 0, atom("erlang")),
      tuple(atom("atom"), 0, atom(name)),
    ),
    args,
  );
}
