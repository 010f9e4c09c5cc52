/**
 * Who asked for the memory that an allocator did not get, and who had it.
 *
 * @module
 */

import type { Dump } from "../../dump/mod.ts";
import { megabytes } from "../../health/mod.ts";
import { atomShown, largest, measureOf, processFields } from "./rows.ts";
import { collecting, running } from "./running.ts";
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

/** Messages of a mailbox that is worth a word. */
const LONG = 100;

/** An allocator got no memory: who asked, and who had it. */
export function outOfMemory(
  dump: Dump,
  { allocator, bytes, type }: Extract<Ending, { kind: "out_of_memory" }>,
): Verdict {
  const total = dump.memory.get("total") ?? 0;
  const asker = type.includes("heap") ? collecting(dump) : running(dump);
  const holders = holdersOf(dump, total);
  const [first] = holders;
  const isHuge = total > 0 && bytes > total;
  const asked = `${allocator} got no ${megabytes(bytes)} for ${
    PURPOSES[type] ?? `"${type}"`
  }`;
  const used = total === 0 ? "" : `, while ${megabytes(total)} were in use`;
  const why = isHuge
    ? " The request alone was larger than all memory in use: look at who asked first."
    : first === undefined
    ? ""
    : ` ${first.sentence}`;
  return {
    verdict: `Out of memory: ${asked}${used}.${why}`,
    culprits: ordered(isHuge, asker, holders).map(({ sentence: _, ...rest }) =>
      rest
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
};

interface Holder extends Culprit {
  /** In words. */
  readonly sentence: string;
}

function ordered(
  isHuge: boolean,
  asker: string | undefined,
  holders: readonly Holder[],
): Holder[] {
  const asking = asker === undefined
    ? []
    : [{ role: "asked for this memory", process: asker, sentence: "" }];
  const own = holders.find(({ process }) => process === asker);
  if (own !== undefined && asker !== undefined) {
    const both = { ...own, role: `asked for this memory, and ${own.role}` };
    return [both, ...holders.filter((each) => each !== own)];
  }
  return isHuge ? [...asking, ...holders] : [...holders, ...asking];
}

/** Who held most: processes, their binaries, ETS tables; the most first. */
function holdersOf(dump: Dump, total: number): Holder[] {
  const { processes, ets, header: { wordSize } } = dump;
  const found: { bytes: number; holder: Holder }[] = [];
  const part = (bytes: number): string =>
    total > 0 ? ` (${Math.round(100 * bytes / total)} %)` : "";
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
        role: `held ${megabytes(bytes)}${part(bytes)}${queue}`,
        process: pid,
        sentence: `The process ${registered_name ?? pid} held ${
          megabytes(bytes)
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
        role: `referred to ${megabytes(bytes)} of binaries${part(bytes)}`,
        process: pid,
        sentence: `The process ${registered_name ?? pid} referred to ${
          megabytes(bytes)
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
        role: `owned the ETS table ${name} of ${megabytes(bytes)}${
          part(bytes)
        }`,
        process: table.owner,
        sentence: `The ETS table ${name} of ${table.owner} took ${
          megabytes(bytes)
        }${part(bytes)} of it.`,
      },
    });
  }
  return found.filter(({ bytes }) => bytes > NOTABLE * total)
    .toSorted((a, b) => b.bytes - a.bytes).map(({ holder }) => holder);
}
