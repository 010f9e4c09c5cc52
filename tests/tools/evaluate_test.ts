import { assert, assertEquals } from "@std/assert";
import { callFunction, evaluate } from "../../lib/tools/evaluate.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import type { ToolResult } from "../../lib/registry/mod.ts";
import { type Beam, startBeam } from "../support/beam.ts";
import {
  connect,
  evaluate as inErlang,
  eventually,
} from "../support/remote.ts";
import { callerOf } from "../support/tools.ts";

const TOOLS = [callFunction, evaluate];

let target: Beam;
let remote: RemoteNode;

Deno.test.beforeAll(async () => {
  target = await startBeam({ elixir: "elixir" });
});
Deno.test.beforeEach(async () => {
  remote = await connect(target);
});
Deno.test.afterEach(async () => {
  await remote[Symbol.asyncDispose]();
});
Deno.test.afterAll(async () => {
  await target[Symbol.asyncDispose]();
});

function call(
  name: string,
  args: Record<string, unknown>,
  allow = ["eval"],
): Promise<ToolResult> {
  const { creation: incarnation } = remote;
  return callerOf(remote, TOOLS, allow)(name, { incarnation, ...args });
}

async function structured(
  name: string,
  args: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const result = await call(name, args);
  assert(result.ok, result.text);
  return { ...result.structured };
}

async function valueOf(args: Record<string, unknown>): Promise<unknown> {
  const { value } = await structured("evaluate", args);
  return JSON.parse(JSON.stringify(value ?? null))?.term;
}

async function refusal(
  args: Record<string, unknown>,
  name = "evaluate",
): Promise<string> {
  const result = await call(name, args);
  assert(!result.ok, result.ok ? result.text : "");
  return `${result.code} ${result.text}`;
}

/** Those without a name: servers that the node starts for itself when first needed have one. */
function processes(): Promise<string> {
  return inErlang(
    remote,
    "length([P || P <- processes(), process_info(P, registered_name) =:= []])",
  );
}

Deno.test("Erlang and Elixir evaluate, with bindings, in the syntax asked for", async () => {
  assertEquals(await valueOf({ source: "1 + 1." }), "2");
  assertEquals(
    await valueOf({ source: "X = 4, X * Y", bindings: { Y: "3" } }),
    "12",
  );
  const elixir = { language: "elixir", syntax: "elixir" };
  assertEquals(await valueOf({ ...elixir, source: "Enum.sum(1..10)" }), "55");
  assertEquals(
    await valueOf({
      ...elixir,
      source: '%{name => String.upcase("a")}',
      bindings: { name: ":x" },
    }),
    '%{x: "A"}',
  );
});

Deno.test("what is printed comes back, and not on the node's console", async () => {
  const before = target.output();
  const { output, value } = await structured("evaluate", {
    source:
      'io:format("one ~ts~n", ["\\x{20ac}"]), spawn(fun() -> io:put_chars("two") end), timer:sleep(100), done',
  });
  assertEquals(output, "one €\ntwo");
  assertEquals(value, { term: "done", size_bytes: 0 });
  const elixir = await structured("evaluate", {
    language: "elixir",
    source: 'IO.puts("three"); IO.inspect({:a, 1})',
  });
  assertEquals(elixir.output, "three\n{:a, 1}\n");
  const much = await structured("evaluate", {
    source: "io:put_chars(lists:duplicate(20000, $x))",
  });
  assertEquals(much.output_omitted_bytes, 20_000 - 8192);
  assertEquals(target.output(), before);
});

Deno.test("a value that shares its parts is measured as it lies in memory", async () => {
  const { value } = await structured("evaluate", {
    source: "lists:foldl(fun(_, L) -> [L | L] end, [], lists:seq(1, 100))",
    width: 2,
    depth: 2,
  });
  assertEquals(JSON.parse(JSON.stringify(value)).size_bytes, 100 * 16);
});

Deno.test("what is raised comes back with its stack", async () => {
  const { raised } = await structured("evaluate", {
    source: "lists:nth(3, [1])",
  });
  const text = JSON.stringify(raised);
  assert(/"class":"error"/.test(text), text);
  assert(/lists:nth(_1)?\/2/.test(text) && !/erl_eval/.test(text), text);
  const elixir = await structured("evaluate", {
    language: "elixir",
    syntax: "elixir",
    source: 'raise ArgumentError, "no good"',
  });
  assert(/no good/.test(JSON.stringify(elixir.raised)));
});

Deno.test("source that cannot be read says where, and nothing is run", async () => {
  assert(
    /bad_source.*line 2, column/s.test(await refusal({ source: "1,\nfoo)" })),
  );
  const elixir = await refusal({ language: "elixir", source: "1 +\n)" });
  assert(/bad_source.*line 2/s.test(elixir), elixir);
  const dry = await structured("evaluate", {
    source: "erlang:halt()",
    dry_run: true,
  });
  assertEquals([dry.done, dry.output], [false, ""]);
});

Deno.test("an endless loop, a heap bomb and processes that start others are stopped, all of them", async () => {
  await valueOf({ source: "1." });
  const before = await processes();
  const sources: [string, string][] = [
    ["(fun F() -> F() end)()", "out_of_time"],
    ["lists:seq(1, 100000000)", "out_of_memory"],
    ["(fun F(L) -> F([lists:seq(1, 10000) | L]) end)([])", "out_of_memory"],
    [
      "[spawn(fun() -> timer:sleep(infinity) end) || _ <- lists:seq(1, 2000)], ok",
      "value",
    ],
    // Each starts the next and ends: it is never found where it was.
    [
      "F = fun F() -> spawn(F) end, [F() || _ <- lists:seq(1, 4)], timer:sleep(infinity)",
      "out_of_time",
    ],
    [
      "F = fun F() -> spawn(F), spawn(F), timer:sleep(200) end, F(), timer:sleep(infinity)",
      "too_many_processes",
    ],
    [
      "F = fun F() -> process_flag(trap_exit, true), process_flag(priority, high), receive _ -> F() end end, spawn(F), timer:sleep(infinity)",
      "out_of_time",
    ],
  ];
  for (const [source, outcome] of sources) {
    const begin = Date.now();
    const timeout_ms = outcome === "out_of_time" ? 500 : 15_000;
    const answer = await structured("evaluate", { source, timeout_ms });
    assert(outcome in answer, `${source}: ${JSON.stringify(answer)}`);
    assert(Date.now() - begin < timeout_ms + 8000, source);
    await eventually(processes, before);
  }
  assertEquals(
    await inErlang(remote, "erlang:system_info(multi_scheduling)"),
    "enabled",
  );
});

Deno.test("nothing is left when the caller gives up, or the link is lost", async () => {
  await valueOf({ source: "1." });
  await using watcher = await connect(target, { alive: "watcher" });
  const count = (): Promise<string> => inErlang(watcher, "length(processes())");
  const before = await count();
  const lost = call("evaluate", {
    source: "F = fun F() -> spawn(F) end, F(), timer:sleep(infinity)",
    timeout_ms: 60_000,
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await remote[Symbol.asyncDispose]();
  assertEquals((await lost).ok, false);
  await eventually(
    async () => Number(await count()) <= Number(before),
    true,
    10_000,
  );
});

Deno.test("pure source computes, and can do nothing else", async () => {
  const pure = true;
  assertEquals(
    await valueOf({
      pure,
      source: "lists:sum([X * X || X <- lists:seq(1, 3)])",
    }),
    "14",
  );
  assertEquals(
    await valueOf({
      pure,
      source: "maps:fold(fun(_, V, S) -> V + S end, 0, #{a => 1})",
    }),
    "1",
  );
  const impure = [
    "self() ! x",
    "spawn(fun() -> ok end)",
    "erlang:halt()",
    "halt()",
    "ets:new(t, [])",
    'io:format("x")',
    'list_to_atom("x")',
    "binary_to_term(<<>>)",
    "code:load_file(x)",
    "fun erlang:halt/0",
    "F = fun halt/0, F()",
    "M = erlang, M:halt()",
    "erlang:(hd([halt]))()",
    'lists:map(fun erlang:list_to_atom/1, ["x"])',
    "receive X -> X end",
    "receive after 1 -> ok end",
    "apply(erlang, halt, [])",
    "case 1 of X when X > 0 -> [Y || Y <- begin put(a, 1) end] end",
    'try throw(x) catch _:_ -> os:cmd("ls") end',
    "<< <<(exit(self(), kill)):8>> || _ <- [1]>>",
    "#{a => process_flag(trap_exit, true)}",
    "(fun F() -> erlang:system_flag(schedulers_online, 1) end)()",
  ];
  for (const source of impure) {
    assert(/^not_pure/.test(await refusal({ pure, source })), source);
  }
  // No fun can be made of data.
  const { raised } = await structured("evaluate", {
    pure,
    source: "F = {erlang, halt}, F()",
  });
  assert(/badfun/.test(JSON.stringify(raised)));
  assert(
    /not_pure/.test(await refusal({ pure, source: "1", language: "elixir" })),
  );
});

Deno.test("a grant for pure source gives no other", async () => {
  const allow = ["call:beamtap:compute/0"];
  const pure = await call("evaluate", { source: "1 + 1", pure: true }, allow);
  assert(pure.ok, pure.text);
  const other = await call("evaluate", { source: "1 + 1" }, allow);
  assert(!other.ok && other.code === "permission_denied", other.text);
});

Deno.test("a function is called with terms or JSON", async () => {
  const sum = { module: "lists", function: "sum" };
  const texts = await structured("call_function", {
    ...sum,
    arguments: ["[1, 2]"],
  });
  assertEquals(texts.value, { term: "3", size_bytes: 0 });
  assert(/call of lists:sum\(\[1, ?2\]\)/.test(String(texts.action)));
  const json = await structured("call_function", { ...sum, json: [[1, 2]] });
  assertEquals(json.value, { term: "3", size_bytes: 0 });
  const elixir = await structured("call_function", {
    module: "String",
    function: "upcase",
    arguments: ['"a"'],
    syntax: "elixir",
  });
  assertEquals(elixir.value, { term: '"A"', size_bytes: 24 });
  const printing = await structured("call_function", {
    module: "io",
    function: "put_chars",
    arguments: ['<<"hello">>'],
  });
  assertEquals([printing.output, printing.value], ["hello", {
    term: "ok",
    size_bytes: 0,
  }]);
});

Deno.test("what cannot be called is named, with what can", async () => {
  const arity = await refusal(
    { module: "lists", function: "sum" },
    "call_function",
  );
  assert(/no_such_function.*lists:?.*sum\/0.*sum\/1/s.test(arity), arity);
  const name = await refusal(
    { module: "lists", function: "revers" },
    "call_function",
  );
  assert(/reverse/.test(name), name);
  const module = await refusal(
    { module: "no_such_module_1", function: "f" },
    "call_function",
  );
  assert(/no_such_module/.test(module), module);
});

Deno.test("neither names nor arguments become atoms", async () => {
  await refusal({ module: "m1", function: "f" }, "call_function");
  const atoms = (): Promise<string> =>
    inErlang(remote, "erlang:system_info(atom_count)");
  const before = await atoms();
  await refusal(
    { module: "never_seen_m2", function: "never_seen_f2" },
    "call_function",
  );
  await refusal({
    module: "lists",
    function: "never_seen_f3",
    arguments: ["1"],
  }, "call_function");
  const refused = await refusal({
    module: "lists",
    function: "sum",
    arguments: ["[never_seen_a4]"],
  }, "call_function");
  assert(/no_such_atom/.test(refused), refused);
  assertEquals(await atoms(), before);
});

Deno.test("a grant for some functions is good for these alone", async () => {
  const allow = ["call:lists:*/1", "call:Elixir.String:*/_"];
  const sum = await call("call_function", {
    module: "lists",
    function: "sum",
    arguments: ["[1]"],
  }, allow);
  assert(sum.ok, sum.text);
  const upcase = await call("call_function", {
    module: "String",
    function: "upcase",
    json: ["a"],
  }, allow);
  assert(upcase.ok, upcase.text);
  for (
    const [module, name, json] of [["lists", "nth", [1, [1]]], [
      "os",
      "getpid",
      [],
    ], ["erlang", "self", []]]
  ) {
    const result = await call(
      "call_function",
      { module, function: name, json },
      allow,
    );
    assert(!result.ok && result.code === "permission_denied", result.text);
  }
  const source = await call("evaluate", { source: "1" }, allow);
  assert(!source.ok && source.code === "permission_denied");
});
