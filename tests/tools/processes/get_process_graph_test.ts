import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type AnswerOf,
  type ArgsOf,
  createBeam,
  preload,
} from "../../../lib/beam/mod.ts";
import { BeamtapError } from "../../../lib/errors.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { getProcessQuestion } from "../../../lib/tools/processes/get_process.ts";
import {
  getProcessGraphQuestion,
} from "../../../lib/tools/processes/get_process_graph.ts";
import { type Beam, startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate, OTHERS } from "../../support/remote.ts";
import { loading } from "../../support/supervisors.ts";

/** A server that calls another when told to. */
const SERVER = loading(`
-module(t_caller).
-behaviour(gen_server).
-export([init/1, handle_call/3, handle_cast/2]).
init(S) -> {ok, S}.
handle_call(_, _, hub) -> receive never -> ok end;
handle_call(_, _, S) -> {noreply, S}.
handle_cast({call, Other}, S) -> gen_server:call(Other, please, infinity), {noreply, S}.
`);

/**
 * A ring of three that wait for each other and one that waits for the ring; a hub
 * that hangs in the call of one of ten, which monitor others too; one that monitors
 * two, of which neither shows who is called; a chain of links; a family of three generations.
 */
const CAST = `${SERVER},
  Start = fun(Name) -> {ok, P} = gen_server:start(t_caller, Name, []), register(Name, P) end,
  [Start(N) || N <- [ring_a, ring_b, ring_c, tail, hub, busy_friend]],
  gen_server:cast(ring_a, {call, ring_b}), gen_server:cast(ring_b, {call, ring_c}),
  gen_server:cast(ring_c, {call, ring_a}), gen_server:cast(tail, {call, ring_a}),
  [spawn(fun() -> monitor(process, whereis(user)), gen_server:call(hub, please, infinity) end)
   || _ <- lists:seq(1, 10)],
  register(doubtful, spawn(fun() -> monitor(process, whereis(logger)),
                                    gen_server:call(busy_friend, please, infinity) end)),
  Link = fun Link(0, _) -> ok;
             Link(N, Last) -> P = spawn(fun() -> link(Last), receive stop -> ok end end),
                              register(list_to_atom("link_" ++ integer_to_list(N)), P), Link(N - 1, P) end,
  First = spawn(fun() -> receive stop -> ok end end), Link(5, First),
  Keep = fun() -> receive stop -> ok end end,
  register(grandmother, spawn(fun() ->
    [spawn(fun() -> [spawn(Keep) || _ <- lists:seq(1, 4)], Keep() end) || _ <- lists:seq(1, 3)], Keep() end)),
  spawn(fun() -> [spawn(Keep) || _ <- lists:seq(1, 6)] end),
  timer:sleep(200)`;

type Graph = AnswerOf<typeof getProcessGraphQuestion>;

let target: Beam;
let remote: RemoteNode;
Deno.test.beforeAll(async () => {
  target = await startBeam({ setup: CAST });
  await using first = await connect(target);
  await createBeam(first).run(preload, undefined, { timeoutMs: 10_000 });
});
Deno.test.beforeEach(async () => {
  remote = await connect(target);
});
Deno.test.afterEach(async () => {
  await remote[Symbol.asyncDispose]();
});
Deno.test.afterAll(async () => {
  await target[Symbol.asyncDispose]();
});

function ask(
  args: Partial<ArgsOf<typeof getProcessGraphQuestion>>,
): Promise<Graph> {
  return createBeam(remote).run(getProcessGraphQuestion, {
    kind: "links",
    depth: 2,
    limit: 40,
    ...args,
  }, { timeoutMs: 10_000 });
}

/** Pids by the names that processes are registered as. */
function named(graph: Graph): (id: string) => string {
  const names = new Map(
    graph.nodes.map((row) => [row.pid, row.registered_name ?? row.pid]),
  );
  return (id) => names.get(id) ?? id;
}

Deno.test("a deadlock is found on the whole node, and for whom most wait", async () => {
  const graph = await ask({ kind: "wait_for" });
  const name = named(graph);
  assertEquals(graph.cycles?.length, 1);
  const [ring = []] = graph.cycles ?? [];
  assertEquals(ring.map(name).toSorted(), ["ring_a", "ring_b", "ring_c"]);
  const next: Record<string, string> = {
    ring_a: "ring_b",
    ring_b: "ring_c",
    ring_c: "ring_a",
  };
  ring.forEach((id, i) =>
    assertEquals(next[name(id)], name(ring[(i + 1) % ring.length] ?? ""))
  );
  assertEquals(graph.waiting, 15);
  assertEquals(new Set(graph.edges.map(({ from }) => from)).size, 15);
  assertEquals([graph.truncated_graph, graph.possible_cycles], [false, []]);
  assertEquals(
    graph.edges.filter(({ doubtful }) => doubtful)
      .map(({ from, to }) => `${name(from)} ${name(to)}`).toSorted(),
    ["doubtful busy_friend", "doubtful logger"],
  );
  const few = await ask({ kind: "wait_for", limit: 3 });
  assertEquals([few.truncated_graph, few.waiting], [true, 15]);
  assertEquals(few.edges.slice(0, 3).map(({ from }) => name(from)).toSorted(), [
    "ring_a",
    "ring_b",
    "ring_c",
  ]);
  const [most] = graph.awaited ?? [];
  assertEquals([most && name(most.process), most?.count], ["hub", 10]);
});

Deno.test("from a process on, waits are followed to where they end", async () => {
  const graph = await ask({ kind: "wait_for", process: "tail" });
  const name = named(graph);
  assertEquals(
    graph.edges.map(({ from, to, how }) => `${name(from)} ${name(to)} ${how}`),
    [
      "tail ring_a gen:do_call/4",
      "ring_a ring_b gen:do_call/4",
      "ring_b ring_c gen:do_call/4",
      "ring_c ring_a gen:do_call/4",
    ],
  );
  assertEquals(graph.cycles?.map((ring) => ring.map(name)), [[
    "ring_a",
    "ring_b",
    "ring_c",
  ]]);
  const idle = await ask({ kind: "wait_for", process: "busy_friend" });
  assertEquals([idle.edges.length, idle.cycles?.length], [0, 0]);
});

Deno.test("a deadlock of two has one more behind it; a ring that only may be one is told as that", async () => {
  await using node = await startBeam({
    setup: `${SERVER},
      Start = fun(Name) -> {ok, P} = gen_server:start(t_caller, Name, []), register(Name, P), P end,
      [Start(N) || N <- [one, two, third, guess_a, guess_b]],
      gen_server:cast(one, {call, two}), gen_server:cast(two, {call, one}), gen_server:cast(third, {call, one}),
      sys:replace_state(guess_a, fun(S) -> monitor(process, whereis(third)), S end),
      gen_server:cast(guess_a, {call, guess_b}), gen_server:cast(guess_b, {call, guess_a}), timer:sleep(200)`,
  });
  await using over = await connect(node);
  const graph = await createBeam(over).run(getProcessGraphQuestion, {
    kind: "wait_for",
    depth: 1,
    limit: 40,
  }, { timeoutMs: 10_000 });
  const name = named(graph);
  assertEquals(
    graph.edges.map(({ from, to, doubtful }) =>
      `${name(from)} ${name(to)}${doubtful ? "?" : ""}`
    ).toSorted(),
    [
      "guess_a guess_b?",
      "guess_a third?",
      "guess_b guess_a",
      "one two",
      "third one",
      "two one",
    ],
  );
  assertEquals(graph.waiting, 5);
  assertEquals(graph.cycles?.map((ring) => ring.map(name).toSorted()), [
    ["one", "two"],
  ]);
  const possible = graph.possible_cycles?.map((ring) =>
    ring.map(name).toSorted()
  );
  assertEquals(possible, [["guess_a", "guess_b"]]);
  assertEquals(graph.awaited?.[0]?.count, 2);
});

Deno.test("processes that call each other all the time are no deadlock", async () => {
  await using node = await startBeam({
    setup: `
      Serve = fun Serve(Other) -> receive {other, P} -> Serve(P); {'$gen_call', From, _} -> gen_server:reply(From, ok), Serve(Other)
                            after 0 -> catch gen_server:call(Other, x, 1), Serve(Other) end end,
      Pairs = [begin A = spawn(fun() -> Serve(self()) end), B = spawn(fun() -> Serve(A) end), A ! {other, B} end
               || _ <- lists:seq(1, 20)], timer:sleep(200)`,
  });
  await using over = await connect(node);
  for (let i = 0; i < 10; i++) {
    const graph = await createBeam(over).run(getProcessGraphQuestion, {
      kind: "wait_for",
      depth: 1,
      limit: 100,
    }, { timeoutMs: 10_000 });
    assertEquals([graph.cycles, graph.possible_cycles], [[], []]);
  }
});

Deno.test("where it cannot be told for whom a process waits, all that may be are named", async () => {
  const graph = await ask({ kind: "wait_for", process: "doubtful" });
  const name = named(graph);
  assertEquals(graph.edges.map(({ to }) => name(to)).toSorted(), [
    "busy_friend",
    "logger",
  ]);
});

Deno.test("a process that waits for nobody known has an edge to unknown", async () => {
  await using node = await startBeam({
    setup: `${
      loading(`
-module('Elixir.Task').
-export([await/2]).
await(_, _) -> receive never -> ok end, ok.
`)
    }, register(alone, spawn(fun() -> 'Elixir.Task':await(x, y), ok end)), timer:sleep(100)`,
  });
  await using over = await connect(node);
  const graph = await createBeam(over).run(getProcessGraphQuestion, {
    kind: "wait_for",
    depth: 1,
    limit: 40,
  }, { timeoutMs: 10_000 });
  assertEquals(
    graph.edges.map(({ to, how }) => [to, how]),
    [["unknown", "Task.await/2"]],
  );
  assertEquals(graph.nodes[0]?.registered_name, "alone");
});

Deno.test("get_process tells the same of one process", async () => {
  const beam = createBeam(remote);
  const one = await beam.run(getProcessQuestion, {
    process: "tail",
    sections: ["waiting_for", "ancestors", "binaries"],
  }, { timeoutMs: 10_000 });
  assertEquals(one.waiting_for?.cycle, true);
  assertEquals(one.waiting_for?.chain.length, 4);
  assert(one.spawned_by && one.binaries);
});

Deno.test("links are followed so many steps, each shown once", async () => {
  for (const [depth, steps] of [[1, 2], [2, 4]] as const) {
    const graph = await ask({ process: "link_3", depth });
    const name = named(graph);
    assertEquals(graph.edges.length, steps, `${depth}`);
    assertEquals(name(graph.nodes[0]?.pid ?? ""), "link_3");
    assertEquals(graph.truncated_graph, false);
  }
  const few = await ask({ process: "kernel_sup", depth: 5, limit: 4 });
  assertEquals([few.truncated_graph, few.nodes.length], [true, 4]);
});

Deno.test("monitors are shown in both directions", async () => {
  const graph = await ask({ kind: "monitors", process: "hub", depth: 1 });
  assertEquals(
    graph.edges.map(({ how }) => how),
    Array(10).fill("monitored_by"),
  );
});

Deno.test("who spawned whom is shown as far as it is asked, with true numbers", async () => {
  const graph = await ask({ kind: "spawned", process: "grandmother" });
  const name = named(graph);
  assertEquals(graph.edges.length, 15);
  const counts = graph.children?.map(({ count }) => count).toSorted();
  assertEquals(counts, [3, 4, 4, 4]);
  assertEquals(graph.roots?.map(name), ["grandmother"]);
  const whole = await ask({ kind: "spawned", depth: 1 });
  assertEquals(
    `${whole.total}`,
    await evaluate(remote, `length(${OTHERS})`),
  );
  assert(whole.orphans?.some(({ count }) => count === 6));
});

Deno.test("what there is none of is told as such", async () => {
  const codes: readonly [
    Partial<ArgsOf<typeof getProcessGraphQuestion>>,
    string,
  ][] = [
    [{ kind: "links" }, "bad_process"],
    [{ kind: "monitors", process: "nobody_there" }, "no_such_name"],
    [{ kind: "wait_for", process: "<0.99999.0>" }, "no_such_process"],
    [{ kind: "spawned", process: "<9.1.0>" }, "foreign_pid"],
  ];
  for (const [args, code] of codes) {
    const error = await assertRejects(() => ask(args), BeamtapError);
    assertEquals(error.code, code);
  }
});

Deno.test("it leaves nothing behind", async () => {
  await using quiet = await startBeam();
  await using over = await connect(quiet);
  for (const kind of ["links", "monitors", "wait_for", "spawned"] as const) {
    await assertHarmless(over, getProcessGraphQuestion, [
      { kind, process: "kernel_sup", depth: 2, limit: 9 },
      { kind, process: `unheard_${kind}`, depth: 2, limit: 9 },
    ]);
  }
  await assertHarmless(over, getProcessGraphQuestion, [
    { kind: "wait_for", depth: 2, limit: 9 },
    { kind: "spawned", depth: 2, limit: 9 },
  ]);
});
