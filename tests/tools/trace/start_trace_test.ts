import type { Home } from "../../../lib/etf/mod.ts";
import type { Style } from "../../../lib/tools/terms.ts";
import { assert, assertEquals, assertRejects } from "@std/assert";
import { createBeam } from "../../../lib/beam/mod.ts";
import { BeamtapError } from "../../../lib/errors.ts";
import type { ToolResult } from "../../../lib/registry/mod.ts";
import { TOOLS } from "../../../lib/tools/mod.ts";
import { Sessions } from "../../../lib/tools/sessions.ts";
import {
  runTrace,
  type TraceEvent,
} from "../../../lib/tools/trace/run_trace.ts";
import { startBeam } from "../../support/beam.ts";
import { connect, eventually } from "../../support/remote.ts";
import { callerOf } from "../../support/tools.ts";
import { NO_TRACES, TRACED_SETUP, traces } from "../../support/traces.ts";

function structured(result: ToolResult): Record<string, unknown> {
  assert(result.ok, result.text);
  return { ...result.structured };
}

function styleIn(home: Home): Style {
  return { home, syntax: "erlang", depth: 6, width: 30, max_bytes: 20_000 };
}

Deno.test("a session goes on after the call that began it, is read bit by bit, and stopped", async () => {
  await using node = await startBeam({ setup: TRACED_SETUP });
  await using remote = await connect(node);
  const call = callerOf(remote, TOOLS, ["inspect", "trace"]);
  const begun = structured(
    await call("start_trace", { module: "shop", function: "calm" }),
  );
  const { session } = begun;
  let seen = 0;
  await eventually(async () => {
    const read = await call("read_trace", { session, limit: 200 });
    const { events, running } = structured(read);
    assert(running === true && Array.isArray(events));
    seen += events.length;
    return seen > 40;
  }, true);
  structured(await call("stop_trace", { session }));
  await eventually(() => traces(remote), NO_TRACES);
  const gone = await call("read_trace", { session });
  assert(!gone.ok && gone.code === "invalid_arguments");
});

Deno.test("a session ends when nobody reads it, and is its owner's alone", async () => {
  await using node = await startBeam({ setup: TRACED_SETUP });
  await using remote = await connect(node);
  const beam = createBeam(remote);
  const style = styleIn({ node: beam.node, creation: beam.incarnation });
  const sessions = new Sessions<TraceEvent>("");
  const session = await sessions.start(
    "ann",
    style,
    (signal, onPartial) =>
      beam.run(runTrace, {
        functions: [{ module: "shop", function: "calm" }],
        returns: false,
        max_events: 5000,
        duration_ms: 60_000,
        depth: 6,
        width: 30,
        max_bytes: 20_000,
        total_bytes: 1_000_000,
        stream: true,
      }, { timeoutMs: 65_000, signal, onPartial }),
    700,
  );
  assertEquals(sessions.find("ann", session.id), session);
  await assertRejects(
    () => Promise.resolve().then(() => sessions.find("bob", session.id)),
    BeamtapError,
  );
  // Nothing is taken, but the lease begins anew.
  await eventually(() => session.read(0).waiting > 10, true);
  await session.ended;
  await eventually(() => traces(remote), NO_TRACES);
  const { events, running, ended_by } = session.read(1000);
  assertEquals([running, ended_by], [false, "lease"]);
  assert(events.length > 10);
  assert(
    events.every(({ at_ms }, index) =>
      at_ms >= (events[index - 1]?.at_ms ?? 0)
    ),
  );
});

Deno.test("the first session that has ended makes room, and none that runs", async () => {
  const style = styleIn({ node: "a@b", creation: 1 });
  const sessions = new Sessions<string>("read them");
  const start = (): ReturnType<typeof sessions.start> =>
    sessions.start("ann", style, (signal, told) => {
      told({ events: [], received: 0 });
      const { promise, resolve } = Promise.withResolvers<
        { events: string[]; received: number }
      >();
      signal.onabort = () => resolve({ events: [], received: 0 });
      return promise;
    }, 60_000);
  const five = [];
  for (let count = 0; count < 5; count++) five.push(await start());
  await assertRejects(start, BeamtapError, "5 sessions of yours are open");
  const [first, second] = five;
  assert(first && second);
  await second.stop();
  five.push(await start());
  await assertRejects(
    () => Promise.resolve().then(() => sessions.find("ann", second.id)),
    BeamtapError,
  );
  assertEquals(sessions.find("ann", first.id), first);
  await Promise.all(five.map((session) => session.stop()));
});

Deno.test("a session that the node refuses is none", async () => {
  await using node = await startBeam({ setup: TRACED_SETUP });
  await using remote = await connect(node);
  const call = callerOf(remote, TOOLS, ["inspect", "trace"]);
  const unknown = await call("start_trace", { module: "nosuch" });
  assert(!unknown.ok && unknown.code === "no_such_module");
  const nothing = await call("start_trace", {});
  assert(!nothing.ok && nothing.code === "invalid_arguments");
});
