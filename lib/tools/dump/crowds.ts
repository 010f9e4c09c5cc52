/**
 * Processes of a dump that run the same: many small ones can fill a table or a memory as one
 * large one can.
 *
 * @module
 */

import type { Dump } from "../../dump/mod.ts";
import { measureOf } from "./rows.ts";

/** Processes that run the same. */
export interface Crowd {
  readonly count: number;
  /** Row of the first of them. */
  readonly first: number;
  /** Returns who spawned them; `undefined` if it was not always the same one. */
  readonly spawner: () => string | undefined;
  /** Messages in all their mailboxes. */
  readonly messages: number;
  readonly memory: Amount;
  /** Binaries outside their heaps; one that several refer to counts for each. */
  readonly binary: Amount;
}

/** Bytes of all of them, and of the one that has most. */
interface Amount {
  readonly total: number;
  readonly most: number;
}

type Counted = Omit<Crowd, "spawner">;

/** Those that run the same, as they are counted. */
interface Alike {
  /** The spawner of most of them, if any has spawned most of them. */
  candidate: number;
  votes: number;
  /** Its own, and those of others. */
  own: Counted | undefined;
  others: Counted | undefined;
}

/** Every group of processes that run the same; where one process has spawned most of them, its own apart. */
export function crowdsOf(dump: Dump): Crowd[] {
  const { processes } = dump;
  const memory = measureOf(dump, "memory");
  const binary = measureOf(dump, "binary");
  const mailbox = measureOf(dump, "mailbox");
  const groups = new Map<string, Alike>();
  const keyOf = (row: number): string =>
    `${processes.nameId("initialCall", row)} ${
      processes.nameId("currentFunction", row)
    }`;
  // Of a million spawners each is not counted: whoever has a majority wins this vote.
  for (let row = 0; row < processes.count; row++) {
    const key = keyOf(row);
    const parent = processes.get("parent", row);
    const group = groups.get(key) ??
      { candidate: parent, votes: 0, own: undefined, others: undefined };
    groups.set(key, group);
    if (group.votes === 0) group.candidate = parent;
    group.votes += parent === group.candidate ? 1 : -1;
  }
  for (let row = 0; row < processes.count; row++) {
    const group = groups.get(keyOf(row));
    if (group === undefined) continue;
    const one = {
      ...{ count: 1, first: row, messages: Math.max(0, mailbox(row)) },
      memory: amount(memory(row)),
      binary: amount(binary(row)),
    };
    if (processes.get("parent", row) === group.candidate) {
      group.own = joined(group.own, one);
    } else group.others = joined(group.others, one);
  }
  return [...groups.values()].flatMap(({ own, others }) => {
    if (own === undefined) return [];
    const { first } = own;
    const crowd = { ...own, spawner: () => processes.row(first).parent };
    if (others === undefined) return [crowd];
    const spawner = (): undefined => undefined;
    return own.count > others.count
      ? [crowd, { ...others, spawner }]
      : [{ ...joined(own, others), spawner }];
  });
}

function amount(bytes: number): Amount {
  const own = Math.max(0, bytes);
  return { total: own, most: own };
}

function joined(a: Counted | undefined, b: Counted): Counted {
  if (a === undefined) return b;
  const sum = (measure: "memory" | "binary"): Amount => ({
    total: a[measure].total + b[measure].total,
    most: Math.max(a[measure].most, b[measure].most),
  });
  return {
    ...{ count: a.count + b.count, first: a.first },
    messages: a.messages + b.messages,
    ...{ memory: sum("memory"), binary: sum("binary") },
  };
}
