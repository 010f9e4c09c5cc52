/**
 * The process that is about to be changed: what it is, and why it is left alone.
 *
 * @module
 */

import {
  BeamError,
  processRefused,
  readAtom,
  type Refusal,
  s,
  Shape,
  type ValueOf,
} from "../../beam/mod.ts";
import { Atom } from "../../etf/mod.ts";

/** A pid, or the registered name that a process gave instead. */
const pidOrName: Shape<string> = new Shape(
  (term, reading) =>
    (term instanceof Atom ? s.name : s.identifier).read(term, reading),
  () => s.pid.schema,
);

/** A process just before it is changed, or after. */
export const SUBJECT = s.record({
  pid: s.pid,
  registered_name: s.knownName,
  application: s.name.optional(),
  initial_call: s.mfa,
  current_function: s.mfa.optional(),
  status: s.name,
  mailbox: s.integer,
  memory_bytes: s.integer,
  heap_bytes: s.integer,
  links: s.integer,
  traps_exits: s.flag,
  /** Its nearest ancestor: for a child of a supervisor, the supervisor. */
  parent: pidOrName.optional(),
});

/** A process in a sentence: `<0.99.0> (my_server, my_server:init/1 of my_app)`. */
export function named(subject: ValueOf<typeof SUBJECT>): string {
  const { pid, registered_name, initial_call, application } = subject;
  const about = [registered_name, initial_call].filter(Boolean).join(", ");
  return `${pid} (${about}${application ? ` of ${application}` : ""})`;
}

/** The words for a refusal of a question that changes a process. */
export function subjectRefused(refusal: Refusal, process: string): BeamError {
  if (refusal.code !== "protected") return processRefused(refusal, process);
  return new BeamError(
    "protected_process",
    `${process} on ${refusal.node} is left alone: ${
      WHY[readAtom(refusal.detail)]
    }`,
    { hint: "choose the process that misbehaves, or its supervisor" },
  );
}

const WHY: Readonly<Record<string, string>> = {
  emulator: "it belongs to the emulator, which would not run without it",
  kernel: "it belongs to kernel, and the node would not live without it",
  application_master: "an application would end with it",
  permanent:
    "it is the first process of an application that is permanent or transient, and the node would end with it",
  ours: "it belongs to beamtap",
};
