/**
 * Crash dumps with damage of all kinds, and a reader that checks what becomes of them:
 * only a {@linkcode DumpError} may come out, and terms that print.
 *
 * @module
 */

import {
  type Consume,
  type Dump,
  DumpError,
  type ProcessDetail,
  type Range,
  readDump,
  type Source,
} from "../../lib/dump/mod.ts";
import { format, type Term } from "../../lib/etf/mod.ts";
import { randomSource } from "./random.ts";

/** A number from 0 to below a limit. */
type Random = (below: number) => number;

/** A dump with some damage. */
export interface Damaged {
  readonly what: string;
  readonly bytes: Uint8Array;
}

const latin1 = new TextDecoder("latin1");

/** Where the sections of a dump start. */
export function sectionStarts(bytes: Uint8Array): number[] {
  const text = latin1.decode(bytes);
  return [...text.matchAll(/^=[a-z_]+/gm)].map(({ index }) => index);
}

/** Keeps some sections of each kind, and the start of long ones, so that much fits into little. */
export function trimmed(bytes: Uint8Array, perKind: number): Uint8Array {
  const text = latin1.decode(bytes);
  const kept = new Map<string, number>();
  const parts: string[] = [];
  for (const section of text.split(/^(?==[a-z_]+)/m)) {
    const kind = /^=[a-z_]+/.exec(section)?.[0] ?? "";
    const count = kept.get(kind) ?? 0;
    kept.set(kind, count + 1);
    const most = kind.startsWith("=proc") ? 5 * perKind : perKind;
    if (count < most) parts.push(cutLines(section, 400));
  }
  return Uint8Array.from(parts.join(""), (char) => char.charCodeAt(0));
}

function cutLines(section: string, most: number): string {
  const lines = section.split("\n");
  return lines.length <= most + 1
    ? section
    : `${lines.slice(0, most).join("\n")}\n`;
}

/** The dump cut at each section, before and inside its heading. */
export function* cuts(base: Uint8Array): Generator<Damaged> {
  for (const start of sectionStarts(base)) {
    for (const more of [0, 1, 7]) {
      yield {
        what: `cut at ${start + more}`,
        bytes: base.subarray(0, start + more),
      };
    }
  }
}

/** Dumps with damage that follows from the seed, without end. */
export function* damages(
  base: Uint8Array,
  seed: number,
): Generator<Damaged> {
  const random = randomSource(seed);
  const starts = sectionStarts(base);
  for (;;) {
    const { what, bytes } =
      KINDS[random(KINDS.length)]?.(base, random, starts) ??
        { what: "none", bytes: base };
    // One damage seldom comes alone.
    yield random(4) === 0
      ? { what: `${what}, flipped`, bytes: flipped(bytes, random).bytes }
      : { what, bytes };
  }
}

type Damage = (
  base: Uint8Array,
  random: Random,
  starts: readonly number[],
) => Damaged;

const KINDS: readonly Damage[] = [
  flipped,
  cut,
  hugeNumber,
  noise,
  endlessLine,
  shuffled,
  headings,
  cycle,
  dropped,
];

function flipped(base: Uint8Array, random: Random): Damaged {
  const bytes = base.slice();
  const count = 1 + random(20);
  for (let i = 0; i < count && bytes.length > 0; i++) {
    bytes[random(bytes.length)] = random(256);
  }
  return { what: `${count} bytes changed`, bytes };
}

function cut(base: Uint8Array, random: Random): Damaged {
  const length = random(base.length);
  return { what: `cut at ${length}`, bytes: base.subarray(0, length) };
}

/** Digits of a number become many more, or all that an address can have. */
function hugeNumber(base: Uint8Array, random: Random): Damaged {
  const from = random(base.length);
  const at = base.findIndex((byte, i) =>
    i >= from && byte >= 0x30 && byte <= 0x39
  );
  const digits = ["9".repeat(1 + random(60)), "F".repeat(1 + random(30))];
  const number = digits[random(digits.length)] ?? "";
  return {
    what: `${number} at ${at}`,
    bytes: spliced(base, Math.max(0, at), 1 + random(4), textBytes(number)),
  };
}

function noise(base: Uint8Array, random: Random): Damaged {
  const length = 1 + random(random(8) === 0 ? 100_000 : 2000);
  const bytes = Uint8Array.from({ length }, () => random(256));
  const at = random(base.length);
  return {
    what: `${length} bytes of noise at ${at}`,
    bytes: spliced(base, at, random(2) * length, bytes),
  };
}

/** A line that is longer than any buffer, at times of one that matters. */
function endlessLine(
  base: Uint8Array,
  random: Random,
  starts: readonly number[],
): Damaged {
  const line = ["A", "=", "[<0.1.0>, ", "{to,", "'", "0", "H1|", "\\", ","];
  const unit = line[random(line.length)] ?? "A";
  const length = 1 + random(random(4) === 0 ? 300_000 : 3000);
  const at = random(2) === 0
    ? random(base.length)
    : (starts[random(starts.length)] ?? 0) + random(60);
  return {
    what: `${length} of ${unit} at ${at}`,
    bytes: spliced(
      base,
      at,
      0,
      textBytes(unit.repeat(length / unit.length + 1)),
    ),
  };
}

/** Sections in another order, some of them twice. */
function shuffled(
  base: Uint8Array,
  random: Random,
  starts: readonly number[],
): Damaged {
  const parts = starts.map((start, i) => base.subarray(start, starts[i + 1]));
  for (let i = 0; i < 10; i++) {
    const from = 1 + random(parts.length - 1);
    const to = 1 + random(parts.length - 1);
    const part = parts[from];
    if (part !== undefined) parts.splice(to, random(2), part);
  }
  return { what: "sections shuffled", bytes: joined(parts) };
}

/** Very many sections of a kind. */
function headings(base: Uint8Array, random: Random): Damaged {
  const kinds = [
    "proc:<0.1.0>",
    "proc_heap:<0.9.0>",
    "binary:1000",
    "ets:<0.1.0>",
    "x",
    "scheduler:1",
    "end",
    "erl_crash_dump:0.5",
  ];
  const kind = kinds[random(kinds.length)];
  const count = 1 + random(random(8) === 0 ? 5000 : 100);
  const at = 1 + random(base.length - 1);
  return {
    what: `${count} of =${kind} at ${at}`,
    bytes: spliced(base, at, 0, textBytes(`\n=${kind}\n`.repeat(count))),
  };
}

/** Addresses that lead elsewhere, often back to where they are. */
function cycle(base: Uint8Array, random: Random): Damaged {
  const text = latin1.decode(base);
  const addresses = [...text.matchAll(/^([0-9A-F]{6,13}):/gm)]
    .map(([, address = ""]) => address);
  const bytes = base.slice();
  const uses = [...text.matchAll(/H([0-9A-F]{6,13})\b/g)];
  const count = Math.min(uses.length, 1 + random(200));
  for (let i = 0; i < count; i++) {
    const use = uses[random(uses.length)];
    const other = addresses[random(addresses.length)] ?? "";
    if (use?.[1]?.length === other.length) {
      bytes.set(textBytes(other), use.index + 1);
    }
  }
  return { what: `${count} addresses changed`, bytes };
}

function dropped(
  base: Uint8Array,
  random: Random,
  starts: readonly number[],
): Damaged {
  const parts = starts.map((start, i) => base.subarray(start, starts[i + 1]));
  const kept = parts.filter((_, i) => i === 0 || random(4) > 0);
  return { what: "sections dropped", bytes: joined(kept) };
}

function spliced(
  base: Uint8Array,
  at: number,
  drop: number,
  insert: Uint8Array,
): Uint8Array {
  return joined([
    base.subarray(0, at),
    insert,
    base.subarray(Math.min(base.length, at + drop)),
  ]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function textBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A dump in memory, which comes in pieces of any size. */
export function memorySource(
  bytes: Uint8Array,
  pieceSize: () => number,
): Source {
  return {
    fileSize: bytes.length,
    gzip: false,
    stream: (consume: Consume) => {
      let from = 0;
      for (let to = 0; to < bytes.length;) {
        to = Math.min(bytes.length, to + pieceSize());
        // What is offered is only there during the call.
        const piece = bytes.slice(from, to);
        const used = consume(piece, false);
        piece.fill(0x3d);
        if (used === undefined) return Promise.resolve({ broken: false });
        from += used;
      }
      consume(bytes.slice(from), true);
      return Promise.resolve({ broken: false });
    },
    read: (ranges: readonly Range[]) =>
      Promise.resolve(
        ranges.map(({ offset, length }) =>
          bytes.slice(offset, offset + length)
        ),
      ),
  };
}

/** Reads a dump and asks everything of it. */
export async function examine(
  bytes: Uint8Array,
  random: Random,
): Promise<"refused" | "noted" | "whole"> {
  let dump: Dump;
  try {
    dump = await readDump(
      "dump",
      memorySource(bytes, () => 1 + random(random(2) === 0 ? 300 : 100_000)),
    );
  } catch (error) {
    if (error instanceof DumpError) return "refused";
    throw error;
  }
  const { processes } = dump;
  for (let i = 0; i < 3 && processes.count > 0; i++) {
    const { pid } = processes.row(random(processes.count));
    if (pid !== "unknown") {
      print(dump, await dump.process(pid, { messages: 50 }));
    }
  }
  const { terms } = await dump.persistentTerms(20);
  for (const { key, value } of terms) show(dump, key, value);
  await dump.newestAtoms(10);
  JSON.stringify([
    dump.header,
    dump.sections,
    dump.notes,
    dump.limits,
    dump.ets,
    dump.ports,
    dump.nodes,
    dump.modules,
    dump.schedulers,
    dump.allocators,
  ]);
  return dump.notes.length > 0 ? "noted" : "whole";
}

function print(dump: Dump, detail: ProcessDetail): void {
  for (const entry of detail.stack) {
    if (entry.type === "variable") show(dump, entry.term);
  }
  for (const { term, token } of detail.messages) show(dump, term, token ?? []);
  for (const { key, value } of detail.dictionary) show(dump, key, value);
}

const SYNTAXES = ["erlang", "elixir", "gleam", "lfe"] as const;

function show(dump: Dump, ...terms: readonly Term[]): void {
  for (const term of terms) {
    for (const syntax of SYNTAXES) {
      format(term, { syntax, home: dump.home, maxBytes: 2000 });
    }
  }
}
