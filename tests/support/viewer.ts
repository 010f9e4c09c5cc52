/**
 * What OTP's crashdump_viewer shows of a dump, and how that differs from what is read here. See
 * `viewer.erl`.
 *
 * @module
 */

import type { Dump } from "../../lib/dump/mod.ts";
import {
  Atom,
  atom,
  compare,
  decode,
  ErlangMap,
  format,
  ImproperList,
  lookup,
  Pid,
  Port,
  type Term,
  Tuple,
  tuple,
} from "../../lib/etf/mod.ts";
import type { Dead } from "./crashes/crash.ts";

/** Shows a dump with the viewer whose modules are in a folder, and the terms of at most so many processes. */
export async function viewed(
  { folder, path }: Dead,
  erl: string,
  ebin: string,
  most: number,
): Promise<ErlangMap> {
  // Where the release has a root of its own, it sees the folder of the dump only.
  const own = `${folder}/viewer`;
  await Deno.mkdir(own);
  for await (const { name } of Deno.readDir(ebin)) {
    await Deno.copyFile(`${ebin}/${name}`, `${own}/${name}`);
  }
  const source = `${own}/viewer.erl`;
  await Deno.copyFile(new URL("viewer.erl", import.meta.url), source);
  const out = `${own}/out.bin`;
  const { success, stdout, stderr } = await new Deno.Command(erl, {
    args: [
      ...["-noinput", "-pa", own, "-eval"],
      `{ok, _} = compile:file("${source}", [{outdir, "${own}"}]), viewer:main("${path}", "${out}", ${most}).`,
    ],
    env: { ERL_CRASH_DUMP_SECONDS: "0" },
    stdin: "null",
  }).output();
  if (!success) {
    const decoder = new TextDecoder();
    throw new Error(decoder.decode(stdout) + decoder.decode(stderr));
  }
  const term = decode(await Deno.readFile(out));
  if (!(term instanceof ErlangMap)) throw new Error("the viewer gave no map");
  return term;
}

/** Places of fields in the viewer's records. */
const PROC = {
  ...{ pid: 1, name: 2, initialCall: 3, parent: 4, state: 6, mailbox: 8 },
  ...{ messages: 9, dictionary: 17, reductions: 18, heapBytes: 21 },
  ...{ memoryBytes: 36, stack: 37 },
};

function records(shown: ErlangMap, key: string): Term[][] {
  const all = lookup(shown, atom(key));
  return Array.isArray(all) ? all : [];
}

/** A text of the viewer's, or a pid in one of its forms. */
function textOf(term: Term | undefined): string | undefined {
  if (term instanceof Tuple) return textOf(term.elements[1]);
  if (term instanceof Uint8Array) return new TextDecoder().decode(term);
  if (term instanceof Atom) return undefined;
  const text = term === undefined
    ? ""
    : format(term, { syntax: "erlang" }).replace(/^"(.*)"$/s, "$1");
  return text === "unknown" || text === "" ? undefined : text;
}

/** Returns what is read otherwise than the viewer shows it. */
export async function differences(
  dump: Dump,
  shown: ErlangMap,
): Promise<string[]> {
  const wrong: string[] = [];
  const same = (what: string, ours: unknown, theirs: unknown): void => {
    if (`${ours}` === `${theirs}`) return;
    wrong.push(`${what}: ${cut(`${ours}`)}, not ${cut(`${theirs}`)}`);
  };
  const { header: { wordSize }, processes } = dump;
  const rows = new Map(
    Array.from({ length: processes.count }, (_, row) => processes.row(row))
      .map((row) => [row.pid, row]),
  );
  const listed = records(shown, "processes");
  same("processes", processes.count, listed.length);
  for (const record of listed) {
    const pid = textOf(record[PROC.pid]) ?? "";
    const row = rows.get(pid);
    const at = (what: string): string => `${what} of ${pid}`;
    // Without a name, the viewer shows the call.
    const name = row?.registeredName ?? row?.spawnedAs;
    same(at("name"), name, textOf(record[PROC.name]));
    const state = textOf(record[PROC.state])?.replace(/\\n\(.*\)$/, "");
    same(at("state"), row?.state, state);
    same(at("call"), row?.spawnedAs, textOf(record[PROC.initialCall]));
    same(at("mailbox"), row?.mailbox, record[PROC.mailbox]);
    same(at("reductions"), row?.reductions, record[PROC.reductions]);
    same(at("memory"), row?.memoryBytes, record[PROC.memoryBytes]);
    const heap = (row?.stackHeapWords ?? 0) * wordSize;
    same(at("heap"), heap, record[PROC.heapBytes]);
  }
  for (const record of records(shown, "details")) {
    const pid = textOf(record[PROC.pid]) ?? "";
    wrong.push(...await termDifferences(dump, pid, record));
  }
  const tables = records(shown, "tables")
    .map(([, owner, , id, name, , , , objects, bytes]) =>
      [
        ...[textOf(owner), textOf(id), textOf(name), objects],
        bytes instanceof Tuple ? bytes.elements[1] : bytes,
      ].join(" ")
    );
  const ownTables = dump.ets.filter(({ internal }) => !internal)
    .map(({ owner, id, name, objects, words = 0 }) =>
      [owner, id, name, objects, words * wordSize].join(" ")
    );
  same("tables", ownTables.toSorted().join(), tables.toSorted().join());
  const ports = records(shown, "ports").map(([, id, , , , owner]) => {
    const [node, number] = id instanceof Tuple ? id.elements : [];
    return `#Port<${node}.${number}> ${textOf(owner)}`;
  });
  const ownPorts = dump.ports.map(({ port, connected }) =>
    `${port} ${connected}`
  );
  same("ports", ownPorts.toSorted().join(), ports.toSorted().join());
  return wrong;
}

/** The terms that one process held. */
async function termDifferences(
  dump: Dump,
  pid: string,
  record: readonly Term[],
): Promise<string[]> {
  const held = await dump.process(pid, {
    ...{ messages: 100_000, stack: 10_000, dictionary: 10_000 },
    ...{ maxTerms: 10_000_000, maxDepth: 200, maxItems: 10_000_000 },
    maxBinary: 10_000_000,
  });
  // Of a large heap only the ends are read, which the answer says.
  const isCut = held.lacks.some((each) => each.startsWith("of its heap"));
  const messages = listOf(record[PROC.messages])
    .map((each) => each instanceof Tuple ? each.elements[0] : each);
  const variables = listOf(record[PROC.stack]).flatMap((each) => {
    const [place, value] = each instanceof Tuple ? each.elements : [];
    // Where a call returns to, and a catch, are texts.
    const isVariable = place instanceof Atom && place.name.startsWith("y") &&
      !/^"(?:Return|Catch) /.test(value === undefined ? "" : told(value));
    return isVariable && value !== undefined ? [value] : [];
  });
  const compared: [string, readonly Term[], readonly (Term | undefined)[]][] = [
    ["messages", held.messages.map(({ term }) => term), messages],
    [
      "dictionary",
      held.dictionary.map(({ key, value }) => tuple(key, value)),
      listOf(record[PROC.dictionary]),
    ],
    [
      "variables",
      held.stack.flatMap((it) => it.type === "variable" ? [it.term] : []),
      variables,
    ],
  ];
  return compared.flatMap(([what, ours, theirs]) => {
    const [own, other] = [ours, theirs].map((terms) =>
      terms.map((term) => term === undefined ? "" : told(plain(term)))
    );
    const at = own?.findIndex((text, index) =>
      upTo(text, isCut) !== upTo(other?.[index] ?? "", isCut, text)
    ) ?? -1;
    if (at < 0 && own?.length === other?.length) {
      return [];
    }
    return [
      `${what} of ${pid}, ${own?.length} of ${other?.length}, at ${at}: ${
        cut(own?.[at])
      }, not ${cut(other?.[at])}`,
    ];
  });
}

/** A text to where `own` leaves something out, and the separator before it. */
function upTo(text: string, isCut: boolean, own = text): string {
  const end = isCut ? own.indexOf("{'$cut',") : -1;
  return end < 0 ? text : text.slice(0, Math.max(0, end - 1));
}

function listOf(term: Term | undefined): readonly Term[] {
  return Array.isArray(term) ? term : [];
}

function told(term: Term): string {
  return format(term, { syntax: "erlang" });
}

function cut(text = ""): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/** A term as the viewer writes it: pids and ports as tuples, large maps in order. */
function plain(term: Term): Term {
  if (term instanceof Pid) {
    return tuple(atom("$pid"), encoded(`<0.${term.id}.${term.serial}>`));
  }
  if (term instanceof Port) {
    return tuple(atom("$port"), encoded(`#Port<0.${term.id}>`));
  }
  if (term instanceof Tuple) return new Tuple(term.elements.map(plain));
  if (term instanceof ImproperList) {
    return new ImproperList(term.items.map(plain), plain(term.tail));
  }
  if (term instanceof ErlangMap) {
    const { entries } = term;
    const pairs = entries.flatMap((key, index) =>
      index % 2 === 0
        ? [[plain(key), plain(entries[index + 1] ?? [])] as const]
        : []
    );
    return new ErlangMap(pairs.toSorted((a, b) => compare(a[0], b[0])).flat());
  }
  return Array.isArray(term) ? term.map(plain) : term;
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
