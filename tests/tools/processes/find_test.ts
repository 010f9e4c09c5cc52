import { assert, assertEquals } from "@std/assert";
import {
  type AnswerOf,
  type ArgsOf,
  createBeam,
} from "../../../lib/beam/mod.ts";
import { findQuestion, KINDS } from "../../../lib/tools/processes/find.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate } from "../../support/remote.ts";
import { loading } from "../../support/supervisors.ts";
import { useTarget } from "../../support/target.ts";

const CAST = `${loading("-module('Shop.Cart').")},
  register('Shop.Cart.Server', P = spawn(fun() ->
    ets:new(shop_table, []), ets:new(shop_named, [named_table]), receive stop -> ok end end)),
  P ! one, P ! two,
  application:load({application, shop, [{vsn, "1"}, {modules, []}, {registered, []}, {applications, []}, {env, []}]}),
  {ok, _} = gen_tcp:listen(0, [])`;

let remote: RemoteNode;
useTarget({ setup: CAST }, (link) => remote = link);

function ask(
  args: Partial<ArgsOf<typeof findQuestion>>,
): Promise<AnswerOf<typeof findQuestion>> {
  const all = { text: "shop", kinds: KINDS, limit: 10, ...args };
  return createBeam(remote).run(findQuestion, all, { timeoutMs: 10_000 });
}

Deno.test("everything that has the text in its name is found, in any case", async () => {
  const found = await ask({ text: "SHOP" });
  for (const text of [":shop", "'Shop'", ':"shop"']) {
    assertEquals((await ask({ text })).names, found.names, text);
  }
  const pid = await evaluate(
    remote,
    "list_to_binary(pid_to_list(whereis('Shop.Cart.Server')))",
  );
  assertEquals(found.names, {
    count: 1,
    first: [{ name: "Shop.Cart.Server", id: pid.slice(3, -3), mailbox: 2 }],
  });
  assertEquals(found.modules, { count: 1, first: ["Shop.Cart"] });
  assertEquals(found.applications, {
    count: 1,
    first: [{ application: "shop", has_processes: false }],
  });
  assertEquals(found.tables?.first.map(({ name, size }) => [name, size]), [
    ["shop_named", 0],
    ["shop_table", 0],
  ]);
  assert(found.tables?.first[1]?.table.startsWith("#Ref<0."));
  assertEquals(found.ports?.count, 0);
  assert(((await ask({ text: "tcp_inet" })).ports?.count ?? 0) >= 2);
});

Deno.test("counts are true where fewer are shown", async () => {
  const { modules, names } = await ask({
    text: "e",
    kinds: ["modules"],
    limit: 3,
  });
  assertEquals(modules?.first.length, 3);
  assertEquals(
    `${modules?.count}`,
    await evaluate(
      remote,
      'length([M || M <- erlang:loaded(), string:find(string:lowercase(atom_to_list(M)), "e") =/= nomatch])',
    ),
  );
  assertEquals(names, undefined);
});

Deno.test("it leaves nothing behind", async () => {
  await using quiet = await startBeam();
  await using over = await connect(quiet);
  const all = { kinds: KINDS, limit: 5 };
  await assertHarmless(over, findQuestion, [
    { text: "kernel", ...all },
    { text: "never_heard_of", ...all },
  ]);
});
