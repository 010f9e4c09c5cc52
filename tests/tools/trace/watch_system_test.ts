import { assert, assertEquals, assertRejects } from "@std/assert";
import { type AnswerOf, BeamError, createBeam } from "../../../lib/beam/mod.ts";
import { BeamtapError } from "../../../lib/errors.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { groupSystemEvents } from "../../../lib/tools/trace/system_event_groups.ts";
import {
  type WatchSystemArgs,
  watchSystemQuestion,
} from "../../../lib/tools/trace/watch_system.ts";
import { startBeam } from "../../support/beam.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";

const ARGS: WatchSystemArgs = {
  large_heap_bytes: 800_000,
  max_events: 20,
  duration_ms: 8000,
  depth: 6,
  width: 30,
  max_bytes: 20_000,
};

/** Grows its heap again and again. */
const GROWS = `register(grower, spawn(fun Grow() ->
  length(lists:map(fun(X) -> {X, X} end, lists:seq(1, 100000))),
  erlang:garbage_collect(), receive after 20 -> Grow() end end))`;

function watch(
  remote: RemoteNode,
  args: Partial<WatchSystemArgs> = {},
  signal?: AbortSignal,
): Promise<AnswerOf<typeof watchSystemQuestion>> {
  return createBeam(remote).run(watchSystemQuestion, { ...ARGS, ...args }, {
    timeoutMs: 15_000,
    signal,
  });
}

function monitors(remote: RemoteNode): Promise<string> {
  return evaluate(
    remote,
    `{erlang:system_monitor(),
      case erlang:function_exported(trace, session_info, 1) of
        true -> length(trace:session_info(all)) - 1;
        false -> 0
      end}`,
  );
}

const NOBODY = "{undefined,0}";

Deno.test("processes with a large heap are told, by name, and nothing is left", async () => {
  await using node = await startBeam({ setup: GROWS });
  await using remote = await connect(node);
  const { events, received, ended_by, processes, watched } = await watch(
    remote,
    { max_events: 3, long_gc_ms: 10_000 },
  );
  assertEquals([received, ended_by], [3, "max_events"]);
  const groups = groupSystemEvents(events, 8);
  assert(groups.every(({ kind }) => kind === "large_heap"));
  assertEquals(groups.reduce((sum, { count }) => sum + count, 0), 3);
  assertEquals(watched, ["long_gc", "large_heap"]);
  assert(processes.some(({ registered_name: name }) => name === "grower"));
  assertEquals(await monitors(remote), NOBODY);
});

Deno.test("nothing of a watch is left, however it ends", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  const quiet = { large_heap_bytes: 1e12 };
  const watching = async (): Promise<boolean> =>
    await monitors(remote) !== NOBODY;

  const short = await watch(remote, { ...quiet, duration_ms: 100 });
  assertEquals([short.received, short.ended_by], [0, "duration"]);
  assertEquals(await monitors(remote), NOBODY);

  const abort = new AbortController();
  const aborted = watch(remote, quiet, abort.signal);
  await eventually(watching, true);
  abort.abort();
  await assertRejects(() => aborted, BeamtapError);
  await eventually(() => monitors(remote), NOBODY);

  await using second = await connect(node);
  const cut = watch(second, quiet);
  await eventually(watching, true);
  second.close();
  await assertRejects(() => cut, BeamtapError);
  await eventually(() => monitors(remote), NOBODY);
});

Deno.test("whoever has the system monitor keeps it, and is named where only one can", async () => {
  await using node = await startBeam({
    setup:
      `${GROWS}, register(other, spawn(fun() -> receive stop -> ok end end)),
      erlang:system_monitor(whereis(other), [{long_gc, 5000}])`,
  });
  await using remote = await connect(node);
  const before = await monitors(remote);
  if (Number(remote.greeting.otpRelease) >= 28) {
    assertEquals((await watch(remote, { max_events: 2 })).received, 2);
  } else {
    const refused = await assertRejects(() => watch(remote), BeamError);
    assertEquals(refused.code, "watched_by_others");
    assert(refused.message.includes("(other)"), refused.message);
  }
  assertEquals(await monitors(remote), before);
});

Deno.test("equal events are one, with extremes, and sizes are bytes", async () => {
  await using node = await startBeam({ setup: GROWS });
  await using remote = await connect(node);
  const { events, received } = await watch(remote, { max_events: 12 });
  const groups = groupSystemEvents(events, 8);
  const [most] = groups;
  assert(most !== undefined && groups.length < received);
  assert(most.count > 1 && most.first_ms < most.last_ms);
  // The list and its copy: 100,000 pairs of 5 words, of which some are in use.
  assert((most.max_heap_bytes ?? 0) >= 800_000, `${most.max_heap_bytes}`);
  assert((most.max_used_bytes ?? 0) <= (most.max_heap_bytes ?? 0));
  const schedules = await watch(remote, {
    large_heap_bytes: undefined,
    long_gc_ms: 1,
    max_events: 4,
  });
  for (
    const { min_took_ms: min = 0, max_took_ms: max = 0 } of groupSystemEvents(
      schedules.events,
      8,
    )
  ) {
    assert(min >= 1 && max >= min);
  }
});
