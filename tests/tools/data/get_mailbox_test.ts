import { assertEquals, assertRejects } from "@std/assert";
import { type ArgsOf, BeamError } from "../../../lib/beam/mod.ts";
import { getMailboxQuestion } from "../../../lib/tools/data/get_mailbox.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { evaluate } from "../../support/remote.ts";

import { LIMITS, text, useContents } from "../../support/contents.ts";

let remote: RemoteNode;
const { ask, codeOf } = useContents((link) => remote = link);

function messages(
  more: Partial<ArgsOf<typeof getMailboxQuestion>>,
): ArgsOf<typeof getMailboxQuestion> {
  return { process: "plain", view: "kinds", limit: 10, ...LIMITS, ...more };
}

Deno.test("messages are counted by what they have in common", async () => {
  const { kinds, mailbox: length } = await ask(
    getMailboxQuestion,
    messages({}),
  );
  assertEquals(length, 6);
  assertEquals(
    new Set(
      kinds?.map(({ kind, count, first }) => `${count} ${first} ${kind}`),
    ),
    new Set([
      "2 1 {'$gen_call','_',{get,'_'}}",
      "1 3 {'DOWN','_',process,'_',normal}",
      "1 4 {tcp,'_','_'}",
      "1 5 hello",
      "1 6 '_'",
    ]),
  );
});

Deno.test("messages on a heap are copied only if forced, since those to itself have no bound", async () => {
  await evaluate(
    remote,
    `begin register(mirror, spawn(fun() ->
       self() ! lists:foldl(fun(_, Tail) -> [Tail | Tail] end, [], lists:seq(1, 40)), receive never -> ok end end)),
     register(no_messages, spawn(fun() -> receive stop -> ok end end)), ok end`,
  );
  for (const view of ["kinds", "sample"] as const) {
    assertEquals(
      await codeOf(getMailboxQuestion, messages({ process: "mirror", view })),
      "too_large",
    );
  }
  await assertRejects(
    () => ask(getMailboxQuestion, messages({ process: "mirror" })),
    BeamError,
    ", 1 long, is not copied",
  );
  const empty = await ask(
    getMailboxQuestion,
    messages({ process: "no_messages" }),
  );
  assertEquals([empty.mailbox, empty.looked_at], [0, 0]);
});

Deno.test("a sample has the oldest messages", async () => {
  const args = messages({ process: "flooded", view: "sample", limit: 3 });
  assertEquals(await codeOf(getMailboxQuestion, args), "too_many_messages");
  const forced = await ask(getMailboxQuestion, { ...args, force: true });
  assertEquals(
    forced.messages?.map(({ term }) => text(term)),
    ["{n,1}", "{n,2}", "{n,3}"],
  );
  assertEquals([forced.mailbox, forced.looked_at], [1500, 1500]);
});

Deno.test("tens of thousands of messages are counted by kind, all of them", async () => {
  await evaluate(
    remote,
    `begin register(piled, spawn(fun() -> receive stop -> ok end end)),
       [piled ! case I rem 3 of 0 -> {tick, I}; 1 -> {'$gen_cast', {put, I, I}}; 2 -> [I] end || I <- lists:seq(1, 60000)], ok end`,
  );
  const { kinds, looked_at } = await ask(
    getMailboxQuestion,
    messages({ process: "piled", force: true }),
  );
  assertEquals(looked_at, 60_000);
  assertEquals(
    new Set(
      kinds?.map(({ kind, count, first }) => `${count} ${first} ${kind}`),
    ),
    new Set([
      "20000 1 {'$gen_cast',{put,'_','_'}}",
      "20000 2 '_'",
      "20000 3 {tick,'_'}",
    ]),
  );
});
