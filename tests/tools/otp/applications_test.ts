import { assert, assertEquals, assertRejects } from "@std/assert";
import { BeamError, createBeam } from "../../../lib/beam/mod.ts";
import { getApplicationQuestion } from "../../../lib/tools/otp/get_application.ts";
import { listApplicationsQuestion } from "../../../lib/tools/otp/list_applications.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { evaluate, eventually } from "../../support/remote.ts";
import { loading } from "../../support/supervisors.ts";
import { useTarget } from "../../support/target.ts";

/** `slow`, whose start never ends; `busy`, with three processes of its own and a secret. */
const SETUP = `
  logger:set_primary_config(level, none),
  ${
  loading(`
-module(t_app).
-export([start/2, stop/1, init/1]).
start(_, stuck) -> receive never -> ok end;
start(_, fine) ->
  Start = supervisor:start_link({local, busy_sup}, t_app, []),
  [spawn_link(fun() -> Keep = lists:seq(1, 100000), receive stop -> Keep end end) || _ <- [1, 2]],
  Start.
stop(_) -> ok.
init(_) -> {ok, {#{}, []}}.
`)
},
  App = fun(Name, Mod) -> application:load({application, Name, [
    {description, "For a test"}, {vsn, "1.2.3"}, {applications, [kernel, stdlib]}, {modules, [t_app]},
    {registered, [busy_sup]}, {mod, {t_app, Mod}}, {env, [{api_token, "s3cr3t"}, {colour, blue}]}]}) end,
  ok = App(slow, stuck), ok = App(busy, fine),
  ok = application:start(busy, transient),
  spawn(fun() -> application:start(slow) end), timer:sleep(100)`;

let remote: RemoteNode;
useTarget({ setup: SETUP }, (link) => remote = link);

const TIME = { timeoutMs: 10_000 };

Deno.test("applications are listed with status and version, one that is stuck in its start too", async () => {
  const list = await createBeam(remote).run(listApplicationsQuestion, {
    sort: "name",
    limit: 100,
  }, TIME);
  const versions = await evaluate(
    remote,
    "[{A, list_to_binary(V)} || {A, _, V} <- lists:sort(application:loaded_applications())]",
  );
  assertEquals(
    `[${
      list.applications.map((row) =>
        `{${row.application},<<"${row.version}">>}`
      )
        .join()
    }]`,
    versions,
  );
  const status = Object.fromEntries(
    list.applications.map((row) => [row.application, row.status]),
  );
  assertEquals(status, {
    busy: "running",
    kernel: "running",
    slow: "starting",
    stdlib: "running",
  });
  assertEquals(list.starting, ["slow"]);
  assertEquals(list.applications[0]?.permanence, "transient");
});

Deno.test("processes and memory are those that have the application's group leader", async () => {
  const beam = createBeam(remote);
  // A process may collect its garbage between two looks.
  await eventually(async () => {
    const { applications: [first] } = await beam.run(
      listApplicationsQuestion,
      { sort: "memory", limit: 1 },
      TIME,
    );
    const facts = await evaluate(
      remote,
      `(fun() ->
        [[Master]] = ets:match(ac_tab, {{application_master, busy}, '$1'}),
        Own = [P || P <- processes(), {_, G} <- [process_info(P, group_leader)], G =:= Master],
        [length(Own), lists:sum([M || P <- Own, {_, M} <- [process_info(P, memory)]])]
      end)()`,
    );
    const one = await beam.run(
      getApplicationQuestion,
      { application: "busy" },
      TIME,
    );
    return [
      first?.application,
      ...[first, one].map((each) =>
        `[${each?.processes},${each?.memory_bytes}]` === facts
      ),
    ];
  }, ["busy", true, true]);
});

Deno.test("one application shows all but the values of its environment", async () => {
  const { cost: _, top, ...one } = await createBeam(remote).run(
    getApplicationQuestion,
    { application: ":busy" },
    TIME,
  );
  assertEquals(top?.registered_name, "busy_sup");
  assertEquals(one.environment_keys, {
    count: 2,
    first: ["api_token", "colour"],
  });
  assertEquals(one.depends_on.first, ["kernel", "stdlib"]);
  assertEquals([one.description, one.version, one.callback, one.modules], [
    "For a test",
    "1.2.3",
    "t_app",
    1,
  ]);
  assert(!JSON.stringify(one).includes("s3cr3t"));
});

Deno.test("the answer comes also when the application controller is hung", async () => {
  await evaluate(remote, "sys:suspend(application_controller)");
  const list = await createBeam(remote).run(listApplicationsQuestion, {
    sort: "name",
    limit: 100,
  }, TIME);
  assertEquals(list.controller_answers, false);
  assertEquals(
    list.applications.map(({ status }) => status),
    ["running", "running", "unknown", "unknown"],
  );
  assertEquals(
    await evaluate(
      remote,
      "process_info(whereis(application_controller), message_queue_len)",
    ),
    "{message_queue_len,0}",
  );
  await evaluate(remote, "sys:resume(application_controller)");
});

Deno.test("an unknown application is refused with similar names", async () => {
  const error = await assertRejects(
    () =>
      createBeam(remote).run(
        getApplicationQuestion,
        { application: "KERN" },
        TIME,
      ),
    BeamError,
  );
  assertEquals(error.code, "no_such_application");
  assert(error.hint?.includes("kernel"));
});

Deno.test("they leave nothing behind", async () => {
  await assertHarmless(remote, listApplicationsQuestion, [
    { sort: "memory", limit: 5 },
    { sort: "size", limit: 1e9, text: "never_seen_before_3" },
  ]);
  await assertHarmless(remote, getApplicationQuestion, [
    { application: "stdlib" },
    { application: "never_seen_before_4" },
  ]);
});
