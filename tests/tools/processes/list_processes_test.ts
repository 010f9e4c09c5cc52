import { encodeFilters } from "../../../lib/tools/processes/process_filters.ts";
import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type AnswerOf,
  type ArgsOf,
  BeamError,
  createBeam,
  preload,
} from "../../../lib/beam/mod.ts";
import {
  listProcessesQuestion,
  PROCESS_SORTS,
} from "../../../lib/tools/processes/list_processes.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { type Beam, startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate, eventually, OTHERS } from "../../support/remote.ts";
import { loading } from "../../support/supervisors.ts";

/** Twelve processes that differ by far by every measure; and one with a name. */
const CAST = `
  Self = self(),
  Burn = fun Burn(0) -> ok; Burn(N) -> lists:seq(1, 1000), Burn(N - 1) end,
  Deep = fun Deep(0) -> receive stop -> ok end; Deep(N) -> Deep(N - 1), ok end,
  [begin
     P = spawn(fun() -> Keep = lists:seq(1, I * 50000), Burn(I * 1000), Self ! ready, Deep(I * 20), Keep end),
     [P ! I || _ <- lists:seq(1, I)]
   end || I <- lists:seq(1, 12)],
  [receive ready -> ok end || _ <- lists:seq(1, 12)],
  register('Quiet.One', spawn(fun() -> receive stop -> ok end end)),
  [spawn(fun() ->
     Keep = [binary:copy(<<I>>, I * 1000) || _ <- lists:seq(1, I)],
     [monitor(process, whereis(kernel_sup)) || _ <- lists:seq(1, I * 20)],
     [link(whereis(Name)) || Name <- lists:sublist(registered(), I)],
     Self ! ready, receive stop -> Keep end
   end) || I <- lists:seq(1, 12)],
  [receive ready -> ok end || _ <- lists:seq(1, 12)],
  register(spinner, spawn(fun Spin() -> lists:seq(1, 1000), receive after 1 -> Spin() end end)),
  register(grower, spawn(fun() -> receive never -> ok end end)),
  spawn(fun Feed() -> grower ! more, receive after 2 -> Feed() end end),
  register(parent, spawn(fun() -> [spawn(fun() -> receive stop -> ok end end) || _ <- lists:seq(1, 7)],
                                  receive stop -> ok end end)),
  application:load({application, held, [{vsn, "1"}, {modules, []}, {registered, []}, {applications, []}, {env, []}]})`;

/**
 * A process that can be sent into native code for seconds, and some that keep
 * the other schedulers awake meanwhile: they would sleep on, and leave all that
 * comes in to the one that is stuck.
 */
const STUCK = `
  Tick = fun Tick() -> receive after 1 -> Tick() end end,
  [spawn(Tick) || _ <- lists:seq(1, 8)],
  Twin = fun Twin(0) -> a; Twin(N) -> X = Twin(N - 1), {X, X} end,
  register(busy_one, spawn(fun() -> receive go -> ok end, Twin(40) =:= Twin(40) end))`;

let target: Beam;
Deno.test.beforeAll(async () => {
  target = await startBeam({ setup: CAST });
});
Deno.test.afterAll(async () => {
  await target[Symbol.asyncDispose]();
});

function ask(
  remote: RemoteNode,
  args: ArgsOf<typeof listProcessesQuestion>,
  timeoutMs = 10_000,
): Promise<AnswerOf<typeof listProcessesQuestion>> {
  return createBeam(remote).run(listProcessesQuestion, args, { timeoutMs });
}

Deno.test("the first by each measure are those that the node itself finds", async () => {
  await using remote = await connect(target);
  const measures: Record<typeof PROCESS_SORTS[number], string> = {
    memory: "{_, V} <- [process_info(P, memory)]",
    heap: "{_, V} <- [process_info(P, total_heap_size)]",
    stack: "{_, V} <- [process_info(P, stack_size)]",
    reductions: "{_, V} <- [process_info(P, reductions)]",
    mailbox: "{_, V} <- [process_info(P, message_queue_len)]",
    binary: "{_, L} <- [process_info(P, binary)], " +
      "V <- [lists:sum([S || {_, S, _} <- lists:usort(L)])]",
    links: "{_, L} <- [process_info(P, links)], V <- [length(L)]",
    monitors: "{_, L} <- [process_info(P, monitors)], V <- [length(L)]",
  };
  for (const sort of PROCESS_SORTS) {
    const { processes } = await ask(remote, { sort, limit: 10 });
    const expected = await evaluate(
      remote,
      `[list_to_binary(pid_to_list(P)) || {_, P} <- lists:sublist(lists:sort(
         [{-V, P} || P <- erlang:processes(), P =/= self(), ${
        measures[sort]
      }]), 10)]`,
    );
    const found = processes.map((process) => `<<"${process.pid}">>`);
    assertEquals(`[${found.join(",")}]`, expected, sort);
  }
});

Deno.test("rows say what the node says, in bytes", async () => {
  await using remote = await connect(target);
  const { total, processes } = await ask(remote, { sort: "memory", limit: 1 });
  const [first] = processes;
  assert(first);
  const facts = await evaluate(
    remote,
    `begin P = list_to_pid("${first.pid}"),
       {length(${OTHERS}),
        [case process_info(P, I) of {_, V} when I =:= total_heap_size -> 8 * V; {_, V} -> V end
         || I <- [memory, total_heap_size, message_queue_len, status]]} end`,
  );
  assertEquals(
    facts,
    `{${total},[${first.memory_bytes},${first.heap_bytes},${first.mailbox},${first.status}]}`,
  );
});

Deno.test("the initial call of an OTP process is that of its callback module", async () => {
  await using remote = await connect(target);
  const { processes } = await ask(remote, {
    sort: "memory",
    limit: 5,
    text: "net_kernel",
  });
  const kernel = processes.find((row) => row.registered_name === "net_kernel");
  assertEquals(kernel?.initial_call, "net_kernel:init/1");
});

Deno.test("a dictionary that would grow when copied is left alone where it cannot tell anything", async () => {
  await using remote = await connect(target);
  // 20,000 elements, 500 times the same: 320 KB here, 160 MB as a copy.
  await evaluate(
    remote,
    "register(sharer, spawn(fun() -> put(same, lists:duplicate(500, lists:seq(1, 20000))), receive stop -> ok end end))",
  );
  for (
    const filters of [{ text: "sharer" }, {
      text: "sharer",
      initial_call: "apply/2",
    }]
  ) {
    const { processes, cost } = await ask(remote, {
      sort: "heap",
      limit: 1,
      ...filters,
    });
    assertEquals(processes[0]?.registered_name, "sharer");
    assertEquals(cost.no_answer, undefined);
  }
  await evaluate(remote, "exit(whereis(sharer), kill)");
});

Deno.test("a text picks by registered name, initial call or current function, in any case", async () => {
  await using remote = await connect(target);
  const names = async (text: string): Promise<(string | undefined)[]> => {
    const answer = await ask(remote, { sort: "memory", limit: 500, text });
    assertEquals(answer.matched, answer.processes.length);
    return answer.processes.map((row) => row.registered_name).toSorted();
  };
  assertEquals(await names("QUIET"), ["Quiet.One"]);
  assertEquals(await names("code_server:loop/1"), ["code_server"]);
  // A process without a name, known by its callback module alone.
  assertEquals(await names("user_sup"), [undefined]);
  assertEquals(await names("no such thing"), []);
  assert((await names("gen_server:loop")).includes("kernel_sup"));
});

Deno.test("functions of Elixir are found as they are shown", () => {
  assertEquals(
    encodeFilters({ initial_call: "My.Server.init/1" }),
    encodeFilters({ initial_call: "My.Server:init/1" }),
  );
});

Deno.test("filters pick by application, ancestor, status, name and function, and all must hold", async () => {
  await using remote = await connect(target);
  const matched = async (
    filters: Partial<ArgsOf<typeof listProcessesQuestion>>,
  ): Promise<string> => {
    const answer = await ask(remote, { sort: "memory", limit: 1, ...filters });
    return `${answer.matched}`;
  };
  const counted = (condition: string): Promise<string> =>
    evaluate(remote, `length([P || P <- ${OTHERS}, ${condition}])`);
  assertEquals(
    await matched({ application: "kernel" }),
    await counted("application:get_application(P) =:= {ok, kernel}"),
  );
  assertEquals(
    await matched({ ancestor: "kernel_safe_sup" }),
    await counted(
      "{_, D} <- [process_info(P, dictionary)], " +
        "lists:member(kernel_safe_sup, proplists:get_value('$ancestors', D, []))",
    ),
  );
  assertEquals(await matched({ ancestor: "parent" }), "7");
  assertEquals(await matched({ registered_name: "KERNEL_S" }), "2");
  assertEquals(await matched({ initial_call: "net_kernel:init" }), "1");
  assertEquals(await matched({ initial_call: ":net_kernel.init/1" }), "1");
  assertEquals(await matched({ registered_name: ":net_kernel" }), "1");
  assertEquals(await matched({ registered_name: "'net_kernel'" }), "1");
  assertEquals(await matched({ current_function: "gen_event" }), "1");
  assertEquals(
    await matched({ application: "kernel", registered_name: "net_s" }),
    "1",
  );
  assertEquals(await matched({ text: "code_server", status: "exiting" }), "0");
  assert(Number(await matched({ status: "waiting" })) > 40);
});

Deno.test("a minimum leaves out what has less", async () => {
  await using remote = await connect(target);
  for (const [sort, min] of [["mailbox", 10], ["heap", 2_000_000]] as const) {
    const answer = await ask(remote, { sort, limit: 100, min });
    const item = sort === "heap" ? "total_heap_size" : "message_queue_len";
    assertEquals(answer.matched, answer.processes.length);
    assertEquals(
      `${answer.matched - (sort === "mailbox" ? 1 : 0)}`,
      await evaluate(
        remote,
        `length([P || P <- erlang:processes(), P =/= whereis(grower), {_, V} <- [process_info(P, ${item})], V * ${
          sort === "heap" ? 8 : 1
        } >= ${min}])`,
      ),
      sort,
    );
  }
});

Deno.test("in a window, the first are those that grew most, also those that are new", async () => {
  await using remote = await connect(target);
  const work = await ask(remote, {
    sort: "reductions",
    limit: 3,
    window_ms: 1000,
    text: "spinner",
  });
  assert(work.window_ms !== undefined && work.window_ms >= 1000);
  assertEquals(work.processes[0]?.registered_name, "spinner");
  assert((work.processes[0]?.value ?? 0) > 10_000);
  const fed = await ask(remote, { sort: "mailbox", limit: 3, window_ms: 1000 });
  assertEquals(fed.processes[0]?.registered_name, "grower");
  // Another may just have been sent a message.
  assert(fed.matched <= 3, `${fed.matched}`);
  const growth = fed.processes[0]?.value ?? 0;
  assert(growth > 5 && growth < 1000, `${growth}`);

  const born = ask(remote, {
    sort: "memory",
    limit: 1,
    window_ms: 2000,
    registered_name: "newborn",
  });
  await evaluate(
    remote,
    `begin timer:sleep(500), Self = self(),
       register(newborn, spawn(fun() -> Keep = lists:seq(1, 1000), Self ! ok, receive stop -> Keep end end)),
       receive ok -> ok end end`,
  );
  const { processes: [first] } = await born;
  assertEquals(first?.registered_name, "newborn");
  assertEquals(first?.value, first?.memory_bytes);
});

Deno.test("the window is cut to the time of the call", async () => {
  await using remote = await connect(target);
  const { window_ms, cost } = await ask(remote, {
    sort: "reductions",
    limit: 1,
    window_ms: 3_600_000,
  }, 2000);
  assert(window_ms !== undefined && window_ms < 1500);
  assertEquals(cost.partial, undefined);
});

Deno.test("what a filter names must be there", async () => {
  await using remote = await connect(target);
  const codes: readonly [
    Partial<ArgsOf<typeof listProcessesQuestion>>,
    string,
  ][] = [
    [{ application: "no_such_app" }, "no_such_application"],
    [{ application: "held" }, "no_processes"],
    [{ ancestor: "no_such_name_at_all" }, "no_such_name"],
    [{ ancestor: "<0.99999.0>" }, "no_such_process"],
  ];
  for (const [filters, code] of codes) {
    const error = await assertRejects(
      () => ask(remote, { sort: "memory", limit: 1, ...filters }),
      BeamError,
    );
    assertEquals(error.code, code);
  }
});

Deno.test("it leaves nothing behind", async () => {
  await using quiet = await startBeam();
  await using remote = await connect(quiet);
  await assertHarmless(remote, listProcessesQuestion, [
    { sort: "memory", limit: 3, text: "some_text" },
    { sort: "binary", limit: 3, application: "never_seen_before" },
  ]);
  await assertHarmless(remote, listProcessesQuestion, [
    { sort: "reductions", limit: 3, window_ms: 50 },
    { sort: "heap", limit: 3, label: "never seen", window_ms: 50 },
  ]);
});

Deno.test("no limit lifts the ceiling", async () => {
  await using remote = await connect(target);
  const { total, processes } = await ask(remote, {
    sort: "memory",
    limit: 1e9,
  });
  assert(processes.length <= 500);
  assert(processes.length >= total - 1);
});

Deno.test("a question is one round trip of a few kilobytes", async () => {
  await using remote = await connect(target);
  const beam = createBeam(remote);
  const question = (): Promise<unknown> =>
    beam.run(listProcessesQuestion, { sort: "reductions", limit: 10 }, {
      timeoutMs: 10_000,
    });
  // What its funs are like a node is asked before the first question.
  await question();
  const before = remote.traffic;
  await question();
  const after = remote.traffic;
  const out = after.bytesOut - before.bytesOut;
  assert(out <= 24_500, `${out}`);
  assert(after.bytesIn - before.bytesIn <= 3000);
});

Deno.test("a process inside native code is named, and what time allows is answered", async () => {
  await using node = await startBeam({
    setup: STUCK,
    args: ["+S", "2:2", "+sfwi", "20"],
  });
  await using remote = await connect(node);
  // Neither a link can be made then nor a module be loaded.
  await createBeam(remote).run(preload, undefined, { timeoutMs: 10_000 });
  const pid = await evaluate(
    remote,
    `begin P = whereis(busy_one), P ! go, list_to_binary(pid_to_list(P)) end`,
  );
  const whole = await ask(remote, { sort: "memory", limit: 3 });
  assertEquals(whole.cost.no_answer?.map((it) => `<<"${it}">>`), [pid]);
  assertEquals(whole.cost.partial, undefined);
  assertEquals(whole.processes.length, 3);

  // Not enough time to find out who it is; where others have the processor, none to answer.
  const hurried = (): Promise<AnswerOf<typeof listProcessesQuestion>> =>
    ask(remote, { sort: "memory", limit: 3 }, 600);
  const part = await hurried().catch(hurried).catch(hurried);
  assertEquals(part.cost.no_answer, undefined);
  assertEquals(part.cost.partial, true);
});

Deno.test("processes that end while they are looked at are told, with what they were", async () => {
  await using node = await startBeam({
    setup: `${
      loading(`
-module(t_short).
-export([start/0, storm/0, work/1]).
start() -> spawn(t_short, storm, []).
storm() -> spawn(t_short, work, [erlang:monotonic_time(millisecond) + 60]), timer:sleep(20), storm().
work(Until) -> case erlang:monotonic_time(millisecond) < Until of true -> lists:seq(1, 500), work(Until); false -> ok end.
`)
    }, t_short:start()`,
  });
  await using remote = await connect(node);
  await createBeam(remote).run(preload, undefined, { timeoutMs: 10_000 });
  // Whether one of them is at work in the first look is chance.
  await eventually(async () => {
    const args = { sort: "reductions", limit: 5, window_ms: 500 } as const;
    const { processes, ended } = await ask(remote, args);
    assert(ended !== undefined, JSON.stringify(processes));
    assert(ended.count >= 1 && (ended.came_and_went ?? 0) >= 5);
    const alive = new Set(processes.map(({ pid }) => pid));
    assert(ended.first.every(({ pid }) => !alive.has(pid)));
    return ended.first.some(({ initial_call }) =>
      initial_call === "t_short:work/1"
    );
  }, true);
});

Deno.test("where nothing has ended, nothing is told of it", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  const { ended } = await createBeam(remote).run(listProcessesQuestion, {
    sort: "memory",
    limit: 5,
  }, { timeoutMs: 10_000 });
  assertEquals(ended, undefined);
});
