/**
 * On a node that ends its processes early by default, ours have limits of their own.
 *
 * @module
 */

import { assert, assertEquals } from "@std/assert";
import { TOOLS } from "../../lib/tools/mod.ts";
import { startBeam } from "../support/beam.ts";
import { type Args, LOOKS, title } from "../support/inspection.ts";
import { connect, evaluate } from "../support/remote.ts";
import { callerOf } from "../support/tools.ts";

/** Those that have more than one process on the node at work for them. */
const HELPED: readonly (readonly [string, Args])[] = [
  ["trace_calls", { module: "shop", duration_ms: 300 }],
  ["trace_process", { process: "busy", duration_ms: 300 }],
  ["measure_call_rate", { module: "lists", window_ms: 300 }],
  ["profile", { processes: ["busy"], duration_ms: 300 }],
  ["profile", { module: "shop", duration_ms: 300 }],
  ["capture_logs", { duration_ms: 300 }],
  ["watch_system", { duration_ms: 300, large_heap_bytes: 100_000 }],
  ["suspend_process", { process: "idle", duration_ms: 5000 }],
  ["resume_process", { process: "idle" }],
  ["set_log_level", { level: "debug", duration_ms: 2000 }],
  ["evaluate", { source: "length(lists:seq(1, 100000))" }],
];

/** From the end of it on, whoever has no limit of their own ends at 160 kB. */
const SETUP = `
  {ok, Tokens, _} = erl_scan:string("-module(shop). -export([calm/1]). calm(X) -> X."),
  Forms = element(2, lists:foldl(fun({dot, _} = T, {Now, Done}) ->
    {ok, Form} = erl_parse:parse_form(lists:reverse([T | Now])), {[], Done ++ [Form]};
    (T, {Now, Done}) -> {[T | Now], Done} end, {[], []}, Tokens)),
  {ok, shop, Code} = compile:forms(Forms), {module, shop} = code:load_binary(shop, "shop", Code),
  register(busy, spawn(fun Busy() -> shop:calm(1), receive after 10 -> Busy() end end)),
  register(idle, spawn(fun() -> receive stop -> ok end end)),
  erlang:system_flag(max_heap_size, #{size => 20000, kill => true, error_logger => true})`;

Deno.test("every tool answers on a node whose processes may not grow", async () => {
  await using node = await startBeam({
    setup: SETUP,
    args: ["+hmaxk", "true"],
  });
  await using remote = await connect(node);
  const scopes = ["inspect", "data", "trace", "mutate", "eval"];
  const call = callerOf(remote, TOOLS, scopes);
  const { creation: incarnation } = remote;
  const looks = LOOKS.filter(({ windowed }) => !windowed)
    .map((look) => [title(look), look.tool.name, look.args] as const);
  const helped = HELPED
    .map(([name, args]) => [name, name, { incarnation, ...args }] as const);
  for (const [what, name, args] of [...looks, ...helped]) {
    const answer = await call(name, args);
    assert(
      answer.ok ||
        /^no_(mnesia|elixir|log_file)|not_supported/.test(answer.code),
      `${what}: ${answer.text}`,
    );
    assert(!/killed/.test(answer.text), `${what}: ${answer.text}`);
  }
  assertEquals(
    await evaluate(
      remote,
      "[P || P <- [busy, idle], whereis(P) =:= undefined]",
    ),
    "[]",
  );
  // Whoever met the limit is in the log.
  assert(!node.output().includes("maximum heap size"), node.output());
});
