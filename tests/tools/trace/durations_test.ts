import { assert, assertEquals } from "@std/assert";
import { TOOLS } from "../../../lib/tools/mod.ts";
import { timed } from "../../../lib/tools/trace/durations.ts";
import type { TraceEvent } from "../../../lib/tools/trace/run_trace.ts";
import { type Beam, startBeam } from "../../support/beam.ts";
import { connect } from "../../support/remote.ts";
import { loading } from "../../support/supervisors.ts";
import { callerOf } from "../../support/tools.ts";
import { NO_TRACES, TRACED_SETUP, traces } from "../../support/traces.ts";

/** Events of one process, a ms apart: `f<x` is a call of f from x, `>x` a return to x, `=f` a result of f, `!f` its exception. */
function events(text: string): TraceEvent[] {
  return text.split(" ").map((word, at_ms): TraceEvent => {
    const [, call, caller, mark = "", name] =
      /^(?:(\w+)<(\w+)|([>=!])(\w+))$/.exec(word) ?? [];
    const base = { at_ms, pid: "<0.1.0>" };
    if (call !== undefined) {
      return { ...base, kind: "call", function: call, caller };
    }
    const kind = { ">": "return_to", "=": "return", "!": "exception" }[mark];
    return { ...base, kind: kind ?? "?", function: name };
  });
}

/** Durations of calls, in their order. */
function durations(
  text: string,
  ends: "results" | "return_to" = "return_to",
): unknown[] {
  return timed(events(text), ends).filter(({ kind }) => kind === "call")
    .map(({ took_ms, unmatched }) => took_ms ?? unmatched);
}

Deno.test("a call ends where its process comes back to the caller", () => {
  assertEquals(durations("f<x >x f<x >x"), [1, 1]);
  assertEquals(durations("f<x g<f >f >x"), [3, 1]);
  assertEquals(durations("f<x >x f<x"), [1, "no_return"]);
});

Deno.test("recursion and tail calls that cannot be told apart are said to be unclear", () => {
  // As OTP 25, 27 and 29 tell fib(3), and a chain of three tail calls.
  assertEquals(
    durations("fib<x fib<fib fib<fib >fib fib<fib >fib >fib fib<fib >fib >x"),
    [9, "unclear", 1, 1, 1],
  );
  assertEquals(durations("a<x b<x c<x >x"), ["unclear", "unclear", 1]);
  assertEquals(durations("h<w a<x b<x >x >w"), [4, "unclear", 1]);
  // The same once more, in a recursion through x: only what is left last is certain.
  assertEquals(durations("a<x b<x >x >x"), [3, 1]);
});

Deno.test("an exception ends what it passes at a time that is not told", () => {
  assertEquals(durations("h<w a<x >w"), [2, "unclear"]);
  assertEquals(durations("h<w a<x >y h<w >w"), ["unclear", "unclear", 1]);
  assertEquals(durations("a<x a<x >x"), ["unclear", 1]);
});

Deno.test("where an exception may end a recursion unseen, a number that may be that of another call is the most it can be", () => {
  // b, called through x again, may have raised before a came back to x.
  const lost = events("w<v a<x b<x >x >v");
  assertEquals(
    timed(lost, "return_to", false).filter(({ kind }) => kind === "call")
      .map(({ took_ms, unmatched }) => [took_ms, unmatched]),
    [[4, undefined], [undefined, "unclear"], [1, "at_most"]],
  );
  assertEquals(durations("w<v a<x b<x >x >v"), [4, "unclear", 1]);
});

Deno.test("with results each call has its own end, in recursion, tail calls and exceptions too", () => {
  const results = (text: string): unknown[] => durations(text, "results");
  assertEquals(results("f<x f<f f<f =f f<f =f =f =f"), [7, 5, 1, 1]);
  assertEquals(results("a<x b<x =b =a"), [3, 1]);
  assertEquals(results("a<x b<a !b !a a<x"), [3, 1, "no_return"]);
});

/** Processes that do the same again and again. */
const TARGET = `
-module(timed).
-export([run/1, nap/1, twice/1, tail/1, deep/1, bad/1, guarded/1, through/1, dies/1, victims/0]).
run(Name) -> {timed:Name(20)}, run(Name).
nap(Ms) -> timer:sleep(Ms), lists:duplicate(1000, Ms).
twice(Ms) -> A = timed:nap(Ms), B = timed:nap(Ms), {A, B}.
tail(Ms) -> timed:nap(Ms).
deep(0) -> timer:sleep(10), 0;
deep(N) -> 1 + timed:deep(N - 10).
bad(Ms) -> timer:sleep(Ms), error(bad).
guarded(Ms) -> try timed:through(Ms), never catch error:bad -> timer:sleep(Ms), caught end.
through(Ms) -> {timed:bad(Ms)}.
dies(_) -> receive never -> ok end.
victims() -> Pid = spawn(timed, dies, [20]), timer:sleep(20), exit(Pid, kill), victims().
`;

let node: Beam;
Deno.test.beforeAll(async () => {
  node = await startBeam({
    setup: `${TRACED_SETUP}, ${loading(TARGET)}, spawn(timed, victims, []),
      [register(Name, spawn(timed, run, [Name])) || Name <- [twice, tail, deep, guarded]],
      register(letter, spawn(fun Go() -> timed:nap($A), Go() end))`,
  });
});
Deno.test.afterAll(async () => {
  await node[Symbol.asyncDispose]();
});

/** What the calls of functions took: the kinds of answers, and the least of the numbers. */
async function traced(
  process: string | undefined,
  args: Record<string, unknown>,
): Promise<Record<string, unknown[]>> {
  await using remote = await connect(node);
  const call = callerOf(remote, TOOLS, ["inspect", "trace"]);
  let rows: Record<string, unknown>[] = [];
  // A machine under load may hold up the node for as long as it is traced.
  for (let attempt = 0; rows.length === 0 && attempt < 5; attempt++) {
    const told = await call("trace_calls", {
      module: "timed",
      processes: process && [process],
      duration_ms: 500,
      max_events: 500,
      ...args,
    });
    assert(told.ok, told.text);
    assertEquals(await traces(remote), NO_TRACES);
    const { events } = told.structured;
    assert(Array.isArray(events), told.text);
    // The last ones may be going on.
    rows = events.slice(0, -6).filter(({ kind }) => kind === "call");
  }
  assert(rows.length > 0);
  const seen: Record<string, unknown[]> = {};
  for (const { function: name, took_ms, unmatched } of rows) {
    const all = seen[String(name)] ??= [];
    const ms = Number(took_ms);
    const what = unmatched ??
      (ms >= 40 ? ">=40" : ms >= 20 ? ">=20" : ms >= 10 ? ">=10" : "<10");
    if (!all.includes(what)) all.push(what);
  }
  return seen;
}

Deno.test("durations of calls are those of the node, with results or without", async () => {
  for (const args of [{ durations: true }, { returns: true }]) {
    const twice = await traced("twice", args);
    assertEquals(twice["timed:twice/1"], [">=40"]);
    assertEquals(twice["timed:nap/1"]?.includes("<10"), false);
    const guarded = await traced("guarded", args);
    assertEquals(guarded["timed:guarded/1"], [">=40"]);
    assertEquals(
      guarded["timed:bad/1"]?.includes("unclear"),
      "durations" in args,
    );
  }
});

Deno.test("without results, recursion and tail calls are marked, and with them are not", async () => {
  const tail = await traced("tail", { durations: true });
  assertEquals(tail["timed:tail/1"], ["unclear"]);
  const deep = await traced("deep", { durations: true });
  assert(deep["timed:deep/1"]?.includes("unclear"), JSON.stringify(deep));
  const results = JSON.stringify([
    await traced("tail", { returns: true, function: "tail" }),
    await traced("deep", { returns: true, function: "deep" }),
  ]);
  assert(!results.includes("un") && !results.includes("no_"), results);
});

Deno.test("so many calls are told with their ends, and arguments that are letters are no text", async () => {
  await using remote = await connect(node);
  const call = callerOf(remote, TOOLS, ["inspect", "trace"]);
  const told = await call("trace_calls", {
    module: "timed",
    function: "nap",
    durations: true,
    arguments: true,
    match: "nap(_)",
    max_events: 3,
    processes: ["letter"],
  });
  assert(told.ok, told.text);
  const { events } = told.structured;
  assert(Array.isArray(events), told.text);
  assertEquals(
    events.map(({ took_ms, term }) => [took_ms > 0, term]),
    Array(3).fill([true, "[65]"]),
  );
});

Deno.test("calls that are sampled have no durations", async () => {
  await using remote = await connect(node);
  const call = callerOf(remote, TOOLS, ["inspect", "trace"]);
  const refused = await call("trace_calls", {
    module: "timed",
    force: true,
    interval_ms: 100,
    durations: true,
  });
  assert(!refused.ok && refused.code === "invalid_arguments", refused.text);
});

Deno.test("a call whose process ended has no end", async () => {
  const dies = { function: "dies", durations: true };
  assertEquals(await traced(undefined, dies), {
    "timed:dies/1": ["no_return"],
  });
});
