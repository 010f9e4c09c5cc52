/**
 * Terms of a node that may hold secrets and may be large: states, messages, rows,
 * configuration. They are cut on the node; what is cut leaves its kind and size in its
 * place, `{'$cut', Kind, Size, Kept}`.
 *
 * @module
 */

import { atom, map, type Term, tuple } from "../etf/mod.ts";
import { cut, type CutLimits } from "./cut.ts";
import { BeamError } from "./errors.ts";
import { marked } from "./marked.ts";
import type { Refusal } from "./probe.ts";
import { refusals } from "./refusals.ts";
import { readAtom, readInteger, readList, readTuple } from "./read.ts";
import {
  integer,
  type ObjectShape,
  row,
  Shape,
  term,
  type ValueOf,
} from "./shape.ts";

/** Limits of a term; more than {@linkcode MOST_CONTENT} is never sent. */
export interface ContentLimits {
  /** Brackets within brackets. */
  readonly depth: number;
  /** Elements of a list, tuple or map, bytes of a binary. */
  readonly width: number;
  /** Maximum size of the whole term, in bytes. */
  readonly max_bytes: number;
}

/** Limits that no argument can raise. */
export const MOST_CONTENT: ContentLimits = {
  depth: 30,
  width: 1000,
  max_bytes: 24_000,
};

/** `{Cut, Bytes}`: a term cut on the node, and the size of the whole on a heap, without binaries outside it. */
export const content: ObjectShape<
  { term: Shape<Term>; size_bytes: Shape<number> }
> = row({ term, size_bytes: integer });

/** A term, and how large it is where it came from. */
export type Content = ValueOf<typeof content>;

/** A step into a term: an element of a tuple or list, from 1, or a key of a map or proplist. */
export type PathStep = number | { readonly key: Term };

/** The limits of each of `parts` of an answer. */
export function cutLimits(limits: ContentLimits, parts = 1): CutLimits {
  const bounded = (limit: keyof ContentLimits): number =>
    Math.max(1, Math.min(Math.floor(limits[limit]), MOST_CONTENT[limit]));
  return {
    depth: bounded("depth"),
    width: bounded("width"),
    bytes: Math.max(
      64,
      Math.floor(bounded("max_bytes") / Math.max(1, parts)),
    ),
  };
}

/** The argument `limits` of `erl/values.erl`, for each of `parts` of an answer. */
export function encodeLimits(limits: ContentLimits, parts = 1): Term {
  const { depth, width, bytes } = cutLimits(limits, parts);
  return map([
    [atom("depth"), depth],
    [atom("width"), width],
    [atom("bytes"), bytes],
  ]);
}

/** The argument `path`. */
export function encodePath(path: readonly PathStep[]): Term {
  return path.map((step) =>
    typeof step === "number"
      ? tuple(atom("element"), step)
      : tuple(atom("key"), marked(step.key))
  );
}

/** The same, or `{Term, Bytes, raw}` of a small one, which is cut here: a question with it gives `limits`. */
export const maybeRaw: Shape<Content> = new Shape(
  (value, reading) => {
    const [whole = value, size = value, raw] = readTuple(value);
    return raw === undefined || reading.limits === undefined
      ? content.read(value, reading)
      : { term: cut(whole, reading.limits), size_bytes: readInteger(size) };
  },
  () => content.schema,
);

/** The error for a path that does not exist: `{Steps, {Kind, Size, Keys}}`. */
function pathRefused({ detail, show }: Refusal): BeamError {
  const [steps = detail, there = detail] = readTuple(detail, 2);
  const [kind = there, size = there, keys = there] = readTuple(there, 3);
  const known = readList(keys);
  const what = `a ${readAtom(kind)} of ${readInteger(size)}`;
  return new BeamError(
    "no_such_path",
    `the path leads nowhere after ${
      readInteger(steps)
    } steps: there is ${what}`,
    {
      hint: known.length > 0
        ? `its keys: ${show(known, 1000)}`
        : "numbers are elements from 1; texts are keys of maps and proplists",
    },
  );
}

/** Why a process is not copied, where a copy may have no bound; the default hint is for tools with `force`. */
export function notCopied(
  { code, detail, node }: Refusal,
  process: string,
  hint =
    "get_process shows more without a copy; force copies it anyway, which can crash the node",
): BeamError | undefined {
  if (code !== "not_copied") return undefined;
  const [why = detail, most = detail] = readTuple(detail, 2);
  const cause = readAtom(why);
  const reason = reasonFor(cause, readInteger(most));
  return new BeamError(
    cause === "large" || cause === "long" ? "too_large" : "size_unknown",
    `${process} on ${node} is not copied: ${reason}`,
    { hint },
  );
}

function reasonFor(why: string, most: number): string {
  switch (why) {
    case "large":
      return `its heap has more than ${most} bytes`;
    case "long":
      return "a copy repeats parts that it shares: printed in full it takes more than 100,000 characters";
    case "funs":
      return "it holds funs, and how much these hold cannot be seen";
    case "status":
      return "its status includes its whole process dictionary, which has no size limit";
    case "dictionary":
      return "its process dictionary has no size limit";
    default:
      return "it hibernates, so what it holds cannot be seen";
  }
}

const atomRefused = refusals({
  no_such_atom: {
    says: "{node} has no atom '{*}', so nothing there can hold it",
    hint:
      "check the spelling, or leave it out to list what exists; the name may be a binary there",
  },
});

/** Why any question about contents is refused; nothing for what only some refuse. */
export function contentRefused(refusal: Refusal): BeamError | undefined {
  return refusal.code === "no_such_path"
    ? pathRefused(refusal)
    : atomRefused(refusal);
}
