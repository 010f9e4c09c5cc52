import { assert, assertEquals } from "@std/assert";
import { TOOLS } from "../../../lib/tools/mod.ts";
import { startBeam } from "../../support/beam.ts";
import { connect, evaluate } from "../../support/remote.ts";
import { loading } from "../../support/supervisors.ts";
import { callerOf } from "../../support/tools.ts";

/** Calls a function with a constant that shares itself: 80 words, and 2^41 and more as a copy. */
const SETUP = `${
  loading(`
-module(constants).
-export([loop/0, take/1]).
loop() -> constants:take(persistent_term:get(bomb)), receive after 10 -> ok end, constants:loop().
take(Bomb) -> {taken, Bomb}.
`)
}, persistent_term:put(bomb, lists:foldl(fun(_, A) -> [A | A] end, [], lists:seq(1, 40))),
  spawn(fun() -> constants:loop() end)`;

Deno.test("arguments and results that are constants without an end are cut, and the node lives", async () => {
  await using node = await startBeam({ setup: SETUP });
  await using remote = await connect(node);
  const call = callerOf(remote, TOOLS, ["inspect", "trace"]);
  const told = await call("trace_calls", {
    module: "constants",
    function: "take",
    arguments: true,
    returns: true,
    duration_ms: 2000,
    max_events: 10,
  });
  assert(told.ok, told.text);
  assert(told.text.includes("constants:take/1"), told.text);
  assert(told.text.includes("… "), told.text);
  assertEquals(await evaluate(remote, "1 + 1"), "2");
});
