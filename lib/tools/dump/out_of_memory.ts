/**
 * Who asked for the memory that an allocator did not get, and who had it.
 *
 * @module
 */

import type { Dump } from "../../dump/mod.ts";
import { mebibytes } from "../../health/mod.ts";
import { crowdsOf } from "./crowds.ts";
import { atomShown, largest, measureOf, processFields } from "./rows.ts";
import { collecting, running } from "./running.ts";
import { nameOrPid } from "./relations.ts";
import type { Ending } from "./slogan.ts";

/** Who is to blame, or involved. */
export interface Culprit {
  /** What it did: `asked for this memory`. */
  readonly role: string;
  readonly process?: string | undefined;
  /** Name of anything else: a table, an application. */
  readonly name?: string | undefined;
}

/** What ended a node. */
export interface Verdict {
  readonly verdict: string;
  readonly culprits: readonly Culprit[];
}

/** Share of all memory from which on its holder is named. */
const NOTABLE = 0.1;

/** Maximum processes that held little, and may have asked. */
const MAX_ASKERS = 3;

/** Messages of a mailbox that is worth a word. */
const LONG = 100;

/** An allocator got no memory: who asked, and who had it. */
export function outOfMemory(
  dump: Dump,
  { allocator, bytes, type }: Extract<Ending, { kind: "out_of_memory" }>,
): Verdict {
  const total = dump.memory.get("total") ?? 0;
  const askers = type.includes("heap")
    ? collecting(dump)
    : [running(dump) ?? []].flat();
  const holders = [...holdersOf(dump, total), ...crowdsHolding(dump, total)]
    .toSorted((a, b) => b.bytes - a.bytes).flatMap(({ holders }) => holders);
  const [first] = holders;
  const isHuge = total > 0 && bytes > total;
  const asked = `${allocator} got no ${amount(bytes)} for ${
    PURPOSES[type] ?? `"${type}"`
  }`;
  const used = total === 0 ? "" : `, while ${mebibytes(total)} were in use`;
  const why = isHuge
    ? " The request alone was larger than all memory in use: look at who asked first."
    : first === undefined
    ? ""
    : ` ${first.sentence}`;
  return {
    verdict: `Out of memory: ${asked}${used}.${why}`,
    culprits: ordered(isHuge, askers, holders).map(
      ({ sentence: _, ...rest }) => rest,
    ),
  };
}

/** What memory is for, by the type in a slogan. */
const PURPOSES: Readonly<Record<string, string>> = {
  heap: "the heap of a process",
  old_heap: "the heap of a process",
  heap_frag: "a message, or a part of a heap",
  binary: "a binary",
  db_term: "a row of an ETS table",
  ll_temp_term: "a term",
  literal: "literals: persistent terms, or constants in code",
  message: "a message",
};

interface Holder extends Culprit {
  /** In words. */
  readonly sentence: string;
}

/** What holds much, and who is to blame for it. */
interface Holding {
  readonly bytes: number;
  readonly holders: readonly Holder[];
}

function ordered(
  isHuge: boolean,
  askers: readonly string[],
  holders: readonly Holder[],
): Holder[] {
  const asked = askers.length > 1
    ? "may have asked for this memory"
    : "asked for this memory";
  const all = holders.map((each) =>
    each.process !== undefined && askers.includes(each.process)
      ? { ...each, role: `${asked}, and ${each.role}` }
      : each
  );
  const asking = askers
    .filter((process) => !holders.some((each) => each.process === process))
    .slice(0, MAX_ASKERS)
    .map((process) => ({ role: asked, process, sentence: "" }));
  return isHuge ? [...asking, ...all] : [...all, ...asking];
}

/** Who held most: processes, their binaries, ETS tables; the most first. */
function holdersOf(dump: Dump, total: number): Holding[] {
  const { processes, ets, header: { wordSize } } = dump;
  const found: { bytes: number; holder: Holder }[] = [];
  const part = partOf(total);
  const all = (): boolean => true;
  for (const row of largest(dump, 2, measureOf(dump, "memory"), all).rows) {
    const bytes = processes.get("memoryBytes", row);
    const { pid, registered_name, mailbox = 0 } = processFields(dump, row);
    const queue = mailbox >= LONG
      ? `, with ${mailbox} messages in its mailbox`
      : "";
    found.push({
      bytes,
      holder: {
        role: `held ${mebibytes(bytes)}${part(bytes)}${queue}`,
        process: pid,
        sentence: `The process ${registered_name ?? pid} held ${
          mebibytes(bytes)
        }${part(bytes)} of it${queue}.`,
      },
    });
  }
  const binary = measureOf(dump, "binary");
  for (const row of largest(dump, 1, binary, all).rows) {
    const bytes = binary(row);
    const { pid, registered_name } = processFields(dump, row);
    found.push({
      bytes,
      holder: {
        role: `referred to ${mebibytes(bytes)} of binaries${part(bytes)}`,
        process: pid,
        sentence: `The process ${registered_name ?? pid} referred to ${
          mebibytes(bytes)
        }${part(bytes)} of it in binaries.`,
      },
    });
  }
  const [table] = ets.toSorted((a, b) => (b.words ?? 0) - (a.words ?? 0));
  if (table !== undefined) {
    const bytes = (table.words ?? 0) * wordSize;
    const name = atomShown(table.name ?? table.id) ?? "";
    found.push({
      bytes,
      holder: {
        role: `owned the ETS table ${name} of ${mebibytes(bytes)}${
          part(bytes)
        }`,
        process: table.owner,
        sentence: `The ETS table ${name} of ${table.owner} took ${
          mebibytes(bytes)
        }${part(bytes)} of it.`,
      },
    });
  }
  return found.filter(({ bytes }) => bytes > NOTABLE * total)
    .map(({ bytes, holder }) => ({ bytes, holders: [holder] }));
}

/** Processes, their binaries and tables that hold much together, though none of them alone does. */
function crowdsHolding(dump: Dump, total: number): Holding[] {
  const { processes } = dump;
  const crowds = crowdsOf(dump);
  const holding = (
    measure: "memory" | "binary",
    verb: string,
    limit: number,
  ): Holding[] => {
    const [crowd] = crowds
      .filter(({ [measure]: { total, most } }) => most < total / 2)
      .toSorted((a, b) => b[measure].total - a[measure].total);
    if (crowd === undefined) return [];
    const { count, first, messages } = crowd;
    const bytes = Math.min(crowd[measure].total, limit);
    const held = `${verb} ${mebibytes(bytes)}${partOf(total)(bytes)}`;
    const parent = crowd.spawner();
    const queues = messages >= LONG * count
      ? `, with ${messages} messages in their mailboxes`
      : "";
    const { pid, initial_call } = processFields(dump, first);
    const spawner = parent && nameOrPid(processes, parent);
    const sentence = `${count} processes (${initial_call ?? "-"})${
      spawner ? ` that ${spawner} spawned` : ""
    } together ${held} of it${queues}.`;
    return [{
      bytes,
      holders: [
        ...parent === undefined ? [] : [{
          role: `spawned ${count} that together ${held}`,
          ...{ process: parent, sentence },
        }],
        {
          role: `one of ${count} that together ${held}${queues}`,
          ...{ process: pid, sentence },
        },
      ],
    }];
  };
  return [
    ...holding("memory", "held", Infinity),
    // A binary that several refer to counts for each.
    ...holding(
      "binary",
      "referred, in binaries, to up to",
      dump.memory.get("binary") ?? 0,
    ),
    ...ownerOfTables(dump),
  ].filter(({ bytes }) => bytes > NOTABLE * total);
}

/** The owner of many tables of which none is large. */
function ownerOfTables(
  { ets, memory, processes, header: { wordSize } }: Dump,
): Holding[] {
  const owners = new Map<
    string,
    { words: number; most: number; count: number }
  >();
  for (const { owner, words = 0 } of ets) {
    if (owner === undefined) continue;
    const { words: before, most, count } = owners.get(owner) ??
      { words: 0, most: 0, count: 0 };
    owners.set(owner, {
      words: before + words,
      most: Math.max(most, words),
      count: count + 1,
    });
  }
  const [first] = [...owners]
    .filter(([, { words, most }]) => most < words / 2)
    .toSorted(([, a], [, b]) => b.words - a.words);
  if (first === undefined) return [];
  const [process, { words, count }] = first;
  const bytes = words * wordSize;
  const part = partOf(memory.get("total") ?? 0);
  const took = `${mebibytes(bytes)}${part(bytes)}`;
  return [{
    bytes,
    holders: [{
      role: `owned ${count} ETS tables of together ${took}`,
      process,
      sentence: `The ${count} ETS tables of ${
        nameOrPid(processes, process)
      } together took ${took} of it.`,
    }],
  }];
}

function partOf(total: number): (bytes: number) => string {
  return (bytes) => total > 0 ? ` (${Math.round(100 * bytes / total)} %)` : "";
}

/** A size, exact where it is small. */
function amount(bytes: number): string {
  return bytes < 100_000 ? `${bytes} bytes` : mebibytes(bytes);
}
