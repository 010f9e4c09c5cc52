import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type AnswerOf,
  type ArgsOf,
  BeamError,
  createBeam,
  preload,
} from "../../../lib/beam/mod.ts";
import {
  groupProcessesQuestion,
} from "../../../lib/tools/processes/group_processes.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { type Beam, startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate, eventually, OTHERS } from "../../support/remote.ts";

/** Kinds of processes: thirty by one spawner, with labels, waiting in one function. */
const CAST = `
  Self = self(),
  register(spawner, spawn(fun() ->
    [spawn(fun() -> put('$process_label', {session, I}),
                    catch proc_lib:set_label({session, I}),
                    timer:sleep(infinity) end) || I <- lists:seq(1, 30)],
    Self ! ready, receive stop -> ok end end)),
  receive ready -> ok end, timer:sleep(50)`;

let target: Beam;
Deno.test.beforeAll(async () => {
  target = await startBeam({ setup: CAST });
  await using remote = await connect(target);
  await createBeam(remote).run(preload, undefined, { timeoutMs: 10_000 });
});
Deno.test.afterAll(async () => {
  await target[Symbol.asyncDispose]();
});

function ask(
  remote: RemoteNode,
  args: Partial<ArgsOf<typeof groupProcessesQuestion>>,
): Promise<AnswerOf<typeof groupProcessesQuestion>> {
  return createBeam(remote).run(groupProcessesQuestion, {
    by: "initial_call",
    sort: "count",
    limit: 100,
    ...args,
  }, { timeoutMs: 10_000 });
}

Deno.test("groups are those that the node itself counts", async () => {
  await using remote = await connect(target);
  const keys: Record<string, string> = {
    current_function:
      "{_, {M, F, A}} <- [process_info(P, current_function)], K <- [lists:flatten(io_lib:format('~s:~s/~b', [M, F, A]))]",
    spawner:
      '{_, S} <- [process_info(P, parent)], K <- [if is_pid(S) -> pid_to_list(S); true -> "-" end]',
  };
  for (const by of ["current_function", "spawner"] as const) {
    // In OTP 29 a supervisor may begin to hibernate between two looks.
    await eventually(async () => {
      const { groups, matched, total, kinds } = await ask(remote, { by });
      const expected = await evaluate(
        remote,
        `lists:sort([list_to_binary(K) || P <- ${OTHERS}, ${keys[by]}])`,
      );
      const found = groups.flatMap(({ kind, count }) =>
        Array<string>(count).fill(kind)
      ).toSorted();
      assertEquals([matched, kinds], [total, groups.length]);
      return `[${found.map((kind) => `<<"${kind}">>`).join(",")}]` === expected;
    }, true);
  }
});

Deno.test("sums are those of the processes in the group", async () => {
  await using remote = await connect(target);
  const ours = async (): Promise<string> => {
    const { groups } = await ask(remote, { by: "application", sort: "memory" });
    const sums = groups.map(({ sum }) => sum ?? 0);
    assertEquals(sums, sums.toSorted((a, b) => b - a));
    const kernel = groups.find(({ kind }) => kind === "kernel");
    return `{${kernel?.count},${kernel?.sum}}`;
  };
  const theirs = (): Promise<string> =>
    evaluate(
      remote,
      `begin Ps = [P || P <- ${OTHERS}, application:get_application(P) =:= {ok, kernel}],
        {length(Ps), lists:sum([M || P <- Ps, {_, M} <- [process_info(P, memory)]])} end`,
    );
  // Their memory changes while they work, now and then.
  await eventually(async () => await ours() === await theirs(), true);
});

Deno.test("labels of one shape are one kind, where they can be read by themselves", async () => {
  await using remote = await connect(target);
  const byKey = await evaluate(
    remote,
    "(catch process_info(self(), {dictionary, a})) =:= {{dictionary, a}, undefined}",
  );
  const asked = (): Promise<AnswerOf<typeof groupProcessesQuestion>> =>
    ask(remote, { by: "label", ancestor: "spawner" });
  if (byKey === "true") {
    const { groups } = await asked();
    assertEquals(groups.map(({ kind, count }) => [kind, count]), [
      ["{session,… 1 more}", 30],
    ]);
    await labelled(remote);
  } else {
    const error = await assertRejects(asked, BeamError, "OTP 26.2");
    assertEquals(error.code, "not_supported");
  }
});

/** Labels of LiveView 1.1 are of one kind by view, and found as Erlang and Elixir write them. */
async function labelled(remote: RemoteNode): Promise<void> {
  await evaluate(
    remote,
    `[spawn(fun() -> put('$process_label', L), catch proc_lib:set_label(L), timer:sleep(infinity) end)
      || {View, N} <- [{'Elixir.Shop.CartLive', 2}, {'Elixir.Shop.PayLive', 1}], I <- lists:seq(1, N),
         L <- [{'Elixir.Phoenix.LiveView', View, integer_to_binary(I)}]]`,
  );
  const seen = async (label: string): Promise<unknown[]> => {
    const { groups } = await ask(remote, { by: "label", label });
    return groups.map(({ kind, count }) => [kind, count]);
  };
  const carts = [
    "{'Elixir.Phoenix.LiveView','Elixir.Shop.CartLive',… 1 more}",
    2,
  ];
  await eventually(() => seen("PHOENIX.LIVEVIEW"), [
    carts,
    ["{'Elixir.Phoenix.LiveView','Elixir.Shop.PayLive',… 1 more}", 1],
  ]);
  for (
    const part of [
      "{Phoenix.LiveView, Shop.CartLive",
      "{'Elixir.Phoenix.LiveView','Elixir.Shop.CartLive'",
      "cartlive",
    ]
  ) assertEquals(await seen(part), [carts], part);
  assertEquals(await seen(`Shop.CartLive, "1"}`), [[carts[0], 1]]);
}

Deno.test("the initial call is that of the callback module where there is one", async () => {
  await using remote = await connect(target);
  const { groups } = await ask(remote, {});
  const kinds = groups.map(({ kind }) => kind);
  assert(kinds.includes("net_kernel:init/1"));
  assert(!kinds.includes("proc_lib:init_p/5"));
});

Deno.test("a window counts who comes, by whom, and who goes", async () => {
  await using remote = await connect(target);
  const asked = ask(remote, { by: "spawner", window_ms: 2000 });
  const spawned = await evaluate(
    remote,
    `begin timer:sleep(500),
       [exit(P, kill) || P <- erlang:processes(), process_info(P, parent) =:= {parent, whereis(spawner)}],
       [spawn(fun() -> ok end) || _ <- lists:seq(1, 500)],
       register(fresh, spawn(fun() -> [spawn(fun() -> receive stop -> ok end end) || _ <- lists:seq(1, 20)],
                                      receive stop -> ok end end)),
       list_to_binary(pid_to_list(whereis(fresh))) end`,
  );
  const { window, groups } = await asked;
  assert(window);
  assertEquals(window.new, 21);
  // A process of an earlier call may still have been there.
  assert(window.ended >= 30 && window.ended <= 32, `${window.ended}`);
  // Those of this test, and the few processes that calls of it are.
  const { spawned: starts = 0 } = window;
  assert(starts >= 521 && starts < 560, `${starts}`);
  assertEquals(
    groups.filter(({ count }) => count === 20).map(({ kind }) =>
      `<<"${kind}">>`
    ),
    [spawned],
  );
});

Deno.test("who is new is told also where the slots of all processes have been in use before", async () => {
  // The slots of old ones that end come back with smaller numbers than others have had since.
  await using turned = await startBeam({
    args: ["+P", "1024"],
    setup: `Idle = fun() -> receive stop -> ok end end,
      Old = [spawn(Idle) || _ <- lists:seq(1, 250)],
      [begin {_, M} = spawn_monitor(fun() -> ok end), receive {_, M, _, _, _} -> ok end end
       || _ <- lists:seq(1, 4000)],
      register(nursery, spawn(fun() -> receive go -> ok end,
        [begin M = monitor(process, P), exit(P, kill), receive {_, M, _, _, _} -> ok end end
         || P <- lists:sublist(Old, 200)],
        [spawn(Idle) || _ <- lists:seq(1, 850)], receive stop -> ok end end))`,
  });
  await using remote = await connect(turned);
  await ask(remote, {});
  const nursery = await evaluate(remote, "whereis(nursery)");
  const asked = ask(remote, { by: "spawner", window_ms: 3000 });
  await evaluate(remote, "begin timer:sleep(500), nursery ! go end");
  const { window, groups } = await asked;
  assertEquals(
    groups.find(({ kind }) => kind === nursery)?.count,
    850,
    nursery,
  );
  assertEquals(window?.new, 850);
  assert((window?.ended ?? 0) >= 200);
  assertEquals(window?.spawned, undefined);
});

Deno.test("thousands of kinds are told as the most frequent and the rest", async () => {
  await using many = await startBeam({
    args: ["+P", "50000"],
    setup:
      `[spawn(fun() -> spawn(fun() -> timer:sleep(infinity) end), timer:sleep(infinity) end)
        || _ <- lists:seq(1, 6500)], timer:sleep(500)`,
  });
  await using remote = await connect(many);
  const { matched, others, kinds, groups } = await ask(remote, {
    by: "spawner",
    limit: 1e9,
  });
  assert(matched > 13_000);
  assert(kinds <= 5000 && others > 1000);
  assert((groups[0]?.count ?? 0) >= 6500);
  assertEquals(groups.length, 200);
});

Deno.test("it leaves nothing behind", async () => {
  await using quiet = await startBeam();
  await using remote = await connect(quiet);
  await assertHarmless(remote, groupProcessesQuestion, [
    { by: "initial_call", sort: "memory", limit: 5, window_ms: 50, text: "a" },
    { by: "label", sort: "memory", limit: 9, window_ms: 50, label: "unheard" },
  ]);
  await assertHarmless(remote, groupProcessesQuestion, [
    { by: "view" },
    { by: "view", sort: "memory", text: "never seen before" },
  ]);
});
