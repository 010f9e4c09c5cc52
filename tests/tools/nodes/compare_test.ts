import { assert, assertEquals } from "@std/assert";
import { createBeam } from "../../../lib/beam/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { changesOf } from "../../../lib/tools/nodes/changes_of.ts";
import {
  compare,
  COMPARED_SECTIONS,
  compareQuestion,
  type Look,
} from "../../../lib/tools/nodes/compare.ts";
import { startBeam, startEpmd } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate } from "../../support/remote.ts";
import { loading } from "../../support/supervisors.ts";
import { callerOf } from "../../support/tools.ts";

/** An application with one module, and a process of it. */
function shop(version: string, price: number): string {
  return `${
    loading(
      `-module(shop_core).\n-export([price/0, idle/0]).\nprice() -> ${price}.\nidle() -> receive stop -> ok end.\n`,
    )
  }, ok = application:load({application, shop, [{vsn, "${version}"}, {modules, [shop_core]}]})`;
}

/** A table whose owner stays. */
function owning(table: string): string {
  return `spawn(fun() -> ets:new(${table}, [named_table]), receive stop -> ok end end)`;
}

// deno-lint-ignore no-explicit-any
async function ask(remote: RemoteNode, args: object): Promise<any> {
  const answer = await callerOf(remote, [compare], ["inspect"])("compare", {
    ...args,
  });
  assert(answer.ok, JSON.stringify(answer));
  return answer.structured;
}

Deno.test("within a window, what grew, appeared and disappeared is told by name", async () => {
  await using node = await startBeam({
    setup: `${shop("1.0", 10)}, ${owning("calm")},
      register(shopper, spawn(fun() -> receive {go, From} -> ok end,
        T = ets:new(carts, [public]), ets:insert(T, [{N, lists:seq(1, 50)} || N <- lists:seq(1, 500)]),
        [proc_lib:spawn(shop_core, idle, []) || _ <- lists:seq(1, 40)],
        application:unload(shop), application:start(sasl), ${
      loading(
        "-module(shop_core).\n-export([price/0, idle/0]).\nprice() -> 11.\nidle() -> receive stop -> ok end.\n",
      )
    }, From ! done, receive stop -> ok end end))`,
  });
  await using remote = await connect(node);
  await evaluate(
    remote,
    "erlang:send_after(2000, shopper, {go, spawn(fun() -> ok end)})",
  );
  const seen = await ask(remote, { window_ms: 5000, limit: 5 });
  assert(seen.window_ms >= 5000);
  const carts = seen.tables.find((row: { name: string }) =>
    row.name === "carts"
  );
  assertEquals(
    [
      carts.first_count,
      carts.second_count,
      carts.first_rows,
      carts.second_rows,
    ],
    [0, 1, 0, 500],
  );
  assertEquals(carts.change_bytes, carts.second_bytes);
  assert(!JSON.stringify(seen.tables).includes("calm"));
  const grown = Math.max(
    ...seen.processes.map((
      { first_count, second_count }: Record<string, number>,
    ) => (second_count ?? 0) - (first_count ?? 0)),
  );
  assert(grown >= 40, JSON.stringify(seen.processes));
  const applications = new Map(
    seen.applications.map((
      { name, first, second }: Record<string, string>,
    ) => [name, [first, second]]),
  );
  assertEquals(applications.get("shop"), ["1.0, without processes", undefined]);
  assert(applications.has("sasl") && !applications.has("kernel"));
  assertEquals(seen.modules.changed, { count: 1, first: ["shop_core"] });
  const totals = new Map(
    seen.totals.map((
      { name, first, second }: { name: string; first: number; second: number },
    ) => [name, second - first]),
  );
  assert(Number(totals.get("processes")) >= 40);
  assertEquals(totals.get("ets_tables"), 1);
});

Deno.test("two nodes differ in kinds, tables, applications and code; more or fewer are refused", async () => {
  await using epmd = await startEpmd();
  await using one = await startBeam({
    epmd,
    setup: `${shop("1.0", 10)}, ${owning("only_here")}`,
  });
  await using two = await startBeam({
    epmd,
    setup: `${
      shop("1.1", 12)
    }, [spawn(shop_core, idle, []) || _ <- lists:seq(1, 30)]`,
  });
  await using three = await startBeam({ epmd });
  await using remote = await connect(one);
  for (const { name } of [two, three]) {
    await evaluate(remote, `net_kernel:connect_node('${name}')`);
  }
  const seen = await ask(remote, { nodes: `${one.name},${two.name}` });
  const [first, second] = [one.name, two.name].toSorted();
  assertEquals([seen.first_node, seen.second_node], [first, second]);
  const [here, there] = first === one.name
    ? ["first", "second"]
    : ["second", "first"];
  const row = (
    rows: { name: string }[],
    name: string,
  ): Record<string, unknown> => Object(rows.find((each) => each.name === name));
  assertEquals(
    row(seen.processes, "shop_core:idle/0")[`${there}_count`],
    30,
  );
  assertEquals(row(seen.tables, "only_here")[`${there}_count`], 0);
  assertEquals(
    row(seen.applications, "shop")[here],
    "1.0, without processes",
  );
  assertEquals(seen.modules.changed, { count: 1, first: ["shop_core"] });
  for (
    const [nodes, code] of [
      [one.name, "invalid_arguments"],
      ["all", "invalid_arguments"],
      [`${two.name},nobody@nowhere`, "unknown_node"],
    ]
  ) {
    const refused = await callerOf(remote, [compare])("compare", { nodes });
    assert(!refused.ok && refused.code === code, refused.text);
  }
  two.signal("SIGSTOP");
  const silent = await callerOf(remote, [compare])("compare", {
    nodes: `${one.name},${two.name}`,
  });
  two.signal("SIGCONT");
  assert(!silent.ok && silent.code === "no_answer", silent.text);
  assert(silent.text.includes(two.name));
});

Deno.test("where a look was cut, what is only in the other is not called new", () => {
  const look = (names: string[], left_out: string[] = []): Look => ({
    totals: {},
    left_out,
    tables: names.map((name, i) => ({
      name,
      count: 1,
      bytes: i + names.length,
      rows: 0,
    })),
  });
  const changes = (second: Look): unknown =>
    changesOf(look(["a", "b", "c"]), second, { limit: 9, isPartial: false })
      .tables?.map(({ name }) => name).toSorted();
  assertEquals(changes(look(["a", "d"])), ["a", "b", "c", "d"]);
  assertEquals(changes(look(["a", "d"], ["tables"])), ["a"]);
});

Deno.test("the question leaves the node as it was", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  const args = {
    window_ms: 100,
    sections: COMPARED_SECTIONS,
    by: "initial_call",
  } as const;
  await assertHarmless(remote, compareQuestion, [args, {
    ...args,
    by: "application",
  }]);
  // Before OTP 26.2 labels cannot be read.
  const byLabel = await callerOf(remote, [compare])("compare", {
    window_ms: 100,
    by: "label",
  });
  assert(byLabel.ok || byLabel.code === "not_supported", byLabel.text);
  const alone = await createBeam(remote).run(compareQuestion, {
    ...args,
    window_ms: 0,
  }, { timeoutMs: 10_000 });
  assertEquals(alone.first, undefined);
});
