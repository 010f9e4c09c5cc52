import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type AnswerOf,
  type ArgsOf,
  BeamError,
  createBeam,
} from "../../../lib/beam/mod.ts";
import {
  getElixirOverviewQuestion,
  SECTIONS,
} from "../../../lib/tools/elixir/get_elixir_overview.ts";
import { getProcessQuestion } from "../../../lib/tools/processes/get_process.ts";
import { binary } from "../../../lib/etf/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { type Beam, startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate } from "../../support/remote.ts";

/** One of each, with children and entries; supervisors without names; a stand-in for `:telemetry`. */
const CAST = `
  parent = self()
  spawn(fn ->
    {:ok, _} = Supervisor.start_link([
      {DynamicSupervisor, strategy: :one_for_one, name: Cast.Dynamic},
      {Task.Supervisor, name: Cast.Tasks},
      {PartitionSupervisor, child_spec: DynamicSupervisor, name: Cast.Parts, partitions: 3},
      {Registry, keys: :unique, name: Cast.Unique, partitions: 2},
      {Registry, keys: :duplicate, name: Cast.Duplicate}
    ], strategy: :one_for_one, name: Cast.Top)
    for i <- 1..5, do: Registry.register(Cast.Unique, i, {:secret, i})
    for _ <- 1..3, do: Task.Supervisor.start_child(Cast.Tasks, fn -> Process.sleep(:infinity) end)
    for i <- 1..7 do
      {:ok, _} = DynamicSupervisor.start_child(
        {:via, PartitionSupervisor, {Cast.Parts, i}}, {Agent, fn -> 1 end})
    end
    {:ok, _} = DynamicSupervisor.start_child(Cast.Dynamic, {Agent, fn -> 1 end})
    send(parent, :ready)
    Process.sleep(:infinity)
  end)
  receive do :ready -> :ok end
  defmodule :telemetry do
    def list_handlers([]) do
      [%{id: "logs", event_name: [:cast, :query], function: &Enum.count/1, config: %{secret: "s3cr3t"}},
       %{id: {:odd, 1}, event_name: [:cast, :stop], function: &Enum.count/2, config: []}]
    end
  end`;

let target: Beam;
let remote: RemoteNode;
Deno.test.beforeAll(async () => {
  target = await startBeam({ elixir: "elixir" });
  await using over = await connect(target);
  await evaluate(over, "element(1, 'Elixir.Code':eval_string(S))", {
    S: binary(CAST),
  });
});
Deno.test.beforeEach(async () => {
  remote = await connect(target);
});
Deno.test.afterEach(async () => {
  await remote[Symbol.asyncDispose]();
});
Deno.test.afterAll(async () => {
  await target[Symbol.asyncDispose]();
});

function ask(
  args: Partial<ArgsOf<typeof getElixirOverviewQuestion>> = {},
  over: RemoteNode = remote,
): Promise<AnswerOf<typeof getElixirOverviewQuestion>> {
  return createBeam(over).run(
    getElixirOverviewQuestion,
    { sections: SECTIONS, limit: 20, ...args },
    { timeoutMs: 10_000 },
  );
}

Deno.test("registries are counted as Registry counts them", async () => {
  const { registries } = await ask({ sections: ["registries"] });
  assertEquals(
    registries?.first.map(({ name, keys, partitions, entries }) => [
      name,
      /unique|duplicate/.exec(keys ?? "")?.[0],
      partitions,
      entries,
    ]).toSorted(),
    [
      ["Cast.Duplicate", "duplicate", 1, 0],
      ["Cast.Unique", "unique", 2, 5],
    ],
  );
});

Deno.test("supervisors of Elixir's own kinds are told apart, with their children", async () => {
  const { supervisors } = await ask({ sections: ["supervisors"] });
  assertEquals(
    supervisors?.first.map(({ kind, name, children, partitions }) => [
      kind,
      name,
      children,
      partitions,
    ]).toSorted(),
    [
      ["dynamic", "Cast.Dynamic", 1, undefined],
      ["partition", "Cast.Parts", 7, 3],
      ["task", "Cast.Tasks", 3, undefined],
    ],
  );
});

Deno.test("telemetry handlers are listed by event, without their configuration", async () => {
  const answer = await ask({ text: "QUERY" });
  assertEquals(answer.telemetry, {
    count: 1,
    first: [{
      event: "cast.query",
      id: "logs",
      function: "Enum.count/1",
    }],
  });
  assert(!JSON.stringify(await ask()).includes("s3cr3t"));
});

Deno.test("libraries that are not loaded are absent", async () => {
  const { ecto, oban, elixir_version } = await ask();
  assertEquals([ecto, oban], ["absent", "absent"]);
  assertEquals(
    `<<"${elixir_version}">>`,
    await evaluate(remote, "'Elixir.System':version()"),
  );
});

Deno.test("pools and queues are those that Ecto and Oban tell of", async () => {
  // Neither can be installed here: stand-ins with the functions that are public there.
  await evaluate(remote, "element(1, 'Elixir.Code':eval_string(S))", {
    S: binary(`
      {:ok, _} = Agent.start(fn -> {:ok, _} = Registry.start_link(keys: :unique, name: Oban.Registry)
        Registry.register(Oban.Registry, {Oban, {:producer, "mailers"}}, nil)
        Registry.register(Oban.Registry, Oban, nil) end)
      defmodule Oban do
        def check_queue(Oban, queue: "mailers"), do: %{limit: 10, running: [1, 2], paused: false}
      end
      defmodule Ecto.Repo do
        def all_running, do: [Cast.Repo]
      end
      defmodule Ecto.Adapter do
        def lookup_meta(Cast.Repo), do: %{pid: Process.whereis(Cast.Top), opts: [pool_size: 10]}
      end
      defmodule DBConnection do
        def get_connection_metrics(_pool) do
          [%{source: {:pool, self()}, ready_conn_count: 0, checkout_queue_length: 7}]
        end
      end`),
  });
  const { ecto, oban } = await ask({ sections: ["ecto", "oban"] });
  assert(typeof ecto === "object" && typeof oban === "object");
  assertEquals(oban.first, [{
    instance: "Oban",
    queue: "mailers",
    limit: 10,
    running: 2,
    paused: false,
  }]);
  const [pool] = ecto.first;
  assertEquals(
    [pool?.repo, pool?.size, pool?.ready, pool?.waiting],
    ["Cast.Repo", 10, 0, 7],
  );
});

Deno.test("a node without Elixir says so", async () => {
  await using erlang = await startBeam();
  await using over = await connect(erlang);
  const error = await assertRejects(() => ask({}, over), BeamError);
  assertEquals(error.code, "no_elixir");
});

Deno.test("it leaves nothing behind", async () => {
  await assertHarmless(remote, getElixirOverviewQuestion, [
    { sections: SECTIONS, limit: 20 },
    { sections: SECTIONS, text: "never_seen_before_7", limit: 100 },
  ]);
});

Deno.test("a process is found by its name in a registry", async () => {
  const look = async (process: string): Promise<string> => {
    const args = { process, sections: [] };
    const answer = createBeam(remote).run(getProcessQuestion, args, {
      timeoutMs: 10_000,
    });
    return (await answer).pid;
  };
  const owner = await evaluate(
    remote,
    "pid_to_list('Elixir.Registry':whereis_name({'Elixir.Cast.Unique', 3}))",
  );
  for (
    const name of [
      "{:via, Registry, {Cast.Unique, 3}}",
      "{via, 'Elixir.Registry', {'Elixir.Cast.Unique', 3}}",
    ]
  ) assertEquals(`"${await look(name)}"`, owner);
  for (
    const unknown of [
      "{:via, Registry, {Cast.Unique, 99}}",
      "{:via, Registry, {Cast.Never, 1}}",
      "{:via, Registry, {Cast.Unique, :never_seen_key_9}}",
      "{:via, Registry, :unique}",
    ]
  ) {
    const error = await assertRejects(() => look(unknown), BeamError);
    assertEquals(error.code, "no_such_name", unknown);
  }
});
