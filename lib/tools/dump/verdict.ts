/**
 * The verdict on a crash dump: what ended the node, in a sentence or two, and who is to blame,
 * the culprit first.
 *
 * @module
 */

import { type Dump, pidKeyOf } from "../../dump/mod.ts";
import { type Culprit, outOfMemory, type Verdict } from "./out_of_memory.ts";
import type { Doubt } from "./doubts.ts";
import { atomShown } from "./rows.ts";
import { halting, running } from "./running.ts";
import { nameOrPid } from "./relations.ts";
import { type Frame, frameText, type Reason } from "./reason.ts";
import type { Ending } from "./slogan.ts";
import { kindsOf, ownersOfPorts } from "./snapshot.ts";

/** The newest atoms. */
interface Atoms {
  /** How all of them begin. */
  readonly prefix: string;
  readonly newest: readonly string[];
}

/** The verdict; of a slogan that is certainly somebody's own text, the ending is a halt. */
export function verdictOn(
  dump: Dump,
  ending: Ending,
  atoms: Atoms,
  doubt: Doubt | undefined,
): Verdict {
  const said = verdictOf(dump, ending, atoms);
  if (doubt === undefined) return said;
  return {
    ...said,
    verdict: doubt.certain
      ? `The slogan reads like one of the runtime system, but ${doubt.why}. ${said.verdict}`
      : `${said.verdict} Doubtful: ${doubt.why}, and erlang:halt can write any text.`,
  };
}

function verdictOf(dump: Dump, ending: Ending, atoms: Atoms): Verdict {
  switch (ending.kind) {
    case "out_of_memory":
      return outOfMemory(dump, ending);
    case "table_full": {
      const { table, limit } = ending;
      const are = atoms.prefix === ""
        ? ""
        : `, the newest of them begin with ${atoms.prefix}`;
      const maker = running(dump);
      return {
        verdict:
          `The table of ${table} was full, with all its ${limit} in use${are}. ${
            table === "atoms" ? ATOMS : ""
          }`.trim(),
        culprits: [
          ...maker === undefined
            ? []
            : [{ role: "made the last one", process: maker }],
          ...table !== "atoms" ? [] : [{
            role: atoms.prefix === ""
              ? "newest atoms"
              : "newest atoms begin with",
            name: atoms.prefix || atoms.newest.slice(0, 5).join(", "),
          }],
        ],
      };
    }
    case "kernel":
      return ofReason(
        dump,
        ending.reason,
        ending.reason.application === undefined
          ? `The process ${ending.who} of the kernel ended, and the node with it`
          : `The application ${atomShown(ending.reason.application)} ${
            ending.reason.atStart ? "did not start" : "ended"
          }, and as it is permanent the node with it`,
      );
    case "boot":
      return ofReason(dump, ending.reason, "The node did not start");
    case "system_process":
      return ofReason(
        dump,
        ending.reason,
        "A process of the runtime system ended, and the node with it",
      );
    case "asked":
      return withFull(dump, {
        verdict: ending.by === "signal"
          ? "The node did not fail: somebody outside (an operator, a script, a supervisor of containers) sent it SIGUSR1, which ends it with a dump."
          : "The node did not fail: somebody at its console asked for the dump in the break menu.",
        culprits: [],
      });
    case "child_setup":
      return {
        verdict:
          "The helper process erl_child_setup, which starts programs for ports, was gone: it was killed from outside, for example by the out-of-memory killer of the system or with the process group. A node cannot go on without it.",
        culprits: [],
      };
    case "internal":
      return {
        verdict:
          "The runtime system found a fault in itself: memory was corrupted or a call failed that must not. Suspect native code that was loaded (taints), then OTP itself: look for this slogan in its issues.",
        culprits: executing(dump),
      };
    case "halt":
      return withFull(dump, halted(dump));
  }
}

/** Somebody's own text. */
function halted(dump: Dump): Verdict {
  const caller = halting(dump)?.currentProcess;
  if (caller === undefined) {
    return {
      verdict:
        "The node was halted with this text: by a call of erlang:halt, or by a check of the runtime system.",
      culprits: executing(dump),
    };
  }
  return {
    verdict: `The node was halted on purpose: ${
      nameOrPid(dump.processes, caller)
    } called erlang:halt with this text.`,
    culprits: [{ role: "called erlang:halt", process: caller }],
  };
}

const ATOMS =
  "Atoms are never freed: something makes them of input (list_to_atom, binary_to_atom, decoding with atoms).";

/** What a reason says: where it crashed, which table was full. */
function ofReason(dump: Dump, reason: Reason, what: string): Verdict {
  const { error, stack, application } = reason;
  const own = stack.find(({ module }) => !OTP.test(module)) ?? stack[0];
  const full = error === "system_limit" ? tableOf(stack[0]) : undefined;
  const where = own === undefined || full !== undefined && own === stack[0]
    ? ""
    : ` in ${frameText(own)}`;
  const why = full === undefined
    ? error === undefined ? "" : `: ${error}${where}`
    : `: the table of ${full} was full when ${
      frameText(stack[0] ?? own ?? NOBODY)
    } was called${where}`;
  const gone = application === undefined
    ? ""
    : " Its processes had ended before the dump was made: the log just before that time says more.";
  const verdict = {
    verdict: `${what}${why}.${gone}`,
    culprits: [
      ...own === undefined ? [] : [{ role: "crashed", name: frameText(own) }],
      ...application === undefined
        ? []
        : [{ role: "application", name: atomShown(application) }],
    ],
  };
  return withFull(dump, verdict);
}

const NOBODY: Frame = {
  ...{ module: "", function: "", arity: 0 },
  ...{ arguments: undefined, at: undefined },
};

/** Modules of OTP that calls go through. */
const OTP =
  /^(?:erlang|lists|maps|gen|gen_\w+|proc_lib|supervisor\w*|ets|erts_\w+|application\w*|Elixir\.(?:Enum|GenServer|Supervisor|DynamicSupervisor|Task\b.*|Stream|Map|Keyword))$/;

/** Which table a call found full. */
function tableOf(frame: Frame | undefined): string | undefined {
  const called = `${frame?.module}:${frame?.function}`;
  return /^erlang:spawn/.test(called)
    ? "processes"
    : called === "erlang:open_port"
    ? "ports"
    : called === "ets:new"
    ? "ETS tables"
    : undefined;
}

/** Share of a limit from which on a table counts as full. */
const FULL = 0.97;

/** A verdict with what is full, if anything is: whatever the slogan says, that is why. */
function withFull(dump: Dump, { verdict, culprits }: Verdict): Verdict {
  const full: Culprit[] = [];
  let words = "";
  for (const table of ["processes", "ports"] as const) {
    const { count = 0, limit = Infinity } = dump.limits[table];
    if (count < FULL * limit) continue;
    words += ` In the dump, ${count} of ${limit} ${table} are in use.`;
    full.push(...table === "processes" ? crowd(dump) : portOwners(dump));
  }
  return {
    verdict: verdict + words,
    culprits: [...full, ...culprits],
  };
}

function crowd(dump: Dump): Culprit[] {
  const [kind] = kindsOf(dump);
  if (kind === undefined) return [];
  const { parent, pid, count, initial_call, current_function } = kind;
  return [
    ...parent === undefined ? [] : [{
      role: `spawned ${count} of them${
        dump.processes.find(pidKeyOf(parent)) < 0 ? ", and had ended" : ""
      }`,
      process: parent,
    }],
    {
      role: `one of ${count} started with ${initial_call}, last in ${
        current_function ?? "-"
      }`,
      process: pid,
    },
  ];
}

/** Share of all ports from which on their owner is named. */
const MANY = 0.1;

function portOwners(dump: Dump): Culprit[] {
  return ownersOfPorts(dump).slice(0, 2)
    .filter(({ count }) => count > MANY * dump.ports.length)
    .map(({ owner, count }) => ({
      role: `owned ${count} of the ports`,
      process: owner,
    }));
}

function executing(dump: Dump): Culprit[] {
  const process = running(dump);
  return process === undefined ? [] : [{ role: "ran at that time", process }];
}
