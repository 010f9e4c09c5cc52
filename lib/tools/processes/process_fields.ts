/**
 * How answers show processes, and arguments that several tools take.
 *
 * @module
 */

import * as z from "zod";
import {
  BeamError,
  type OptionalShape,
  type Refusal,
  s,
  Shape,
} from "../../beam/mod.ts";
import { Atom, atom, Reference, Tuple } from "../../etf/mod.ts";

/** One process among others; see `process_rows.erl`. */
export const PROCESS = {
  pid: s.pid,
  registered_name: s.knownName,
  label: s.shown.unlessEmpty().describe("Given by the process; OTP 27."),
  application: s.name.optional(),
  initial_call: s.mfa.describe("The function it was started with."),
  current_function: s.mfa.optional(),
  status: s.name,
  mailbox: s.integer.describe("Messages that wait in its mailbox."),
  memory_bytes: s.integer,
  heap_bytes: s.words,
  stack_bytes: s.words,
  reductions: s.integer.describe("Work done since it was spawned."),
};

/** `dictionaries` where the release cannot read them by key. */
export const NOT_READ: OptionalShape<string> = new Shape(
  (term) =>
    term === atom("views")
      ? "LiveViews and channels: get_elixir_overview counts them by socket (before OTP 26.2)"
      : "labels, ancestors, calls behind proc_lib:init_p (before OTP 26.2)",
  () => z.string(),
).optional().describe(
  "What is unknown because reading it could harm the node.",
);

const NAMED = s.row({ name: s.name, node: s.name });

/** A process, port or resource that another process knows: `<0.1.2>`, `#Port<0.1>`, `#Ref<0.1.2.3>`, `name`, `other@host:name`. */
export const related: Shape<string> = new Shape(
  (term, reading) => {
    if (term instanceof Atom) return term.name;
    if (term instanceof Reference) return `#Ref<${term.words.join(".")}>`;
    if (!(term instanceof Tuple)) return s.identifier.read(term, reading);
    const { name, node } = NAMED.read(term, reading);
    return node === reading.node ? name : `${node}:${name}`;
  },
  () => z.string(),
);

/** Measures whose items of `process_info/2` have other names. */
const ITEMS: Readonly<Record<string, string>> = {
  heap: "total_heap_size",
  stack: "stack_size",
  mailbox: "message_queue_len",
};

/** Encodes a measure as the item of `process_info/2`. */
export function encodeMeasure(measure: string): Atom {
  return atom(ITEMS[measure] ?? measure);
}

/** Time between two looks, in ms. */
export const WINDOW = z.int().min(10).max(10_000).optional();

/** Time limit of a question about all processes, in ms: the longest window on a busy node of a million processes. */
export const DEADLINE_MS = 40_000;

/** The error for a release that does not record who spawned a process. */
export function spawnersUnknown({ node }: Refusal, hint: string): BeamError {
  return new BeamError(
    "not_supported",
    `${node} does not record who spawned a process: that needs OTP 25 or later`,
    { hint },
  );
}
