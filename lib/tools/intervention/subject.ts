/**
 * The process that is about to be changed: what it is, and why it is left alone.
 *
 * @module
 */

import { Atom, Pid, type Term } from "../../etf/mod.ts";
import {
  BeamError,
  type Mfa,
  processRefused,
  readAtom,
  readBoolean,
  readFields,
  readInteger,
  readKnown,
  readKnownMfa,
  readMfa,
  readPid,
  readRegisteredName,
  readTuple,
  type Refusal,
} from "../../beam/mod.ts";

/** A process as it was just before it was changed. */
export interface Subject {
  readonly pid: string;
  readonly registered_name?: string | undefined;
  readonly initial_call: Mfa;
  readonly current_function?: Mfa | undefined;
  readonly status: string;
  readonly mailbox: number;
  readonly memory_bytes: number;
  readonly heap_bytes: number;
  /** How many processes and ports it is linked to. */
  readonly links: number;
  /** Then an exit signal is a message to it, unless it is `kill`. */
  readonly traps_exits: boolean;
  /** Its nearest ancestor: for a child of a supervisor, the supervisor. */
  readonly parent?: string | undefined;
  readonly application?: string | undefined;
}

/** What `erl/subject.erl` tells. */
export function readSubject(term: Term, node: string): Subject {
  const fields = readFields(term);
  return {
    pid: fields.get("pid", (pid) => readPid(pid, node)),
    registered_name: fields.get("name", readRegisteredName),
    initial_call: fields.get("initial_call", readMfa),
    current_function: fields.get("current", readKnownMfa),
    status: fields.get("status", readAtom),
    mailbox: fields.get("mailbox", readInteger),
    memory_bytes: fields.get("memory", readInteger),
    heap_bytes: fields.get("heap", readInteger),
    links: fields.get("links", readInteger),
    traps_exits: fields.get("traps_exits", readBoolean),
    parent: fields.get(
      "supervised_by",
      (parent) =>
        parent instanceof Pid
          ? readPid(parent, node)
          : parent instanceof Atom
          ? readKnown(parent, readAtom)
          : undefined,
    ),
    application: fields.get("application", (it) => readKnown(it, readAtom)),
  };
}

/** The words for what probes refuse that change a process. */
export function subjectRefused(refusal: Refusal, process: string): BeamError {
  if (refusal.code !== "protected") return processRefused(refusal, process);
  const [what = refusal.detail] = readTuple(refusal.detail, 2);
  return new BeamError(
    "protected_process",
    `${process} on ${refusal.node} is left alone: ${WHY[readAtom(what)]}`,
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
