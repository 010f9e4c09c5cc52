/**
 * The process that is about to be changed: what it is, and whether it is protected.
 *
 * @module
 */

import {
  type BeamErrorCode,
  processRefused,
  readAtom,
  refusals,
  type Refused,
  s,
  Shape,
  type ValueOf,
  type Words,
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

const protectedRefused = refusals({
  emulator: leftAlone(
    "it belongs to the emulator, which cannot run without it",
  ),
  kernel: leftAlone(
    "it belongs to kernel, and the node would not survive without it",
  ),
  application_master: leftAlone("an application would end with it"),
  permanent: leftAlone(
    "it is the first process of a permanent or transient application, and the node would stop with it",
  ),
  ours: leftAlone("it belongs to beamtap"),
});

function leftAlone(why: string): Words & { readonly code: BeamErrorCode } {
  return {
    code: "protected_process",
    says: `{it} on {node} is protected: ${why}`,
    hint: "choose the process that misbehaves, or its supervisor",
  };
}

/** Why a question that changes a process refused. */
export const subjectRefused: Refused = (refusal, process) =>
  refusal.code === "protected"
    ? protectedRefused(
      { ...refusal, code: readAtom(refusal.detail) },
      process,
    )
    : processRefused(refusal, process);
