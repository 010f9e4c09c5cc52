import { assert, assertEquals } from "@std/assert";
import {
  type ReadEtsArgs,
  readEtsQuestion,
} from "../../../lib/tools/data/read_ets.ts";
import { atom, binary } from "../../../lib/etf/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { evaluate } from "../../support/remote.ts";

import { erlang, LIMITS, text, useContents } from "../../support/contents.ts";

let remote: RemoteNode;
const { ask, codeOf } = useContents((link) => remote = link);

function rows(more: Partial<ReadEtsArgs>): ReadEtsArgs {
  return { table: "open", select: "sample", limit: 5, ...LIMITS, ...more };
}

Deno.test("rows are found by key, by pattern, or as they come", async () => {
  const found = async (more: Partial<ReadEtsArgs>): Promise<string[]> => {
    const { rows: all } = await ask(readEtsQuestion, rows(more));
    return all.map(({ term }) => text(term)).toSorted();
  };
  assertEquals(await found({ select: { key: erlang("{user,1}") } }), [
    "{{user,1},1,active}",
    "{{user,1},again}",
  ]);
  assertEquals(
    await found({ select: { match: erlang("{{user,3},'_','$1'}") } }),
    ["{{user,3},0,active}"],
  );
  const some = await ask(readEtsQuestion, rows({}));
  assertEquals([some.rows.length, some.more, some.size], [5, true, 302]);
  assertEquals([some.type, some.key_position], ["bag", 1]);
  const large = await ask(
    readEtsQuestion,
    rows({ select: { key: atom("large") } }),
  );
  assert(
    text(large.rows[0]?.term ?? 0).startsWith("{large,{'$cut',list,100000,"),
  );
  assertEquals(large.rows[0]?.size_bytes, 1_600_000 + 24);
});

Deno.test("a table without a name is read by its reference", async () => {
  const reference = await evaluate(
    remote,
    "begin {_, D} = process_info(whereis(unnamed), dictionary), list_to_binary(ref_to_list(proplists:get_value(table, D))) end",
  );
  const table = reference.slice(3, -3);
  const select = { key: binary("key") };
  const answer = await ask(readEtsQuestion, rows({ table, select }));
  assertEquals(answer.rows.map(({ term }) => text(term)), [
    `{row,<<"key">>}`,
  ]);
  assertEquals(answer.key_position, 2);
});

Deno.test("a table that cannot be read, or a key that cannot be there, is told as such", async () => {
  const code = (more: Partial<ReadEtsArgs>): Promise<string> =>
    codeOf(readEtsQuestion, rows(more));
  assertEquals(await code({ table: "closed" }), "private_table");
  assertEquals(await code({ table: "not_a_table" }), "no_such_table");
  assertEquals(await code({ table: "#Ref<0.1.2.3>" }), "no_such_table");
  assertEquals(
    await code({ select: { key: atom("never_an_atom_there") } }),
    "no_such_atom",
  );
});

Deno.test("a pattern that does not give the key scans no huge table unless forced", async () => {
  await evaluate(
    remote,
    `begin Self = self(), spawn(fun() -> ets:new(huge, [named_table, public]),
       ets:insert(huge, [{I, I} || I <- lists:seq(1, 1000001)]), Self ! ok, receive stop -> ok end end),
       receive ok -> ok end end`,
  );
  const code = rows({ table: "huge", select: { match: erlang("{'_', 7}") } });
  assertEquals(await codeOf(readEtsQuestion, code), "scans_table");
  const forced = await ask(readEtsQuestion, { ...code, force: true });
  assertEquals(forced.rows.map(({ term }) => text(term)), ["{7,7}"]);
  const bound = { match: erlang("{7, '_'}") };
  assertEquals(
    (await ask(readEtsQuestion, rows({ table: "huge", select: bound }))).rows
      .length,
    1,
  );
});

Deno.test("rows that are too large to be copied at once are read one after the other", async () => {
  await evaluate(
    remote,
    `begin Self = self(), spawn(fun() -> ets:new(fat, [named_table]), Row = lists:seq(1, 300000),
       [ets:insert(fat, {I, Row}) || I <- lists:seq(1, 40)], Self ! ok, receive stop -> ok end end),
       receive ok -> ok end end`,
  );
  const all = await ask(readEtsQuestion, rows({ table: "fat", limit: 40 }));
  assertEquals([all.rows.length, all.more], [40, false]);
  const some = await ask(readEtsQuestion, rows({ table: "fat", limit: 30 }));
  assertEquals([some.rows.length, some.more], [30, true]);
});

Deno.test("a row that no copy can hold is not copied, and the others are shown", async () => {
  await evaluate(
    remote,
    `begin Self = self(), spawn(fun() -> ets:new(lumpy, [named_table, ordered_set]),
       ets:insert(lumpy, [{I, I} || I <- lists:seq(1, 20)]),
       ets:insert(lumpy, {5.5, {state, lists:seq(1, 5000000)}}), ets:new(crowd, [named_table, duplicate_bag]),
       Row = {key, lists:seq(1, 2000)}, [ets:insert(crowd, Row) || _ <- lists:seq(1, 4000)],
       erlang:garbage_collect(), Self ! ok, receive stop -> ok end end), receive ok -> ok end end`,
  );
  const sample = await ask(
    readEtsQuestion,
    rows({ table: "lumpy", limit: 30 }),
  );
  assertEquals([sample.rows.length, sample.more], [20, true]);
  const refused: Partial<ReadEtsArgs>[] = [
    { table: "lumpy", select: { key: erlang("5.5") } },
    { table: "lumpy", select: { match: erlang("{5.5, '_'}") } },
    { table: "crowd", select: { key: atom("key") } },
  ];
  for (const args of refused) {
    assertEquals(await codeOf(readEtsQuestion, rows(args)), "too_large");
  }
  const near = rows({ table: "lumpy", select: { key: 5 } });
  assertEquals((await ask(readEtsQuestion, near)).rows.length, 1);
  assertEquals(
    await evaluate(remote, "ets:info(lumpy, safe_fixed_monotonic_time)"),
    "false",
  );
});
