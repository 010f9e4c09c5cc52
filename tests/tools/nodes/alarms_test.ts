import { assertEquals } from "@std/assert";
import { createBeam } from "../../../lib/beam/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { getNodeInfoQuestion } from "../../../lib/tools/nodes/get_node_info.ts";
import { startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate } from "../../support/remote.ts";
import { loading } from "../../support/supervisors.ts";

/** A handler of somebody's own, that a question it does not know would end; RabbitMQ's, that knows it. */
const HANDLERS = [
  `-module(t_alarms).
   -export([init/1, handle_event/2]).
   init(_) -> {ok, none}.
   handle_event(_, State) -> {ok, State}.`,
  `-module(rabbit_alarm).
   -export([init/1, handle_event/2, handle_call/2]).
   init(Alarms) -> {ok, Alarms}.
   handle_event(_, Alarms) -> {ok, Alarms}.
   handle_call(get_alarms, Alarms) -> {ok, Alarms, Alarms}.`,
];
const SASL =
  '{ok, _} = application:ensure_all_started(sasl), alarm_handler:set_alarm({{disk_almost_full, "/var"}, [hunter2]})';

async function alarms(remote: RemoteNode): Promise<unknown> {
  const { alarms } = await createBeam(remote).run(getNodeInfoQuestion, {
    sections: ["alarms"],
  }, { timeoutMs: 10_000 });
  return alarms;
}

const of = (state: string, set: string[] = []): unknown => [
  { source: "alarm_handler", state, set },
];

Deno.test("alarms are told by their ids, of every source that runs", async () => {
  await using node = await startBeam({
    setup: `${SASL}, ${HANDLERS.map(loading).join(", ")}`,
  });
  await using remote = await connect(node);
  const disk = '{disk_almost_full,"/var"}';
  assertEquals(await alarms(remote), of("known", [disk]));
  await evaluate(
    remote,
    `begin
       Start = fun() -> {ok, _} = gen_event:start({local, rabbit_alarm}),
                 gen_event:add_handler(rabbit_alarm, rabbit_alarm, [{{resource_limit, memory, node()}, []}]) end,
       Start()
     end`,
  );
  assertEquals(await alarms(remote), [
    { source: "alarm_handler", state: "known", set: [disk] },
    {
      source: "rabbit_alarm",
      state: "known",
      set: [`{resource_limit,memory,'${node.name}'}`],
    },
  ]);
  const all = { sections: ["alarms"] } as const;
  await assertHarmless(remote, getNodeInfoQuestion, [all, all]);
});

Deno.test("a node without sasl has no source", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  assertEquals(await alarms(remote), []);
});

Deno.test("a manager that hangs, and a handler that does not know the question, are left alone", async () => {
  await using node = await startBeam({
    setup: `${SASL}, ${HANDLERS.map(loading).join(", ")}`,
  });
  await using remote = await connect(node);
  await evaluate(remote, "sys:suspend(alarm_handler)");
  assertEquals(await alarms(remote), of("busy"));
  assertEquals(
    await evaluate(
      remote,
      "process_info(whereis(alarm_handler), message_queue_len)",
    ),
    "{message_queue_len,0}",
  );
  await evaluate(
    remote,
    `begin
       sys:resume(alarm_handler),
       gen_event:delete_handler(alarm_handler, alarm_handler, none),
       gen_event:add_handler(alarm_handler, t_alarms, none)
     end`,
  );
  assertEquals(await alarms(remote), of("replaced"));
  assertEquals(
    await evaluate(remote, "gen_event:which_handlers(alarm_handler)"),
    "[t_alarms]",
  );
});

Deno.test("alarms of which no copy is bounded are not copied", async () => {
  await using node = await startBeam({ setup: SASL });
  await using remote = await connect(node);
  await evaluate(
    remote,
    `begin
       persistent_term:put(shared, lists:foldl(fun(_, A) -> [A | A] end, [], lists:seq(1, 100))),
       alarm_handler:set_alarm({shared, persistent_term:get(shared)}), ok
     end`,
  );
  assertEquals(await alarms(remote), of("large"));
});
