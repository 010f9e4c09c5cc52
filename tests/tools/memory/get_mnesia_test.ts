import { assert, assertEquals } from "@std/assert";
import { createBeam } from "../../../lib/beam/mod.ts";
import { getMnesiaQuestion } from "../../../lib/tools/memory/get_mnesia.ts";
import { startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";

/**
 * A transaction of `holder` has a record for writing; an older one of `waiter`
 * wants it, and waits.
 */
const SETUP = `
  ok = mnesia:start(),
  {atomic, ok} = mnesia:create_table(stock, [{ram_copies, [node()]}]),
  {atomic, ok} = mnesia:create_table(orders, [{ram_copies, [node()]}]),
  [mnesia:dirty_write({orders, N, lists:seq(1, 100)}) || N <- lists:seq(1, 500)],
  Self = self(),
  Waiter = spawn(fun() -> register(waiter, self()), mnesia:transaction(fun() ->
    mnesia:read(orders, 1), Self ! begun,
    receive go -> mnesia:read({stock, 7}) end end) end),
  receive begun -> ok end,
  spawn(fun() -> register(holder, self()), mnesia:transaction(fun() ->
    mnesia:write({stock, 7, secret}), Self ! held, receive stop -> ok end end) end),
  receive held -> ok end,
  Waiter ! go`;

Deno.test("tables, transactions and locks are told, and who waits for whom", async () => {
  await using node = await startBeam({ setup: SETUP });
  await using remote = await connect(node);
  const ask = async () =>
    (await createBeam(remote).run(getMnesiaQuestion, { limit: 10 }, {
      timeoutMs: 10_000,
    })).mnesia;
  await eventually(async () => (await ask())?.waiting_locks?.count, 1);
  const mnesia = await ask();
  assert(mnesia);
  assertEquals([mnesia.nodes, mnesia.running_nodes], [[node.name], [
    node.name,
  ]]);
  assertEquals(mnesia.transactions?.count, 2);
  const [waiting] = mnesia.waiting_locks?.first ?? [];
  const held = mnesia.held_locks?.first.find(({ table }) => table === "stock");
  assertEquals([held?.of, held?.kind], ["record", "write"]);
  assertEquals([waiting?.table, waiting?.kind], ["stock", "read"]);
  assertEquals(waiting?.held_by, held?.process);
  assert(waiting?.process !== held?.process);
  assertEquals(mnesia.tables?.count, 3);
  const [largest] = mnesia.tables?.first ?? [];
  assertEquals([largest?.table, largest?.size], ["orders", 500]);
  assert((largest?.memory_bytes ?? 0) > 500 * 800);
  assertEquals(largest?.active_on, [node.name]);
  assert(!JSON.stringify(mnesia).includes("secret"));
});

Deno.test("what a hung process of Mnesia cannot tell is left out", async () => {
  await using node = await startBeam({ setup: SETUP });
  await using remote = await connect(node);
  await evaluate(
    remote,
    `spawn(fun() -> erlang:suspend_process(whereis(mnesia_locker)), register(suspended, self()), receive stop -> ok end end)`,
  );
  await eventually(
    () => evaluate(remote, "is_pid(whereis(suspended))"),
    "true",
  );
  const { mnesia } = await createBeam(remote).run(getMnesiaQuestion, {
    limit: 10,
  }, {
    timeoutMs: 10_000,
  });
  assertEquals([mnesia?.held_locks, mnesia?.waiting_locks], [
    undefined,
    undefined,
  ]);
  assertEquals(mnesia?.transactions?.count, 2);
  assertEquals(mnesia?.tables?.count, 3);
});

Deno.test("a node where it does not run says so, and is left as it was", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  const { running, mnesia } = await createBeam(remote).run(getMnesiaQuestion, {
    limit: 10,
  }, { timeoutMs: 10_000 });
  assertEquals([running, mnesia], [false, undefined]);
  await assertHarmless(remote, getMnesiaQuestion, [{ limit: 1 }, {
    limit: 1e9,
  }]);
});
