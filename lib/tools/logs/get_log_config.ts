/**
 * How a node logs.
 *
 * @module
 */

import {
  type Cost,
  type Counted,
  defineProbe,
  type Fields,
  type Mfa,
  type Probe,
  readAtom,
  readBoolean,
  readCounted,
  readFields,
  readInteger,
  readKnown,
  readKnownAtom,
  readKnownInteger,
  readKnownMfa,
  readList,
  readPid,
  readSomeText,
  readTuple,
} from "../../beam/mod.ts";
import { Atom, atom, map, type Term } from "../../etf/mod.ts";

/** Arguments of {@linkcode logConfig}. */
export interface LogConfigArgs {
  /** Most handlers, and most modules with a level of their own. @default {50} */
  readonly limit?: number | undefined;
}

/** What decides whether an event is logged. */
export interface LogFilter {
  readonly id: string;
  readonly function?: Mfa | undefined;
}

/** A handler as it is set up. */
export interface LogHandler {
  readonly id: string;
  readonly module: string;
  readonly level: string;
  /** What becomes of events that no filter decides on: `log` or `stop`. */
  readonly filter_default: string;
  readonly filters: readonly LogFilter[];
  readonly formatter?: string | undefined;
  /** A file, or `standard_io` and the like. */
  readonly destination?: string | undefined;
  /** Overload protection and rotation, as far as they are numbers and words. */
  readonly settings: Readonly<Record<string, string | number>>;
}

/** How a handler's process keeps up. */
export interface LogLoad {
  /** Of the handler; `logger_proxy` forwards what other nodes log. */
  readonly handler: string;
  readonly pid: string;
  /** Events that wait. */
  readonly mailbox?: number | undefined;
  readonly current_function?: Mfa | undefined;
  /** `async`, `sync` (callers wait), `drop` (events are lost); missing where it did not say. */
  readonly mode?: string | undefined;
  readonly idle?: boolean | undefined;
  /** Events in the present burst window. */
  readonly burst_messages?: number | undefined;
}

/** Answer of {@linkcode logConfig}. */
export interface LogConfig {
  /** What is less severe is not logged, unless its module has a level of its own. */
  readonly level: string;
  readonly filter_default: string;
  readonly filters: readonly LogFilter[];
  /** Keys that every event gets. */
  readonly metadata_keys: readonly string[];
  readonly module_levels: Counted<
    { readonly module: string; readonly level: string }
  >;
  readonly handlers: Counted<LogHandler>;
  readonly load: readonly LogLoad[];
  /** Settings of Elixir's Logger, where there are any. */
  readonly elixir: Readonly<Record<string, string | number>>;
  readonly cost: Cost;
}

/** Levels, handlers, filters, load. */
export const logConfig: Probe<LogConfigArgs, LogConfig> = defineProbe(
  "get_log_config",
  {
    encode: ({ limit = 50 }) =>
      map([[atom("limit"), Math.min(Math.max(1, limit), 200)]]),
    decode(answer, { node, cost }): LogConfig {
      const fields = readFields(answer);
      return {
        level: fields.get("level", readAtom),
        filter_default: fields.get("filter_default", readAtom),
        filters: fields.get("filters", readFilters),
        metadata_keys: fields.get("metadata", readList).map(readAtom),
        module_levels: fields.get(
          "module_levels",
          (term) => readCounted(term, readModuleLevel),
        ),
        handlers: fields.get(
          "handlers",
          (term) =>
            readCounted(term, (handler) => readHandler(readFields(handler))),
        ),
        load: fields.get("overload", readList).map((row) =>
          readLoad(row, node)
        ),
        elixir: fields.get("elixir", readSettings),
        cost,
      };
    },
  },
);

function readHandler(fields: Fields): LogHandler {
  return {
    id: fields.get("id", readAtom),
    module: fields.get("module", readAtom),
    level: fields.get("level", readAtom),
    filter_default: fields.get("filter_default", readAtom),
    filters: fields.get("filters", readFilters),
    formatter: fields.get("formatter", readKnownAtom),
    destination: fields.get("destination", readSomeText),
    settings: fields.get("settings", readSettings),
  };
}

/** `[{Id, MFA | none}]`. */
function readFilters(term: Term): readonly LogFilter[] {
  return readList(term).map((filter) => {
    const [id = filter, call = filter] = readTuple(filter, 2);
    return { id: readAtom(id), function: readKnownMfa(call) };
  });
}

/** `{Module, Level}`. */
function readModuleLevel(term: Term): { module: string; level: string } {
  const [module = term, level = term] = readTuple(term, 2);
  return { module: readAtom(module), level: readAtom(level) };
}

/** `[{Key, Word | Number}]`; a key that comes more than once gets all its words. */
function readSettings(term: Term): Record<string, string | number> {
  const settings = new Map<string, string | number>();
  for (const pair of readList(term)) {
    const [key = pair, value = pair] = readTuple(pair, 2);
    const name = readAtom(key);
    const known = settings.get(name);
    const next = value instanceof Atom ? value.name : readInteger(value);
    settings.set(name, known === undefined ? next : `${known}, ${next}`);
  }
  return Object.fromEntries(settings);
}

/** `[Id, Pid, Mailbox, MFA, Mode, Idle, Burst]`. */
function readLoad(term: Term, node: string): LogLoad {
  const [
    handler = term,
    pid = term,
    mailbox = term,
    call = term,
    mode = term,
    idle = term,
    burst = term,
  ] = readList(term);
  return {
    handler: readAtom(handler),
    pid: readPid(pid, node),
    mailbox: readKnownInteger(mailbox),
    current_function: readKnownMfa(call),
    mode: readKnownAtom(mode),
    idle: readKnown(idle, readBoolean),
    burst_messages: readKnownInteger(burst),
  };
}
