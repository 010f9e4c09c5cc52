/**
 * What Elixir's own abstractions are at on a node.
 *
 * @module
 */

import { Atom, atom, binary, map, Pid, type Term } from "../etf/mod.ts";
import {
  type Counted,
  readCountedTable,
  readKnownAtom,
  readKnownInteger,
  readSomeText,
} from "./counted.ts";
import { BeamError } from "./errors.ts";
import { readPid } from "./identifiers.ts";
import { type Cost, defineProbe, type Probe } from "./probe.ts";
import {
  type Fields,
  type Mfa,
  readAtom,
  readBoolean,
  readFields,
  readInteger,
  readKnown,
  readMfa,
  readText,
} from "./read.ts";

/** What can be asked for. */
export const ELIXIR_SECTIONS = [
  "registries",
  "supervisors",
  "telemetry",
  "ecto",
  "oban",
] as const;

/** One of {@linkcode ELIXIR_SECTIONS}. */
export type ElixirSection = typeof ELIXIR_SECTIONS[number];

/** Arguments of {@linkcode elixirOverview}. */
export interface ElixirArgs {
  readonly sections: readonly ElixirSection[];
  /** Only names and events that hold it, in any case. */
  readonly text?: string | undefined;
  /** Most rows of each section; at most 100. @default {20} */
  readonly limit?: number | undefined;
}

/** A `Registry`. */
export interface RegistryRow {
  readonly name: string;
  readonly pid: string;
  /** `unique` or `duplicate`. */
  readonly keys?: string | undefined;
  readonly partitions?: number | undefined;
  readonly entries?: number | undefined;
  readonly mailbox: number;
}

/** A `DynamicSupervisor`, `Task.Supervisor` or `PartitionSupervisor` with a name. */
export interface ElixirSupervisorRow {
  /** `dynamic`, `task` or `partition`. */
  readonly kind: string;
  readonly name: string;
  readonly pid: string;
  readonly callback: string;
  /** By its links; of a PartitionSupervisor, those of all partitions. */
  readonly children: number;
  readonly partitions?: number | undefined;
  readonly mailbox: number;
}

/** A handler that `:telemetry` calls. */
export interface TelemetryRow {
  /** `my_app.repo.query`. */
  readonly event: string;
  readonly id: string;
  readonly function: Mfa;
}

/** A pool of database connections. */
export interface PoolRow {
  /** Module or pid of the repository. */
  readonly repo: string;
  readonly pool?: string | undefined;
  readonly size?: number | undefined;
  /** Connections that nobody uses. */
  readonly ready?: number | undefined;
  /** Processes that wait for one. */
  readonly waiting?: number | undefined;
}

/** A queue of jobs on this node. */
export interface ObanRow {
  readonly instance: string;
  readonly queue: string;
  readonly limit?: number | undefined;
  readonly running?: number | undefined;
  readonly paused?: boolean | undefined;
}

/** What a library says; `absent` where it is not loaded, `no_answer` where it does not say. */
export type Said<Row> = Counted<Row> | "absent" | "no_answer";

/** Answer of {@linkcode elixirOverview}. */
export interface ElixirOverview {
  readonly elixir_version?: string | undefined;
  readonly registries?: Counted<RegistryRow> | undefined;
  readonly supervisors?: Counted<ElixirSupervisorRow> | undefined;
  readonly telemetry?: Said<TelemetryRow> | undefined;
  readonly ecto?: Said<PoolRow> | undefined;
  readonly oban?: Said<ObanRow> | undefined;
  readonly cost: Cost;
}

/** Elixir at a glance. */
export const elixirOverview: Probe<ElixirArgs, ElixirOverview> = defineProbe(
  "get_elixir_overview",
  {
    encode: ({ sections, text, limit = 20 }) =>
      map([
        [atom("sections"), [...new Set(sections)].map(atom)],
        [atom("text"), binary((text ?? "").toLowerCase())],
        [atom("limit"), Math.min(Math.max(1, limit), 100)],
      ]),
    decode(answer, { node, cost }): ElixirOverview {
      const fields = readFields(answer);
      const pid = (term: Term): string => readPid(term, node);
      return {
        elixir_version: fields.get("version", readSomeText),
        registries: fields.find(
          "registries",
          (term) => readCountedTable(term, (row) => readRegistry(row, pid)),
        ),
        supervisors: fields.find(
          "supervisors",
          (term) => readCountedTable(term, (row) => readSupervisor(row, pid)),
        ),
        telemetry: fields.find(
          "telemetry",
          (term) => readSaid(term, readTelemetry),
        ),
        ecto: fields.find(
          "ecto",
          (term) => readSaid(term, (row) => readPool(row, pid)),
        ),
        oban: fields.find("oban", (term) => readSaid(term, readOban)),
        cost,
      };
    },
    refused: ({ node }): BeamError =>
      new BeamError("no_elixir", `${node} runs no Elixir`, {
        hint: "the other tools need none",
      }),
  },
);

function readSaid<Row>(term: Term, read: (row: Fields) => Row): Said<Row> {
  if (!(term instanceof Atom)) return readCountedTable(term, read);
  return term.name === "absent" ? "absent" : "no_answer";
}

function readRegistry(row: Fields, pid: (term: Term) => string): RegistryRow {
  return {
    name: row.get("name", readAtom),
    pid: row.get("pid", pid),
    keys: row.get("keys", readSomeText),
    partitions: row.get("partitions", readKnownInteger),
    entries: row.get("entries", readKnownInteger),
    mailbox: row.get("mailbox", readInteger),
  };
}

function readSupervisor(
  row: Fields,
  pid: (term: Term) => string,
): ElixirSupervisorRow {
  return {
    kind: row.get("kind", readAtom),
    name: row.get("name", readAtom),
    pid: row.get("pid", pid),
    callback: row.get("callback", readAtom),
    children: row.get("children", readInteger),
    partitions: row.get("partitions", readKnownInteger),
    mailbox: row.get("mailbox", readInteger),
  };
}

function readTelemetry(row: Fields): TelemetryRow {
  return {
    event: row.get("event", readText),
    id: row.get("id", readText),
    function: row.get("function", readMfa),
  };
}

function readPool(row: Fields, pid: (term: Term) => string): PoolRow {
  return {
    repo: row.get(
      "repo",
      (term) => term instanceof Pid ? pid(term) : readAtom(term),
    ),
    pool: row.get("pool", (term) => readKnown(term, pid)),
    size: row.get("size", readKnownInteger),
    ready: row.get("ready", readKnownInteger),
    waiting: row.get("waiting", readKnownInteger),
  };
}

function readOban(row: Fields): ObanRow {
  const paused = row.get("paused", readKnownAtom);
  return {
    instance: row.get("instance", readText),
    queue: row.get("queue", readText),
    limit: row.get("limit", readKnownInteger),
    running: row.get("running", readKnownInteger),
    paused: paused === undefined ? undefined : row.get("paused", readBoolean),
  };
}
