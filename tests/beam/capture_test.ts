import { assert, assertEquals, assertRejects } from "@std/assert";
import { callCapturing } from "../../lib/beam/mod.ts";
import { atom, binary, charlist, equals } from "../../lib/etf/mod.ts";
import { CallError } from "../../lib/node/mod.ts";
import { type Beam, startBeam } from "../support/beam.ts";
import { assertNothingLeft, inventory } from "../support/leftovers.ts";
import { connect, evaluateTerm, eventually } from "../support/remote.ts";

let beam: Beam;
Deno.test.beforeAll(async () => {
  beam = await startBeam({ args: ["-kernel", "logger_level", "info"] });
});
Deno.test.afterAll(async () => {
  await beam[Symbol.asyncDispose]();
});

const soon = { timeoutMs: 10_000 };

Deno.test("what a call prints comes back with its answer, and not on the console", async () => {
  await using node = await connect(beam);
  const format = charlist("hello ~p ~ts~n");
  const captured = await callCapturing(node, "io", "format", [
    format,
    [42, binary("größe")],
  ], soon);
  assert(equals(captured.value, atom("ok")));
  assertEquals(captured.output, "hello 42 größe\n");
  assertEquals(captured.omittedBytes, 0);
  assert(!beam.output().includes("hello 42"));
});

Deno.test("output comes in the order written, from processes started by the call too", async () => {
  await using node = await connect(beam);
  const fun = await evaluateTerm(
    node,
    "fun() -> [io:put_chars([I + $a]) || I <- lists:seq(0, 20)], " +
      '{P, R} = spawn_monitor(fun() -> io:fwrite("~w", [[1, 2]]), io:nl() end), ' +
      "receive {'DOWN', R, process, P, _} -> done end end",
  );
  const { output, value } = await callCapturing(node, "erlang", "apply", [
    fun,
    [],
  ], soon);
  assert(equals(value, atom("done")));
  assertEquals(output, "abcdefghijklmnopqrstu[1,2]\n");
});

Deno.test("output above its limit stays on the node, counted", async () => {
  await using node = await connect(beam);
  const fun = await evaluateTerm(
    node,
    'fun() -> [io:put_chars(binary:copy(<<"x">>, 1000)) || _ <- lists:seq(1, 1000)], ok end',
  );
  const { output, omittedBytes } = await callCapturing(
    node,
    "erlang",
    "apply",
    [fun, []],
    { ...soon, maxOutputBytes: 2500 },
  );
  assertEquals(output.length, 2500);
  assertEquals(omittedBytes, 997_500);
});

Deno.test("a call that reads gets end of file, what cannot be formatted is its own error", async () => {
  await using node = await connect(beam);
  const read = await callCapturing(
    node,
    "io",
    "get_line",
    [charlist("> ")],
    soon,
  );
  assert(equals(read.value, atom("eof")));
  const error = await assertRejects(
    () => callCapturing(node, "io", "format", [charlist("~q"), []], soon),
    CallError,
  );
  assertEquals(error.exception?.class, "error");
});

Deno.test("log events of a captured call stay in the node's own log", async () => {
  await using own = await startBeam();
  await using node = await connect(own);
  const { output } = await callCapturing(
    node,
    "logger",
    "error",
    [charlist("logged by a captured call")],
    soon,
  );
  assertEquals(output, "");
  await eventually(
    () => own.output().includes("logged by a captured call"),
    true,
  );
});

Deno.test("nothing of a captured call remains, however it ends", async () => {
  await using node = await connect(beam);
  const before = await inventory(node);
  await callCapturing(node, "io", "put_chars", [binary("x")], soon);
  await assertRejects(
    () => callCapturing(node, "timer", "sleep", [60_000], { timeoutMs: 100 }),
    CallError,
  );
  await assertRejects(
    () => callCapturing(node, "erlang", "error", [atom("oops")], soon),
    CallError,
  );
  await assertNothingLeft(node, before);
});
