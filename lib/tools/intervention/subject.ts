/**
 * The process that is about to be changed: what it is, and why it is left alone.
 *
 * @module
 */

import {
  BeamError,
  flag,
  identifier,
  integer,
  knownName,
  mfa,
  name,
  pid,
  processRefused,
  readAtom,
  record,
  type Refusal,
  Shape,
  type ValueOf,
} from "../../beam/mod.ts";
import { Atom } from "../../etf/mod.ts";

/** A pid, or the registered name that a process gave instead. */
const pidOrName: Shape<string> = new Shape(
  (term, reading) =>
    (term instanceof Atom ? name : identifier).read(term, reading),
  () => pid.schema,
);

/** A process just before it is changed, or after. */
export const SUBJECT = record({
  pid,
  registered_name: knownName,
  application: name.optional(),
  initial_call: mfa,
  current_function: mfa.optional(),
  status: name,
  mailbox: integer,
  memory_bytes: integer,
  heap_bytes: integer,
  links: integer,
  traps_exits: flag,
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
