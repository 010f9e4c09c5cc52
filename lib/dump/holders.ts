/**
 * What processes own besides their heaps: ETS tables, ports; and the nodes, modules and
 * allocators of the system.
 *
 * @module
 */

import type { Section } from "./section.ts";

/** One ETS table. */
export interface EtsTable {
  /** Pid of its owner. */
  readonly owner: string;
  /** Name, or number of a table without one, as `Table:` shows it. */
  readonly id: string | undefined;
  /** As it was given; tables without a name have one too. */
  readonly name: string | undefined;
  /** As in `ets:info(T, type)`. */
  readonly type: string | undefined;
  /** As in `ets:info(T, protection)`. */
  readonly protection: string | undefined;
  /** Rows in it. */
  readonly objects: number | undefined;
  /** Size in words, as `ets:info(T, memory)`. */
  readonly words: number | undefined;
  /** Whether its rows are compressed. */
  readonly compressed: boolean;
  /** Whether a traversal keeps deleted objects from being freed. */
  readonly fixed: boolean;
  /** Whether it is one of the runtime system. */
  readonly internal: boolean;
}

/** Reads an ETS table. */
export function etsFrom(section: Section): EtsTable {
  const type = section.text("Type");
  const elements = section.number("Ordered set (AVL tree), Elements");
  return {
    owner: section.id,
    id: section.text("Table"),
    name: section.text("Name"),
    type: type ?? (elements === undefined ? undefined : "ordered_set"),
    protection: section.text("Protection"),
    objects: section.number("Objects"),
    words: section.number("Words"),
    compressed: section.text("Compressed") === "true",
    fixed: section.text("Fixed") === "true",
    internal: section.kind === "internal_ets",
  };
}

/** One port. */
export interface PortRow {
  /** As the dump prints it: `#Port<0.5>`. */
  readonly port: string;
  /** As the dump has it: `CONNECTED`. */
  readonly state: string | undefined;
  /** The process that owns it. */
  readonly connected: string | undefined;
  /** The name it was registered with. */
  readonly registeredName: string | undefined;
  /** What it controls: `linked-in driver: tcp_inet`, `external process: cat`. */
  readonly controls: string | undefined;
  /** Bytes read from it. */
  readonly inputBytes: number | undefined;
  /** Bytes written to it. */
  readonly outputBytes: number | undefined;
  /** Bytes that wait to be written. */
  readonly queueBytes: number | undefined;
}

/** Reads a port. */
export function portFrom(section: Section): PortRow {
  let controls: string | undefined;
  for (const [key, value] of section.fields) {
    const what = /^Port (?:controls|is) (.*)$/.exec(key)?.[1];
    if (what !== undefined) controls = `${what}: ${value}`;
  }
  return {
    port: section.id,
    state: section.text("State"),
    connected: section.text("Connected"),
    registeredName: section.text("Registered as"),
    controls,
    inputBytes: section.number("Input"),
    outputBytes: section.number("Output"),
    queueBytes: section.number("Queue"),
  };
}

/** Another node that this one knew. */
export interface NodeRow {
  /** First number of its pids in this dump. */
  readonly channel: number | undefined;
  /** As the dump has it. */
  readonly name: string | undefined;
  /** The number of its start. */
  readonly creation: number | undefined;
}

/** Reads a node. */
export function nodeFrom(section: Section): NodeRow {
  const channel = /^\d{1,10}$/.exec(section.id)?.[0];
  return {
    channel: channel === undefined ? undefined : Number(channel),
    name: unquoted(section.text("Name")),
    creation: section.number("Creation"),
  };
}

/** An atom's text without the quotes around it. */
export function unquoted(name: string | undefined): string | undefined {
  return name?.replace(/^'(.*)'$/s, "$1").replaceAll("\\'", "'");
}

/** One loaded module. */
export interface ModuleRow {
  /** Its name. */
  readonly module: string;
  /** Size of its old code. */
  readonly oldBytes: number | undefined;
}

/** Reads a module. */
export function moduleFrom(section: Section): ModuleRow {
  return {
    module: section.id,
    oldBytes: section.number("Old size"),
  };
}

/** All instances of an allocator together. */
export interface Allocator {
  /** As `erlang:system_info(alloc_util_allocators)` has it. */
  readonly name: string;
  /** Bytes in use. */
  readonly blockBytes: number;
  /** Bytes taken from the operating system. */
  readonly carrierBytes: number;
}

/** Sums the instances of each allocator: `=allocator:eheap_alloc[3]`. */
export class Allocators {
  readonly #byName = new Map<
    string,
    { blockBytes: number; carrierBytes: number }
  >();

  add(section: Section): void {
    const name = section.id.replace(/\[\d+\]$/, "");
    if (!this.#byName.has(name) && this.#byName.size >= 64) return;
    const sums = this.#byName.get(name) ?? { blockBytes: 0, carrierBytes: 0 };
    this.#byName.set(name, sums);
    for (const [key, value] of section.fields) {
      const now = Number(/^\d{1,20}\b/.exec(value)?.[0] ?? 0);
      if (/^[ms]bcs(?:_pool)? blocks(?:\[\w+\])? size$/.test(key)) {
        sums.blockBytes += now;
      } else if (/^[ms]bcs(?:_pool)? carriers size$/.test(key)) {
        sums.carrierBytes += now;
      }
    }
  }

  /** Each allocator that has carriers, the largest first. */
  get rows(): readonly Allocator[] {
    return [...this.#byName].map(([name, sums]) => ({ name, ...sums }))
      .filter(({ carrierBytes }) => carrierBytes > 0)
      .sort((a, b) => b.carrierBytes - a.carrierBytes);
  }
}
