import { assert, assertEquals } from "@std/assert";
import {
  createBeam,
  preload,
  type ProcessSort,
  type TopProcesses,
  topProcesses,
  type TopProcessesArgs,
} from "../../lib/beam/mod.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import { type Beam, startBeam } from "../support/beam.ts";
import { connect, evaluate } from "../support/remote.ts";

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
  register('Quiet.One', spawn(fun() -> receive stop -> ok end end))`;

/**
 * A process that can be sent into native code for seconds, and some that keep
 * the other schedulers awake meanwhile: they would sleep on, and leave all that
 * comes in to the one that is stuck.
 */
const STUCK = `
  Tick = fun Tick() -> receive after 1 -> Tick() end end,
  [spawn(Tick) || _ <- lists:seq(1, 8)],
  Twin = fun Twin(0) -> a; Twin(N) -> X = Twin(N - 1), {X, X} end,
  register(busy_one, spawn(fun() -> receive go -> ok end, Twin(33) =:= Twin(33) end))`;

let target: Beam;
Deno.test.beforeAll(async () => {
  target = await startBeam({ setup: CAST });
});
Deno.test.afterAll(async () => {
  await target[Symbol.asyncDispose]();
});

function ask(
  remote: RemoteNode,
  args: TopProcessesArgs,
  timeoutMs = 10_000,
): Promise<TopProcesses> {
  return createBeam(remote).run(topProcesses, args, { timeoutMs });
}

Deno.test("the first by each measure are those that the node itself finds", async () => {
  await using remote = await connect(target);
  const items: Record<ProcessSort, string> = {
    memory: "memory",
    heap: "total_heap_size",
    stack: "stack_size",
    reductions: "reductions",
    mailbox: "message_queue_len",
  };
  for (const [sort, item] of Object.entries(items) as [ProcessSort, string][]) {
    const { processes } = await ask(remote, { sort, limit: 10 });
    const expected = await evaluate(
      remote,
      `[list_to_binary(pid_to_list(P)) || {_, P} <- lists:sublist(lists:sort(
         [{-V, P} || P <- erlang:processes(), P =/= self(),
                     {_, V} <- [process_info(P, ${item})]]), 10)]`,
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
       {length(erlang:processes()) - 1,
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
  assertEquals(kernel?.initial_call, {
    module: "net_kernel",
    function: "init",
    arity: 1,
  });
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
  const before = remote.traffic;
  await ask(remote, { sort: "reductions", limit: 10 });
  const after = remote.traffic;
  assert(after.bytesOut - before.bytesOut <= 24_000);
  assert(after.bytesIn - before.bytesIn <= 3000);
});

Deno.test("a process inside native code is named, and what time allows is answered", async () => {
  await using node = await startBeam({ setup: STUCK, args: ["+sfwi", "20"] });
  await using remote = await connect(node);
  // Neither a link can be made then nor a module be loaded.
  await createBeam(remote).run(preload, undefined, { timeoutMs: 10_000 });
  const pid = await evaluate(
    remote,
    `begin P = whereis(busy_one), P ! go, list_to_binary(pid_to_list(P)) end`,
  );
  const whole = await ask(remote, { sort: "memory", limit: 3 });
  assertEquals(whole.cost.no_answer.map((it) => `<<"${it}">>`), [pid]);
  assertEquals(whole.cost.partial, false);
  assertEquals(whole.processes.length, 3);

  // Not enough time to find out who it is.
  const part = await ask(remote, { sort: "memory", limit: 3 }, 600);
  assertEquals(part.cost.no_answer, []);
  assertEquals(part.cost.partial, true);
});
