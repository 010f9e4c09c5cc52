import { assert, assertEquals } from "@std/assert";
import { createBeam, nodeInfo } from "../../lib/beam/mod.ts";
import { type Beam, startBeam } from "../support/beam.ts";
import { connect, evaluate } from "../support/remote.ts";

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
  const info = await createBeam(remote).run(nodeInfo, undefined, {
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
      erlang:system_info(ets_limit), length(nodes(hidden)), net_kernel:get_net_ticktime(),
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
  const info = await createBeam(remote).run(nodeInfo, undefined, {
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
