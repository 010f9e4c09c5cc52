import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import { delay } from "../../lib/net/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { startBeam } from "../support/beam.ts";
import { assertNothingLeft, inventory } from "../support/leftovers.ts";
import { connect, evaluate } from "../support/remote.ts";
import { callerOf } from "../support/tools.ts";
import { NO_TRACES, TRACED_SETUP, traces } from "../support/traces.ts";

/** Tools that listen or look twice, and how the length of that is told. */
const LISTENING: readonly [string, Record<string, unknown>, string][] = [
  ["trace_calls", { module: "shop", function: "calm" }, "ended_by"],
  ["trace_process", { process: "walker", events: ["send"] }, "ended_by"],
  ["get_senders", { process: "walker" }, "ended_by"],
  ["watch_system", {}, "ended_by"],
  ["capture_logs", {}, "ended_by"],
  ["capture_logs", { whole: true }, "ended_by"],
  ["profile", { processes: ["walker"] }, "window_ms"],
  ["profile", { module: "shop", function: "calm" }, "window_ms"],
  ["measure_call_rate", { module: "shop", function: "calm" }, "window_ms"],
  ["list_processes", { sort: "reductions" }, "window_ms"],
  ["list_processes", { sort: "binary" }, "window_ms"],
  ["group_processes", {}, "window"],
  ["get_schedulers", {}, "window_ms"],
  ["get_limits", {}, "window_ms"],
  ["list_ports", { sort: "traffic" }, "window_ms"],
  ["list_ets", {}, "window_ms"],
  ["list_ets", { sort: "growth" }, "window_ms"],
  ["compare", {}, "window_ms"],
];

Deno.test("whoever wants the answer early gets what has come, and nothing is left behind", async () => {
  await using node = await startBeam({ setup: TRACED_SETUP });
  await using remote = await connect(node);
  const call = callerOf(remote, TOOLS, ["inspect", "trace"]);
  assertEquals(await traces(remote), NO_TRACES);
  const before = await inventory(remote);
  for (const [tool, given, told] of LISTENING) {
    const early = new AbortController();
    const { input } = TOOLS.find(({ name }) => name === tool) ?? {};
    const window = "window_ms" in Object(input?.shape);
    const length = window ? { window_ms: 10_000 } : { duration_ms: 30_000 };
    const answer = call(tool, { ...given, ...length }, {
      early: early.signal,
    });
    await delay(400);
    early.abort();
    const result = await answer;
    assert(result.ok, result.text);
    const value = Object(result.structured)[told];
    const ms = Object(value).window_ms ?? value;
    if (told === "ended_by") assertEquals(value, "stopped", tool);
    else assert(ms > 0 && ms < 9000, `${tool}: ${ms}`);
    if (tool === "trace_calls") {
      assert(Object(result.structured).events.length > 0, result.text);
    }
  }
  await assertNothingLeft(remote, before);
  assertEquals(await traces(remote), NO_TRACES);
});

Deno.test("a call that is ended before it began has no answer", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  const call = callerOf(remote, TOOLS, ["inspect"]);
  const result = await call("get_schedulers", {}, {
    early: AbortSignal.abort(),
  });
  assert(!result.ok && result.code === "cancelled", result.text);
});

Deno.test("a check of health that is ended says what one look tells, and that it was one", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  const call = callerOf(remote, TOOLS, ["inspect"]);
  const check = async (): Promise<Record<string, unknown>> => {
    const early = new AbortController();
    const answer = call("check_health", { window_ms: 10_000 }, {
      early: early.signal,
    });
    await delay(700);
    early.abort();
    const result = await answer;
    assert(result.ok, result.text);
    assert(result.text.includes("this is one look"), result.text);
    return { ...result.structured };
  };
  assertEquals((await check()).verdict, "unknown");
  await evaluate(
    remote,
    `P = spawn(fun() -> register(inbox, self()), receive never -> ok end end),
     [P ! {job, N} || N <- lists:seq(1, 20000)]`,
  );
  const { verdict, window_ms, findings } = await check();
  assertEquals([verdict, window_ms], ["critical", 0]);
  const [first] = z.array(z.looseObject({ what: z.string() })).parse(findings);
  assert(first?.what.includes("20000 messages"), first?.what);
});
