/**
 * One process: what it is, what it does, whom it knows. No argument, message or
 * dictionary is copied for it.
 *
 * @module
 */

import { Atom, atom, map, type Term } from "../etf/mod.ts";
import { readKnownAtom } from "./counted.ts";
import { encodeProcess, readPid } from "./identifiers.ts";
import {
  type Binaries,
  type Frame,
  type Other,
  type ProcessGc,
  readBinaries,
  readFrame,
  readGc,
  readOther,
  readRelated,
  readWaiting,
  type Related,
  type Waiting,
} from "./process_parts.ts";
import { readNotRead } from "./process_rows.ts";
import { processRefused } from "./process_refused.ts";
import { type Cost, defineProbe, type Probe } from "./probe.ts";
import {
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
} from "./read.ts";

/** What can be asked for beside the basic facts. */
export const PROCESS_SECTIONS = [
  "stack",
  "relations",
  "ancestors",
  "gc",
  "binaries",
  "waiting_for",
] as const;

/** One of {@linkcode PROCESS_SECTIONS}. */
export type ProcessSection = typeof PROCESS_SECTIONS[number];

/** Arguments of {@linkcode oneProcess}. */
export interface OneProcessArgs {
  /** `<0.1.2>`, `#PID<0.1.2>` or a registered name. */
  readonly process: string;
  readonly sections?: readonly ProcessSection[] | undefined;
  /** Most entries of each kind of relation, binaries. @default {20} */
  readonly limit?: number | undefined;
}

/** Answer of {@linkcode oneProcess}. */
export interface OneProcess {
  readonly pid: string;
  readonly registered_name?: string | undefined;
  /** Set by the process itself; OTP 27 and later. */
  readonly label?: string | undefined;
  /** The application it belongs to. */
  readonly application?: string | undefined;
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
  readonly ancestors?: readonly string[] | undefined;
  /** What is not known of it because this release would have to copy it all. */
  readonly not_read?: string | undefined;
  /** Innermost first; 8 frames at most unless the node was told otherwise. */
  readonly stack?: readonly Frame[] | undefined;
  readonly links?: Related | undefined;
  readonly monitors?: Related | undefined;
  readonly monitored_by?: Related | undefined;
  /** Who spawned it, who spawned that one, as far as they live; OTP 25 and later. */
  readonly spawned_by?: readonly Other[] | undefined;
  readonly gc?: ProcessGc | undefined;
  /** Missing also where they are too many to be looked at. */
  readonly binaries?: Binaries | undefined;
  readonly waiting_for?: Waiting | undefined;
  readonly cost: Cost;
}

/** Looks at one process. */
export const oneProcess: Probe<OneProcessArgs, OneProcess> = defineProbe(
  "get_process",
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
        application: basic.get("application", readKnownAtom),
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
        ancestors: basic.get(
          "ancestors",
          (above) =>
            readKnown(above, readList)?.map((term) =>
              term instanceof Atom ? term.name : pid(term)
            ),
        ),
        not_read: fields.get("by_key", readNotRead),
        stack: fields.find("stack", (stack) => readList(stack).map(readFrame)),
        links: relations?.get("links", related),
        monitors: relations?.get("monitors", related),
        monitored_by: relations?.get("monitored_by", related),
        spawned_by: fields.find(
          "ancestors",
          (above) => readList(above).map((other) => readOther(other, node)),
        ),
        gc: fields.find("gc", (gc) => readGc(readFields(gc), bytes)),
        binaries: fields.find(
          "binaries",
          (it) => readMeasured(it, () => readBinaries(it)),
        ),
        waiting_for: fields.find("waiting_for", (it) => readWaiting(it, node)),
        cost,
      };
    },
    refused: (refusal, { process }) => processRefused(refusal, process),
  },
);

/** What can be too large to be looked at. */
function readMeasured<Value>(
  term: Term,
  read: () => Value,
): Value | undefined {
  return term instanceof Atom ? undefined : read();
}
