import { assert, assertEquals } from "@std/assert";
import { createBeam } from "../../../lib/beam/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { getMemoryQuestion } from "../../../lib/tools/memory/get_memory.ts";
import { startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate } from "../../support/remote.ts";
import { loading } from "../../support/supervisors.ts";

/** An application `rabbit` with the tables that RabbitMQ 3.10 has, and its monitor of memory. */
const RABBIT = `
-module(rabbit).
-export([start/2, stop/1, init/1, handle_call/3, handle_cast/2, idle/0]).
start(_, _) ->
  {ok, Pid} = gen_server:start_link({local, vm_memory_monitor}, rabbit, none, []),
  {ok, Pid}.
stop(_) -> ok.
idle() -> receive stop -> ok end.
handle_call(get_memory_limit, _, State) -> {reply, 123456789, State}.
handle_cast(_, State) -> {noreply, State}.
init(none) ->
  [ets:new(T, [named_table, public]) || T <- [connection_created, channel_created]],
  ets:new(rabbit_queue, [named_table, public, {keypos, 2}]),
  Start = fun() -> spawn(rabbit, idle, []) end,
  [ets:insert(connection_created, {Start(), [{user, <<"hunter2">>}]}) || _ <- [1, 2, 3]],
  [ets:insert(channel_created, {Start(), []}) || _ <- [1, 2]],
  register(quorum, Start()),
  Queue = fun(Name, Where) -> ets:insert(rabbit_queue, {amqqueue, Name, true, false, none, [], Where, more}) end,
  Queue(a, Start()), Queue(b, {quorum, node()}), Queue(c, {elsewhere, node()}), Queue(d, none),
  {ok, none}.
`;

const ARGS = { sections: ["rabbitmq"], limit: 1 } as const;

async function rabbit(
  remote: RemoteNode,
): Promise<NonNullable<unknown> | undefined> {
  const { rabbitmq } = await createBeam(remote).run(getMemoryQuestion, ARGS, {
    timeoutMs: 10_000,
  });
  return rabbitmq;
}

Deno.test("a node with RabbitMQ says what connections, channels, queues and tables take", async () => {
  await using node = await startBeam({
    setup: `${
      loading(RABBIT)
    }, ok = application:load({application, rabbit, [{mod, {rabbit, []}}]}), ok = application:start(rabbit)`,
  });
  await using remote = await connect(node);
  const seen = Object(await rabbit(remote));
  assertEquals(seen.limit_bytes, 123_456_789);
  const bytes = (pids: string): Promise<number> =>
    evaluate(
      remote,
      `lists:sum([element(2, process_info(P, memory)) || P <- ${pids}])`,
    ).then(Number);
  assertEquals(seen.processes, [
    {
      kind: "connections",
      count: 3,
      bytes: await bytes("[P || {P, _} <- ets:tab2list(connection_created)]"),
    },
    {
      kind: "channels",
      count: 2,
      bytes: await bytes("[P || {P, _} <- ets:tab2list(channel_created)]"),
    },
    {
      kind: "classic_queues",
      count: 1,
      bytes: await bytes("[element(7, hd(ets:lookup(rabbit_queue, a)))]"),
    },
    {
      kind: "quorum_queues",
      count: 1,
      bytes: await bytes("[whereis(quorum)]"),
    },
  ]);
  const tables = new Map<string, { count: number; bytes: number }>(
    seen.tables.map((row: { application: string }) => [row.application, row]),
  );
  assertEquals(tables.get("rabbit")?.count, 3);
  assertEquals(
    tables.get("rabbit")?.bytes,
    Number(
      await evaluate(
        remote,
        "8 * lists:sum([ets:info(T, memory) || T <- [connection_created, channel_created, rabbit_queue]])",
      ),
    ),
  );
  assert((tables.get("kernel")?.count ?? 0) > 5);
  assert(!JSON.stringify(seen).includes("hunter2"));
  await assertHarmless(remote, getMemoryQuestion, [ARGS, ARGS]);
  // A monitor that hangs costs its own number alone.
  await evaluate(remote, "sys:suspend(vm_memory_monitor)");
  const hung = Object(await rabbit(remote));
  assertEquals(hung.limit_bytes, undefined);
  assertEquals(hung.processes.length, 4);
});

Deno.test("a node without RabbitMQ has no such section", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  assertEquals(await rabbit(remote), undefined);
});
