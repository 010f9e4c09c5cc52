/**
 * What is missing from a dump or damaged in it: so that an answer says what it does not
 * know.
 *
 * @module
 */

import type { DumpIndex } from "./index.ts";
import type { Kind } from "./kinds.ts";
import type { Source } from "./source.ts";

/** One thing that a dump lacks. */
export interface Note {
  /** For programs. */
  readonly code:
    | "cut"
    | "size_limit"
    | "too_large"
    | "stopped"
    | "damaged_gzip"
    | "no_header"
    | "damaged_fields"
    | "too_many_processes"
    | "too_many_rows"
    | "too_many_names"
    | "unknown_sections";
  /** For people: one sentence. */
  readonly text: string;
}

/** What each kind of section holds, in the order in which a dump is written. */
const ORDER: readonly (readonly [Kind, string])[] = [
  ["scheduler", "schedulers"],
  ["memory", "memory"],
  ["allocated_areas", "allocated areas"],
  ["allocator", "allocators"],
  ["proc", "processes"],
  ["port", "ports"],
  ["ets", "ETS tables"],
  ["loaded_modules", "modules"],
  ["fun", "funs"],
  ["proc_stack", "stacks, messages and dictionaries of processes"],
  ["literals", "literals"],
  ["atoms", "names of atoms"],
];

/** What is wrong with a dump. */
export function notesOn(
  index: DumpIndex,
  { gzip, fileSize }: Pick<Source, "gzip" | "fileSize">,
  broken: boolean,
): readonly Note[] {
  const notes: Note[] = [];
  if (broken) {
    notes.push({
      code: "damaged_gzip",
      text:
        "the compressed file ends early, is damaged, or has several parts: only what comes before is read",
    });
  }
  const missing = ORDER.filter(([kind]) => index.count(kind) === 0)
    .map(([, what]) => what);
  const lacks = missing.length > 0
    ? `missing: ${missing.join(", ")}`
    : "nothing else is missing";
  const last = index.last === undefined ? "" : `, inside =${index.last}`;
  if (index.aborted !== undefined) {
    notes.push({
      code: "size_limit",
      text: `the node stopped writing (${index.aborted}); ${lacks}`,
    });
  } else if (index.stopped !== undefined) {
    const part = gzip
      ? `of what ${fileSize} compressed bytes inflate to`
      : `(${Math.floor(100 * index.bytes / fileSize)} %)`;
    notes.push({
      code: "stopped",
      text:
        `reading ended early, as ${index.stopped}: only the first ${index.bytes} bytes ${part} are read${last}; ${lacks}`,
    });
  } else if (index.isFull) {
    notes.push({
      code: "too_large",
      text:
        `beamtap reads only the first ${index.bytes} bytes of such a dump${last}${
          gzip ? ", and more if you gunzip it first" : ""
        }; ${lacks}`,
    });
  } else if (index.count("end") === 0) {
    notes.push({
      code: "cut",
      text:
        `the dump ends after ${index.bytes} bytes${last}: the node was killed, ran out of time or disk while writing it, or it was copied incompletely; ${lacks}`,
    });
  }
  if (index.header?.header.systemVersion === undefined) {
    notes.push({
      code: "no_header",
      text: "the header has no system version: sizes assume 64-bit words",
    });
  }
  const { processes, strings, damagedFields } = index;
  if (damagedFields > 0) {
    notes.push({
      code: "damaged_fields",
      text:
        `${damagedFields} fields of processes are damaged, and taken as unknown`,
    });
  }
  if (processes.omitted > 0) {
    notes.push({
      code: "too_many_processes",
      text:
        `${processes.omitted} processes are counted but not listed: beamtap keeps ${processes.count}`,
    });
  }
  if (strings.omitted > 0) {
    notes.push({
      code: "too_many_names",
      text:
        `${strings.omitted} names of processes and functions are not kept: there are too many`,
    });
  }
  const rows = [
    ["ets", index.ets.length],
    ["port", index.ports.length],
    ["mod", index.modules.length],
  ] as const;
  for (const [kind, kept] of rows) {
    const count = index.count(kind);
    if (count > kept) {
      notes.push({
        code: "too_many_rows",
        text: `${count - kept} of ${count} sections =${kind} are not listed`,
      });
    }
  }
  if (index.count("other") > 0) {
    notes.push({
      code: "unknown_sections",
      text: `${
        index.count("other")
      } sections are of kinds that beamtap does not know: a newer release wrote the dump, or it is damaged`,
    });
  }
  return notes;
}
