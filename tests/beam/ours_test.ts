import { assert, assertEquals } from "@std/assert";
import { createBeam, preload } from "../../lib/beam/mod.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import type { ToolResult } from "../../lib/registry/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { startBeam } from "../support/beam.ts";
import { connect, evaluate, eventually, OTHERS } from "../support/remote.ts";
import { callerOf } from "../support/tools.ts";
import { TRACED_SETUP, tracing } from "../support/traces.ts";

/** What a program could do to be taken for one of ours. */
const PRETENDERS = `
  Register = fun(Name, Do) -> Self = self(),
    spawn(fun() -> register(Name, self()), put('$beamtap', true), Do(), Self ! Name, receive stop -> ok end end),
    receive Name -> ok end end,
  Register(beamtap_tracer, fun() -> ok end),
  Register(beamtap, fun() -> ok end),
  Register(beamtap_levels, fun() -> ok end)`;
/** The same with what there is of our link, and of our processes, once we are there. */
const MORE_PRETENDERS = `(fun() ->
  Keepers = [element(5, Link) || Link <- ets:tab2list(sys_dist)],
  Ours = [P || P <- processes(), {parent, X} <- [process_info(P, parent)], is_pid(X), node(X) =/= node(), P =/= self()],
  Self = self(),
  [begin
     spawn(fun() -> register(Name, self()),
                    [monitor(process, P) || P <- Keepers ++ Ours], process_flag(trap_exit, true),
                    Name =:= pretender_2 andalso [catch link(P) || P <- Ours], Self ! Name,
                    (fun Wait() -> receive stop -> ok; _ -> Wait() end end)() end),
     receive Name -> ok end end || Name <- [pretender_1, pretender_2]]
  end)()`;
const PRETENDER_NAMES = [
  "beamtap",
  "beamtap_levels",
  "beamtap_tracer",
  "pretender_1",
  "pretender_2",
];

function structured(result: ToolResult): Record<string, unknown> {
  assert(result.ok, result.text);
  return { ...result.structured };
}

/** What a tool answers, as JSON. */
type Ask = (
  name: string,
  args?: Record<string, unknown>,
) => Promise<Record<string, unknown>>;

async function asking(
  remote: RemoteNode,
  test: (ask: Ask) => Promise<void>,
): Promise<void> {
  const beam = createBeam(remote);
  const { atoms } = await beam.run(preload, undefined, { timeoutMs: 10_000 });
  beam.ownAtoms = atoms;
  const call = callerOf(remote, TOOLS, ["inspect", "data", "trace"], beam);
  await test(async (name, args) => structured(await call(name, args)));
}

Deno.test("while another beamtap traces and follows the log, no answer shows either of us", async () => {
  await using node = await startBeam({ setup: TRACED_SETUP });
  await using remote = await connect(node);
  const alone = Number(await evaluate(remote, `length(${OTHERS})`));
  const tables = Number(await evaluate(remote, "length(ets:all())"));
  const ports = Number(await evaluate(remote, "length(erlang:ports())"));
  await using second = await connect(node);
  assertEquals(second.localName.split("@")[0], "beamtap_2");
  const other = callerOf(second, TOOLS, ["inspect", "data", "trace"]);
  const running = [
    other("start_trace", {
      module: "shop",
      function: "calm",
      duration_ms: 60_000,
    }),
    other("capture_logs", { follow: "new" }),
    other("list_processes", { sort: "reductions", window_ms: 8000 }),
    other("get_schedulers", { window_ms: 8000, detail: "full" }),
  ];
  await tracing(remote);
  await eventually(
    () =>
      evaluate(
        remote,
        "length(maps:get(filters, logger:get_primary_config()))",
      ),
    "1",
  );
  await asking(remote, async (ask) => {
    const processes = await ask("list_processes", { limit: 100 });
    assertEquals(processes.total, alone);
    assertEquals((processes.processes as unknown[]).length, alone);
    const grown = await ask("list_processes", {
      sort: "reductions",
      window_ms: 500,
    });
    assertEquals(grown.total, alone);
    assert(!JSON.stringify(grown).includes("erl_eval"));
    const groups = await ask("group_processes", { by: "current_function" });
    assertEquals(groups.total, alone);
    assert(!JSON.stringify(groups).includes("erl_eval"));
    const fresh = await ask("group_processes", { window_ms: 500 });
    assertEquals(
      [fresh.total, fresh.matched, (fresh.window as { new: number }).new],
      [alone, 0, 0],
    );
    const limits = await ask("get_limits", { window_ms: 500 });
    const rows = limits.limits as { name: string; count: number }[];
    assertEquals(
      rows.filter(({ name }) => name !== "atoms").map(({ count }) => count),
      [alone, ports - 1, tables],
    );
    const listed = await ask("list_ports");
    assertEquals(listed.matched, ports - 1);
    assertEquals((await ask("list_ets", { limit: 100 })).total, tables);
    const memory = await ask("get_memory", { sections: ["holders"] });
    assert(!JSON.stringify(memory).includes("erpc"));
    assert(Number(memory.beamtap_bytes) > 100_000);
    assertEquals((await ask("get_cluster")).hidden, []);
    const info = await ask("get_node_info");
    assert(JSON.stringify(info).includes('"connected_hidden":0'));
    const relations = await ask("get_process", {
      process: "logger",
      sections: ["relations"],
    });
    assert(!JSON.stringify(relations).includes("erl_eval"));
    assert(
      !JSON.stringify(await ask("find", { text: "tcp_inet" })).includes(
        "#Port<0.8>",
      ),
    );
  });
  second.close();
  await Promise.allSettled(running);
});

Deno.test("what only looks like ours is shown", async () => {
  await using node = await startBeam({ setup: PRETENDERS });
  await using remote = await connect(node);
  await asking(remote, async (ask) => {
    const long = ask("get_schedulers", { window_ms: 3000 });
    await eventually(
      () =>
        evaluate(
          remote,
          "length([P || P <- processes(), {current_function, {prim_eval, 'receive', 2}} <- [process_info(P, current_function)]]) > 0",
        ),
      "true",
    );
    await evaluate(remote, MORE_PRETENDERS);
    const { processes } = await ask("list_processes", { limit: 100 });
    const names = (processes as { registered_name?: string }[])
      .flatMap(({ registered_name: name }) => name ?? [])
      .filter((name) => /pretender|beamtap/.test(name)).toSorted();
    assertEquals(names, PRETENDER_NAMES);
    await long;
  });
});

Deno.test("a node at rest shows no trend, and a question makes none", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  await asking(remote, async (ask) => {
    const { limits, ...rest } = await ask("get_limits", { window_ms: 500 });
    for (const row of limits as Record<string, unknown>[]) {
      assertEquals([row.name, row.change], [row.name, 0]);
      assertEquals([row.growth_per_s, row.full_in_s], [undefined, undefined]);
    }
    assertEquals(rest.memory_growth_bytes_per_s, undefined);
  });
});

Deno.test("the newest atoms are the node's own, not those that readying it for questions made", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  await evaluate(
    remote,
    `length([binary_to_atom(<<"the_nodes_", (integer_to_binary(N))/binary>>, utf8) || N <- lists:seq(1, 60)])`,
  );
  await asking(remote, async (ask) => {
    const { newest_atoms } = await ask("get_limits", {
      window_ms: 50,
      limit: 40,
    });
    const { atoms } = await ask("get_memory", {
      sections: ["atoms"],
      limit: 40,
    });
    for (const names of [newest_atoms, (atoms as { newest: unknown }).newest]) {
      assertEquals(
        names,
        Array.from({ length: 40 }, (_, i) => `the_nodes_${60 - i}`),
      );
    }
    await evaluate(remote, '[binary_to_atom(<<"made_later">>, utf8)]');
    const later = await ask("get_limits", { window_ms: 50, limit: 3 });
    assert((later.newest_atoms as string[]).includes("made_later"));
  });
});
