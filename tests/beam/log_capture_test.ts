import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  BeamError,
  createBeam,
  type LogCapture,
  logCapture,
  type LogCaptureArgs,
} from "../../lib/beam/mod.ts";
import { BeamtapError } from "../../lib/errors.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import { startBeam } from "../support/beam.ts";
import { connect, evaluate, eventually } from "../support/remote.ts";
import { loading } from "../support/supervisors.ts";

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

const ARGS: LogCaptureArgs = {
  level: "debug",
  max_events: 100,
  duration_ms: 8000,
  depth: 6,
  width: 50,
  max_bytes: 20_000,
};

function capture(
  remote: RemoteNode,
  args: Partial<LogCaptureArgs> = {},
  signal?: AbortSignal,
): Promise<LogCapture> {
  return createBeam(remote).run(logCapture, { ...ARGS, ...args }, {
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
  args: Partial<LogCaptureArgs>,
): Promise<LogCapture> {
  const logged = async (): Promise<void> => {
    await eventually(() => filters(remote), "[beamtap_log_1]");
    await evaluate(
      remote,
      `(fun() ->
        {_, Monitor} = spawn_monitor(fun() -> ${expressions} end),
        receive {'DOWN', Monitor, _, _, normal} -> ok end
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
      "info text",
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
