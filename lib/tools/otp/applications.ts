/**
 * The applications of a node: which are loaded, which run, what each takes.
 *
 * @module
 */

import { atom, binary, map, type Term } from "../../etf/mod.ts";
import {
  type Cost,
  type Counted,
  defineProbe,
  encodeName,
  type Mfa,
  nameRefused,
  type Odd,
  type Probe,
  readAtom,
  readBoolean,
  readFields,
  readInteger,
  readKnown,
  readKnownAtom,
  readKnownMfa,
  readList,
  readNames,
  readOdd,
  readPid,
  readRegisteredName,
  readSomeText,
  readTable,
  readTuple,
} from "../../beam/mod.ts";

/** What applications can be sorted by: `size` is the number of processes. */
export const APPLICATION_SORTS = ["memory", "size", "name"] as const;

/** One of {@linkcode APPLICATION_SORTS}. */
export type ApplicationSort = typeof APPLICATION_SORTS[number];

/** More rows than this are never sent. */
export const MOST_APPLICATIONS = 300;

/** Arguments of {@linkcode applicationList}. */
export interface ApplicationListArgs {
  readonly sort: ApplicationSort;
  /** At most {@linkcode MOST_APPLICATIONS}. */
  readonly limit: number;
  /** Only those whose name holds it, in any case. */
  readonly text?: string | undefined;
}

/** What processes take together. */
export interface Use {
  readonly processes: number;
  readonly memory_bytes: number;
}

/** One application among others. */
export interface ApplicationRow extends Use {
  readonly application: string;
  /** `running`, `starting`, `loaded`; `unknown` where only the controller knows, and is silent. */
  readonly status: string;
  /** What its end does to the node: `permanent`, `transient`, `temporary`. */
  readonly permanence?: string | undefined;
  readonly version?: string | undefined;
}

/** Answer of {@linkcode applicationList}. */
export interface ApplicationList {
  readonly loaded: number;
  /** Those that the text picks; all where there is none. */
  readonly matched: number;
  /** Among those that matched. */
  readonly running: number;
  /** Those whose start has not come to its end. */
  readonly starting: readonly string[];
  /** Whether the application controller answered within a second. */
  readonly controller_answers: boolean;
  /** Processes of no application. */
  readonly others: Use;
  readonly applications: readonly ApplicationRow[];
  readonly cost: Cost;
}

/** All applications that are loaded. */
export const applicationList: Probe<ApplicationListArgs, ApplicationList> =
  defineProbe("list_applications", {
    encode: ({ sort, limit, text }) =>
      map([
        [atom("sort"), atom(sort)],
        [atom("limit"), Math.min(Math.max(1, limit), MOST_APPLICATIONS)],
        [atom("text"), binary((text ?? "").toLowerCase())],
      ]),
    decode(answer, { cost }): ApplicationList {
      const fields = readFields(answer);
      return {
        loaded: fields.get("loaded", readInteger),
        matched: fields.get("matched", readInteger),
        running: fields.get("running", readInteger),
        starting: fields.get("starting", readList).map(readAtom),
        controller_answers: fields.get("answered", readBoolean),
        others: fields.get("others", readUse),
        applications: fields.get("applications", readTable).map((row) => ({
          application: row.get("application", readAtom),
          status: row.get("status", readAtom),
          permanence: row.get("permanence", readKnownAtom),
          version: row.get("version", readSomeText),
          processes: row.get("processes", readInteger),
          memory_bytes: row.get("memory", readInteger),
        })),
        cost,
      };
    },
  });

/** Arguments of {@linkcode oneApplication}. */
export interface OneApplicationArgs {
  /** Its name. */
  readonly application: string;
  /** Most names of each kind. @default {50} */
  readonly limit?: number | undefined;
}

/** Answer of {@linkcode oneApplication}. */
export interface OneApplication extends Use {
  readonly application: string;
  readonly description?: string | undefined;
  readonly version?: string | undefined;
  /** As in {@linkcode ApplicationRow}. */
  readonly status: string;
  readonly permanence?: string | undefined;
  /** Its first process, most often a supervisor. */
  readonly top?: {
    readonly pid: string;
    readonly registered_name?: string | undefined;
    readonly initial_call?: Mfa | undefined;
  } | undefined;
  /** The module that starts it; libraries have none. */
  readonly callback?: string | undefined;
  /** Number of its modules. */
  readonly modules: number;
  readonly depends_on: Counted<string>;
  readonly optional: Counted<string>;
  readonly included: Counted<string>;
  /** Loaded applications that depend on it. */
  readonly needed_by: Counted<string>;
  /** Names its processes may register, by its own account. */
  readonly registered: Counted<string>;
  /** Keys of its environment. */
  readonly environment_keys: Counted<string>;
  /** What its specification says in an odd form, and which is so left out elsewhere. */
  readonly odd: readonly Odd[];
  readonly cost: Cost;
}

/** One application that is loaded. */
export const oneApplication: Probe<OneApplicationArgs, OneApplication> =
  defineProbe("get_application", {
    encode: ({ application, limit = 50 }) =>
      map([
        [atom("application"), encodeName(application, "no_such_application")],
        [atom("limit"), Math.min(Math.max(1, limit), 500)],
      ]),
    decode(answer, { node, cost }): OneApplication {
      const fields = readFields(answer);
      const [status = answer, permanence = answer] = fields.get(
        "status",
        (term) => readTuple(term, 2),
      );
      return {
        application: fields.get("application", readAtom),
        description: fields.get("description", readSomeText),
        version: fields.get("version", readSomeText),
        status: readAtom(status),
        permanence: readKnownAtom(permanence),
        ...fields.get("use", readUse),
        top: fields.get(
          "top",
          (term) => readKnown(term, (top) => readTop(top, node)),
        ),
        callback: fields.get("callback", readKnownAtom),
        modules: fields.get("modules", readInteger),
        depends_on: fields.get("depends_on", readNames),
        optional: fields.get("optional", readNames),
        included: fields.get("included", readNames),
        needed_by: fields.get("needed_by", readNames),
        registered: fields.get("registered", readNames),
        environment_keys: fields.get("environment", readNames),
        odd: fields.get("odd", readOdd),
        cost,
      };
    },
    refused: (refusal, { application }) =>
      nameRefused("no_such_application", refusal, application),
  });

/** `{Processes, Bytes}`. */
function readUse(term: Term): Use {
  const [processes = term, bytes = term] = readTuple(term, 2);
  return {
    processes: readInteger(processes),
    memory_bytes: readInteger(bytes),
  };
}

/** `{Pid, Name, MFA}`. */
function readTop(term: Term, node: string): OneApplication["top"] {
  const [pid = term, name = term, call = term] = readTuple(term, 3);
  return {
    pid: readPid(pid, node),
    registered_name: readRegisteredName(name),
    initial_call: readKnownMfa(call),
  };
}
