import { assert, assertEquals } from "@std/assert";
import { TOOLS_OF_INTERVENTION } from "../../../lib/tools/intervention/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import type { ToolResult } from "../../../lib/registry/mod.ts";
import type { Beam } from "../../support/beam.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";
import { callerOf } from "../../support/tools.ts";
import { useTarget } from "../../support/target.ts";

let target: Beam;
let remote: RemoteNode;
useTarget({}, (link, node) => {
  remote = link;
  target = node;
});

function set(args: Record<string, unknown>): Promise<ToolResult> {
  const { creation: incarnation } = remote;
  const call = callerOf(remote, TOOLS_OF_INTERVENTION, ["mutate"]);
  return call("set_log_level", { incarnation, ...args });
}

async function done(args: Record<string, unknown>): Promise<void> {
  const result = await set(args);
  assert(result.ok, result.text);
}

/** The levels of the node, of the module lists, and of the handler default. */
function levels(link = remote): Promise<string> {
  return evaluate(
    link,
    `{maps:get(level, logger:get_primary_config()), logger:get_module_level(lists),
      maps:get(level, element(2, logger:get_handler_config(default)))}`,
  );
}

const AS_STARTED = "{notice,[],all}";

/** What is left of us when no level is lent. */
function keeper(link = remote): Promise<string> {
  return evaluate(link, "whereis(beamtap_levels)");
}

Deno.test("while the logger is hung no level is changed, and the answer says so", async () => {
  await evaluate(
    remote,
    `(fun() -> S = self(), register(holder, spawn(fun() ->
       erlang:suspend_process(whereis(logger)), S ! on, receive stop -> ok end end)),
       receive on -> ok end end)()`,
  );
  try {
    for (const duration_ms of [undefined, 1000]) {
      const result = await set({ level: "debug", duration_ms });
      assert(!result.ok && result.code === "no_answer", result.text);
    }
  } finally {
    await evaluate(remote, "holder ! stop");
  }
  assertEquals(await keeper(), "undefined");
  assertEquals(await levels(), AS_STARTED);
});

Deno.test("levels are set for good, of node, module and handler", async () => {
  await done({ level: "error" });
  await done({ level: "debug", module: "lists" });
  await done({ level: "info", handler: "default" });
  assertEquals(await levels(), "{error,[{lists,debug}],info}");
  await done({ level: "notice" });
  await done({ level: "unset", module: "lists" });
  await done({ level: "all", handler: "default" });
  assertEquals(await levels(), AS_STARTED);
  assertEquals(await keeper(), "undefined");
});

Deno.test("a dry run tells the level and leaves it", async () => {
  const result = await set({
    level: "debug",
    duration_ms: 1000,
    dry_run: true,
  });
  assert(result.ok);
  assertEquals(result.structured?.former_level, "notice");
  assert(/from notice to debug, for 1 s, then notice/.test(result.text));
  assertEquals(await levels(), AS_STARTED);
});

Deno.test("a level that is lent comes back when its time is over", async () => {
  await done({ level: "debug", module: "lists", duration_ms: 1500 });
  assertEquals(await levels(), "{notice,[{lists,debug}],all}");
  await eventually(levels, AS_STARTED);
  await eventually(keeper, "undefined");
});

Deno.test("of several loans of a level, the first level comes back", async () => {
  await done({ level: "debug", duration_ms: 100_000 });
  await done({ level: "error", duration_ms: 1500 });
  assertEquals(await levels(), "{error,[],all}");
  await eventually(levels, AS_STARTED);
  await eventually(keeper, "undefined");
});

Deno.test("a level that is set for good ends the loan", async () => {
  await done({ level: "debug", duration_ms: 300 });
  await done({ level: "error" });
  await eventually(keeper, "undefined");
  assertEquals(await levels(), "{error,[],all}");
  await done({ level: "notice" });
});

Deno.test("a level that somebody else has set since is theirs", async () => {
  await done({ level: "debug", duration_ms: 200 });
  await evaluate(remote, "logger:set_primary_config(level, warning)");
  await eventually(keeper, "undefined");
  assertEquals(await levels(), "{warning,[],all}");
  await done({ level: "notice" });
});

Deno.test("levels come back when the link is lost, and when our keeper is killed", async () => {
  await done({ level: "debug", duration_ms: 100_000 });
  await evaluate(remote, "exit(whereis(beamtap_levels), kill)");
  await eventually(levels, AS_STARTED);
  await done({ level: "debug", duration_ms: 100_000 });
  await done({ level: "none", handler: "default", duration_ms: 100_000 });
  await using watcher = await connect(target, { alive: "watcher" });
  await remote[Symbol.asyncDispose]();
  await eventually(() => levels(watcher), AS_STARTED);
  await eventually(() => keeper(watcher), "undefined");
});

Deno.test("what does not exist is named, with what does", async () => {
  const handler = await set({ level: "debug", handler: "no_such_handler_1" });
  assert(!handler.ok && /its handlers: .*default/.test(handler.text));
  const module = await set({ level: "debug", module: "list" });
  assert(!module.ok && /similar names there: .*lists/.test(module.text));
  const both = await set({ level: "debug", module: "lists", handler: "x" });
  assert(!both.ok && both.code === "bad_level");
  const unset = await set({ level: "unset" });
  assert(!unset.ok && unset.code === "bad_level");
});
