/**
 * The ports, sockets and files of a node that come first by one measure.
 *
 * @module
 */

import { atom, map, Pid, Port, type Term } from "../etf/mod.ts";
import { readKnownInteger } from "./counted.ts";
import { encodeProcess, readIdentifier, readPid } from "./identifiers.ts";
import { type Cost, defineProbe, type Probe } from "./probe.ts";
import { processRefused } from "./process_refused.ts";
import {
  type Fields,
  readAtom,
  readFields,
  readInteger,
  readKnown,
  readList,
  readRegisteredName,
  readTable,
  readText,
  readTuple,
} from "./read.ts";

/** What ports can be sorted by. */
export const PORT_SORTS = ["traffic", "queue", "memory"] as const;

/** One of {@linkcode PORT_SORTS}. */
export type PortSort = typeof PORT_SORTS[number];

/** Which ports: `all` are all but files, which take a look at every process. */
export const PORT_KINDS = [
  "all",
  "inet",
  "socket",
  "program",
  "file",
] as const;

/** One of {@linkcode PORT_KINDS}. */
export type PortKind = typeof PORT_KINDS[number];

/** More rows than this are never sent. */
export const MOST_PORTS = 200;

/** Arguments of {@linkcode portList}. */
export interface PortListArgs {
  readonly kind: PortKind;
  readonly sort: PortSort;
  /** How many, at most; between 1 and {@linkcode MOST_PORTS}. */
  readonly limit: number;
  /** Only those of this process: a pid or a registered name. */
  readonly process?: string | undefined;
  /** Sorts by the traffic of so many ms; since it was opened if 0. @default {0} */
  readonly windowMs?: number | undefined;
}

/** A port, a socket, or the process of a file. */
export interface PortRow {
  /** `#Port<0.5>`, `#Socket<0.1.2.3>`, or the pid of a file. */
  readonly id: string;
  /** `tcp_inet`, `udp_inet`, `sctp_inet`, `program`, `socket` or `file`. */
  readonly kind: string;
  readonly owner?: string | undefined;
  readonly owner_name?: string | undefined;
  readonly local?: string | undefined;
  readonly peer?: string | undefined;
  /** Of a program or driver, the first word of its command. */
  readonly program?: string | undefined;
  readonly os_pid?: number | undefined;
  /** Since it was opened. */
  readonly in_bytes?: number | undefined;
  readonly out_bytes?: number | undefined;
  /** In and out, within the window. */
  readonly window_bytes?: number | undefined;
  /** Waiting to go out. */
  readonly queue_bytes?: number | undefined;
  readonly memory_bytes?: number | undefined;
}

/** Answer of {@linkcode portList}. */
export interface PortList {
  /** Of the kind, and of the process if one was given. */
  readonly matched: number;
  readonly kinds: Readonly<Record<string, number>>;
  /** Those that did not answer in time, and are in no row. */
  readonly silent: number;
  /** 0 where there was one look. */
  readonly window_ms: number;
  /** Who has most of them. */
  readonly owners: readonly {
    readonly owner?: string | undefined;
    readonly owner_name?: string | undefined;
    readonly count: number;
  }[];
  readonly ports: readonly PortRow[];
  readonly cost: Cost;
}

/** The first by one measure, the largest first. */
export const portList: Probe<PortListArgs, PortList> = defineProbe(
  "list_ports",
  {
    encode: ({ kind, sort, limit, process, windowMs }) =>
      map([
        [atom("kind"), atom(kind)],
        [atom("sort"), atom(sort)],
        [atom("limit"), Math.min(Math.max(1, limit), MOST_PORTS)],
        [
          atom("owner"),
          process === undefined ? atom("any") : encodeProcess(process),
        ],
        [atom("window_ms"), windowMs ?? 0],
      ]),
    decode(answer, { node, cost }): PortList {
      const fields = readFields(answer);
      const windowMs = fields.get("window_ms", readInteger);
      return {
        matched: fields.get("matched", readInteger),
        kinds: Object.fromEntries(fields.get("kinds", readList).map(readKind)),
        silent: fields.get("silent", readInteger),
        window_ms: windowMs,
        owners: fields.get("owners", readTable).map((row) => ({
          ...readOwner(row, node),
          count: row.get("count", readInteger),
        })),
        ports: fields.get("rows", readTable).map((row) =>
          readRow(row, node, windowMs)
        ),
        cost,
      };
    },
    waitsMs: ({ windowMs = 0 }) => windowMs,
    refused: (refusal, { process = "" }) => processRefused(refusal, process),
  },
);

/** `{Count, Kind}`. */
function readKind(term: Term): [string, number] {
  const [count = term, kind = term] = readTuple(term, 2);
  return [readAtom(kind), readInteger(count)];
}

/** A socket that is being closed has no owner. */
function readOwner(
  row: Fields,
  node: string,
): Pick<PortRow, "owner" | "owner_name"> {
  return {
    owner: row.get(
      "owner",
      (owner) => readKnown(owner, (pid) => readPid(pid, node)),
    ),
    owner_name: row.get("owner_name", readRegisteredName),
  };
}

function readRow(row: Fields, node: string, windowMs: number): PortRow {
  const kind = row.get("kind", readAtom);
  const [input, output] = row.get("traffic", readTraffic);
  return {
    id: row.get(
      "id",
      (id) =>
        id instanceof Pid || id instanceof Port
          ? readIdentifier(id, node)
          : readText(id),
    ),
    kind,
    ...readOwner(row, node),
    local: row.get("local", readKnownText),
    peer: row.get("peer", readKnownText),
    program: row.get("program", readKnownText),
    os_pid: row.get("os_pid", readKnownInteger),
    ...kind !== "file" && {
      in_bytes: input,
      out_bytes: output,
      window_bytes: windowMs > 0 ? row.get("value", readInteger) : undefined,
    },
    ...kind !== "file" && kind !== "socket" && {
      queue_bytes: row.get("queue", readKnownInteger),
      memory_bytes: row.get("memory", readKnownInteger),
    },
  };
}

/** `{In, Out}`, or nothing of one that has been closed meanwhile. */
function readTraffic(term: Term): readonly (number | undefined)[] {
  return readKnown(term, (bytes) => readTuple(bytes, 2).map(readInteger)) ?? [];
}

function readKnownText(term: Term): string | undefined {
  return readKnown(term, readText);
}
