import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type AnswerOf,
  type ArgsOf,
  BeamError,
  createBeam,
} from "../../../lib/beam/mod.ts";
import {
  getProcessQuestion,
  PROCESS_SECTIONS,
} from "../../../lib/tools/processes/get_process.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { type Beam, startBeam } from "../../support/beam.ts";
import { connect, evaluate, readsKeys } from "../../support/remote.ts";

/** A process with a secret in its dictionary, its mailbox and its stack, and with relations of every kind. */
const CAST = `
  Self = self(),
  register(hub, spawn(fun() ->
    put(password, "hunter2"),
    [link(whereis(N)) || N <- [init, kernel_sup, user]],
    monitor(process, whereis(logger)),
    monitor(process, code_server),
    Self ! linked,
    (fun Wait(_Secret) -> receive stop -> ok end end)("hunter2")
  end)),
  receive linked -> ok end,
  hub ! "hunter2",
  spawn(fun() -> monitor(process, hub), receive stop -> ok end end),
  timer:sleep(50)`;

let target: Beam;
Deno.test.beforeAll(async () => {
  target = await startBeam({ setup: CAST });
});
Deno.test.afterAll(async () => {
  await target[Symbol.asyncDispose]();
});

function ask(
  remote: RemoteNode,
  args: ArgsOf<typeof getProcessQuestion>,
): Promise<AnswerOf<typeof getProcessQuestion>> {
  return createBeam(remote).run(getProcessQuestion, args, {
    timeoutMs: 10_000,
  });
}

Deno.test("a process is found by name and by pid, and is the same", async () => {
  await using remote = await connect(target);
  const byName = await ask(remote, { process: "hub" });
  const byPid = await ask(remote, { process: byName.pid });
  const asElixir = await ask(remote, { process: `#PID${byName.pid}` });
  assertEquals(byPid.registered_name, "hub");
  assertEquals(asElixir.pid, byName.pid);
  assertEquals(
    await evaluate(remote, "list_to_binary(pid_to_list(whereis(hub)))"),
    `<<"${byName.pid}">>`,
  );
});

Deno.test("a process is found by its name in the cluster", async () => {
  await using remote = await connect(target);
  await evaluate(
    remote,
    "begin P = spawn(fun() -> receive stop -> ok end end), register(till, P), global:register_name({shop, till}, P) end",
  );
  for (
    const process of ["{global, {shop, till}}", "{:global, {:shop, :till}}"]
  ) {
    assertEquals((await ask(remote, { process })).registered_name, "till");
  }
  for (
    const [process, code] of [
      ["{global, shop}", "no_such_name"],
      ["{global, never_seen_name_9}", "no_such_name"],
      ["{:via, Registry, {Shop.Registry, 1}}", "no_such_name"],
      ["{via, gproc, x}", "bad_process"],
      ["{hub}", "bad_process"],
      ["{", "bad_process"],
    ] as const
  ) {
    const error = await assertRejects(
      () => ask(remote, { process }),
      BeamError,
    );
    assertEquals(error.code, code, process);
  }
});

Deno.test("the basic facts are those that the node gives", async () => {
  await using remote = await connect(target);
  const process = await ask(remote, { process: "kernel_sup", sections: [] });
  assertEquals(
    await evaluate(
      remote,
      `[case process_info(whereis(kernel_sup), I) of
          {_, P} when is_pid(P) -> list_to_binary(pid_to_list(P));
          {_, V} when I =:= total_heap_size; I =:= stack_size -> 8 * V;
          {_, V} -> V
        end || I <- [memory, total_heap_size, stack_size, message_queue_len,
                     priority, trap_exit, parent, group_leader]]`,
    ),
    `[${process.memory_bytes},${process.heap_bytes},${process.stack_bytes},${process.mailbox},${process.priority},${process.trap_exit},<<"${process.parent}">>,<<"${process.group_leader}">>]`,
  );
  assertEquals(process.initial_call, "supervisor:kernel/1");
  const master = await evaluate(
    remote,
    "pid_to_list(element(2, process_info(whereis(kernel_sup), parent)))",
  );
  // They are in a dictionary, which OTP 25 gives only as a whole.
  assertEquals(
    `${process.ancestors}`,
    readsKeys(remote) ? JSON.parse(master) : "undefined",
  );
  assertEquals(
    process.not_read?.includes("ancestors") !== true,
    readsKeys(remote),
  );
  assertEquals(process.stack, undefined);
  assertEquals(process.links, undefined);
});

Deno.test("relations are counted in full and shown up to the limit, with names", async () => {
  await using remote = await connect(target);
  const process = await ask(remote, {
    process: "hub",
    sections: ["relations"],
    limit: 2,
  });
  assertEquals(process.links?.count, 3);
  assertEquals(process.links?.first.length, 2);
  assertEquals(process.monitors?.count, 2);
  assertEquals(
    process.monitors?.first.map(({ id, registered_name }) =>
      registered_name ?? id
    ).toSorted(),
    ["code_server", "logger"],
  );
  assertEquals(process.monitored_by?.count, 1);
});

Deno.test("no argument, message or dictionary value leaves the node", async () => {
  await using remote = await connect(target);
  const process = await ask(remote, {
    process: "hub",
    sections: PROCESS_SECTIONS,
  });
  assertEquals(process.mailbox, 1);
  assert(process.stack && process.stack.length > 0);
  assert(process.gc && process.gc.young_bytes > 0);
  assert(!JSON.stringify(process).includes("hunter2"));
});

Deno.test("a process that is not there is told from a name that is not there", async () => {
  await using remote = await connect(target);
  const codes: Record<string, string> = {
    "<0.99999.0>": "no_such_process",
    "<0.99999999999.0>": "no_such_process",
    "nobody_here": "no_such_name",
    "Not.An.Alias": "no_such_name",
    "<7.1.0>": "foreign_pid",
  };
  for (const [process, code] of Object.entries(codes)) {
    const error = await assertRejects(
      () => ask(remote, { process }),
      BeamError,
    );
    assertEquals(error.code, code, process);
  }
});

Deno.test("a name that is nearly right is answered with those that are", async () => {
  await using remote = await connect(target);
  const error = await assertRejects(
    () => ask(remote, { process: "Kernel_S" }),
    BeamError,
  );
  assertEquals(
    error.hint,
    "similar names there: kernel_safe_sup, kernel_sup",
  );
});

Deno.test("names that a node does not know stay unknown to it", async () => {
  await using remote = await connect(target);
  const atoms = (): Promise<string> =>
    evaluate(remote, "erlang:system_info(atom_count)");
  await assertRejects(
    () => ask(remote, { process: "first_new_name" }),
    BeamError,
  );
  await atoms();
  const before = await atoms();
  for (const process of ["second_new_name", "Third.New", ":'fourth new'"]) {
    await assertRejects(() => ask(remote, { process }), BeamError);
  }
  assertEquals(await atoms(), before);
});

Deno.test("a stack is shown to its end", async () => {
  await using node = await startBeam({
    setup: `register(deep, spawn(fun() -> lists:foldl(fun(_, _) ->
        lists:map(fun(_) -> lists:foreach(fun(_) -> lists:filter(fun(_) -> lists:all(fun(_) -> lists:any(fun(_) -> lists:mapfoldl(fun(_, _) -> lists:partition(fun(_) -> timer:sleep(infinity), true end, [1]), {1, 2} end, 0, [1]), true end, [1]), true end, [1]) end, [1]) end, [1]) end, [1])
      end, x, [1]) end)), timer:sleep(100)`,
  });
  await using remote = await connect(node);
  const { stack = [], serving } = await ask(remote, {
    process: "deep",
    sections: ["stack"],
  });
  const whole = await evaluate(
    remote,
    `begin erlang:system_flag(backtrace_depth, 50), {_, S} = process_info(whereis(deep), current_stacktrace),
       erlang:system_flag(backtrace_depth, 8), [{M, F, A} || {M, F, A, _} <- S] end`,
  );
  assert(stack.length > 10);
  assertEquals(
    `[${
      stack.map((line) =>
        line.replace(/ .*/, "").replace(
          /^'?(.*?)'?:'?(.*?)'?\/(\d+)$/,
          "$1:$2/$3",
        )
      ).join(",")
    }]`,
    whole.replace(/\{'?(.*?)'?,'?(.*?)'?,(\d+)\}/g, "$1:$2/$3"),
  );
  assertEquals(serving, undefined);
});
