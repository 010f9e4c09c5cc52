/**
 * The figures that texts of tools quote, held against the processor time that the node
 * takes: a figure is right within a factor of two. What traces cost is in beam_traces.
 *
 * @module
 */

import { createBeam, preload } from "../../lib/beam/mod.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { type Beam, startBeam } from "../../tests/support/beam.ts";
import { connect, evaluate } from "../../tests/support/remote.ts";
import { loading, T_SUP } from "../../tests/support/supervisors.ts";
import { callerOf } from "../../tests/support/tools.ts";
import type { Show } from "./beam_traces.ts";
import { during, NO_SPIN } from "./cpu.ts";

type Args = Readonly<Record<string, unknown>>;

/** A call that a text says the cost of. */
interface Figure {
  readonly tool: string;
  /** Ways to ask that cost different amounts. */
  readonly ways: readonly Args[];
  /** What the text of the tool says. */
  readonly says: string;
  /** From and to; without a count in milliseconds, else in microseconds for each. */
  readonly quoted: readonly [number, number];
  /** The text has no number: the costs are somewhere between, and need not reach the ends. */
  readonly vague?: boolean;
  /** How many there are of what it costs so much for, as an Erlang expression. */
  readonly of?: string;
  /** What is taken off: the same call where there is next to nothing of it. */
  readonly without?: Args;
}

const EACH_PROCESS = "erlang:system_info(process_count)";
const SWEPT = "0.5 to 3 us a process";
/** "A few", or "some". */
const FEW: readonly [number, number] = [1, 10];

/** Processes of kernel, of the kinds that live on a real node; tables, ports, children, messages, rows. */
const LAB = `
  true = group_leader(application_controller:get_master(kernel), self()),
  beam_lab:start(100000),
  Keep = spawn(fun() ->
    [ets:new(lab_table, [public]) || _ <- lists:seq(1, 5000)],
    Rows = ets:new(lab_rows, [named_table, public]),
    [ets:insert(Rows, {I, a, b}) || I <- lists:seq(1, 1000000)],
    [gen_udp:open(0) || _ <- lists:seq(1, 400)],
    receive stop -> ok end end),
  register(lab_mailbox, spawn(fun() -> receive stop -> ok end end)),
  [lab_mailbox ! {job, I, <<"text">>} || I <- lists:seq(1, 20000)],
  register(lab_heap, spawn(fun() -> L = lists:seq(1, 6000000), receive stop -> L end end)),
  Top(lab_sup, #{}, [#{id => I, start => {t_sup, plain, []}} || I <- lists:seq(1, 15000)]),
  Keep`;

const FIGURES: readonly Figure[] = [
  {
    tool: "list_processes",
    ways: [
      "reductions",
      "mailbox",
      "memory",
      "heap",
      "binary",
      "links",
      "monitors",
    ].map((sort) => ({ sort })),
    says: SWEPT,
    quoted: [0.5, 3],
    of: EACH_PROCESS,
  },
  {
    tool: "list_processes",
    ways: [{ sort: "reductions", window_ms: 100 }],
    says: "twice with a window",
    quoted: [2, 2],
    of: EACH_PROCESS,
  },
  {
    tool: "group_processes",
    ways: [
      "initial_call",
      "current_function",
      "status",
      "application",
      "spawner",
    ].map((by) => ({ by })),
    says: SWEPT,
    quoted: [0.5, 3],
    of: EACH_PROCESS,
  },
  {
    tool: "get_process_graph",
    ways: [{ kind: "wait_for" }],
    says: "about 2 us a process for the whole node",
    quoted: [2, 2],
    of: EACH_PROCESS,
  },
  {
    tool: "get_process_graph",
    ways: [{ kind: "links", process: "kernel_sup" }],
    says: "a few milliseconds around a process",
    quoted: FEW,
    vague: true,
  },
  {
    tool: "find",
    ways: [{ text: "qqq" }],
    says: "a few microseconds a name",
    quoted: FEW,
    vague: true,
    of:
      "length(registered()) + length(code:all_loaded()) + length(ets:all()) + length(erlang:ports())",
  },
  {
    tool: "get_mailbox",
    ways: [{ process: "lab_mailbox", force: true }],
    without: { process: "kernel_sup" },
    says: "about a microsecond a message",
    quoted: [1, 1],
    of: "20000",
  },
  {
    tool: "read_ets",
    ways: [{ table: "lab_rows", match: "{'_', none, '_'}" }],
    says: "0.2 s a million",
    quoted: [0.2, 0.2],
    of: "1000000",
  },
  {
    tool: "list_applications",
    ways: [{}],
    says: "about 2 us a process",
    quoted: [2, 2],
    of: EACH_PROCESS,
  },
  {
    tool: "get_application",
    ways: [{ application: "kernel" }],
    says: "about 2 us a process",
    quoted: [2, 2],
    of: EACH_PROCESS,
  },
  {
    tool: "get_supervision_tree",
    ways: [{ root: "lab_sup" }],
    says: "about 4 us a child",
    quoted: [4, 4],
    of: "15000",
  },
  {
    tool: "get_memory",
    ways: [{ sections: ["holders"] }],
    says: "about 1.5 us a process",
    quoted: [1.5, 1.5],
    of: EACH_PROCESS,
  },
  {
    tool: "get_binary_holders",
    ways: [{}],
    says: "about 2 us a process",
    quoted: [2, 2],
    of: EACH_PROCESS,
  },
  {
    tool: "list_ets",
    ways: [{}],
    says: "some microseconds a table",
    quoted: FEW,
    vague: true,
    of: "length(ets:all())",
  },
  {
    tool: "list_ports",
    ways: [{ kind: "inet" }],
    says: "about 30 us a port",
    quoted: [30, 30],
    of: "length(erlang:ports())",
  },
  {
    tool: "list_ports",
    ways: [{ kind: "file" }],
    says: "about 2 us a process",
    quoted: [2, 2],
    of: EACH_PROCESS,
  },
  {
    tool: "collect_garbage",
    ways: [{ process: "lab_heap" }],
    says: "about 0.3 s a GiB of heap",
    quoted: [300, 300],
    of: "element(2, process_info(whereis(lab_heap), memory)) / 1073741.824",
  },
  {
    tool: "get_node_info",
    ways: [{}],
    says: "a few milliseconds",
    quoted: FEW,
    vague: true,
  },
  {
    tool: "get_process",
    ways: [{ process: "kernel_sup" }],
    says: "a few milliseconds",
    quoted: FEW,
    vague: true,
  },
];

/** Rounds of one figure; the best counts. */
const ROUNDS = 3;
/** So much processor time is enough for a round, in ms. */
const ENOUGH_MS = 200;

/** Measures all of them. */
export async function measureFigures(show: Show): Promise<void> {
  const source = await Deno.readTextFile(
    new URL("beam_lab.erl", import.meta.url),
  );
  await using node = await startBeam({
    setup: `${loading(source)}, ${T_SUP}, ${LAB}`,
    args: [...NO_SPIN, "+P", "400000"],
  });
  await using remote = await connect(node);
  await createBeam(remote).run(preload, undefined, { timeoutMs: 20_000 });
  for (const figure of FIGURES) await measure(figure, node, remote, show);
}

async function measure(
  { tool, ways, says, quoted: [least, most], vague, of, without }: Figure,
  node: Beam,
  remote: RemoteNode,
  show: Show,
): Promise<void> {
  const { description = "", scopes = [] } =
    TOOLS.find(({ name }) => name === tool) ?? {};
  // A text that was changed since has another figure.
  show(
    `${tool} says "${says}"`,
    description.includes(says) ? 1 : 0,
    "",
    ">= 1",
  );
  const call = callerOf(remote, TOOLS, ["inspect", "data", "mutate"]);
  const run = scopes.includes("mutate") ? { incarnation: remote.creation } : {};
  const ask = async (args: Args): Promise<void> => {
    const answer = await call(tool, { ...args, ...run });
    if (!answer.ok) throw new Error(`${tool}: ${answer.text}`);
  };
  const cost = async (args: Args): Promise<number> => {
    await ask(args);
    let best = Infinity;
    for (let round = 0; round < ROUNDS; round++) {
      let [calls, ms] = [0, 0];
      for (; ms < ENOUGH_MS && calls < 100; calls++) {
        ms += await during(node, () => ask(args));
      }
      best = Math.min(best, ms / calls);
    }
    return best;
  };
  const base = without ? await cost(without) : 0;
  const [unit, each] = of === undefined
    ? ["ms", 1]
    : ["us", Number(await evaluate(remote, of)) / 1000];
  const costs: number[] = [];
  for (const args of ways) {
    costs.push((await cost(args) - base) / each);
    show(`  ${Object.values(args).join(" ")}`, costs.at(-1) ?? 0, unit);
  }
  // Where a text has numbers, both of them have to be right.
  const [low, high] = vague ? [most, least] : [least, most];
  const bar = (from: number, to: number): string => `in ${from / 2} ${2 * to}`;
  show("  the least", Math.min(...costs), unit, bar(least, low));
  show("  the most", Math.max(...costs), unit, bar(high, most));
}
