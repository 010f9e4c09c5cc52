import { assert, assertEquals, assertRejects } from "@std/assert";
import { type AnswerOf, BeamError, createBeam } from "../../../lib/beam/mod.ts";
import { BeamtapError } from "../../../lib/errors.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import {
  type CaptureLogsArgs,
  captureLogsQuestion,
} from "../../../lib/tools/logs/capture_logs.ts";
import { startBeam } from "../../support/beam.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";
import { loading } from "../../support/supervisors.ts";

/** Logs nothing on its console, or the tests would be about that. */
const QUIET =
  `logger:set_primary_config(level, info), logger:remove_handler(default)`;

/** Logs as fast as it can, and tells how many us it took. */
const FLOOD = `
-module(flood).
-export([run/1, go/1]).
run(N) -> T = erlang:monotonic_time(microsecond), go(N), erlang:monotonic_time(microsecond) - T.
go(0) -> ok;
go(N) -> logger:log(info, "x ~p", [N], #{mfa => {flood, go, 1}, line => 7}), go(N - 1).
`;

type LogCapture = AnswerOf<typeof captureLogsQuestion>;

const ARGS: CaptureLogsArgs = {
  level: "debug",
  max_events: 100,
  duration_ms: 8000,
  depth: 6,
  width: 50,
  max_bytes: 20_000,
};

function capture(
  remote: RemoteNode,
  args: Partial<CaptureLogsArgs> = {},
  signal?: AbortSignal,
): Promise<LogCapture> {
  return createBeam(remote).run(captureLogsQuestion, { ...ARGS, ...args }, {
    timeoutMs: 15_000,
    signal,
  });
}

function filters(remote: RemoteNode): Promise<string> {
  return evaluate(
    remote,
    "[Id || {Id, _} <- maps:get(filters, logger:get_primary_config())]",
  );
}

/** Runs the expressions once events are captured. */
async function during(
  remote: RemoteNode,
  expressions: string,
  args: Partial<CaptureLogsArgs>,
): Promise<LogCapture> {
  const logged = async (): Promise<void> => {
    await eventually(() => filters(remote), "[beamtap_log_1]");
    await evaluate(
      remote,
      `(fun() ->
        {_, Monitor} = spawn_monitor(fun() -> ${expressions} end),
        normal = receive {'DOWN', Monitor, _, _, Reason} -> Reason end
      end)()`,
    );
  };
  const [found] = await Promise.all([capture(remote, args), logged()]);
  assertEquals(await filters(remote), "[]");
  return found;
}

Deno.test("events of every shape are captured, cut where they are large", async () => {
  await using node = await startBeam({ setup: QUIET });
  await using remote = await connect(node);
  const { events, matched, ended_by } = await during(
    remote,
    `logger:error("plain ~p", [17]),
     logger:warning("just text"),
     logger:notice(#{what => happened, secret => fun() -> ok end, who => self()}),
     logger:info([{a, 1}, {b, <<"two">>}]),
     logger:info(lists:duplicate(1000000, $x)),
     logger:info(#{large => lists:seq(1, 1000000)}),
     logger:info("bad ~p ~p", [1]),
     logger:log(info, "meta", [], #{odd => fun() -> ok end, pid => self(), mfa => none, line => x})`,
    { max_events: 8 },
  );
  assertEquals(
    events.map(({ level, kind }) => `${level} ${kind}`),
    [
      "error format",
      "warning string",
      "notice report",
      "info report",
      "info text",
      "info report",
      "info format",
      "info format",
    ],
  );
  assertEquals([matched, ended_by], [8, "max_events"]);
  const [large, report] = events.slice(4);
  assert((large?.content.size_bytes ?? 0) >= 16_000_000);
  assert((report?.content.size_bytes ?? 0) >= 16_000_000);
});

Deno.test("only events of a level, a module and a text are told, and all are counted", async () => {
  await using node = await startBeam({ setup: QUIET });
  await using remote = await connect(node);
  const { events, total, matched, sites } = await during(
    remote,
    `Meta = #{mfa => {lists, map, 2}, line => 7},
     [logger:log(error, "order ~p failed", [N], Meta) || N <- lists:seq(1, 5)],
     logger:log(info, "order 3 failed", [], Meta),
     logger:log(error, "order 3 failed", [], #{mfa => {maps, map, 2}, line => 9}),
     logger:log(error, "order 3 was fine", [], Meta)`,
    { level: "warning", module: "lists", text: "failed", duration_ms: 1500 },
  );
  assertEquals([events.length, total, matched], [5, 8, 5]);
  assertEquals(sites.map(({ count, line }) => [count, line]), [[5, 7]]);
});

Deno.test("a flood is counted whole, looked at in part, and hardly slowed", async () => {
  await using node = await startBeam({
    setup: `${QUIET}, ${loading(FLOOD)}`,
  });
  await using remote = await connect(node);
  const captured = capture(remote, {
    max_events: 20,
    duration_ms: 4000,
    whole: true,
  });
  await eventually(() => filters(remote), "[beamtap_log_1]");
  const calls = 100_000;
  const ms = Number(await evaluate(remote, `flood:run(${calls})`)) / 1000;
  const { events, ended_by, total, looked_at, matched, sites } = await captured;
  assertEquals([events.length, ended_by], [20, "max_events"]);
  assert(total >= calls && total < calls + 100, `${total}`);
  assert(looked_at < calls / 10, `${looked_at} in ${ms} ms`);
  assertEquals([matched, sites.map(({ count }) => count)], [looked_at, [
    looked_at,
  ]]);
  // With a filter that looks at all of them it takes more than 5 seconds.
  assert(ms < 4000, `${ms}`);
  assertEquals(await filters(remote), "[]");
});

Deno.test("what comes too fast for a while is missed, and what comes then is not", async () => {
  await using node = await startBeam({
    setup: `${QUIET}, ${loading(FLOOD)}`,
  });
  await using remote = await connect(node);
  const { events } = await during(
    remote,
    `flood:run(20000), timer:sleep(500), logger:error("afterwards")`,
    { level: "error", max_events: 1 },
  );
  assertEquals(events.map(({ level }) => level), ["error"]);
});

Deno.test("nothing of a capture is left, however it ends", async () => {
  await using node = await startBeam({ setup: QUIET });
  await using remote = await connect(node);
  const abort = new AbortController();
  const aborted = capture(remote, {}, abort.signal);
  await eventually(() => filters(remote), "[beamtap_log_1]");
  abort.abort();
  await assertRejects(() => aborted, BeamtapError);
  await eventually(() => filters(remote), "[]");

  await using second = await connect(node);
  const cut = capture(second);
  await eventually(() => filters(remote), "[beamtap_log_1]");
  second.close();
  await assertRejects(() => cut, BeamtapError);
  await eventually(() => filters(remote), "[]");
});

Deno.test("captures do not disturb each other, and there are only so many", async () => {
  await using node = await startBeam({ setup: QUIET });
  await using remote = await connect(node);
  const abort = new AbortController();
  const six = Array.from(
    { length: 6 },
    () => capture(remote, { level: "error" }, abort.signal),
  );
  const ends = Promise.allSettled(six);
  await eventually(async () => (await filters(remote)).split(",").length, 6);
  const refused = await assertRejects(() => capture(remote), BeamError);
  assertEquals(refused.code, "too_many_captures");
  abort.abort();
  await ends;
  await eventually(() => filters(remote), "[]");
});

Deno.test("captures beside each other count from their own beginning to their own end", async () => {
  await using node = await startBeam({ setup: QUIET });
  await using remote = await connect(node);
  const log = (count: number): Promise<string> =>
    evaluate(
      remote,
      `lists:foreach(fun(N) -> logger:error("~p", [N]) end, lists:seq(1, ${count}))`,
    );
  const counters = (): Promise<string> =>
    evaluate(
      remote,
      `[C || A <- [2, 3], {call_count, C} <-
         [erlang:trace_info({logger_backend, log_allowed, A}, call_count)], is_integer(C)]`,
    );
  const first = capture(remote, { max_events: 15 });
  await eventually(() => filters(remote), "[beamtap_log_1]");
  await log(10);
  const second = capture(remote, { max_events: 8 });
  await eventually(async () => (await filters(remote)).split(",").length, 2);
  await log(5);
  const { total, matched } = await first;
  assertEquals([total, matched], [15, 15]);
  // The one that had the counters set is gone, and the other counts on.
  await log(3);
  const other = await second;
  assertEquals([other.total, other.matched], [8, 8]);
  await eventually(counters, "[]");
});

Deno.test("counters that somebody else has set are read, and left", async () => {
  await using node = await startBeam({ setup: QUIET });
  await using remote = await connect(node);
  const counted = (): Promise<string> =>
    evaluate(
      remote,
      `lists:max([C || A <- [2, 3], {call_count, C} <-
         [erlang:trace_info({logger_backend, log_allowed, A}, call_count)], is_integer(C)])`,
    );
  await evaluate(
    remote,
    `[erlang:trace_pattern({logger_backend, log_allowed, A}, true, [call_count]) || A <- [2, 3]],
     logger:error("before")`,
  );
  const { total } = await during(remote, `logger:error("one")`, {
    max_events: 1,
  });
  assertEquals(total, 1);
  assert(Number(await counted()) >= 2);
});

/** Terms that share so much that a copy of them would not fit anywhere, and what else harms. */
const HOSTILE = `
  Share = fun(F) -> lists:foldl(fun(_, A) -> F(A) end, [], lists:seq(1, 60)) end,
  Pair = Share(fun(A) -> [A | A] end),
  Tuple = Share(fun(A) -> {A, A} end),
  Map = Share(fun(A) -> #{a => A, b => A} end),
  Holder = fun() -> Pair end,
  Improper = [a, b | c]`;

Deno.test("whatever is logged, whoever logs lives, nothing large is copied, and the rest is told", async () => {
  await using node = await startBeam({ setup: QUIET });
  await using remote = await connect(node);
  const { events, matched } = await during(
    remote,
    `${HOSTILE},
     persistent_term:put(number, 1 bsl 4000000),
     logger:log(error, "first", [], #{time => "456"}),
     logger:error(#{pair => Pair}),
     logger:error(#{tuple => Tuple}),
     logger:error(#{map => Map}),
     logger:error([{holder, Holder}]),
     logger:error("~p ~p", [Pair, Tuple]),
     logger:error("~s", [Pair]),
     logger:error("~1000000000c", [$x]),
     logger:error("~*c", [1000000000, $x]),
     logger:error("~p ~p ~p", [1]),
     logger:error(#{number => 1 bsl 4000000}),
     logger:error(#{improper => Improper, text => <<255, 254>>}),
     logger:log(error, <<255, 254>>, [], #{}),
     logger:log(error, "meta", [], #{time => Pair, pid => Tuple, mfa => Pair, line => Map,
       file => Pair, domain => Improper, Pair => Pair}),
     logger:log(error, "numbers", [], #{mfa => {m, f, 1 bsl 4000000}, line => 1 bsl 4000000,
       time => persistent_term:get(number)}),
     logger:log(error, "call", [], #{mfa => {lists, map, Pair}, line => -1, time => <<"now">>}),
     logger:log(error, #{a => 1}, #{report_cb => fun(_) -> exit(kaboom) end}),
     logger:log(error, #{a => 1}, #{report_cb => nothing}),
     logger:error("last")`,
    { max_events: 19, max_bytes: 20_000, total_bytes: 1_000_000 },
  );
  assertEquals([events.length, matched], [19, 19]);
  const odd = (at: number): string => events.at(at)?.odd ?? "";
  assertEquals(odd(0), 'time: "456"');
  assert(Math.abs(Date.parse(events[0]?.at ?? "") - Date.now()) < 600_000);
  assert(odd(13).includes("mfa: ...") && odd(13).includes("pid: ..."), odd(13));
  assertEquals(odd(14), "line: ..., mfa: ..., time: ...");
  assert(odd(15).includes('time: <<"now">>') && odd(15).includes("line: -1"));
  assertEquals(events.at(-1)?.odd, undefined);
  const memory = await evaluate(remote, "erlang:memory(total)");
  assert(Number(memory) < 200_000_000, memory);
});

Deno.test("constants are bounded as all else is: of what is large a sketch is told, at once", async () => {
  await using node = await startBeam({ setup: QUIET });
  await using remote = await connect(node);
  const { events, unfinished, window_ms } = await during(
    remote,
    `persistent_term:put(number, 1 bsl 4000000),
     persistent_term:put(list, lists:duplicate(100000, {1 bsl 4000000})),
     Number = persistent_term:get(number),
     logger:warning("~p", [Number]),
     logger:warning("~p and ~p", [{a, [#{b => Number}]}]),
     logger:warning("~p", [persistent_term:get(list)]),
     logger:log(error, "odd", [], #{line => [Number]}),
     logger:warning([$a, Number])`,
    { max_events: 5, duration_ms: 5000, text: "" },
  );
  assertEquals(unfinished, 0);
  assertEquals(
    events.map(({ kind }) => kind),
    ["report", "report", "report", "format", "report"],
  );
  assertEquals(events[3]?.odd, "line: ...");
  assert(window_ms < 3000, `${window_ms}`);
});

Deno.test("an event at which a look does not end is told, though it matches nothing", async () => {
  await using node = await startBeam({ setup: QUIET });
  await using remote = await connect(node);
  const capturing = capture(remote, { duration_ms: 1500 });
  await eventually(() => filters(remote), "[beamtap_log_1]");
  // Killed while it is looked at.
  await evaluate(
    remote,
    `(fun() ->
       Hit = fun Hit(Pid) ->
         case process_info(Pid, current_stacktrace) of
           undefined -> ok;
           {_, Stack} -> lists:keymember(erl_eval, 1, Stack) andalso exit(Pid, kill), Hit(Pid)
         end
       end,
       [Hit(spawn(logger, error, ["~p", [lists:duplicate(900, {})]])) || _ <- lists:seq(1, 15)],
       ok
     end)()`,
  );
  const { unfinished, looked_at, matched } = await capturing;
  assert(unfinished > 0, `${unfinished} of ${looked_at}`);
  assertEquals(unfinished + matched, looked_at);
});

/** Logs with a heap limit of its own, which it still has afterwards. */
const SMALL = `
-module(small).
-export([run/1]).
run(Words) ->
  Limit = #{size => Words, kill => true, error_logger => false},
  {Pid, Monitor} = spawn_opt(fun() ->
    process_flag(max_heap_size, Limit),
    logger:error("words ~p", [{some, [to, print]}]),
    logger:error(#{large => lists:seq(1, 400), more => lists:duplicate(400, $x)}),
    logger:error("done"),
    #{size := Words, kill := true} = process_flag(max_heap_size, Limit)
  end, [monitor]),
  receive {'DOWN', Monitor, process, Pid, Reason} -> Reason end.
`;

Deno.test("a process with a heap limit lives, and is passed over where it is near to it", async () => {
  await using node = await startBeam({ setup: `${QUIET}, ${loading(SMALL)}` });
  await using remote = await connect(node);
  const near = await during(remote, "normal = small:run(40000)", {
    duration_ms: 1000,
  });
  assertEquals([near.passed_over, near.total, near.looked_at], [3, 3, 0]);
  const far = await during(remote, "normal = small:run(400000)", {
    max_events: 3,
  });
  assertEquals(
    far.events.map(({ kind }) => kind),
    ["format", "report", "string"],
  );
});
