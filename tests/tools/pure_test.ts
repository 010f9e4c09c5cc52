import { assert, assertEquals } from "@std/assert";
import { binary } from "../../lib/etf/mod.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import type { ToolResult } from "../../lib/registry/mod.ts";
import { evaluate } from "../../lib/tools/evaluate.ts";
import { type Beam, startBeam } from "../support/beam.ts";
import { connect, evaluate as inErlang } from "../support/remote.ts";
import { callerOf } from "../support/tools.ts";

let target: Beam;
let remote: RemoteNode;

Deno.test.beforeAll(async () => {
  target = await startBeam({
    setup:
      "[code:ensure_loaded(M) || M <- [io_lib_format, io_lib_pretty, unicode_util]]",
  });
});
Deno.test.beforeEach(async () => {
  remote = await connect(target);
  await inErlang(remote, "[x, y, b, v, s, 'V1']");
});
Deno.test.afterEach(async () => {
  await remote[Symbol.asyncDispose]();
});
Deno.test.afterAll(async () => {
  await target[Symbol.asyncDispose]();
});

function pure(
  source: string,
  more: Record<string, unknown> = {},
): Promise<ToolResult> {
  const { creation: incarnation } = remote;
  return callerOf(remote, [evaluate], ["call:beamtap:compute/0"])("evaluate", {
    incarnation,
    source,
    pure: true,
    ...more,
  });
}

/** The value as text, or how else it ended. */
async function outcome(
  source: string,
  more: Record<string, unknown> = {},
): Promise<string> {
  const result = await pure(source, more);
  if (!result.ok) return `${result.code}: ${result.text}`;
  const { done: _, action: _a, output: _o, cost: _c, ...rest } = {
    ...result.structured,
  };
  return JSON.stringify(rest);
}

async function values(
  sources: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [source, expected] of Object.entries(sources)) {
    const told = await outcome(source);
    assert(
      told.includes(`"term":${JSON.stringify(expected)}`),
      `${source}: ${told}`,
    );
  }
}

Deno.test("pure source computes", async () => {
  await values({
    "lists:sum([X * X || X <- lists:seq(1, 3)])": "14",
    "maps:fold(fun(_, V, S) -> V + S end, 0, #{a => 1})": "1",
    "case {a, 2.0e1, 16#ff} of {a, X, Y} when X > 1, is_integer(Y) -> Y; _ -> 0 end":
      "255",
    "<<A:8, Rest/binary>> = <<1, 2, 3>>, {A, byte_size(Rest), <<A:16>>}":
      "{1,2,<<0,1>>}",
    "(fun Fac(0) -> 1; Fac(N) -> N * Fac(N - 1) end)(20)":
      "2432902008176640000",
    "try hd([]) catch error:badarg -> b end": "b",
    "M = #{a => 1}, M#{a := 2}": "#{a => 2}",
    'string:uppercase(<<"abc">>)': '<<"ABC">>',
    'iolist_to_binary(["a", <<"b">>, $c])': '<<"abc">>',
    'lists:map(fun(S) -> list_to_integer(S) end, ["1", "2"])': "[1,2]",
    "lists:map(fun erlang:abs/1, [-1])": "[1]",
    "if 1 > 2 -> a; true -> b end": "b",
    "1 bsl 70 - 1": "1180591620717411303423",
    "[V || {ok, V} <- [{ok, 1}, error]]": "[1]",
    '% comment, "with quotes\nlength([x])': "1",
    "ok = ok, 'ok'": "ok",
    'io_lib:format("~p", [a])': '["a"]',
    "(catch throw(x))": "x",
    "1_000 + $\\^A + $\\x{41} + $A": "1131",
    "case 4 of X when X * 2 > 7 -> X end": "4",
  });
  assert((await outcome("Given + 1", { bindings: { Given: "2" } }))
    .includes('"term":"3"'));
});

/** What would do more than to compute, by many ways. */
const IMPURE: readonly string[] = [
  // Messages, processes, signals.
  "self() ! x",
  "erlang:send(self(), x)",
  "erlang:'!'(self(), x)",
  "spawn(fun() -> ok end)",
  "spawn_link(lists, sum, [[]])",
  "exit(self(), kill)",
  "exit(x)",
  "link(self())",
  "monitor(process, self())",
  "process_flag(trap_exit, true)",
  "register(a, self())",
  "erlang:suspend_process(self())",
  "receive X -> X end",
  "receive after 1 -> ok end",
  "gen_server:call(kernel_sup, x)",
  "timer:sleep(1)",
  "rpc:call(node(), erlang, halt, [])",
  "erpc:call(node(), fun() -> ok end)",
  // Dictionaries, tables, terms that persist, counters.
  "put(a, 1)",
  "get(a)",
  "erase()",
  "process_info(self(), dictionary)",
  "ets:new(t, [])",
  "ets:insert(t, {a, 1})",
  "ets:tab2list(ac_tab)",
  "persistent_term:put(a, b)",
  "counters:new(1, [])",
  "atomics:new(1, [])",
  "application:set_env(kernel, a, b)",
  "erlang:system_flag(schedulers_online, 1)",
  "erlang:trace(all, true, [call])",
  'os:putenv("a", "b")',
  "erlang:set_cookie(node(), a)",
  // Files, ports, consoles.
  'io:format("x")',
  "erlang:display(x)",
  "erlang:open_port({spawn, ls}, [])",
  "[P || P <- erlang:ports()]",
  "[erlang:port_close(P) || P <- erlang:ports()]",
  'file:read_file("x")',
  'os:cmd("ls")',
  "erlang:halt()",
  "halt()",
  "init:stop()",
  // Code and atoms.
  "code:load_file(x)",
  "code:purge(lists)",
  'list_to_atom("x")',
  'binary_to_atom(<<"x">>)',
  "binary_to_term(<<>>)",
  "erlang:binary_to_term(<<131,100,0,1,97>>)",
  "erl_eval:expr({call,0,{atom,0,halt},[]}, [])",
  'erl_scan:string("newatom")',
  "compile:forms([])",
  "lists:no_such_fresh_fun(1)",
  "array:new()",
  "a_fresh_atom",
  "'another fresh atom'",
  "'fr\\x65sh'",
  "#{a_fresh_key => 1}",
  // In what is only nearly a number, a text or a comment.
  "16#fz_fresh_digits",
  '"" " " z_fresh_text " "',
  '$" z_fresh_character $"',
  "1 % \n z_fresh_line",
  "'' ' ' z_fresh_quoted",
  // By way of funs, names and other words for a call.
  "apply(erlang, halt, [])",
  "apply(fun() -> ok end, [])",
  "fun erlang:halt/0",
  "F = fun halt/0, F()",
  "M = erlang, M:halt()",
  "erlang:(hd([halt]))()",
  "fun M:halt/0",
  "M = erlang, fun M:halt/0",
  "erlang:make_fun(erlang, halt, 0)",
  'lists:map(fun erlang:list_to_atom/1, ["x"])',
  "lists:foreach(fun erlang:display/1, [x])",
  "(element(1, {fun halt/0}))()",
  "erlang:hibernate(erlang, halt, [])",
  "proc_lib:spawn(fun() -> ok end)",
  // In every place where an expression may stand.
  "case 1 of X when X > 0 -> [Y || Y <- begin put(a, 1) end] end",
  'try throw(x) catch _:_ -> os:cmd("ls") end',
  "try 1 after halt() end",
  "try 1 of 1 -> halt() catch _:_ -> ok end",
  "catch halt()",
  "begin halt() end",
  "[X || X <- [1], halt()]",
  "[halt() | []]",
  "{halt()}",
  "#{halt() => 1}",
  "#{a => halt()}",
  "#{halt() := X} = #{}",
  "<<X:(halt())>> = <<1>>",
  "case <<1>> of <<X:(halt())>> -> X end",
  "fun(#{halt() := X}) -> X end",
  "<<(halt()):8>>",
  "<<1:(halt())>>",
  "<< <<(exit(self(), kill)):8>> || _ <- [1]>>",
  "<< <<X>> || X <- [1]>>",
  "#{a => process_flag(trap_exit, true)}",
  "(fun F() -> erlang:system_flag(schedulers_online, 1) end)()",
  "if halt() -> ok end",
  "case 1 of X when halt() -> X end",
  "case 1 of _ when byte_size(<<0:800000000000000>>) > 0 -> 1 end",
  "-halt()",
  "not halt()",
  "1 + halt()",
  "true andalso halt()",
  "#rec{a = 1}",
  "X#rec.a",
  "case 1 of X when X bsl 9999999999 > 1 -> X end",
  "case 1 of X when X * X > 1 -> X end",
  "1 bsl 9999999999 = 1",
  // What may take as much as there is, or never ends.
  "term_to_binary([])",
  "erlang:external_size([])",
  "erlang:garbage_collect()",
  "fun iolist_to_binary/1",
  "fun string:uppercase/1",
  "fun binary:copy/2",
  'erlang:load_nif("x", 0)',
  "erlang:phash(1, 2)",
  "unicode:characters_to_nfc_list([])",
  "erts_debug:flat_size([])",
];

/** The atoms that it would have made. */
const FRESH = IMPURE.flatMap((source) => source.match(/\w*_fresh_\w*/g) ?? []);

Deno.test("pure source can do nothing else, however it is written", async () => {
  // So that they are refused for what they do, and not for their atoms.
  for (const source of IMPURE.filter((text) => !/fresh/.test(text))) {
    await inErlang(remote, `erl_scan:string(binary_to_list(Text))`, {
      Text: binary(source),
    });
  }
  const before = await atoms();
  for (const source of IMPURE) {
    const told = await outcome(source);
    assert(/^not_pure|^bad_source/.test(told), `${source}: ${told}`);
    assertEquals(
      /the new atom|with escapes|16#f/.test(told),
      /fresh|fr\\x65sh/.test(source),
      told,
    );
  }
  // As tuples, which were funs once, and as what is no fun.
  for (
    const source of ["F = {erlang, halt}, F()", "F = halt, F()", "F = 1, F()"]
  ) {
    assert(/badfun/.test(await outcome(source)), source);
  }
  assert(/^not_pure/.test(await outcome("1", { language: "elixir" })));
  for (const name of FRESH) {
    const known = await inErlang(
      remote,
      "is_atom(catch binary_to_existing_atom(Text, utf8))",
      { Text: binary(name) },
    );
    assertEquals(known, "false", name);
  }
  assert(Number(await atoms()) - Number(before) < 20);
});

Deno.test("what would take all memory of the node ends with an error", async () => {
  const sources = [
    "byte_size(binary:copy(<<0>>, 1000000000000))",
    "byte_size(<<0:800000000000000>>)",
    "N = 800000000000000, byte_size(<<0:N>>)",
    "(fun F(B) -> F(<<B/binary, B/binary>>) end)(<<0:8000>>)",
    "(fun F(L) -> F([<<0:80000, (length(L)):32>> | L]) end)([])",
    "iolist_to_binary(lists:foldl(fun(_, A) -> [A, A] end, <<0:8000>>, lists:seq(1, 40)))",
    "unicode:characters_to_binary(lists:foldl(fun(_, A) -> [A, A] end, [960], lists:seq(1, 40)))",
    "unicode:characters_to_list(lists:foldl(fun(_, A) -> [A, A] end, <<0:8000>>, lists:seq(1, 30)))",
    'string:find("x", lists:foldl(fun(_, A) -> [A, A] end, <<0:8000>>, lists:seq(1, 30)))',
    "lists:foldl(fun(_, A) -> A * A end, 3, lists:seq(1, 60))",
    "1 bsl 10000000000",
    "list_to_integer(lists:duplicate(1000000, $9))",
  ];
  for (const source of sources) {
    const told = await outcome(source, { timeout_ms: 3000 });
    assert(
      /system_limit|out_of_time|out_of_memory/.test(told),
      `${source}: ${told}`,
    );
  }
  await values({ "1 + 1": "2" });
});

Deno.test("a value that shares all of itself is cut, and nothing waits for it", async () => {
  const shared = "lists:foldl(fun(_, A) -> [A | A] end, x, lists:seq(1, 60))";
  const limits = { depth: 3, width: 5 };
  const told = await outcome(shared, limits);
  assert(/improper_list/.test(told), told);
  const closure = await outcome(`X = ${shared}, fun() -> X end`, limits);
  assert(/'\$cut','fun'/.test(closure), closure);
  await values({
    "[a, b | c]": "[a,b|c]",
    "fun lists:map/2": "fun lists:map/2",
  });
  assert(/improper_list/.test(await outcome("[a, b, c | d]", { width: 2 })));
});

function atoms(): Promise<string> {
  return inErlang(remote, "erlang:system_info(atom_count)");
}
