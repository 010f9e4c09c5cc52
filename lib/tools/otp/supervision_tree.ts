/**
 * Supervision trees: of an application, of a supervisor, or all of a node.
 *
 * @module
 */

import { atom, boolean, map, Pid, type Term } from "../../etf/mod.ts";
import {
  BeamError,
  type Cost,
  defineProbe,
  encodeProcess,
  type Fields,
  type Mfa,
  type Probe,
  processRefused,
  readAtom,
  readChildId,
  readFields,
  readInteger,
  readKnown,
  readKnownInteger,
  readKnownMfa,
  readList,
  readMfa,
  readPid,
  readRegisteredName,
  readTable,
  readTuple,
} from "../../beam/mod.ts";

/** More rows than this are never sent. */
export const MOST_TREE_ROWS = 300;

/** Arguments of {@linkcode supervisionTree}. */
export interface SupervisionTreeArgs {
  /** An application, a registered name or a pid; the whole node if left out. */
  readonly root?: string | undefined;
  /** How far below the roots rows are shown; all below is counted. @default {10} */
  readonly depth?: number | undefined;
  /** Most rows, at most {@linkcode MOST_TREE_ROWS}. @default {60} */
  readonly limit?: number | undefined;
  /** How long restarts are looked for once the tree is known, in ms; twice where there are any. @default {0} */
  readonly windowMs?: number | undefined;
  /** Whether to tell with which reasons children have ended: they may hold anything. @default {false} */
  readonly reasons?: boolean | undefined;
  /** How long no answer may come before the walk ends, in ms. @default {1000} */
  readonly quietMs?: number | undefined;
}

/** A supervisor or another child. */
export interface TreeRow {
  /** Below its root, which has 0; the parent is the nearest row above with one less. */
  readonly depth: number;
  /** Of a root, the application; of a child, its id, where it is known. */
  readonly id?: Term | undefined;
  /** Missing for a child that does not run. */
  readonly pid?: string | undefined;
  readonly registered_name?: string | undefined;
  /** As its parent has it; of a root, what it has proved to be: `supervisor`, `worker`, or `unknown`. */
  readonly kind: string;
  /** `ok`, or what is the matter; see `erl/supervisors.erl`. */
  readonly state: string;
  /** Of a supervisor, all its children, also where fewer are shown. */
  readonly children?: number | undefined;
  readonly initial_call?: Mfa | undefined;
}

/** A child for which a supervisor waits. */
export interface Holdup {
  readonly pid: string;
  readonly registered_name?: string | undefined;
  readonly initial_call: Mfa;
  /** `starting` or `stopping`. */
  readonly phase: string;
  /** Innermost function first. */
  readonly stack: readonly Mfa[];
}

/** A supervisor that restarts children. */
export interface Restarts {
  readonly supervisor: string;
  /** Of the children that are other processes than before, the first. */
  readonly ids: readonly Term[];
  /** Starts seen; there may have been more. */
  readonly restarts: number;
  readonly window_ms: number;
  /** Why the last one ended, where asked for. */
  readonly last_exit?: Term | undefined;
}

/** A supervisor that did not answer. */
export interface TroubledSupervisor {
  readonly pid: string;
  readonly registered_name?: string | undefined;
  readonly state: string;
  /** What it was doing. */
  readonly current_function?: Mfa | undefined;
  /** Messages that wait for it. */
  readonly mailbox?: number | undefined;
  /** As far as its links tell. */
  readonly children: number;
  /** For how long it was seen to do nothing, in ms: as long as it was looked at. */
  readonly at_least_ms?: number | undefined;
  /** More than one where it cannot be told which it is. */
  readonly held_up_by: readonly Holdup[];
}

/** Answer of {@linkcode supervisionTree}. */
export interface SupervisionTree {
  /** Numbers of all below the roots. */
  readonly roots: number;
  readonly supervisors: number;
  readonly workers: number;
  /** Children that their supervisor fails to start again. */
  readonly restarting: number;
  /** Children that have ended, or chose not to start. */
  readonly not_started: number;
  /** Number of supervisors that did not answer, or restart children again and again. */
  readonly troubled: number;
  /** Supervisors that have restarted children while they were looked at. */
  readonly restarts: readonly Restarts[];
  /** The first of those that did not answer. */
  readonly troubles: readonly TroubledSupervisor[];
  /** The first of the children that restart, with their supervisors. */
  readonly restarting_children: readonly {
    readonly supervisor: string;
    readonly id: Term | undefined;
  }[];
  readonly rows: readonly TreeRow[];
  readonly cost: Cost;
}

/** Walks down from one root, or from all of the node. */
export const supervisionTree: Probe<SupervisionTreeArgs, SupervisionTree> =
  defineProbe("get_supervision_tree", {
    encode: (
      {
        root,
        depth = 10,
        limit = 60,
        quietMs = 1000,
        windowMs = 0,
        reasons = false,
      },
    ) =>
      map([
        [atom("root"), root === undefined ? atom("all") : encodeProcess(root)],
        [atom("depth"), depth],
        [atom("limit"), Math.min(Math.max(1, limit), MOST_TREE_ROWS)],
        [atom("quiet_ms"), quietMs],
        [atom("window_ms"), windowMs],
        [atom("reasons"), boolean(reasons)],
      ]),
    waitsMs: ({ windowMs = 0 }) => 2 * windowMs,
    decode(answer, { node, cost }): SupervisionTree {
      const fields = readFields(answer);
      const [troubled = 0, troubles = answer] = fields.get(
        "troubles",
        (term) => readTuple(term, 2),
      );
      const holdups = fields.get("holdups", readTable).map((row) => ({
        supervisor: row.get("supervisor", (pid) => readPid(pid, node)),
        pid: row.get("pid", (pid) => readPid(pid, node)),
        registered_name: row.get("name", readRegisteredName),
        initial_call: row.get("started_as", readMfa),
        phase: row.get("phase", readAtom),
        stack: row.get("stack", readList).map(readMfa),
      }));
      const restarts = fields.get("restarts", readTable).map((row) => ({
        supervisor: row.get("supervisor", (pid) => readPid(pid, node)),
        ids: row.get("ids", readList),
        restarts: row.get("restarts", readInteger),
        window_ms: row.get("window_ms", readInteger),
        last_exit: row.get(
          "reason",
          (reason) => readKnown(reason, (known) => readTuple(known, 2)[1]),
        ),
      }));
      return {
        roots: fields.get("roots", readInteger),
        supervisors: fields.get("supervisors", readInteger),
        workers: fields.get("workers", readInteger),
        restarting: fields.get("restarting", readInteger),
        not_started: fields.get("not_started", readInteger),
        troubled: readInteger(troubled) +
          restarts.filter(({ restarts }) => restarts > 1).length,
        troubles: readTable(troubles).map((row) => {
          const trouble = readTrouble(row, node);
          const held_up_by = holdups
            .filter(({ supervisor }) => supervisor === trouble.pid)
            .map(({ supervisor: _, ...holdup }) => holdup);
          return { ...trouble, held_up_by };
        }),
        restarts,
        restarting_children: fields.get("absent", readTable).map((row) => ({
          supervisor: row.get("supervisor", (pid) => readPid(pid, node)),
          id: row.get("id", readChildId),
        })),
        rows: fields.get("rows", readTable).map((row) => readRow(row, node)),
        cost,
      };
    },
    refused(refusal, { root = "" }): BeamError {
      return rootRefused(refusal.code, root, refusal.node) ??
        processRefused(refusal, root);
    },
  });

function rootRefused(
  code: string,
  root: string,
  node: string,
): BeamError | undefined {
  switch (code) {
    case "not_a_supervisor":
      return new BeamError(
        "not_a_supervisor",
        `${root} on ${node} is not a supervisor, and has started no process that is linked to it`,
        { hint: "look at it with get_process" },
      );
    case "no_processes":
      return new BeamError(
        "no_processes",
        `the application ${root} on ${node} has no processes: it is a library, or does not run`,
        { hint: "list_applications says which" },
      );
    default:
      return undefined;
  }
}

function readRow(row: Fields, node: string): TreeRow {
  return {
    depth: row.get("depth", readInteger),
    id: row.get("id", readChildId),
    pid: row.get(
      "pid",
      (pid) => pid instanceof Pid ? readPid(pid, node) : undefined,
    ),
    registered_name: row.get("name", readRegisteredName),
    kind: row.get("kind", readAtom),
    state: row.get("state", readAtom),
    children: row.get("children", (term) => readKnown(term, readInteger)),
    initial_call: row.get("started_as", readKnownMfa),
  };
}

function readTrouble(
  row: Fields,
  node: string,
): Omit<TroubledSupervisor, "held_up_by"> {
  return {
    pid: row.get("pid", (pid) => readPid(pid, node)),
    registered_name: row.get(
      "name",
      (name) => readKnown(name, readRegisteredName),
    ),
    state: row.get("state", readAtom),
    current_function: row.get("function", readKnownMfa),
    mailbox: row.get("mailbox", (term) => readKnown(term, readInteger)),
    children: row.get("children", readInteger),
    at_least_ms: row.get("hung_ms", readKnownInteger),
  };
}
