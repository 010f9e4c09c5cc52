import { assert, assertEquals } from "@std/assert";
import { createBeam, preload } from "../../../lib/beam/mod.ts";
import { getNodeInfoQuestion } from "../../../lib/tools/nodes/get_node_info.ts";
import { type Beam, startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";

let target: Beam;
Deno.test.beforeAll(async () => {
  target = await startBeam();
});
Deno.test.afterAll(async () => {
  await target[Symbol.asyncDispose]();
});

Deno.test("the overview says what the node says of itself", async () => {
  await using remote = await connect(target);
  const codeBytes = async (): Promise<number> =>
    Number(await evaluate(remote, "erlang:memory(code)"));
  const before = await codeBytes();
  const info = await createBeam(remote).run(getNodeInfoQuestion, {}, {
    timeoutMs: 10_000,
  });
  // The node loads modules of its own meanwhile.
  const code = info.memory_bytes?.code ?? 0;
  assert(before <= code && code <= await codeBytes(), `${code}`);
  const facts = await evaluate(
    remote,
    `[list_to_binary(erlang:system_info(otp_release)),
      list_to_binary(erlang:system_info(version)),
      erlang:system_info(wordsize), erlang:system_info(schedulers_online),
      erlang:system_info(dirty_io_schedulers), erlang:system_info(process_limit),
      erlang:system_info(atom_limit), erlang:system_info(port_limit),
      erlang:system_info(ets_limit), 0, net_kernel:get_net_ticktime(),
      length(application:which_applications())]`,
  );
  const { build, schedulers, distribution } = info;
  assertEquals(
    facts,
    `[<<"${info.otp_release}">>,<<"${info.erts_version}">>,${
      [
        build.word_bytes,
        schedulers.online,
        schedulers.dirty_io,
        info.processes.limit,
        info.atoms.limit,
        info.ports.limit,
        info.ets_tables.limit,
        distribution.connected_hidden,
        distribution.net_ticktime_s,
        info.running_applications,
      ].join(",")
    }]`,
  );
  assert(info.processes.count > 30);
  assert(info.uptime_ms > 0);
  assertEquals(info.elixir_version, undefined);
});

Deno.test("on a node with Elixir the overview has its version", async () => {
  await using elixir = await startBeam({
    setup:
      `[code:add_path(P) || P <- filelib:wildcard("/usr/lib/elixir/lib/elixir/ebin")], application:load(elixir)`,
  });
  await using remote = await connect(elixir);
  const info = await createBeam(remote).run(getNodeInfoQuestion, {}, {
    timeoutMs: 10_000,
  });
  assertEquals(
    await evaluate(
      remote,
      "begin {ok, V} = application:get_key(elixir, vsn), list_to_binary(V) end",
    ),
    `<<"${info.elixir_version}">>`,
  );
});

Deno.test("settings, arguments and code path are told where asked for, as the node has them; secrets are not", async () => {
  await using node = await startBeam({
    cookie: "oatmeal_raisin",
    args: ["+A", "7", "-shop", "db_password", "hunter2", "--", "key=abc"],
  });
  await using remote = await connect(node);
  const info = await createBeam(remote).run(getNodeInfoQuestion, {
    sections: ["flags", "boot", "code_path"],
    limit: 500,
  }, { timeoutMs: 10_000 });
  assertEquals(info.flags?.thread_pool_size, "7");
  assertEquals(
    `<<"${info.flags?.nif_version}">>`,
    await evaluate(remote, "list_to_binary(erlang:system_info(nif_version))"),
  );
  const { boot, code_path } = info;
  assertEquals(
    `{${boot?.arguments?.count},${boot?.plain_arguments},${boot?.mode},${boot?.status}}`,
    await evaluate(
      remote,
      "{length(init:get_arguments()), length(init:get_plain_arguments()), code:get_mode(), element(1, init:get_status())}",
    ),
  );
  const given = new Map(
    boot?.arguments?.first.map(({ flag, value }) => [flag, value]),
  );
  assertEquals(given.get("name"), node.name);
  assertEquals([given.get("setcookie"), given.get("shop")], [
    "(hidden)",
    "(hidden)",
  ]);
  assert(!/oatmeal|hunter2|key=abc/.test(JSON.stringify(info)));
  assertEquals(
    `[${code_path?.first.map((folder) => `<<"${folder}">>`).join(",")}]`,
    await evaluate(remote, "[list_to_binary(P) || P <- code:get_path()]"),
  );
});

Deno.test("when the code server and the application controller hang, the rest is told", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  // Nothing can be loaded then.
  await createBeam(remote).run(preload, undefined, { timeoutMs: 10_000 });
  await evaluate(
    remote,
    `spawn(fun() -> [erlang:suspend_process(whereis(P)) || P <- [code_server, application_controller]],
                    register(suspended, self()), receive stop -> ok end end)`,
  );
  await eventually(
    () => evaluate(remote, "is_pid(whereis(suspended))"),
    "true",
  );
  const { boot, code_path, running_applications, processes } = await createBeam(
    remote,
  ).run(getNodeInfoQuestion, { sections: ["boot", "code_path"] }, {
    timeoutMs: 10_000,
  });
  // OTP 27 and later know the mode and the path without the code server.
  assertEquals(running_applications, undefined);
  assert(boot?.mode === undefined || boot.mode === "interactive");
  assert(code_path === undefined || code_path.count > 0);
  assertEquals(boot?.status, "started");
  assert(processes.count > 30);
});

Deno.test("the question leaves the node as it was", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  await assertHarmless(remote, getNodeInfoQuestion, [
    { sections: ["flags", "boot", "code_path"], limit: 5 },
    { sections: ["boot"], limit: 1e9 },
  ]);
});
