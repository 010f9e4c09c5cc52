import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type ArgsOf,
  BeamError,
  type ContentLimits,
  createBeam,
  type Probe,
} from "../../../lib/beam/mod.ts";
import { getAppEnvQuestion } from "../../../lib/tools/data/get_app_env.ts";
import { getMailboxQuestion } from "../../../lib/tools/data/get_mailbox.ts";
import {
  type GetProcessStateArgs,
  getProcessStateQuestion,
} from "../../../lib/tools/data/get_process_state.ts";
import {
  type ReadEtsArgs,
  readEtsQuestion,
} from "../../../lib/tools/data/read_ets.ts";
import { BeamtapError } from "../../../lib/errors.ts";
import {
  atom,
  binary,
  format,
  parse,
  type Term,
} from "../../../lib/etf/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";
import { loading } from "../../support/supervisors.ts";
import { useTarget } from "../../support/target.ts";

/** A server whose state is what it is told, and that can be made to hang. */
const SERVER = loading(`
-module(t_keeper).
-behaviour(gen_server).
-export([init/1, handle_call/3, handle_cast/2, handle_info/2, callback_mode/0, handle_event/4, handle_event/2, handle_call/2]).
init({statem, S}) -> {ok, locked, S};
init({statem, State, S}) -> {ok, State, S};
init(S) -> {ok, S}.
handle_call(hang, _, S) -> receive never -> {reply, ok, S} end;
handle_call(_, _, S) -> {reply, ok, S}.
handle_cast(_, S) -> {noreply, S}.
handle_info(_, S) -> {noreply, S}.
callback_mode() -> handle_event_function.
handle_event(_, _, _, _) -> keep_state_and_data.
handle_event(_, S) -> {ok, S}.
handle_call(_, S) -> {ok, ok, S}.
`);

const CAST = `${SERVER},
  State = #{users => [#{name => <<"ann">>}, #{name => <<"bob">>}], options => [{port, 80}, {"k", v}],
            big => lists:seq(1, 10000), conf => {conf, 1, <<"x">>}},
  Start = fun(Name, S) -> {ok, P} = gen_server:start(t_keeper, S, []), register(Name, P) end,
  Start(keeper, State), Start(hung, none), Start(fat, lists:seq(1, 3000000)), Start(slept, a),
  spawn(fun() -> catch gen_server:call(hung, hang, infinity) end),
  sys:suspend(slept),
  {ok, Door} = gen_statem:start(t_keeper, {statem, #{tries => 3}}, []), register(door, Door),
  {ok, Events} = gen_event:start(), register(events, Events), gen_event:add_handler(Events, t_keeper, seen),
  register(plain, spawn_opt(fun() -> receive stop -> ok end end, [{message_queue_data, off_heap}])),
  [plain ! M || M <- [{'$gen_call', {self(), make_ref()}, {get, 1}}, {'$gen_call', {self(), make_ref()}, {get, 2}},
                      {'DOWN', make_ref(), process, self(), normal}, {tcp, 1, <<"data">>}, hello, 17]],
  register(flooded, spawn(fun() -> receive stop -> ok end end)),
  [flooded ! {n, I} || I <- lists:seq(1, 1500)],
  spawn(fun() ->
    ets:new(open, [named_table, public, bag]), ets:new(closed, [named_table, private]),
    register(unnamed, self()), put(table, ets:new(hidden, [public, {keypos, 2}])),
    [ets:insert(open, {{user, I}, I rem 3, active}) || I <- lists:seq(1, 300)],
    ets:insert(open, {{user, 1}, again}), ets:insert(open, {large, lists:seq(1, 100000)}),
    ets:insert(get(table), {row, <<"key">>}),
    receive stop -> ok end end),
  application:load({application, shop, [{vsn, "1"}, {modules, []}, {registered, []}, {applications, []},
    {env, [{port, 8080}, {'Elixir.Shop.Repo', [{password, <<"p">>}, {pool, 5}]}, {list, lists:seq(1, 5000)}]}]}),
  timer:sleep(100)`;

const LIMITS: ContentLimits = { depth: 8, width: 20, max_bytes: 4000 };

let remote: RemoteNode;
useTarget({ setup: CAST }, (link) => remote = link);

function ask<Args, Answer>(
  probe: Probe<Args, Answer>,
  args: Args,
): Promise<Answer> {
  return createBeam(remote).run(probe, args, { timeoutMs: 10_000 });
}

async function codeOf<Args, Answer>(
  probe: Probe<Args, Answer>,
  args: Args,
): Promise<string> {
  const error = await assertRejects(() => ask(probe, args), BeamtapError);
  return error.code;
}

function text(term: Term): string {
  return format(term, { syntax: "erlang" });
}

async function state(
  process: string,
  more: Partial<GetProcessStateArgs> = {},
): Promise<string> {
  const args = { process, view: "state", ...LIMITS, ...more } as const;
  return text((await ask(getProcessStateQuestion, args)).term);
}

function messages(
  more: Partial<ArgsOf<typeof getMailboxQuestion>>,
): ArgsOf<typeof getMailboxQuestion> {
  return { process: "plain", view: "kinds", limit: 10, ...LIMITS, ...more };
}

function rows(more: Partial<ReadEtsArgs>): ReadEtsArgs {
  return { table: "open", select: "sample", limit: 5, ...LIMITS, ...more };
}

const erlang = (text: string): Term => parse(text, "erlang");

Deno.test("states of all OTP behaviours are those that sys gives", async () => {
  for (const process of ["door", "events", "kernel_sup", "slept"]) {
    assertEquals(
      await state(process, { width: 1000, max_bytes: 24_000, depth: 30 }),
      await evaluate(remote, `sys:get_state(${process})`),
      process,
    );
  }
});

Deno.test("a state is cut on the node, and says how large it is", async () => {
  const before = remote.traffic.bytesIn;
  const { size_bytes, term, behaviour, module } = await ask(
    getProcessStateQuestion,
    {
      process: "keeper",
      view: "state",
      ...LIMITS,
      width: 3,
    },
  );
  assert(remote.traffic.bytesIn - before < 3000);
  assertEquals([behaviour, module], ["gen_server", "t_keeper"]);
  assertEquals(
    `${size_bytes}`,
    await evaluate(remote, "erts_debug:flat_size(sys:get_state(keeper)) * 8"),
  );
  assert(text(term).startsWith("{'$cut',map,4,"));
});

Deno.test("no limit lifts the ceiling", async () => {
  const before = remote.traffic.bytesIn;
  await state("keeper", { depth: 1e9, width: 1e9, max_bytes: 1e9 });
  assert(remote.traffic.bytesIn - before < 60_000);
});

Deno.test("a path leads through maps, lists, tuples and pairs", async () => {
  const key = (term: string): { key: Term } => ({ key: erlang(term) });
  assertEquals(
    await state("keeper", { path: [key("users"), 2, key("name")] }),
    `<<"bob">>`,
  );
  assertEquals(
    await state("keeper", { path: [key("options"), key("port")] }),
    "80",
  );
  assertEquals(await state("keeper", { path: [key("conf"), 3] }), `<<"x">>`);
  const { trail } = await ask(getProcessStateQuestion, {
    process: "keeper",
    view: "state",
    path: [key("conf"), 3],
    ...LIMITS,
  });
  assertEquals(text(trail), "[conf,conf]");
});

Deno.test("a path that leads nowhere says how far it came and what is there", async () => {
  const error = await assertRejects(
    () => state("keeper", { path: [{ key: atom("conf") }, 9] }),
    BeamtapError,
  );
  assertEquals(
    [error.code, error.message],
    [
      "no_such_path",
      "the path leads nowhere after 1 steps: there is a tuple of 3",
    ],
  );
  const missing = await assertRejects(
    () => state("keeper", { path: [{ key: atom("port") }] }),
    BeamtapError,
  );
  assert(missing.hint?.includes("users"));
});

Deno.test("a status has what sys knows of a process", async () => {
  // Its dictionary comes with it, and that nothing bounds.
  assertEquals(
    await codeOf(getProcessStateQuestion, {
      process: "slept",
      view: "status",
      ...LIMITS,
    }),
    "too_large",
  );
  const slept = await state("slept", { view: "status", force: true });
  assert(slept.includes("status => suspended"), slept);
  const door = await state("door", {
    view: "status",
    force: true,
    path: [{ key: atom("module") }],
  });
  assertEquals(door, "gen_statem");
});

Deno.test("a process that cannot answer, or whose state is too large, is not asked unless forced", async () => {
  const code = (process: string): Promise<string> =>
    codeOf(getProcessStateQuestion, { process, view: "state", ...LIMITS });
  assertEquals(await code("plain"), "not_otp");
  assertEquals(await code("hung"), "process_busy");
  assertEquals(await code("fat"), "too_large");
  assertEquals(await code("nobody_at_all"), "no_such_name");
  assertEquals(await code("<0.99999.0>"), "no_such_process");
  assertEquals(
    await evaluate(
      remote,
      "[N || P <- [hung, fat], {_, N} <- [process_info(whereis(P), message_queue_len)]]",
    ),
    "[0,0]",
  );
  assert(
    (await state("fat", { force: true })).startsWith("{'$cut',list,3000000"),
  );
  assertEquals(
    await codeOf(getProcessStateQuestion, {
      process: "hung",
      view: "state",
      timeout_ms: 50,
      force: true,
      ...LIMITS,
    }),
    "no_state",
  );
});

Deno.test("a process that is suspended gets no message", async () => {
  await evaluate(
    remote,
    `begin Self = self(), register(holder, spawn(fun() ->
       erlang:suspend_process(whereis(kernel_refc)), Self ! ok, receive stop -> ok end end)), receive ok -> ok end end`,
  );
  const error = await assertRejects(() => state("kernel_refc"), BeamError);
  assertEquals(error.code, "process_busy");
  assertEquals(
    await evaluate(
      remote,
      "process_info(whereis(kernel_refc), message_queue_len)",
    ),
    "{message_queue_len,0}",
  );
  await evaluate(remote, "holder ! stop");
});

Deno.test("messages are counted by what they have in common", async () => {
  const { kinds, mailbox: length } = await ask(
    getMailboxQuestion,
    messages({}),
  );
  assertEquals(length, 6);
  assertEquals(
    new Set(
      kinds?.map(({ kind, count, first }) => `${count} ${first} ${kind}`),
    ),
    new Set([
      "2 1 {'$gen_call','_',{get,'_'}}",
      "1 3 {'DOWN','_',process,'_',normal}",
      "1 4 {tcp,'_','_'}",
      "1 5 hello",
      "1 6 '_'",
    ]),
  );
});

Deno.test("messages on a heap are copied only if forced, since those to itself have no bound", async () => {
  await evaluate(
    remote,
    `begin register(mirror, spawn(fun() ->
       self() ! lists:foldl(fun(_, Tail) -> [Tail | Tail] end, [], lists:seq(1, 40)), receive never -> ok end end)),
     register(no_messages, spawn(fun() -> receive stop -> ok end end)), ok end`,
  );
  for (const view of ["kinds", "sample"] as const) {
    assertEquals(
      await codeOf(getMailboxQuestion, messages({ process: "mirror", view })),
      "too_large",
    );
  }
  const empty = await ask(
    getMailboxQuestion,
    messages({ process: "no_messages" }),
  );
  assertEquals([empty.mailbox, empty.looked_at], [0, 0]);
});

Deno.test("what is compressed, a large bag and a large configuration are copied only if forced", async () => {
  await using node = await startBeam({
    setup: `spawn(fun() ->
      ets:new(packed, [named_table, public, compressed]), ets:insert(packed, {1, lists:duplicate(1000, 7)}),
      ets:new(crowd, [named_table, public, bag]), [ets:insert(crowd, {I rem 9, I, lists:seq(1, 20)}) || I <- lists:seq(1, 100000)],
      ets:new(small_bag, [named_table, public, bag]), ets:insert(small_bag, {1, 2}),
      application:set_env(kernel, large, lists:seq(1, 1500000)), receive never -> ok end end)`,
  });
  await using over = await connect(node);
  await eventually(
    () => evaluate(over, "ets:info(small_bag, size) =:= 1"),
    "true",
  );
  const beam = createBeam(over);
  const asked = { timeoutMs: 10_000 };
  const code = (run: () => Promise<unknown>): Promise<string> =>
    run().then(
      () => "answered",
      (error) => error instanceof BeamError ? error.code : String(error),
    );
  for (const table of ["packed", "crowd", "small_bag"]) {
    const sample = (force: boolean): Promise<string> =>
      code(() => beam.run(readEtsQuestion, rows({ table, force }), asked));
    assertEquals(
      await sample(false),
      table === "small_bag" ? "answered" : "too_large",
      table,
    );
    assertEquals(await sample(true), "answered", table);
  }
  const env = (force: boolean): Promise<string> =>
    code(() =>
      beam.run(getAppEnvQuestion, {
        application: "kernel",
        key: atom("large"),
        limit: 1,
        force,
        ...LIMITS,
      }, asked)
    );
  await eventually(() => env(false), "too_large");
  assertEquals(await env(true), "answered");
});

Deno.test("a sample has the oldest messages", async () => {
  const args = messages({ process: "flooded", view: "sample", limit: 3 });
  assertEquals(await codeOf(getMailboxQuestion, args), "too_many_messages");
  const forced = await ask(getMailboxQuestion, { ...args, force: true });
  assertEquals(
    forced.messages?.map(({ term }) => text(term)),
    ["{n,1}", "{n,2}", "{n,3}"],
  );
  assertEquals([forced.mailbox, forced.looked_at], [1500, 1500]);
});

Deno.test("rows are found by key, by pattern, or as they come", async () => {
  const found = async (more: Partial<ReadEtsArgs>): Promise<string[]> => {
    const { rows: all } = await ask(readEtsQuestion, rows(more));
    return all.map(({ term }) => text(term)).toSorted();
  };
  assertEquals(await found({ select: { key: erlang("{user,1}") } }), [
    "{{user,1},1,active}",
    "{{user,1},again}",
  ]);
  assertEquals(
    await found({ select: { match: erlang("{{user,3},'_','$1'}") } }),
    ["{{user,3},0,active}"],
  );
  const some = await ask(readEtsQuestion, rows({}));
  assertEquals([some.rows.length, some.more, some.size], [5, true, 302]);
  assertEquals([some.type, some.key_position], ["bag", 1]);
  const large = await ask(
    readEtsQuestion,
    rows({ select: { key: atom("large") } }),
  );
  assert(
    text(large.rows[0]?.term ?? 0).startsWith("{large,{'$cut',list,100000,"),
  );
  assertEquals(large.rows[0]?.size_bytes, 1_600_000 + 24);
});

Deno.test("a table without a name is read by its reference", async () => {
  const reference = await evaluate(
    remote,
    "begin {_, D} = process_info(whereis(unnamed), dictionary), list_to_binary(ref_to_list(proplists:get_value(table, D))) end",
  );
  const table = reference.slice(3, -3);
  const select = { key: binary("key") };
  const answer = await ask(readEtsQuestion, rows({ table, select }));
  assertEquals(answer.rows.map(({ term }) => text(term)), [
    `{row,<<"key">>}`,
  ]);
  assertEquals(answer.key_position, 2);
});

Deno.test("a table that cannot be read, or a key that cannot be there, is told as such", async () => {
  const code = (more: Partial<ReadEtsArgs>): Promise<string> =>
    codeOf(readEtsQuestion, rows(more));
  assertEquals(await code({ table: "closed" }), "private_table");
  assertEquals(await code({ table: "not_a_table" }), "no_such_table");
  assertEquals(await code({ table: "#Ref<0.1.2.3>" }), "no_such_table");
  assertEquals(
    await code({ select: { key: atom("never_an_atom_there") } }),
    "no_such_atom",
  );
});

Deno.test("a pattern that does not give the key scans no huge table unless forced", async () => {
  await evaluate(
    remote,
    `begin Self = self(), spawn(fun() -> ets:new(huge, [named_table, public]),
       ets:insert(huge, [{I, I} || I <- lists:seq(1, 1000001)]), Self ! ok, receive stop -> ok end end),
       receive ok -> ok end end`,
  );
  const code = rows({ table: "huge", select: { match: erlang("{'_', 7}") } });
  assertEquals(await codeOf(readEtsQuestion, code), "scans_table");
  const forced = await ask(readEtsQuestion, { ...code, force: true });
  assertEquals(forced.rows.map(({ term }) => text(term)), ["{7,7}"]);
  const bound = { match: erlang("{7, '_'}") };
  assertEquals(
    (await ask(readEtsQuestion, rows({ table: "huge", select: bound }))).rows
      .length,
    1,
  );
});

Deno.test("rows that are too large to be copied at once are read one after the other", async () => {
  await evaluate(
    remote,
    `begin Self = self(), spawn(fun() -> ets:new(fat, [named_table]), Row = lists:seq(1, 300000),
       [ets:insert(fat, {I, Row}) || I <- lists:seq(1, 40)], Self ! ok, receive stop -> ok end end),
       receive ok -> ok end end`,
  );
  const all = await ask(readEtsQuestion, rows({ table: "fat", limit: 40 }));
  assertEquals([all.rows.length, all.more], [40, false]);
  const some = await ask(readEtsQuestion, rows({ table: "fat", limit: 30 }));
  assertEquals([some.rows.length, some.more], [30, true]);
});

Deno.test("a row that no copy can hold is not copied, and the others are shown", async () => {
  await evaluate(
    remote,
    `begin Self = self(), spawn(fun() -> ets:new(lumpy, [named_table, ordered_set]),
       ets:insert(lumpy, [{I, I} || I <- lists:seq(1, 20)]),
       ets:insert(lumpy, {5.5, {state, lists:seq(1, 5000000)}}), ets:new(crowd, [named_table, duplicate_bag]),
       Row = {key, lists:seq(1, 2000)}, [ets:insert(crowd, Row) || _ <- lists:seq(1, 4000)],
       erlang:garbage_collect(), Self ! ok, receive stop -> ok end end), receive ok -> ok end end`,
  );
  const sample = await ask(
    readEtsQuestion,
    rows({ table: "lumpy", limit: 30 }),
  );
  assertEquals([sample.rows.length, sample.more], [20, true]);
  const refused: Partial<ReadEtsArgs>[] = [
    { table: "lumpy", select: { key: erlang("5.5") } },
    { table: "lumpy", select: { match: erlang("{5.5, '_'}") } },
    { table: "crowd", select: { key: atom("key") } },
  ];
  for (const args of refused) {
    assertEquals(await codeOf(readEtsQuestion, rows(args)), "too_large");
  }
  const near = rows({ table: "lumpy", select: { key: 5 } });
  assertEquals((await ask(readEtsQuestion, near)).rows.length, 1);
  assertEquals(
    await evaluate(remote, "ets:info(lumpy, safe_fixed_monotonic_time)"),
    "false",
  );
});

Deno.test("an environment is read as a whole, by key, and at a path", async () => {
  const whole = await ask(getAppEnvQuestion, {
    application: "shop",
    limit: 10,
    ...LIMITS,
  });
  assertEquals(whole.keys, 3);
  assertEquals(whole.values.map(({ key }) => text(key)), [
    "'Elixir.Shop.Repo'",
    "list",
    "port",
  ]);
  assert(
    text(whole.values[1]?.term ?? 0).startsWith("{'$cut',list,5000,"),
  );
  const pool = await ask(getAppEnvQuestion, {
    application: "shop",
    key: atom("Elixir.Shop.Repo"),
    path: [{ key: atom("pool") }],
    limit: 1,
    ...LIMITS,
  });
  assertEquals(pool.values.map(({ term }) => text(term)), ["5"]);
  const args = { application: "shop", limit: 1, ...LIMITS };
  assertEquals(
    await codeOf(getAppEnvQuestion, { ...args, key: atom("kernel") }),
    "no_such_key",
  );
  assertEquals(
    await codeOf(getAppEnvQuestion, { ...args, application: "shopp" }),
    "no_such_application",
  );
});

Deno.test("what holds contents leaves nothing behind", async () => {
  await using quiet = await startBeam();
  await using over = await connect(quiet);
  const process = "kernel_sup";
  await assertHarmless(over, getProcessStateQuestion, [
    { process, view: "state", path: [{ key: atom("unheard1") }], ...LIMITS },
    { process, view: "state", path: [{ key: atom("unheard2") }], ...LIMITS },
  ]);
  await assertHarmless(over, getMailboxQuestion, [
    messages({ process }),
    messages({ process: "unheard_3" }),
  ]);
  await assertHarmless(over, readEtsQuestion, [
    rows({ table: "ac_tab", select: { key: erlang("{unheard_4, kernel}") } }),
    rows({ table: "unheard_5", select: { key: erlang("#{unheard_6 => 1}") } }),
  ]);
  await assertHarmless(over, getAppEnvQuestion, [
    { application: "kernel", key: atom("unheard_7"), limit: 5, ...LIMITS },
    { application: "unheard_8", key: atom("unheard_9"), limit: 5, ...LIMITS },
  ]);
});

Deno.test("whatever a state is, it is shown as the state", async () => {
  for (
    const odd of [
      "{error, boom}",
      "{error, noproc}",
      "{error, {callback_failed, {t, system_get_state}, {exit, x}}}",
      "{'EXIT', timeout}",
      "{refused, no_such_path, 1}",
      "timeout",
      "gone",
      "lost",
      "none",
      "undefined",
      "no_answer",
      "late",
    ]
  ) {
    await evaluate(
      remote,
      `begin {ok, P} = gen_server:start(t_keeper, ${odd}, []), register(odd, P) end`,
    );
    assertEquals(await state("odd"), odd.replaceAll(" ", ""), odd);
    await evaluate(remote, "begin gen_server:stop(odd), timer:sleep(5) end");
  }
  await evaluate(
    remote,
    `begin {ok, P} = gen_statem:start(t_keeper, {statem, error, failed}, []), register(odd, P) end`,
  );
  assertEquals(await state("odd"), "{error,failed}");
});

Deno.test("a process that ends for one of our reasons has ended, and nothing else", async () => {
  await evaluate(
    remote,
    `begin {ok, P} = gen_server:start(t_keeper, none, []), register(dying, P),
       spawn(fun() -> catch gen_server:call(dying, hang, infinity) end), timer:sleep(50),
       spawn(fun() -> timer:sleep(300), exit(P, {refused, no_such_path, 1}) end) end`,
  );
  assertEquals(
    await codeOf(getProcessStateQuestion, {
      process: "dying",
      view: "state",
      force: true,
      ...LIMITS,
    }),
    "no_such_process",
  );
});

Deno.test("a term of the node that looks like a mark of ours is told from one", async () => {
  await evaluate(
    remote,
    `begin {ok, P} = gen_server:start(t_keeper, {'$cut', list, 9, []}, []), register(forger, P) end`,
  );
  assertEquals(await state("forger"), "{'$cut',tuple,4,['$cut',list,9,[]]}");
});

Deno.test("a path through an improper list leads nowhere, and no further", async () => {
  await evaluate(
    remote,
    `begin {ok, P} = gen_server:start(t_keeper, [{a, 1} | b], []), register(improper, P) end`,
  );
  assertEquals(await state("improper", { path: [{ key: atom("a") }] }), "1");
  assertEquals(
    await codeOf(getProcessStateQuestion, {
      process: "improper",
      view: "state",
      path: [{ key: atom("c") }],
      ...LIMITS,
    }),
    "no_such_path",
  );
});

Deno.test("a dictionary is shown if forced, whole or one key of it", async () => {
  await evaluate(
    remote,
    `begin Self = self(), register(keyed, spawn(fun() -> put({k, 1}, [{port, 80}]), put(b, two), Self ! ok,
       receive stop -> ok end end)), receive ok -> ok end end`,
  );
  const forced = { view: "dictionary", force: true } as const;
  assertEquals(
    (await state("keyed", forced)).split("},{").length,
    2,
  );
  assertEquals(
    await state("keyed", {
      ...forced,
      path: [{ key: erlang("{k, 1}") }, { key: atom("port") }],
    }),
    "80",
  );
  assertEquals(
    await codeOf(getProcessStateQuestion, {
      process: "keyed",
      ...forced,
      path: [{ key: atom("none") }],
      ...LIMITS,
    }),
    "no_such_path",
  );
});

Deno.test("tens of thousands of messages are counted by kind, all of them", async () => {
  await evaluate(
    remote,
    `begin register(piled, spawn(fun() -> receive stop -> ok end end)),
       [piled ! case I rem 3 of 0 -> {tick, I}; 1 -> {'$gen_cast', {put, I, I}}; 2 -> [I] end || I <- lists:seq(1, 60000)], ok end`,
  );
  const { kinds, looked_at } = await ask(
    getMailboxQuestion,
    messages({ process: "piled", force: true }),
  );
  assertEquals(looked_at, 60_000);
  assertEquals(
    new Set(
      kinds?.map(({ kind, count, first }) => `${count} ${first} ${kind}`),
    ),
    new Set([
      "20000 1 {'$gen_cast',{put,'_','_'}}",
      "20000 2 '_'",
      "20000 3 {tick,'_'}",
    ]),
  );
});
