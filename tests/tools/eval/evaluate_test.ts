import { assert, assertEquals } from "@std/assert";
import { TOOLS_OF_EVAL } from "../../../lib/tools/eval/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import type { ToolResult } from "../../../lib/registry/mod.ts";
import { type Beam, startBeam } from "../../support/beam.ts";
import { assertNothingLeft, inventory } from "../../support/leftovers.ts";
import {
  connect,
  evaluate as inErlang,
  eventually,
} from "../../support/remote.ts";
import { callerOf } from "../../support/tools.ts";
import { useTarget } from "../../support/target.ts";

let target: Beam;
let remote: RemoteNode;
useTarget({ elixir: "elixir" }, (link, node) => {
  remote = link;
  target = node;
});

function call(
  name: string,
  { syntax = "erlang", ...args }: Record<string, unknown> & {
    syntax?: "erlang" | "elixir";
  },
  allow = ["eval"],
): Promise<ToolResult> {
  const { creation: incarnation } = remote;
  return callerOf(
    ...[remote, TOOLS_OF_EVAL, allow, undefined, syntax] as const,
  )(name, { incarnation, ...args });
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

Deno.test("Erlang and Elixir evaluate, with bindings, in the syntax asked for", async () => {
  assertEquals(await valueOf({ source: "1 + 1." }), "2");
  assertEquals(
    await valueOf({ source: "X = 4, X * Y", bindings: { Y: "3" } }),
    "12",
  );
  const elixir = { language: "elixir", syntax: "elixir" } as const;
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
      'io:format("one ~ts~n", ["\\x{20ac}"]), S = self(), spawn(fun() -> io:put_chars("two"), S ! done end), receive R -> R end',
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
  const wide = await structured("evaluate", {
    source: 'io:format("~p", [lists:seq(1, 100000)])',
  });
  assertEquals(wide.value, { term: "ok", size_bytes: 0 });
  assert(Number(wide.output_omitted_bytes) > 500_000);
  assertEquals(target.output(), before);
});

Deno.test("requests of output that make no sense are answered, and output that is lost is told", async () => {
  const before = target.output();
  const request = (parts: string): string =>
    `group_leader() ! {io_request, ${parts}}, receive {io_reply, r, R} -> R after 200 -> none end`;
  for (
    const [parts, answer] of [
      ["self(), r, {put_chars, unicode, [a | b]}", "{error,request}"],
      ["self(), r, {requests, 1}", "{error,request}"],
      ["self(), r, 1", "{error,enotsup}"],
      ["1, r, getopts", "none"],
    ] as const
  ) {
    const { value, output_lost } = await structured("evaluate", {
      source: request(parts),
    });
    assertEquals([JSON.parse(JSON.stringify(value)).term, output_lost], [
      answer,
      undefined,
    ]);
  }
  const lost = await structured("evaluate", {
    source: 'io:put_chars("x"), exit(group_leader(), kill), done',
  });
  assertEquals([lost.output, lost.output_lost], ["", true]);
  assertEquals(target.output(), before);
});

Deno.test("a value that shares its parts is measured as it lies in memory", async () => {
  const { value } = await structured("evaluate", {
    source: "lists:foldl(fun(_, L) -> [L | L] end, [], lists:seq(1, 100))",
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

Deno.test("a stack that somebody made up is shown as far as it makes sense", async () => {
  const before = target.output();
  for (
    const [frame, shown] of [
      ["{m, f, [a | b], []}", "m:f/0"],
      ["{m, f, 1, [{file, foo}, {line, 3}]}", "m:f/1"],
      ['{m, f, 1, [{file, "a.erl"}, {line, foo}]}', "m:f/1"],
      ['{m, f, 1, [bad, {file, "a.erl"}, {line, 3}]}', "m:f/1 (a.erl:3)"],
    ] as const
  ) {
    const { raised } = await structured("evaluate", {
      source: `erlang:raise(error, x, [${frame}])`,
    });
    assertEquals(raised, { class: "error", reason: "x", stack: [shown] });
  }
  assertEquals(target.output(), before);
});

Deno.test("source that cannot be read says where, and nothing is run", async () => {
  const erlang: [string, string][] = [
    ["1,\nfoo)", "line 2, column 4: syntax error before: ')'"],
    ["A = 1,\nfoo(", "line 2, column 4: syntax error: the source ends"],
    ["A = 1,\nfoo(.", "line 2, column 5: syntax error: the source ends"],
    [
      "A = 1,\nB = 2 + % more\n\n",
      "line 2, column 7: syntax error: the source",
    ],
    ["A = 1,\nB = 1 2", "line 2, column 7: syntax error before: 2"],
    // In column 2 from OTP 27 on.
    ['A = 1,\n"b', "line 2, column "],
    ["A = 1,\n$", "line 2, column 1: unterminated character"],
    ["% nothing", "line 1, column 1: there is no expression"],
  ];
  for (const [source, where] of erlang) {
    const refused = await refusal({ source });
    assert(refused.startsWith(`bad_source bad_source: ${where}`), refused);
  }
  const elixir: [string, string][] = [
    ["1 +\n)", "line 2, column 1: "],
    ["a = 1\nb = 2 +", "line 2, column 7: syntax error: the source ends"],
    ["a = 1\nfoo(", "line 2, column "],
    ["a = 1\nb = 1 2", 'line 2, column 7: syntax error before: "2"'],
  ];
  for (const [source, where] of elixir) {
    const refused = await refusal({ language: "elixir", source });
    assert(refused.startsWith(`bad_source bad_source: ${where}`), refused);
  }
});

Deno.test("a full stop in the end is there or not, whatever stands around it", async () => {
  const sources: [string, string][] = [
    ["1.", "1"],
    ["1 . % done\n% more", "1"],
    ["$.", "46"],
    ["$..", "46"],
    ["1.0", "1.0"],
    ['<<"a.\n">>.', '<<"a.\\n">>'],
  ];
  for (const [source, value] of sources) {
    assertEquals(await valueOf({ source }), value, source);
  }
});

Deno.test("an endless loop, a heap bomb and processes that start others are stopped, all of them", async () => {
  await valueOf({ source: "1." });
  const before = await inventory(remote);
  const sources: [string, string][] = [
    ["(fun F() -> F() end)()", "timed_out"],
    ["lists:seq(1, 100000000)", "out_of_memory"],
    ["(fun F(L) -> F([lists:seq(1, 10000) | L]) end)([])", "out_of_memory"],
    [
      "[spawn(fun() -> timer:sleep(infinity) end) || _ <- lists:seq(1, 2000)], ok",
      "value",
    ],
    // Each starts the next and ends: it is never found where it was.
    [
      "F = fun F() -> spawn(F) end, [F() || _ <- lists:seq(1, 4)], timer:sleep(infinity)",
      "timed_out",
    ],
    [
      "F = fun F() -> spawn(F), spawn(F), timer:sleep(200) end, F(), timer:sleep(infinity)",
      "killed",
    ],
    [
      "F = fun F() -> process_flag(trap_exit, true), process_flag(priority, high), receive _ -> F() end end, spawn(F), timer:sleep(infinity)",
      "timed_out",
    ],
  ];
  for (const [source, outcome] of sources) {
    const timeout_ms = outcome === "timed_out" ? 500 : 15_000;
    const answer = await call("evaluate", { source, timeout_ms });
    const found = answer.ok ? answer.structured?.outcome : answer.code;
    assertEquals(found, outcome, `${source}: ${answer.text}`);
    await assertNothingLeft(remote, before);
  }
  assertEquals(
    await inErlang(remote, "erlang:system_info(multi_scheduling)"),
    "enabled",
  );
});

Deno.test("processes that a source starts are found where pids do not tell the age", async () => {
  // A place in this small table that was taken for long is next given with an old number.
  await using turned = await startBeam({ args: ["+P", "1024"] });
  await using link = await connect(turned);
  await inErlang(
    link,
    `begin
       Turn = fun() ->
         {P, M} = spawn_monitor(fun() -> ok end),
         receive {'DOWN', M, process, P, _} -> ok end
       end,
       Long = [spawn(fun() -> receive stop -> ok end end) || _ <- lists:seq(1, 300)],
       [Turn() || _ <- lists:seq(1, 5000)],
       [P ! stop || P <- Long],
       [Turn() || _ <- lists:seq(1, 300)]
     end`,
  );
  const before = await inventory(link);
  const caller = callerOf(link, TOOLS_OF_EVAL, ["eval"]);
  const source =
    "[spawn(fun() -> timer:sleep(infinity) end) || _ <- lists:seq(1, 20)], ok";
  for (let round = 0; round < 20; round++) {
    const { creation: incarnation } = link;
    const result = await caller("evaluate", { incarnation, source });
    assert(result.ok, result.text);
  }
  await assertNothingLeft(link, before);
});

Deno.test("nothing is left when the caller gives up, or the link is lost", async () => {
  await valueOf({ source: "1." });
  await using watcher = await connect(target, { alive: "watcher" });
  const before = await inventory(watcher);
  const lost = call("evaluate", {
    source: "F = fun F() -> spawn(F) end, F(), timer:sleep(infinity)",
    timeout_ms: 60_000,
  });
  await eventually(
    () =>
      inErlang(
        watcher,
        "[] =/= [P || P <- processes(), {_, {timer, sleep, 1}} <- [process_info(P, current_function)]]",
      ),
    "true",
  );
  await remote[Symbol.asyncDispose]();
  assertEquals((await lost).ok, false);
  await assertNothingLeft(watcher, before);
});

Deno.test("processes that multiply are stopped, also when the link is lost in the middle of it", async () => {
  await using node = await startBeam({
    setup:
      "[spawn(fun() -> receive x -> ok end end) || _ <- lists:seq(1, 20000)]",
  });
  await using watcher = await connect(node, { alive: "watcher" });
  await using link = await connect(node);
  // The node itself cuts the link, when there are many of them.
  await inErlang(
    watcher,
    `spawn_opt(fun() ->
       Wait = fun Wait(true) -> erlang:disconnect_node('${link.localName}');
                  Wait(false) -> timer:sleep(1), Wait(erlang:system_info(process_count) > 22000) end,
       Wait(false)
     end, [{priority, high}])`,
  );
  // While the node is full of them, it has no room for the question.
  const count = (): Promise<string> =>
    inErlang(watcher, "length(processes())").catch(() => "Infinity");
  const before = Number(await count());
  const lost = await callerOf(link, TOOLS_OF_EVAL, ["eval"])("evaluate", {
    incarnation: link.creation,
    source: "F = fun F() -> spawn(F), F() end, F()",
  });
  assert(!lost.ok && lost.code === "noconnection", lost.text);
  await eventually(
    async () => Number(await count()) <= before,
    true,
    30_000,
  );
});

Deno.test("no grant of functions gives source, and no argument makes source safe", async () => {
  const source = { source: "1 + 1" };
  const allow = ["call:*:*/*"];
  const denied = await call("evaluate", source, allow);
  assert(!denied.ok && denied.code === "permission_denied", denied.text);
  const pure = await call("evaluate", { ...source, pure: true });
  assert(!pure.ok && pure.code === "invalid_arguments", pure.text);
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

Deno.test("arguments in one text are a list of terms, or of texts", async () => {
  const nth = { module: ":lists", function: ":nth" };
  for (const text of ["[2, [ok, true]]", '["2", "[ok, true]"]']) {
    const { value } = await structured("call_function", {
      ...nth,
      arguments: text,
    });
    assertEquals(value, { term: "true", size_bytes: 0 }, text);
  }
  const one = await call("call_function", {
    ...nth,
    arguments: "[2, [ok, true]]",
  }, ["call:lists:nth/2"]);
  assert(one.ok, one.text);
  const other = await call("call_function", {
    ...nth,
    arguments: "[2, [ok], ok]",
  }, ["call:lists:nth/2"]);
  assert(!other.ok && other.code === "permission_denied", other.text);
  // In Erlang the last has a text, as a list of texts it names an atom.
  const wrong = ["17", '"ab"', "[a", "[X]", `[${"a,".repeat(20)}a]`, '["ok"]'];
  for (const text of wrong) {
    const refused = await refusal(
      { ...nth, arguments: text },
      "call_function",
    );
    assert(
      /^(invalid_arguments|bad_syntax|no_such_atom)/.test(refused),
      refused,
    );
  }
});

Deno.test("names that were misspelled are told as they may have been meant", async () => {
  const wrong = {
    lsits: "lists",
    "Elixir.Strin": "String",
    no_such: "",
  };
  for (const [module, meant] of Object.entries(wrong)) {
    const told = await refusal({ module, function: "f" }, "call_function");
    assert(/^no_such_module/.test(told) && told.includes(meant), told);
  }
  const name = await refusal(
    { module: "lists", function: "revesre" },
    "call_function",
  );
  assert(/reverse/.test(name), name);
});

Deno.test("a function is named as Elixir or Erlang print it", async () => {
  for (
    const args of [
      { module: "Enum", function: "sum/1" },
      { module: "Enum", function: "Enum.sum" },
      { module: "Enum", function: "&Enum.sum/1" },
      { function: "Enum.sum/1" },
      { module: "lists:sum/1" },
      { function: ":lists.sum" },
    ]
  ) {
    const given = { ...args, arguments: ["[1, 2]"] };
    const { text } = await call("call_function", given);
    assert(text.includes("term=3"), text);
  }
  const other = await refusal(
    { module: "Enum", function: "sum/2", arguments: ["[1, 2]"] },
    "call_function",
  );
  assert(other.includes("sum/2 takes 2 arguments"), other);
  const unknown = await refusal(
    { module: "Enum", function: "smu" },
    "call_function",
  );
  assert(unknown.includes("no exported function Enum.smu/0"), unknown);
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

Deno.test("a receive with a time limit does not end the node, whatever is in the mailbox", async () => {
  // As it stands this would end it within a second.
  const source = `[self() ! {noise, N} || N <- lists:seq(1, 500)],
    Wait = fun Wait(0) -> done;
               Wait(N) -> receive {never, X} -> X after 1 -> Wait(N - 1) end end,
    First = Wait(50), self() ! {mine, 7},
    {First, receive {mine, Y} -> Y after 5000 -> late end,
     receive {mine, Y} -> again after 10 -> receive after 10 -> gone end end}`;
  assertEquals(await valueOf({ source, timeout_ms: 30_000 }), "{done,7,gone}");
  const refused = await refusal({
    language: "elixir",
    source: "1\nreceive do\n  :x -> 1\nafter\n  10 -> 2\nend",
  });
  assert(refused.startsWith("bad_source"), refused);
  assert(
    refused.includes("line 2") && refused.includes("Process.sleep"),
    refused,
  );
  const fine = await valueOf({
    language: "elixir",
    source: "send(self(), :x)\nreceive do\n  x -> x\nend",
  });
  assertEquals(fine, "x");
});

Deno.test("what does not come to an end is an error that says why, with what it printed", async () => {
  const stopped = await call("evaluate", {
    source: 'io:format("one~nwarning: two"), (fun F() -> F() end)()',
    timeout_ms: 300,
  });
  assert(!stopped.ok && stopped.code === "timed_out", stopped.text);
  assert(stopped.text.includes("300 ms"), stopped.text);
  // No line of a node's text stands at the begin of a line.
  assertEquals(stopped.content, [{
    type: "text",
    text: "output:\n one\n warning: two",
  }]);
  const flood = await call("evaluate", {
    source:
      'io:format("~s", [lists:duplicate(9000, $a)]), (fun F() -> F() end)()',
    timeout_ms: 300,
  });
  assert(!flood.ok);
  const [printed] = flood.content;
  assert(printed?.type === "text");
  const { text } = printed;
  assert(text.startsWith("output_omitted_bytes: 808\noutput:\n a"), text);
  // The node does not tell a kill from the end by the limit of a heap.
  const killed = await call("evaluate", { source: "exit(self(), kill), ok" });
  assert(!killed.ok && killed.code === "out_of_memory", killed.text);
  assert(killed.text.includes("most likely"), killed.text);
  const ended = await call("evaluate", {
    source:
      "S = self(), spawn(fun() -> exit(S, enough) end), timer:sleep(infinity)",
  });
  assert(!ended.ok && ended.code === "killed", ended.text);
  assert(ended.text.includes("enough"), ended.text);
});

Deno.test("source is read as the language that it says, else as the node's", async () => {
  const values: [string, string][] = [
    ["Enum.sum(1..10)", "55"],
    ["x = 2; x * 3", "6"],
    [":lists.sum([1, 2])", "3"],
    ["lists:sum([1, 2]).", "3"],
    ["X = lists:seq(1, 2), X.", "[1, 2]"],
    ["X = {ok, 1}, X.", "{:ok, 1}"],
    ["X = 1,\nX. % done", "1"],
    ['"not lists:sum(" <> "1)."', '"not lists:sum(1)."'],
    ["1 + 1 # that is all.", "2"],
    ["X = 1, X + 1", "2"],
    ["#{a => 1}", "%{a: 1}"],
    ["case 1 of X -> X end", "1"],
    ["(fun(X) -> X end)(1)", "1"],
    ["1 =:= 1", "true"],
    ["if 1 == 1 do :ok end", ":ok"],
    ['name = "a"; ~s(hi #{name})', '"hi a"'],
    ["x = 1; %{x: x}", "%{x: 1}"],
  ];
  for (const [source, value] of values) {
    assertEquals(await valueOf({ source, syntax: "elixir" }), value, source);
  }
  const refused = await refusal({ source: "{1, 2", syntax: "elixir" });
  assert(refused.includes("read as elixir"), refused);
  const sums: [string, string][] = [
    ["Enum.sum(1..10)", "55"],
    ["[1] |> hd", "1"],
    ["[1, 2] % |> Enum.sum()", "[1,2]"],
  ];
  for (const [source, value] of sums) {
    assertEquals(await valueOf({ source, syntax: "erlang" }), value, source);
  }
});
