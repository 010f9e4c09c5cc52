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
import { getChildSpecsQuestion } from "../../../lib/tools/otp/get_child_specs.ts";
import { groupProcessesQuestion } from "../../../lib/tools/processes/group_processes.ts";
import { getProcessQuestion } from "../../../lib/tools/processes/get_process.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { startBeam } from "../../support/beam.ts";
import { callerOf } from "../../support/tools.ts";
import { TOOLS } from "../../../lib/tools/mod.ts";
import { assertHarmless } from "../../support/harmless.ts";
import {
  connect,
  evaluate,
  evaluateElixir,
  eventually,
  readsKeys,
} from "../../support/remote.ts";
import { useTarget } from "../../support/target.ts";

/** One of each, with children and entries; supervisors without names; a stand-in for `:telemetry`. */
const CAST = `
  parent = self()
  spawn(fn ->
    {:ok, _} = Supervisor.start_link([
      {DynamicSupervisor, strategy: :one_for_one, name: Cast.Dynamic, max_children: 9},
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
    {:ok, _} = DynamicSupervisor.start_child(Cast.Dynamic, %{id: 1, start: {Agent, :start_link, [Kernel, :self, []]}})
    send(parent, :ready)
    Process.sleep(:infinity)
  end)
  receive do :ready -> :ok end
  defmodule :telemetry do
    def list_handlers([]) do
      [%{id: "logs", event_name: [:cast, :query], function: &Enum.count/1, config: %{secret: "s3cr3t"}},
       %{id: {:odd, 1, Cast.Handler, String.duplicate("é", 64)}, event_name: [:cast, :stop], function: &Enum.count/2, config: []}]
    end
  end`;

let remote: RemoteNode;
useTarget({ elixir: "elixir", setup: CAST }, (link) => remote = link);

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

Deno.test("a dynamic supervisor tells its children and how many it may have", async () => {
  const { strategy, children, max_children, specs } = await createBeam(remote)
    .run(getChildSpecsQuestion, { process: "Cast.Dynamic" }, {
      timeoutMs: 10_000,
    });
  assertEquals(
    [strategy, children, max_children, specs.map(({ start }) => start)],
    ["one_for_one", 1, 9, ["Agent.start_link/3"]],
  );
});

Deno.test("telemetry handlers are listed by event, without their configuration", async () => {
  const answer = await ask({ text: "QUERY" });
  assertEquals(answer.telemetry, {
    count: 1,
    first: [{
      event: "cast.query",
      id: '<<"logs">>',
      function: "Enum.count/1",
    }],
  });
  assert(!JSON.stringify(await ask()).includes("s3cr3t"));
});

Deno.test("names that are terms are written as the node's language does, and whole", async () => {
  const call = callerOf(
    remote,
    TOOLS,
    ["inspect"],
    createBeam(remote),
    "elixir",
  );
  const { text } = await call("get_elixir_overview", {
    sections: ["telemetry"],
  });
  const id = `{:odd, 1, Cast.Handler, "${"é".repeat(64)}"}`;
  assert(text.includes(`cast.stop\t${id}\t`), text);
  assert(text.includes('cast.query\t"logs"'), text);
});

Deno.test("libraries that are not loaded are absent", async () => {
  const { repos, connections, oban, elixir_version } = await ask();
  assertEquals([repos, connections, oban], ["absent", "absent", "absent"]);
  assertEquals(
    `<<"${elixir_version}">>`,
    await evaluate(remote, "'Elixir.System':version()"),
  );
});

/**
 * Stand-ins with the shapes of db_connection 2.7, ecto 3.12, bandit 1.6, phoenix 1.7,
 * phoenix_live_view 1.0, phoenix_pubsub 2.1 and oban 2.18: what their processes have on their stacks,
 * in their tables and registries.
 */
const SHOP = `
  defmodule DBConnection.Holder do
    def new(pool, timeout) do
      holder = :ets.new(__MODULE__, [:public, :ordered_set])
      timer = timeout && :erlang.start_timer(timeout, self(), :deadline)
      :ets.insert(holder, {:conn, self(), Postgrex.Protocol, %{password: "s3cr3t"}, nil, System.monotonic_time(), timer, :ok})
      :ets.setopts(holder, {:heir, pool, make_ref()})
      holder
    end
    def checkout_call(pid, callers, queue?, start, timeout) do
      lock = Process.monitor(pid)
      receive do
        {^lock, reply} -> {reply, start, timeout}
        {:DOWN, ^lock, _, _, reason} -> {:exit, reason, callers, queue?, start, timeout}
      end
    end
  end
  defmodule Ecto.Repo.Registry do
    def all_running, do: [Shop.Repo]
    def lookup(Shop.Repo), do: %{pid: Process.whereis(Shop.Pool), opts: [pool_size: 2, password: "s3cr3t"]}
  end
  defmodule Shop.CartController do
    def show(conn, :hold) do
      now = System.monotonic_time()
      DBConnection.Holder.new(Process.whereis(Shop.Pool), 600_000)
      query({conn, %{statement: "select * from carts"}, {nil, [{:checkout, now}]}})
    end
    def show(conn, :wait) do
      now = System.monotonic_time(:millisecond)
      {DBConnection.Holder.checkout_call(Process.whereis(Shop.Pool), [], true, now, now + 600_000), conn}
    end
    def show(conn, :large), do: query({conn, Enum.to_list(1..100_000)})
    def query(held), do: {Process.sleep(:infinity), held}
  end
  defmodule Bandit.Pipeline do
    def run(conn, what) do
      began = %{monotonic_time: System.monotonic_time()}
      {Shop.CartController.show(conn, what), began, conn}
    end
  end
  defmodule Bandit.DelegatingHandler do
    def init(arg), do: {:ok, arg, {:continue, :handle_connection}}
    def handle_continue(:handle_connection, :idle), do: {:noreply, :idle}
    def handle_continue(:handle_connection, what) do
      conn = %{method: "GET", request_path: "/carts/17", resp_headers: [{"x-request-id", "GOy0XYYTvFJoTasAAAXC"}],
        private: %{phoenix_controller: Shop.CartController, phoenix_action: :show, phoenix_endpoint: Shop.Endpoint},
        req_headers: [{"authorization", "Bearer s3cr3t"}], route: "/carts/:id"}
      {Bandit.Pipeline.run(conn, what), :ok}
    end
  end
  defmodule Phoenix.LiveView do
    @callback mount(term, term, term) :: term
    @optional_callbacks mount: 3
  end
  defmodule Phoenix.Channel do
    @callback join(term, term, term) :: term
    @optional_callbacks join: 3
  end
  defmodule Shop.CartLive do
    @behaviour Phoenix.LiveView
  end
  defmodule Shop.RoomChannel do
    @behaviour Phoenix.Channel
  end
  defmodule Phoenix.LiveView.Channel do
    def start_link(arg), do: GenServer.start_link(__MODULE__, arg)
    def init({:view, view, kept}) do
      Process.put(:"$initial_call", {view, :mount, 3})
      {:ok, %{socket: %{view: view, assigns: %{kept: Enum.to_list(1..kept)}}, topic: "lv:1"}}
    end
    def init({:channel, channel}) do
      Process.put(:"$initial_call", {channel, :join, 3})
      {:ok, %{channel: channel, topic: "room:1"}}
    end
  end
  defmodule Phoenix.Socket.PoolSupervisor do
    use Supervisor
    def init(_), do: Supervisor.init([{DynamicSupervisor, strategy: :one_for_one, name: Shop.Pool0}], strategy: :one_for_one)
  end
  defmodule Oban.Queue.Executor do
    def call(%{start_mono: _} = exec), do: {Process.sleep(:infinity), exec}
  end
  defmodule Oban do
    def check_queue(Oban, queue: "mailers"), do: %{limit: 10, running: [1], paused: false}
    def check_queue(Oban, queue: "stuck"), do: Process.sleep(:infinity)
  end
  parent = self()
  spawn(fn ->
    {:ok, _} = Agent.start_link(fn -> DBConnection.Holder.new(self(), nil) end, name: Shop.Pool)
    {:ok, _} = Supervisor.start_link(Phoenix.Socket.PoolSupervisor, [], name: Shop.Endpoint.Phoenix.LiveView.Socket)
    for arg <- [{:view, Shop.CartLive, 10}, {:view, Shop.CartLive, 2000}, {:channel, Shop.RoomChannel}] do
      {:ok, _} = DynamicSupervisor.start_child(Shop.Pool0, {Task, fn -> :ok end} |> Supervisor.child_spec(start: {Phoenix.LiveView.Channel, :start_link, [arg]}))
    end
    {:ok, _} = Registry.start_link(keys: :duplicate, name: Shop.PubSub, meta: [pubsub: {Phoenix.PubSub.PG2, Shop.PubSub.Adapter}])
    for topic <- ["cart:1", "cart:1", "cart:2"], do: Registry.register(Shop.PubSub, topic, nil)
    {:ok, _} = Registry.start_link(keys: :unique, name: Oban.Registry)
    for queue <- ["mailers", "stuck"], do: Registry.register(Oban.Registry, {Oban, {:producer, queue}}, nil)
    via = {:via, Registry, {Oban.Registry, {Oban, {:foreman, "mailers"}}}}
    {:ok, foreman} = Task.Supervisor.start_link(name: via)
    exec = %{start_mono: System.monotonic_time(), job: %{worker: "Shop.MailWorker", args: %{key: "s3cr3t"}}, worker: Shop.MailWorker}
    Task.Supervisor.async_nolink(foreman, Oban.Queue.Executor, :call, [exec])
    for what <- [:hold, :wait, :idle], do: GenServer.start_link(Bandit.DelegatingHandler, what)
    send(parent, :ready)
    Process.sleep(:infinity)
  end)
  receive do :ready -> :ok end`;

Deno.test("who holds connections, serves requests, shows views and runs jobs", async () => {
  await evaluateElixir(remote, SHOP);
  const bare = await ask();
  assert(!/s3cr3t|select|carts|cart:1/.test(JSON.stringify(bare)));
  const {
    repos,
    connections,
    waiting,
    requests,
    live,
    pubsub,
    topics,
    oban,
    jobs,
  } = await ask({ data: true });
  const rowsOf = <Row>(part: { first: readonly Row[] } | string | undefined) =>
    typeof part === "object" ? part.first : [];
  const [pool] = rowsOf(repos);
  assertEquals(
    [pool?.repo, pool?.size, pool?.idle, pool?.busy, pool?.waiting],
    ["Shop.Repo", 2, 1, 1, 1],
  );
  const [held] = rowsOf(connections);
  assertEquals(
    [held?.repo, held?.pool, held?.in, held?.statement, held?.request_id],
    [
      "Shop.Repo",
      pool?.pool,
      "Shop.CartController.show/2",
      "select * from carts",
      "GOy0XYYTvFJoTasAAAXC",
    ],
  );
  assert(held?.held_ms !== undefined && held.left_ms !== undefined);
  assert(held.left_ms > 0 && held.left_ms <= 600_000);
  const { serving } = await createBeam(remote).run(getProcessQuestion, {
    process: held?.holder ?? "",
    sections: ["stack"],
  }, { timeoutMs: 10_000 });
  assertEquals(
    [serving?.in, serving?.request_id],
    ["Shop.CartController.show/2", "GOy0XYYTvFJoTasAAAXC"],
  );
  const [waiter] = rowsOf(waiting);
  assertEquals([waiter?.repo, waiter?.in], [
    "Shop.Repo",
    "Shop.CartController.show/2",
  ]);
  assert(waiter?.waited_ms !== undefined && waiter.left_ms !== undefined);
  assertEquals(
    rowsOf(requests).map((
      { server, in: at, method, route, path },
    ) => [server, at, method, route, path]),
    Array(2).fill([
      "bandit",
      "Shop.CartController.show/2",
      "GET",
      "/carts/:id",
      "/carts/17",
    ]),
  );
  assertEquals(
    new Set(rowsOf(requests).map(({ pid }) => pid)),
    new Set([held.holder, waiter.waiter]),
  );
  assert(
    rowsOf(requests).every(({ age_ms }) => age_ms !== undefined && age_ms >= 0),
  );
  assertEquals(
    rowsOf(live).map(({ kind, view, count }) => [kind, view, count]),
    [["view", "Shop.CartLive", 2], ["channel", "Shop.RoomChannel", 1]],
  );
  assertEquals(rowsOf(pubsub), [{
    pubsub: "Shop.PubSub",
    topics: 2,
    subscribers: 3,
  }]);
  assertEquals(
    rowsOf(topics).map(({ topic, subscribers }) => [topic, subscribers]),
    [["cart:1", 2], ["cart:2", 1]],
  );
  assertEquals(
    rowsOf(oban).map((
      { queue, limit, running, paused },
    ) => [queue, limit, running, paused]),
    [["mailers", 10, 1, false], ["stuck", undefined, 0, undefined]],
  );
  const [job, ...others] = rowsOf(jobs);
  assertEquals([job?.queue, job?.worker, others], [
    "mailers",
    "Shop.MailWorker",
    [],
  ]);
  assert(job?.age_ms !== undefined);
  const { groups, not_read } = await createBeam(remote).run(
    groupProcessesQuestion,
    { by: "view" },
    { timeoutMs: 10_000 },
  );
  assertEquals(
    groups.map(({ kind, count }) => `${kind} ${count}`).toSorted(),
    [
      "Shop.CartController.show/2 2",
      ...readsKeys(remote) ? ["Shop.CartLive 2"] : [],
      "Shop.MailWorker.perform/1 1",
      ...readsKeys(remote) ? ["Shop.RoomChannel 1"] : [],
    ],
  );
  assertEquals(
    not_read?.startsWith("LiveViews and channels"),
    readsKeys(remote) ? undefined : true,
  );
});

Deno.test("a request that is too large to be looked at is counted", async () => {
  const sections = ["requests"] as const;
  assertEquals((await ask({ sections })).not_read, 0);
  await evaluateElixir(
    remote,
    "{:ok, _} = GenServer.start(Bandit.DelegatingHandler, :large)",
  );
  // On its way it is small.
  await eventually(async () => (await ask({ sections })).not_read, 1);
  const { text } = await callerOf(remote, TOOLS, ["inspect"])(
    "get_elixir_overview",
    { sections },
  );
  assert(/note: 1 requests or waiters may be missing/.test(text), text);
});

Deno.test("a node without Elixir says so", async () => {
  await using erlang = await startBeam();
  await using over = await connect(erlang);
  const error = await assertRejects(() => ask({}, over), BeamError);
  assertEquals(error.code, "no_elixir");
});

Deno.test("it leaves nothing behind", async () => {
  await assertHarmless(remote, getElixirOverviewQuestion, [
    { sections: SECTIONS, limit: 20, data: true },
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

Deno.test("a task says for whom it works, where dictionaries can be read by key", async () => {
  await evaluateElixir(
    remote,
    `
      parent = self()
      spawn(fn ->
        Process.register(self(), :customer)
        Task.async(fn -> Process.register(self(), :helper); send(parent, :ready); Process.sleep(:infinity) end)
        Process.sleep(:infinity)
      end)
      receive do :ready -> :ok end`,
  );
  const run = (process: string) =>
    createBeam(remote).run(getProcessQuestion, { process, sections: [] }, {
      timeoutMs: 10_000,
    });
  const { callers, not_read } = await run("helper");
  const { pid } = await run("customer");
  assertEquals(callers, not_read === undefined ? [pid] : undefined);
});
