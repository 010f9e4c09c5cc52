import { assert, assertEquals } from "@std/assert";
import {
  type AnswerOf,
  type ArgsOf,
  createBeam,
} from "../../../lib/beam/mod.ts";
import { getMemoryQuestion } from "../../../lib/tools/memory/get_memory.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { type Beam, startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate } from "../../support/remote.ts";

/** A large process, a large table, and persistent terms of two owners. */
const SETUP = `
  Self = self(),
  spawn(fun() -> register(hog, self()), T = ets:new(large_table, []),
                 ets:insert(T, [{N, lists:seq(1, 50)} || N <- lists:seq(1, 2000)]),
                 Keep = lists:seq(1, 300000), Self ! ready, receive stop -> Keep end end),
  receive ready -> ok end,
  [persistent_term:put({shop, N}, N) || N <- lists:seq(1, 7)],
  [persistent_term:put(K, v) || K <- [solo, "text"]]`;

let target: Beam;
Deno.test.beforeAll(async () => {
  target = await startBeam({ setup: SETUP });
});
Deno.test.afterAll(async () => {
  await target[Symbol.asyncDispose]();
});

function ask(
  remote: RemoteNode,
  sections: ArgsOf<typeof getMemoryQuestion>["sections"],
  limit = 10,
): Promise<AnswerOf<typeof getMemoryQuestion>> {
  return createBeam(remote).run(getMemoryQuestion, { sections, limit }, {
    timeoutMs: 10_000,
  });
}

Deno.test("classes are there always, other sections where they are asked for", async () => {
  await using remote = await connect(target);
  const { classes_bytes = {}, beamtap_bytes, cost: _, ...rest } = await ask(
    remote,
    [],
  );
  assert(beamtap_bytes > 10_000 && beamtap_bytes < 5_000_000);
  assertEquals(
    Object.keys(classes_bytes).toSorted(),
    [
      "atom",
      "atom_used",
      "binary",
      "code",
      "ets",
      "processes",
      "processes_used",
      "system",
      "total",
    ],
  );
  assert(Object.values(rest).every((section) => section === undefined));
});

Deno.test("allocators are told with what is in use and what was taken, as the node has them", async () => {
  await using remote = await connect(target);
  const { allocators = [] } = await ask(remote, ["allocators"]);
  const ets = allocators.find((row) => row.allocator === "ets_alloc");
  const facts = await evaluate(
    remote,
    `begin Is = [I || {instance, _, I} <- erlang:system_info({allocator, ets_alloc})],
       Carriers = [element(2, S) || I <- Is, {K, P} <- I, lists:member(K, [mbcs, sbcs, mbcs_pool]), S <- P, element(1, S) =:= carriers_size],
       Blocks = [element(2, lists:keyfind(size, 1, L)) || I <- Is, {K, P} <- I, lists:member(K, [mbcs, sbcs, mbcs_pool]), {blocks, Bs} <- P, {_, L} <- Bs],
       {lists:sum(Blocks), lists:sum(Carriers)} end`,
  );
  assertEquals(facts, `{${ets?.blocks_bytes},${ets?.carriers_bytes}}`);
  for (const row of allocators) {
    assert(row.blocks_bytes <= row.carriers_bytes, row.allocator);
    assert(row.used_percent >= 0 && row.used_percent <= 100, row.allocator);
  }
  const sizes = allocators.map((row) => row.carriers_bytes);
  assertEquals(sizes, sizes.toSorted((a, b) => b - a));
});

Deno.test("the largest holders are those that the node itself finds", async () => {
  await using remote = await connect(target);
  const { holders, cost } = await ask(remote, ["holders"], 2);
  const [process] = holders?.processes ?? [];
  const [table] = holders?.tables ?? [];
  assertEquals(process?.registered_name, "hog");
  assertEquals(holders?.processes.length, 2);
  assertEquals(
    `${process?.memory_bytes}`,
    await evaluate(remote, "element(2, process_info(whereis(hog), memory))"),
  );
  assertEquals([table?.name, table?.owner], ["large_table", process?.pid]);
  assertEquals(
    `${table?.memory_bytes}`,
    await evaluate(
      remote,
      `8 * ets:info(list_to_ref("${table?.table}"), memory)`,
    ),
  );
  assert(cost.processes_scanned > 30);
});

Deno.test("the newest atoms are those made last", async () => {
  await using remote = await connect(target);
  await ask(remote, ["atoms"], 1);
  await evaluate(
    remote,
    `[binary_to_atom(<<"fresh_", (integer_to_binary(N))/binary>>, utf8) || N <- [1, 2, 3]]`,
  );
  const { atoms } = await ask(remote, ["atoms"], 3);
  assertEquals(atoms?.newest, ["fresh_3", "fresh_2", "fresh_1"]);
  assertEquals(
    `{${atoms?.count},${atoms?.limit}}`,
    await evaluate(
      remote,
      "{erlang:system_info(atom_count), erlang:system_info(atom_limit)}",
    ),
  );
});

Deno.test("persistent terms are counted by what their keys begin with; no value is looked at", async () => {
  await using remote = await connect(target);
  const { persistent_terms } = await ask(remote, ["persistent_terms"], 100);
  assertEquals(
    `#{count => ${persistent_terms?.count},memory => ${persistent_terms?.memory_bytes}}`,
    await evaluate(remote, "persistent_term:info()"),
  );
  const keys = new Map(
    persistent_terms?.keys.map((
      { begins_with, count },
    ) => [begins_with, count]),
  );
  assertEquals([keys.get("shop"), keys.get("solo")], [7, 1]);
  assert((keys.get("other") ?? 0) >= 1);
});

Deno.test("the question leaves the node as it was", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  await assertHarmless(remote, getMemoryQuestion, [
    {
      sections: ["allocators", "holders", "atoms", "persistent_terms"],
      limit: 5,
    },
    { sections: ["atoms", "holders"], limit: 1e9 },
  ]);
});
