/**
 * Log levels of a node, of its modules and handlers, changed for good or for a time.
 *
 * @module
 */

import {
  Atom,
  atom,
  binary,
  boolean,
  map,
  type Term,
  tuple,
} from "../../etf/mod.ts";
import {
  BeamError,
  type Cost,
  defineProbe,
  encodeName,
  nameRefused,
  type Probe,
  readAtom,
  readBoolean,
  readFields,
  readKnown,
  readList,
  spellings,
} from "../../beam/mod.ts";

/** From nothing to everything; `unset` leaves a module without a level of its own. */
export const LOG_LEVELS = [
  "none",
  "emergency",
  "alert",
  "critical",
  "error",
  "warning",
  "notice",
  "info",
  "debug",
  "all",
  "unset",
] as const;

/** Arguments of {@linkcode setLogLevel}: of a module, a handler, or else the node. */
export interface SetLogLevelArgs {
  readonly module?: string | undefined;
  readonly handler?: string | undefined;
  readonly level: typeof LOG_LEVELS[number];
  /** After which the former level comes back, in ms; never if left out. */
  readonly for_ms?: number | undefined;
  /** Changes nothing. */
  readonly dry_run: boolean;
}

/** Answer of {@linkcode setLogLevel}. */
export interface SetLogLevel {
  readonly done: boolean;
  /** The module or handler, as the node calls it. */
  readonly target?: string | undefined;
  /** The level until now. */
  readonly before: string;
  readonly level: string;
  readonly cost: Cost;
}

/** Sets a log level. */
export const setLogLevel: Probe<SetLogLevelArgs, SetLogLevel> = defineProbe(
  "set_log_level",
  {
    encode: (args) =>
      map([
        [atom("what"), encodeTarget(args)],
        [atom("level"), atom(args.level)],
        [atom("for_ms"), args.for_ms ?? atom("none")],
        [atom("dry_run"), boolean(args.dry_run)],
      ]),
    decode(answer, { cost }): SetLogLevel {
      const fields = readFields(answer);
      return {
        done: fields.get("done", readBoolean),
        target: fields.get("target", (term) => readKnown(term, readAtom)),
        before: fields.get("before", readAtom),
        level: fields.get("level", readAtom),
        cost,
      };
    },
    refused(refusal, { module = "", handler }): BeamError {
      if (refusal.code === "no_such_module") {
        return nameRefused("no_such_module", refusal, module);
      }
      if (refusal.code === "logger_hung") {
        return new BeamError(
          "no_answer",
          `the process logger on ${refusal.node} does not answer: no level was changed`,
          { hint: "get_process of logger says what it waits for" },
        );
      }
      const ids = readList(refusal.detail).map((id) =>
        id instanceof Atom ? id.name : "…"
      );
      return new BeamError(
        "no_such_handler",
        `${refusal.node} has no log handler ${handler}`,
        { hint: `its handlers: ${ids.join(", ") || "none"}` },
      );
    },
  },
);

function encodeTarget({ module, handler, level }: SetLogLevelArgs): Term {
  if (module !== undefined && handler !== undefined) {
    throw new BeamError("bad_level", "a module and a handler are two things", {
      hint: "set one level at a time",
    });
  }
  if (level === "unset" && module === undefined) {
    throw new BeamError("bad_level", "only a module can be without a level", {
      hint: "give a module, or another level",
    });
  }
  if (module !== undefined) {
    return tuple(atom("module"), encodeName(module, "no_such_module"));
  }
  return handler === undefined
    ? atom("primary")
    : tuple(atom("handler"), spellings(handler.trim()).map(binary));
}
