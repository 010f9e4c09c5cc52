/**
 * What a supervisor is to do: strategy, restarts, specifications of its children.
 *
 * @module
 */

import { Atom, atom, boolean, map, Pid, type Term } from "../../etf/mod.ts";
import {
  BeamError,
  type Cost,
  type Counted,
  defineProbe,
  encodeProcess,
  type Fields,
  type Mfa,
  notCopied,
  type Probe,
  processRefused,
  readAtom,
  readBoolean,
  readChildId,
  readFields,
  readInteger,
  readKnown,
  readKnownInteger,
  readKnownMfa,
  readList,
  readPid,
  readTable,
  readTuple,
  type Refusal,
} from "../../beam/mod.ts";

/** Arguments of {@linkcode childSpecs}. */
export interface ChildSpecsArgs {
  /** A pid or a registered name. */
  readonly supervisor: string;
  /** Most specifications; at most 200. @default {30} */
  readonly limit?: number | undefined;
  /** Asks also a supervisor of more than 1,000 children. @default {false} */
  readonly force?: boolean | undefined;
  /** Ships start arguments too, cut. @default {false} */
  readonly arguments?: boolean | undefined;
}

/** How a child is started, stopped and restarted. */
export interface ChildSpec {
  readonly id?: Term | undefined;
  /** Missing where it does not run, and in the one specification of a `simple_one_for_one`. */
  readonly pid?: string | undefined;
  /** `running`, `restarting`, `not_started`. */
  readonly state: string;
  /** The arity is missing where the supervisor has not kept the arguments, as of temporary children. */
  readonly start: Omit<Mfa, "arity"> & { readonly arity?: number | undefined };
  /** Where asked for; what is too large is marked, see `erl/cut.erl`. */
  readonly arguments?: Term | undefined;
  /** `permanent`, `transient`, `temporary`. */
  readonly restart: string;
  /** Its end may end the supervisor; OTP 24 and later. */
  readonly significant: boolean;
  /** `brutal_kill`, `infinity`, or so many ms. */
  readonly shutdown: string | number;
  readonly type: string;
  /** `dynamic` for event managers. */
  readonly modules: readonly string[] | "dynamic";
}

/** Answer of {@linkcode childSpecs}. */
export interface ChildSpecs {
  readonly pid: string;
  /** Its callback module. */
  readonly callback?: string | undefined;
  readonly strategy: string;
  /** So many restarts within `period_s` end the supervisor. */
  readonly intensity: number;
  readonly period_s: number;
  /** Of a DynamicSupervisor, where it has a limit. */
  readonly max_children?: number | undefined;
  readonly children: number;
  /** Restarts it remembers: those of the last period, until there is a new one. */
  readonly recent_restarts: Counted<number>;
  readonly specs: readonly ChildSpec[];
  readonly cost: Cost;
}

/** Asks a supervisor. */
export const childSpecs: Probe<ChildSpecsArgs, ChildSpecs> = defineProbe(
  "get_child_specs",
  {
    encode: ({ supervisor, limit = 30, force = false, ...rest }) =>
      map([
        [atom("process"), encodeProcess(supervisor)],
        [atom("limit"), Math.min(Math.max(1, limit), 200)],
        [atom("force"), boolean(force)],
        [atom("arguments"), boolean(rest.arguments ?? false)],
      ]),
    decode(answer, { node, cost }): ChildSpecs {
      const fields = readFields(answer);
      const [count = answer, ages = answer] = fields.get(
        "restarts",
        (term) => readTuple(term, 2),
      );
      return {
        pid: fields.get("pid", (pid) => readPid(pid, node)),
        callback: fields.get("callback", (term) => readKnown(term, readAtom)),
        strategy: fields.get("strategy", readAtom),
        intensity: fields.get("intensity", readInteger),
        period_s: fields.get("period_s", readInteger),
        max_children: fields.find(
          "most",
          (most) => most instanceof Atom ? undefined : readKnownInteger(most),
        ),
        children: fields.get("count", readInteger),
        recent_restarts: {
          count: readInteger(count),
          first: readList(ages).map(readInteger),
        },
        specs: fields.get("specs", readTable).map((row) => readSpec(row, node)),
        cost,
      };
    },
    refused: (refusal, { supervisor }) => specsRefused(refusal, supervisor),
  },
);

function specsRefused(refusal: Refusal, supervisor: string): BeamError {
  const { node, detail } = refusal;
  switch (refusal.code) {
    case "not_a_supervisor":
      return new BeamError(
        "not_a_supervisor",
        `${supervisor} on ${node} is not a supervisor`,
        { hint: "get_supervision_tree says which are" },
      );
    case "too_many_children":
      return new BeamError(
        "too_many_children",
        `${supervisor} on ${node} has about ${
          readInteger(detail)
        } children; asking copies the specifications of all`,
        {
          hint:
            "get_supervision_tree counts them; with force it is asked all the same",
        },
      );
    case "not_copied": {
      const [why = detail, most = detail] = readTuple(detail, 2);
      return notCopied(supervisor, node, readAtom(why), readInteger(most));
    }
    case "supervisor_busy": {
      const [call = detail, mailbox = detail] = readTuple(detail, 2);
      const mfa = readKnownMfa(call);
      const where = mfa
        ? `${mfa.module}:${mfa.function}/${mfa.arity}`
        : "a function that it does not tell";
      return new BeamError(
        "supervisor_busy",
        `${supervisor} on ${node} is hung: it waits in ${where}, with ${
          readInteger(mailbox)
        } messages in its mailbox`,
        {
          hint:
            "get_supervision_tree shows its children by their links; the newest is most likely what it waits for",
        },
      );
    }
    default:
      return processRefused(refusal, supervisor);
  }
}

function readSpec(row: Fields, node: string): ChildSpec {
  const pid = row.get("pid", (term) => term);
  return {
    id: row.get("id", readChildId),
    pid: pid instanceof Pid ? readPid(pid, node) : undefined,
    state: pid instanceof Pid
      ? "running"
      : readAtom(pid) === "restarting"
      ? "restarting"
      : "not_started",
    start: row.get("start", readStart),
    arguments: row.get(
      "arguments",
      (term) => term instanceof Atom ? undefined : term,
    ),
    restart: row.get("restart", readAtom),
    significant: row.get("significant", readBoolean),
    shutdown: row.get(
      "shutdown",
      (term) => term instanceof Atom ? term.name : readInteger(term),
    ),
    type: row.get("type", readAtom),
    modules: row.get(
      "modules",
      (term) => term instanceof Atom ? "dynamic" : readList(term).map(readAtom),
    ),
  };
}

function readStart(term: Term): ChildSpec["start"] {
  const [module = term, name = term, arity = term] = readTuple(term, 3);
  return {
    module: readAtom(module),
    function: readAtom(name),
    arity: readKnown(arity, readInteger),
  };
}
