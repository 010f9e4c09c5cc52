/**
 * What can be said of a process besides the basic facts.
 *
 * @module
 */

import { Atom, Reference, type Term, Tuple } from "../etf/mod.ts";
import { readIdentifier, readPid } from "./identifiers.ts";
import {
  type Fields,
  type Mfa,
  readAtom,
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

/** Another process, and what it does. */
export interface Other {
  readonly pid: string;
  readonly registered_name?: string | undefined;
  /** Missing where it has ended. */
  readonly initial_call?: Mfa | undefined;
  readonly current_function?: Mfa | undefined;
  /** Messages in its mailbox. */
  readonly mailbox: number;
}

/** The binaries outside its heap that a process refers to. */
export interface Binaries {
  /** Different ones. */
  readonly count: number;
  readonly bytes: number;
  /** References to them from this process. */
  readonly references: number;
  /** The largest first. */
  readonly largest: readonly {
    readonly bytes: number;
    /** From all processes and tables. */
    readonly references: number;
  }[];
}

/** A process that waits for another. */
export interface Wait {
  readonly waiter: string;
  /** The function it waits in. */
  readonly in: Mfa;
  /** For whom; several where it monitors several, and it cannot be told which. */
  readonly for: readonly string[];
}

/** For whom a process waits, for whom that one does, and so on. */
export interface Waiting {
  /** Whether the last one waits for one that came before: none of them goes on. */
  readonly cycle: boolean;
  readonly chain: readonly Wait[];
  /** Those that the last one waits for, where they are here. */
  readonly last: readonly Other[];
}

/** `{Module, Function, Arity, File, Line}`. */
export function readFrame(term: Term): Frame {
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
export function readRelated(term: Term, node: string): Related {
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
export function readRelatedId(term: Term, node: string): string {
  if (term instanceof Reference) return `#Ref<${term.words.join(".")}>`;
  if (!(term instanceof Tuple)) return readIdentifier(term, node);
  const [tag = term, target = term] = readTuple(term, 2);
  if (target instanceof Tuple) return readRelatedId(target, node);
  // {process, Pid} and {port, Port}, but {Name, Node} has two atoms.
  if (!(target instanceof Atom)) return readIdentifier(target, node);
  const name = readAtom(tag);
  return target.name === node ? name : `${target.name}:${name}`;
}

/** What `process_info/2` says of garbage collection. */
export function readGc(
  fields: Fields,
  bytes: (words: Term) => number,
): ProcessGc {
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

/** `{Pid, RegisteredName, InitialCall, CurrentFunction, Mailbox}`. */
export function readOther(term: Term, node: string): Other {
  const [
    pid = term,
    name = term,
    initial = term,
    current = term,
    mailbox = term,
  ] = readTuple(term, 5);
  return {
    pid: readPid(pid, node),
    registered_name: readRegisteredName(name),
    initial_call: readKnownMfa(initial),
    current_function: readKnownMfa(current),
    mailbox: readInteger(mailbox),
  };
}

/** `{Count, Bytes, References, [{Bytes, References}]}`. */
export function readBinaries(term: Term): Binaries {
  const [count = term, bytes = term, references = term, largest = term] =
    readTuple(term, 4);
  return {
    count: readInteger(count),
    bytes: readInteger(bytes),
    references: readInteger(references),
    largest: readList(largest).map((entry) => {
      const [size = entry, held = entry] = readTuple(entry, 2);
      return { bytes: readInteger(size), references: readInteger(held) };
    }),
  };
}

/** `{Waiter, Function, [Target]}`: an edge of `erl/waits.erl`. */
export function readWait(term: Term, node: string): Wait {
  const [waiter = term, mfa = term, targets = term] = readTuple(term, 3);
  return {
    waiter: readPid(waiter, node),
    in: readMfa(mfa),
    for: readList(targets).map((target) => readRelatedId(target, node)),
  };
}

/** `{cycle | open, Edges, Last}`. */
export function readWaiting(term: Term, node: string): Waiting {
  const [end = term, edges = term, last = term] = readTuple(term, 3);
  return {
    cycle: readAtom(end) === "cycle",
    chain: readList(edges).map((edge) => readWait(edge, node)),
    last: readList(last).map((other) => readOther(other, node)),
  };
}
