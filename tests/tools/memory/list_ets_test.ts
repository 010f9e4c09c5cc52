import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type AnswerOf,
  type ArgsOf,
  BeamError,
  createBeam,
} from "../../../lib/beam/mod.ts";
import { listEtsQuestion } from "../../../lib/tools/memory/list_ets.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { type Beam, startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";

/**
 * A process `keeper` with a named table, an unnamed one, and one that a test grows;
 * and one of a larger size than all others together, but in small objects.
 */
const SETUP = `
  spawn(fun() ->
    register(keeper, self()),
    ets:new('Named.One', [named_table, private, ordered_set, compressed]),
    Big = ets:new(unnamed_one, [{heir, whereis(init), none}]),
    ets:insert(Big, [{N, lists:seq(1, 100)} || N <- lists:seq(1, 500)]),
    ets:new(growing_one, [named_table, public]),
    timer:sleep(infinity) end),
  receive after 50 -> ok end`;

let target: Beam;
Deno.test.beforeAll(async () => {
  target = await startBeam({ setup: SETUP });
});
Deno.test.afterAll(async () => {
  await target[Symbol.asyncDispose]();
});

function ask(
  remote: RemoteNode,
  args: Partial<ArgsOf<typeof listEtsQuestion>>,
): Promise<AnswerOf<typeof listEtsQuestion>> {
  return createBeam(remote).run(listEtsQuestion, {
    sort: "memory",
    limit: 10,
    ...args,
  }, { timeoutMs: 10_000 });
}

Deno.test("tables come by memory in bytes, by size and by name, as the node itself has them", async () => {
  await using remote = await connect(target);
  const facts = (sorted: string): Promise<string> =>
    evaluate(
      remote,
      `[atom_to_binary(ets:info(T, name), utf8) || {_, T} <- lists:sublist(${sorted}, 3)]`,
    );
  const names = async (
    args: Partial<ArgsOf<typeof listEtsQuestion>>,
  ): Promise<string> => {
    const { tables } = await ask(remote, args);
    const found = tables.map((row) => `<<"${row.name ?? row.table}">>`);
    return `[${found.slice(0, 3).join(",")}]`;
  };
  assertEquals(
    await names({ sort: "memory" }),
    await facts(
      "lists:reverse(lists:sort([{ets:info(T, memory), T} || T <- ets:all()]))",
    ),
  );
  assertEquals(
    await names({ sort: "name" }),
    await facts("lists:sort([{ets:info(T, name), T} || T <- ets:all()])"),
  );
  const { tables: [largest] } = await ask(remote, { sort: "memory" });
  assertEquals(
    largest?.memory_bytes.toString(),
    await evaluate(
      remote,
      "lists:max([ets:info(T, memory) || T <- ets:all()]) * erlang:system_info(wordsize)",
    ),
  );
  const { tables: bySize } = await ask(remote, { sort: "size" });
  assert(bySize.every(({ size }, i) => size <= (bySize[i - 1]?.size ?? size)));
});

Deno.test("a table is told with its owner, its protection and how it can be called", async () => {
  await using remote = await connect(target);
  const { total, matched, memory_bytes, tables } = await ask(remote, {
    sort: "name",
    process: "keeper",
  });
  assertEquals(`${total}`, await evaluate(remote, "length(ets:all())"));
  assertEquals([matched, tables.length], [3, 3]);
  assertEquals(
    memory_bytes,
    tables.reduce((sum, row) => sum + row.memory_bytes, 0),
  );
  const [named, growing, unnamed] = tables;
  assertEquals(named?.table, "Named.One");
  assertEquals(named?.name, undefined);
  assertEquals(
    [named?.owner_name, named?.type, named?.protection, named?.compressed],
    ["keeper", "ordered_set", "private", true],
  );
  assertEquals([growing?.table, growing?.protection], [
    "growing_one",
    "public",
  ]);
  assertEquals(unnamed?.name, "unnamed_one");
  assertEquals(
    `<<"${unnamed?.heir}">>`,
    await evaluate(remote, "list_to_binary(pid_to_list(whereis(init)))"),
  );
  assertEquals(
    await evaluate(
      remote,
      `ets:info(list_to_ref("${unnamed?.table}"), size)`,
    ),
    "500",
  );
});

Deno.test("a text picks tables by their name, in any case", async () => {
  await using remote = await connect(target);
  const { matched, tables } = await ask(remote, { text: "NAMED.o" });
  assertEquals([matched, tables[0]?.table], [1, "Named.One"]);
  assertEquals((await ask(remote, { text: "no such table" })).tables, []);
});

Deno.test("growth is that of memory within the window, the fastest first", async () => {
  await using remote = await connect(target);
  await evaluate(
    remote,
    `spawn(fun() -> register(grower, self()), (fun Grow(N) ->
       ets:insert(growing_one, {N, lists:seq(1, 1000)}), timer:sleep(2), Grow(N + 1) end)(1) end)`,
  );
  const { window_ms, tables: [fastest] } = await ask(remote, {
    sort: "growth",
    window_ms: 300,
  });
  assert(window_ms >= 300);
  assertEquals(fastest?.table, "growing_one");
  assert((fastest?.growth_bytes ?? 0) > 10_000);
  // A window measures growth whatever the tables are sorted by; without one nothing waits.
  const named = { text: "growing_one" };
  const { window_ms: waited, tables: [row] } = await ask(remote, {
    ...named,
    window_ms: 200,
  });
  assert(waited >= 200);
  assert((row?.growth_bytes ?? 0) > 10_000);
  assertEquals((await ask(remote, named)).window_ms, 0);
  await evaluate(remote, "exit(whereis(grower), kill)");
});

Deno.test("tables that are deleted while they are looked at are left out", async () => {
  await using remote = await connect(target);
  await evaluate(
    remote,
    `spawn(fun() -> register(churn, self()), (fun Churn() ->
       [ets:delete(T) || T <- [ets:new(short, []) || _ <- lists:seq(1, 300)]], Churn() end)() end)`,
  );
  for (let i = 0; i < 10; i++) {
    const { tables } = await ask(remote, { sort: "size", limit: 200 });
    assert(tables.some(({ table }) => table === "growing_one"));
  }
  await evaluate(remote, "exit(whereis(churn), kill)");
  await eventually(() => evaluate(remote, "whereis(churn)"), "undefined");
});

Deno.test("an owner that is not there is refused", async () => {
  await using remote = await connect(target);
  const error = await assertRejects(
    () => ask(remote, { process: "keepe" }),
    BeamError,
  );
  assertEquals(error.code, "no_such_name");
  assert(error.hint?.includes("keeper"));
});

Deno.test("no limit lifts the ceiling, and many tables cost few milliseconds", async () => {
  await using node = await startBeam({
    args: ["+e", "30000"],
    setup: `Self = self(), spawn(fun() ->
      [ets:new(one_of_many, []) || _ <- lists:seq(1, 20000)],
      Self ! ready, receive stop -> ok end end),
      receive ready -> ok end`,
  });
  await using remote = await connect(node);
  const { total, tables, locked, cost } = await ask(remote, { limit: 1e9 });
  assert(total > 20_000);
  assertEquals([tables.length, locked], [200, 0]);
  assert(cost.ms_on_target < 1500, `${cost.ms_on_target} ms`);
});

Deno.test("the question leaves the node as it was", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  await assertHarmless(remote, listEtsQuestion, [
    { sort: "growth", limit: 5, window_ms: 50 },
    {
      sort: "name",
      limit: 500,
      text: "never_seen_text",
      process: "never_seen_name",
    },
  ]);
});
