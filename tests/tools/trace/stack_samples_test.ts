import { assert, assertEquals } from "@std/assert";
import { type AnswerOf, createBeam } from "../../../lib/beam/mod.ts";
import { flameSvg, flameText } from "../../../lib/tools/trace/flame_graph.ts";
import { rooted } from "../../../lib/tools/trace/rooted_stacks.ts";
import {
  type StackCounts,
  stackSamplesQuestion,
} from "../../../lib/tools/trace/stack_samples.ts";
import { startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate } from "../../support/remote.ts";
import { loading } from "../../support/supervisors.ts";

const TARGET = `
-module(mill).
-export([grind/1, heavy/1, light/1]).
grind(N) -> heavy(N) + light(N) + 0 * grind_on(N).
grind_on(N) -> case N of -1 -> 0; _ -> mill:grind(N) end.
heavy(N) -> 1 + lists:foldl(fun(X, A) -> (X * A) rem 7919 end, N, lists:seq(1, 2000)).
light(N) -> 1 + length(lists:seq(1, 10 + N rem 2)).
`;
const SETUP = `${
  loading(TARGET)
}, register(grinder, spawn(fun Loop() -> mill:heavy(3), mill:light(4), Loop() end)),
  register(idler, spawn(fun() -> receive stop -> ok end end))`;

Deno.test("the stacks of a process show what it works on, and not where it waits", async () => {
  await using node = await startBeam({ setup: SETUP });
  await using remote = await connect(node);
  const told = await createBeam(remote).run(stackSamplesQuestion, {
    processes: ["grinder", "idler"],
    interval_ms: 5,
    duration_ms: 1000,
    waiting: false,
    limit: 50,
  }, { timeoutMs: 10_000 });
  assert(told.samples > 20 && told.waiting >= told.samples / 2);
  assertEquals(told.gone, 0);
  const text = flameText(told.stacks);
  const [, share = "0"] = /([\d.]+)%\s+mill:heavy\/1/.exec(text) ?? [];
  assert(Number(share) > 60, text);
  const svg = flameSvg(told.stacks, "grinder & co");
  assert(svg.includes("mill:heavy/1"));
  assert(svg.includes("grinder &amp; co"));
});

Deno.test("a flame graph has shares of all samples, and names as text alone", () => {
  const stacks = [
    { stack: ["m:a/0", "m:b/0"], cut: false, count: 3 },
    { stack: ["m:a/0", 'm:<script x="1">\u0000/0'], cut: false, count: 1 },
  ];
  assertEquals(
    flameText(stacks, { min_percent: 50 }),
    "100.0% m:a/0\n 75.0%   m:b/0",
  );
  const svg = flameSvg(stacks, "t");
  assert(!svg.includes("<script") && !svg.includes("\u0000"));
  assertEquals(svg.match(/<rect/g)?.length, 4);
  assertEquals(flameText([]), "");
  const odd = [{ stack: ["m:a\n100.0% m:b/0"], cut: false, count: 1 }];
  assertEquals(flameText(odd), "100.0% m:a\\n100.0% m:b/0");
});

Deno.test("a cut stack has the callers of others that share its outermost functions, if these agree", () => {
  const whole = (text: string): StackCounts[number] => ({
    stack: text.split(" "),
    cut: false,
    count: 2,
  });
  const cut = (text: string): StackCounts[number] => ({
    ...whole(text),
    cut: true,
    count: 1,
  });
  const seen = (stacks: StackCounts): string[] =>
    rooted(stacks).map(({ stack, cut, count, inferred }) =>
      `${cut ? "…" : ""}${stack.join(" ")} ${count}${inferred ? " !" : ""}`
    );
  assertEquals(seen([whole("a b c"), cut("b c d"), cut("c d e")]), [
    "a b c 2",
    "a b c d 1 !",
    "a b c d e 1 !",
  ]);
  assertEquals(seen([{ ...whole("a b c"), count: 0 }, cut("b c"), cut("c")]), [
    "a b c 1 !",
    "…c 1",
  ]);
  // Whose callers differ, whoever came first.
  assertEquals(seen([whole("a b c"), whole("x b c"), cut("b c d")]), [
    "a b c 2",
    "x b c 2",
    "…b c d 1",
  ]);
  assertEquals(seen([whole("a b a b"), cut("a b c")]), [
    "a b a b 2",
    "…a b c 1",
  ]);
});

Deno.test("a flame graph has as many functions and rows as can be drawn, and says so", () => {
  const stacks = Array.from({ length: 500 }, (_, index) => ({
    stack: Array.from({ length: 600 }, (_, depth) => `m${index}:f${depth}/0`),
    cut: false,
    count: 1,
  }));
  const svg = flameSvg(stacks, "many");
  assertEquals(svg.match(/<g>/g)?.length, 2000);
  assert(svg.includes("many (2000 of 300000 functions shown)"));
  const deep = flameSvg(stacks.slice(0, 1), "deep");
  assert(deep.includes("deep (200 of 600 functions shown)"));
});

Deno.test("a stack deeper than the node tells is seen whole, or marked as cut where the process is large", async () => {
  await using node = await startBeam({
    setup: `${
      loading(`
-module(deep).
-export([run/2, down/1, on/1, write/1, over/1]).
run(Depth, Held) -> down(Depth), run(Depth, [Held]), Held.
down(0) -> timer:sleep(500), 0;
down(N) -> 1 + on(N).
on(N) -> 1 + down(N - 1).
write(0) -> fill(open_port({spawn, "sleep 5"}, [])), 0;
write(N) -> 1 + over(N).
over(N) -> 1 + write(N - 1).
fill(Port) -> erlang:port_command(Port, <<0:8000>>), case get(done) of true -> ok; _ -> fill(Port) end.
`)
    }, [register(Name, spawn(deep, run, [Depth, Held]))
        || {Name, Depth, Held} <- [{flat, 1, []}, {deep, 20, []}, {deeper, 60, []}, {large, 20, lists:seq(1, 100000)}]]`,
  });
  await using remote = await connect(node);
  const sample = (
    name: string,
  ): Promise<AnswerOf<typeof stackSamplesQuestion>> =>
    createBeam(remote).run(stackSamplesQuestion, {
      processes: [name],
      interval_ms: 20,
      duration_ms: 300,
      waiting: true,
      limit: 50,
    }, { timeoutMs: 10_000 });
  /** Whether the most frequent stack is cut, and how deep it is. */
  const seen = async (name: string): Promise<unknown[]> => {
    const [{ stack, cut } = { stack: [], cut: undefined }] =
      (await sample(name)).stacks;
    return [cut, stack.length, stack[0]];
  };
  assertEquals(await seen("flat"), [false, 5, "deep:run/2"]);
  assertEquals(await seen("deep"), [false, 43, "deep:run/2"]);
  // The emulator has no name for what it does, and tells a frame less.
  await evaluate(remote, "register(stuck, spawn(deep, write, [20]))");
  assertEquals(await seen("stuck"), [false, 43, "deep:write/1"]);
  const [cut, , root] = await seen("deeper");
  assert(cut === true && root !== "deep:run/2", `${cut} ${root}`);
  assertEquals((await seen("large")).slice(0, 2), [true, 8]);
  const text = flameText((await sample("large")).stacks);
  assert(text.startsWith("100.0% … (callers not seen: stack cut)"), text);
  await evaluate(remote, "erlang:system_flag(backtrace_depth, 20)");
  const { depth } = await sample("large");
  assertEquals([depth, ...(await seen("large")).slice(0, 2)], [20, true, 20]);
});

Deno.test("sampling leaves nothing behind", async () => {
  await using node = await startBeam({ setup: SETUP });
  await using remote = await connect(node);
  const args = {
    processes: ["grinder"],
    interval_ms: 10,
    duration_ms: 100,
    waiting: true,
    limit: 5,
  };
  // With what finds newcomers by a trace.
  await assertHarmless(remote, stackSamplesQuestion, [
    args,
    { ...args, processes: ["no such one"] },
  ], 34_000);
});
