import { assertEquals } from "@std/assert";
import { createBeam } from "../../../lib/beam/mod.ts";
import { getProcessGraphQuestion } from "../../../lib/tools/processes/get_process_graph.ts";
import { getProcessQuestion } from "../../../lib/tools/processes/get_process.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { useTarget } from "../../support/target.ts";

/**
 * Processes that wait, each with `work` as what it waits for; Task is Elixir's own, the others are
 * stand-ins with the monitors and receives of nimble_pool 1.1 and gen_stage 1.3.
 */
const CAST = `
  defmodule NimblePool do
    def checkout!(pid, _command, _function, _timeout) do
      ref = Process.monitor(pid)
      receive do {^ref, reply} -> reply end
    end
  end
  defmodule GenStage.Stream do
    def receive_stream(monitor_pid, monitor_ref, subscriptions) do
      receive do {^monitor_ref, events} -> {monitor_pid, subscriptions, events} end
    end
    def loop_monitor(parent, parent_ref, monitor_ref) do
      receive do {:DOWN, ^parent_ref, _, _, _} -> {parent, monitor_ref} end
    end
  end
  work = fn name -> fn -> Process.register(self(), name); Process.sleep(:infinity) end end
  start = fn name, fun -> spawn(fn -> Process.register(self(), name); fun.() end) end
  start.(:awaits, fn -> Task.await(Task.async(work.(:awaited)), :infinity) end)
  start.(:yields, fn -> {Task.yield(Task.async(work.(:yielded)), :infinity)} end)
  start.(:yields_many, fn -> {Task.yield_many([Task.async(work.(:yielded_of_many))], :infinity)} end)
  start.(:streams, fn -> {Enum.to_list(Task.async_stream([:streamed], fn name -> work.(name).() end, timeout: :infinity))} end)
  Process.register(spawn(fn -> Process.sleep(:infinity) end), :pool)
  start.(:checks_out, fn -> {NimblePool.checkout!(Process.whereis(:pool), :out, nil, :infinity)} end)
  start.(:asks, fn ->
    parent = self()
    {relay, ref} = spawn_monitor(fn ->
      Process.register(self(), :relay)
      Process.monitor(Process.whereis(:pool))
      GenStage.Stream.loop_monitor(parent, Process.monitor(parent), make_ref())
    end)
    GenStage.Stream.receive_stream(relay, ref, %{})
  end)
  Process.sleep(300)`;

let remote: RemoteNode;
useTarget({ elixir: "elixir", setup: CAST }, (link) => remote = link);

Deno.test("tasks, streams and pools are waited for", async () => {
  const { edges, nodes, cycles, possible_cycles } = await createBeam(remote)
    .run(getProcessGraphQuestion, { kind: "wait_for", depth: 2, limit: 100 }, {
      timeoutMs: 10_000,
    });
  const names = new Map(nodes.map((row) => [row.pid, row.registered_name]));
  const seen = edges.map(({ from, to, doubtful }) =>
    `${names.get(from) ?? "-"} > ${names.get(to) ?? "-"}${doubtful ? "?" : ""}`
  );
  assertEquals(seen.toSorted(), [
    "- > streamed",
    "asks > relay",
    "awaits > awaited",
    "checks_out > pool",
    "relay > pool",
    "streams > -",
    "yields > yielded",
    "yields_many > yielded_of_many",
  ]);
  assertEquals([cycles, possible_cycles], [[], []]);
});

Deno.test("waiting_for follows a stream to its task", async () => {
  const { waiting_for } = await createBeam(remote).run(getProcessQuestion, {
    process: "streams",
    sections: ["waiting_for"],
  }, { timeoutMs: 10_000 });
  assertEquals(
    waiting_for?.chain.map((edge) => edge.in.replace(/\/\d+$/, "")),
    ["Task.Supervised.stream_reduce", "Task.Supervised.stream_monitor_loop"],
  );
  assertEquals(waiting_for?.last[0]?.registered_name, "streamed");
});
