/**
 * Whether a slogan is the runtime system's own. Any code can call `erlang:halt` with a text that
 * reads like one, and with `{flush, false}` it leaves no trace on its stack; but the runtime
 * system writes each of its slogans in a situation of its own, which the rest of the dump shows.
 *
 * @module
 */

import type { Dump } from "../../dump/mod.ts";
import { nameOrPid } from "./relations.ts";
import { running } from "./running.ts";
import type { Ending } from "./slogan.ts";

/** Why a slogan may be somebody's own text. */
export interface Doubt {
  /** Whether it must be. */
  readonly certain: boolean;
  /** Goes on after "but". */
  readonly why: string;
}

const INIT = "<0.0.0>";
const SIGNALS = "erl_signal_server";

/** Memory that a node hardly fails with, in bytes. */
const LITTLE = 2 ** 26;

/** Doubts whether the runtime system wrote the slogan; `undefined` if the dump bears it out. */
export function doubtOn(dump: Dump, ending: Ending): Doubt | undefined {
  const { processes, schedulers, memory } = dump;
  const process = running(dump);
  const who = process && nameOrPid(processes, process);
  const scheduler = schedulers.find((each) => each.currentProcess === process);
  const certain = true;
  switch (ending.kind) {
    case "kernel":
    case "boot": {
      const isInits = process === INIT || ending.kind === "boot" &&
          scheduler?.stack.some((each) => each.startsWith("init:"));
      return process === undefined || isInits
        ? undefined
        : { certain, why: `only init writes it, and ${who} was running` };
    }
    case "asked":
      return ending.by === "break" || who === undefined || who === SIGNALS
        ? undefined
        : { certain, why: `only ${SIGNALS} writes it, and ${who} was running` };
    case "table_full": {
      const table = dump.indexTables.get(ending.index);
      const [entries, limit] = [table?.get("entries"), table?.get("limit")];
      return entries === undefined || limit === undefined || entries >= limit
        ? undefined
        : { certain, why: `${entries} of ${limit} ${ending.table} are in use` };
    }
    case "out_of_memory": {
      const total = (memory.get("total") ?? LITTLE) + ending.bytes;
      const isCollected = schedulers.some(({ state }) => state === "Garbing");
      const why = /^(?:old_)?heap$/.test(ending.type) && !isCollected
        ? "no garbage collection was running that would ask for a heap"
        : total < LITTLE
        ? `with it the node would have had ${total >> 20} MiB`
        : undefined;
      return scheduler === undefined || why === undefined
        ? undefined
        : { certain: false, why };
    }
    case "system_process": {
      const [pid] = /<[\d.]+>/.exec(ending.before) ?? [];
      return process === undefined || process === pid
        ? undefined
        : { certain: false, why: `${who} was running, not ${pid}` };
    }
    case "internal":
    case "child_setup":
      return process === undefined
        ? undefined
        : { certain: false, why: `${who} was running as usual` };
    case "halt":
      return undefined;
  }
}
