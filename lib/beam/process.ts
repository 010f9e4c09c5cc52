/**
 * One process: what it is, what it does, whom it knows. No argument, message or
 * dictionary value leaves the node for it.
 *
 * @module
 */

import { Atom, atom, map, Reference, type Term, Tuple } from "../etf/mod.ts";
import { BeamError } from "./errors.ts";
import { encodeProcess, readIdentifier, readPid } from "./identifiers.ts";
import { type Cost, defineProbe, type Probe, type Refusal } from "./probe.ts";
import { one_process } from "./probes/one_process.gen.ts";
import {
  type Fields,
  type Mfa,
  readAtom,
  readBoolean,
  readFields,
  readInteger,
  readKnown,
  readKnownMfa,
  readList,
  readMfa,
  readRegisteredName,
  readText,
  readTuple,
} from "./read.ts";

/** What can be asked for beside the basic facts. */
export type ProcessSection = "stack" | "relations" | "gc";

/** The names of {@linkcode ProcessSection}. */
export const PROCESS_SECTIONS: readonly ProcessSection[] = [
  "stack",
  "relations",
  "gc",
];

/** Arguments of {@linkcode oneProcess}. */
export interface OneProcessArgs {
  /** `<0.1.2>`, `#PID<0.1.2>` or a registered name. */
  readonly process: string;
  readonly sections?: readonly ProcessSection[] | undefined;
  /** Most entries of each kind of relation. @default {20} */
  readonly limit?: number | undefined;
}

/** A function a process is in, and where in its source. */
export interface Frame extends Mfa {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

/** Others that a process has to do with. */
export interface Related {
  /** True number, also where fewer are shown. */
  readonly count: number;
  readonly first: readonly {
    /** A pid, a port, or a registered name: `name`, `other@host:name`. */
    readonly id: string;
    /** Registered name of a process here. */
    readonly registered_name?: string | undefined;
  }[];
}

/** Garbage collection of a process. */
export interface ProcessGc {
  /** Minor collections since the last full one. */
  readonly minor_gcs: number;
  /** So many minor collections make a full one. */
  readonly fullsweep_after: number;
  /** The process is killed or reported above it; 0 for no limit. */
  readonly max_heap_bytes: number;
  readonly young_used_bytes: number;
  readonly young_bytes: number;
  readonly old_used_bytes: number;
  readonly old_bytes: number;
  /** Outside the heap, messages among it. */
  readonly fragments_bytes: number;
  /** `on_heap` or `off_heap`. */
  readonly message_queue_data?: string | undefined;
}

/** Answer of {@linkcode oneProcess}. */
export interface OneProcess {
  readonly pid: string;
  readonly registered_name?: string | undefined;
  /** Set by the process itself; OTP 27 and later. */
  readonly label?: string | undefined;
  /** As `proc_lib` knows it: `MyServer:init/1`; else the function spawned. */
  readonly initial_call: Mfa;
  readonly current_function?: Mfa | undefined;
  /** `waiting`, `running`, `runnable`, `garbage_collecting`, `suspended`, `exiting`… */
  readonly status: string;
  readonly priority: string;
  readonly trap_exit: boolean;
  /** Messages in its mailbox. */
  readonly mailbox: number;
  readonly memory_bytes: number;
  readonly heap_bytes: number;
  readonly young_heap_bytes: number;
  readonly stack_bytes: number;
  /** Since it was spawned. */
  readonly reductions: number;
  /** Who spawned it; OTP 25 and later. */
  readonly parent?: string | undefined;
  readonly group_leader: string;
  /** From the parent up, as far as `proc_lib` knows: pids and names. */
  readonly ancestors: readonly string[];
  /** Innermost first; 8 frames at most unless the node was told otherwise. */
  readonly stack?: readonly Frame[] | undefined;
  readonly links?: Related | undefined;
  readonly monitors?: Related | undefined;
  readonly monitored_by?: Related | undefined;
  readonly gc?: ProcessGc | undefined;
  readonly cost: Cost;
}

/** Looks at one process. */
export const oneProcess: Probe<OneProcessArgs, OneProcess> = defineProbe(
  one_process,
  {
    encode: ({ process, sections = [], limit = 20 }) =>
      map([
        [atom("process"), encodeProcess(process)],
        [atom("sections"), [...new Set(sections)].map(atom)],
        [atom("limit"), Math.min(Math.max(1, limit), 500)],
      ]),
    decode(answer, { node, cost }): OneProcess {
      const fields = readFields(answer);
      const basic = fields.get("basic", readFields);
      const relations = fields.find("relations", readFields);
      const wordBytes = fields.get("word_bytes", readInteger);
      const bytes = (words: Term): number => readInteger(words) * wordBytes;
      const pid = (term: Term): string => readPid(term, node);
      const related = (term: Term): Related => readRelated(term, node);
      return {
        pid: fields.get("pid", pid),
        registered_name: basic.get("registered_name", readRegisteredName),
        label: basic.get("label", (label) => readKnown(label, readText)),
        initial_call: basic.get("started_as", readKnownMfa) ??
          basic.get("initial_call", readMfa),
        current_function: basic.get("current_function", readKnownMfa),
        status: basic.get("status", readAtom),
        priority: basic.get("priority", readAtom),
        trap_exit: basic.get("trap_exit", readBoolean),
        mailbox: basic.get("message_queue_len", readInteger),
        memory_bytes: basic.get("memory", readInteger),
        heap_bytes: basic.get("total_heap_size", bytes),
        young_heap_bytes: basic.get("heap_size", bytes),
        stack_bytes: basic.get("stack_size", bytes),
        reductions: basic.get("reductions", readInteger),
        parent: basic.find("parent", (parent) => readKnown(parent, pid)),
        group_leader: basic.get("group_leader", pid),
        ancestors: basic.get("ancestors", readList).map((term) =>
          term instanceof Atom ? term.name : pid(term)
        ),
        stack: fields.find("stack", (stack) => readList(stack).map(readFrame)),
        links: relations?.get("links", related),
        monitors: relations?.get("monitors", related),
        monitored_by: relations?.get("monitored_by", related),
        gc: fields.find("gc", (gc) => readGc(readFields(gc), bytes)),
        cost,
      };
    },
    refused: (refusal, { process }) => processRefused(refusal, process),
  },
);

/** The words for what `probes/names.erl` and probes about a process refuse. */
export function processRefused(refusal: Refusal, process: string): BeamError {
  const { node, detail } = refusal;
  switch (refusal.code) {
    case "no_such_name": {
      const similar = readList(detail).map(readAtom);
      return new BeamError(
        "no_such_name",
        `nothing is registered as ${process} on ${node}`,
        {
          hint: similar.length > 0
            ? `similar names there: ${similar.join(", ")}`
            : "give a pid, or look for the name in the list of processes",
        },
      );
    }
    case "not_a_process":
      return new BeamError(
        "not_a_process",
        `${process} is a port on ${node}, not a process`,
      );
    case "no_answer":
      return new BeamError(
        "no_answer",
        `${process} on ${node} gave no sign: it is inside native code that does not yield, or too large to be looked at`,
        {
          hint: "ask again later; that it does not answer is itself a finding",
        },
      );
    default:
      return new BeamError(
        "no_such_process",
        `there is no process ${process} on ${node}`,
        { hint: "it has ended; look it up again by name or in the list" },
      );
  }
}

/** `{Module, Function, Arity, File, Line}`. */
function readFrame(term: Term): Frame {
  const [module = term, name = term, arity = term, file = term, line = term] =
    readTuple(term, 5);
  return {
    module: readAtom(module),
    function: readAtom(name),
    arity: readInteger(arity),
    file: readText(file) || undefined,
    line: readInteger(line) || undefined,
  };
}

/** `{Count, [{Related, RegisteredName}]}`. */
function readRelated(term: Term, node: string): Related {
  const [count = term, first = term] = readTuple(term, 2);
  return {
    count: readInteger(count),
    first: readList(first).map((entry) => {
      const [related = entry, name = entry] = readTuple(entry, 2);
      return {
        id: readRelatedId(related, node),
        registered_name: readRegisteredName(name),
      };
    }),
  };
}

/** A pid, port or resource; tagged in monitors, where it may be `{Name, Node}`. */
function readRelatedId(term: Term, node: string): string {
  if (term instanceof Reference) return `#Ref<${term.words.join(".")}>`;
  if (!(term instanceof Tuple)) return readIdentifier(term, node);
  const [tag = term, target = term] = readTuple(term, 2);
  if (target instanceof Tuple) return readRelatedId(target, node);
  // {process, Pid} and {port, Port}, but {Name, Node} has two atoms.
  if (!(target instanceof Atom)) return readIdentifier(target, node);
  const name = readAtom(tag);
  return target.name === node ? name : `${target.name}:${name}`;
}

function readGc(fields: Fields, bytes: (words: Term) => number): ProcessGc {
  const settings = fields.get("settings", readFields);
  const info = fields.get("info", readFields);
  return {
    minor_gcs: settings.get("minor_gcs", readInteger),
    fullsweep_after: settings.get("fullsweep_after", readInteger),
    max_heap_bytes: fields.get("max_heap", bytes),
    young_used_bytes: info.get("heap_size", bytes),
    young_bytes: info.get("heap_block_size", bytes),
    old_used_bytes: info.get("old_heap_size", bytes),
    old_bytes: info.get("old_heap_block_size", bytes),
    fragments_bytes: info.get("mbuf_size", bytes),
    message_queue_data: fields.get(
      "message_queue_data",
      (where) => readKnown(where, readAtom),
    ),
  };
}
