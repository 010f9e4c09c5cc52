import { assert } from "@std/assert";
import { createBeam } from "../../lib/beam/mod.ts";
import { Redactor } from "../../lib/registry/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { makeRig, principal } from "../registry/support.ts";
import { startBeam } from "../support/beam.ts";
import { connect } from "../support/remote.ts";
import { askerOf } from "../support/tools.ts";

const COOKIE = "QWERTYUIOPASDFGHJKLZ";

Deno.test("whatever the width, no part of the cookie or of a password leaves", async () => {
  await using beam = await startBeam({
    cookie: COOKIE,
    setup: `Self = self(), spawn(fun() ->
      ets:new(rows, [named_table, public, ordered_set]),
      Cookie = atom_to_binary(erlang:get_cookie()),
      ets:insert(rows, [
        {1, Cookie}, {2, binary_to_list(Cookie)}, {3, #{a => [Cookie]}},
        {4, #{<<"database_password">> => <<"hunter2">>}},
        {5, <<"postgres://me:hunter2@db.example.com/shop">>},
        {6, uri_string:parse(<<"https://me:hunter2@h/a">>)},
        {7, [{auth, {basic, <<"me:hunter2">>}}, {proxy_auth, {<<"me">>, <<"hunter2">>}}]}]),
      Self ! ready, receive stop -> ok end end), receive ready -> ok end`,
  });
  await using remote = await connect(beam);
  const asker = askerOf(createBeam(remote));
  const redactor = new Redactor({ literals: () => [COOKIE] });
  const { registry } = makeRig({
    nodes: [remote.name],
    tools: [...TOOLS],
    beam: () => Promise.resolve(asker),
    redactor: () => redactor,
  });
  const who = principal(["inspect", "data"]);
  const parts = Array.from(
    { length: COOKIE.length - 3 },
    (_, from) => COOKIE.slice(from, from + 4),
  );
  for (let width = 1; width <= 40; width++) {
    const { text } = await registry.call(who, "read_ets", {
      table: "rows",
      limit: 10,
      width,
    });
    for (const part of [...parts, "hunt"]) {
      assert(!text.includes(part), `${part} at width ${width}: ${text}`);
    }
  }
});
