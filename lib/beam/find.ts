/**
 * What on a node has a text in its name.
 *
 * @module
 */

import { Atom, atom, binary, map, type Term } from "../etf/mod.ts";
import {
  type Counted,
  readCounted,
  readKnownInteger,
  readNames,
} from "./counted.ts";
import { readIdentifier, readPid } from "./identifiers.ts";
import { type Cost, defineProbe, type Probe } from "./probe.ts";
import {
  readAtom,
  readBoolean,
  readFields,
  readInteger,
  readText,
  readTuple,
} from "./read.ts";

/** What can be looked for. */
export const FIND_KINDS = [
  "names",
  "modules",
  "tables",
  "applications",
  "ports",
] as const;

/** One of {@linkcode FIND_KINDS}. */
export type FindKind = typeof FIND_KINDS[number];

/** Arguments of {@linkcode find}. */
export interface FindArgs {
  /** Looked for in any case. */
  readonly text: string;
  readonly kinds: readonly FindKind[];
  /** Most of each kind; at most 100. */
  readonly limit: number;
}

/** Answer of {@linkcode find}; each kind that was asked for. */
export interface Found {
  /** Registered processes and ports. */
  readonly names?:
    | Counted<{
      readonly name: string;
      readonly id: string;
      /** Messages that wait, of a process. */
      readonly mailbox?: number | undefined;
    }>
    | undefined;
  /** Loaded ones. */
  readonly modules?: Counted<string> | undefined;
  /** By the name they were made with. */
  readonly tables?:
    | Counted<{
      readonly name: string;
      /** What it is called in arguments. */
      readonly table: string;
      readonly size: number;
      readonly memory_bytes: number;
    }>
    | undefined;
  /** Loaded ones. */
  readonly applications?:
    | Counted<{
      readonly application: string;
      /** Whether it has processes. */
      readonly running: boolean;
    }>
    | undefined;
  readonly ports?:
    | Counted<{
      readonly port: string;
      readonly name: string;
      readonly owner: string;
    }>
    | undefined;
  readonly cost: Cost;
}

/** Looks for names that hold a text; makes none on the node. */
export const find: Probe<FindArgs, Found> = defineProbe("find", {
  encode: ({ text, kinds, limit }) =>
    map([
      [atom("text"), binary(text.toLowerCase())],
      [atom("kinds"), [...new Set(kinds)].map(atom)],
      [atom("limit"), Math.min(Math.max(1, limit), 100)],
    ]),
  decode(answer, { node, cost }): Found {
    const fields = readFields(answer);
    const counted = <Item>(
      kind: FindKind,
      size: number,
      read: (parts: readonly Term[]) => Item,
    ): Counted<Item> | undefined =>
      fields.find(
        kind,
        (found) => readCounted(found, (item) => read(readTuple(item, size))),
      );
    return {
      names: counted(
        "names",
        3,
        ([name = answer, id = answer, box = answer]) => ({
          name: readAtom(name),
          id: readIdentifier(id, node),
          mailbox: readKnownInteger(box),
        }),
      ),
      modules: fields.find("modules", readNames),
      tables: counted(
        "tables",
        4,
        ([name = answer, id = answer, size = answer, bytes = answer]) => ({
          name: readAtom(name),
          table: id instanceof Atom ? id.name : readText(id),
          size: readInteger(size),
          memory_bytes: readInteger(bytes),
        }),
      ),
      applications: counted(
        "applications",
        2,
        ([name = answer, running = answer]) => ({
          application: readAtom(name),
          running: readBoolean(running),
        }),
      ),
      ports: counted(
        "ports",
        3,
        ([port = answer, name = answer, owner = answer]) => ({
          port: readIdentifier(port, node),
          name: readText(name),
          owner: readPid(owner, node),
        }),
      ),
      cost,
    };
  },
});
