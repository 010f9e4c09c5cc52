import { assert, assertEquals } from "@std/assert";
import {
  type AnswerOf,
  type ArgsOf,
  BeamError,
  createBeam,
  preload,
} from "../../../lib/beam/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import {
  getSenders,
  getSendersQuestion,
} from "../../../lib/tools/trace/get_senders.ts";
import { startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";
import { callerOf } from "../../support/tools.ts";
import { NO_TRACES, TRACED_SETUP, traces } from "../../support/traces.ts";

type Senders = AnswerOf<typeof getSendersQuestion>;

/** A process `sink` that takes all that comes; `busy` sends to it often, `calm` seldom. */
const SETUP = `${TRACED_SETUP},
  register(sink, spawn(fun() -> F = fun(G) -> receive {run, Fun} -> Fun(), G(G); _ -> G(G) end end, F(F) end)),
  [register(Name, spawn(fun() -> F = fun(G) -> sink ! Message, timer:sleep(Ms), G(G) end, F(F) end))
   || {Name, Ms, Message} <- [{busy, 2, {job, 1, [2]}}, {calm, 25, ready}]]`;

/** `behind` handles ten messages a second, after a timeout each; `feeder` sends many more, with maps in them when told `map`. */
const BEHIND = `
  register(behind, spawn(fun() -> F = fun(G) -> timer:sleep(100), receive _ -> G(G) end end, F(F) end)),
  [behind ! old || _ <- lists:seq(1, 10000)],
  register(feeder, spawn(fun() -> F = fun(G, Job) -> behind ! Job,
    receive map -> G(G, {job, #{1 => 2}}) after 2 -> G(G, Job) end end, F(F, {job, 1}) end))`;

const ARGS: ArgsOf<typeof getSendersQuestion> = {
  process: "sink",
  limit: 10,
  max_events: 1000,
  duration_ms: 400,
  messages: false,
  kinds: true,
};

function ask(
  remote: RemoteNode,
  args: Partial<ArgsOf<typeof getSendersQuestion>> = {},
): Promise<Senders> {
  return createBeam(remote).run(getSendersQuestion, { ...ARGS, ...args }, {
    timeoutMs: 15_000,
  });
}

const named = ({ senders }: Senders, name: string): Senders["senders"][0] => {
  const found = senders.find(({ registered_name }) => registered_name === name);
  assert(found, name);
  return found;
};

Deno.test("senders come by how many messages they send, with what they are and of which kinds", async () => {
  await using node = await startBeam({ setup: SETUP });
  await using remote = await connect(node);
  const seen = await ask(remote);
  assertEquals(
    seen.senders.slice(0, 2).map(({ registered_name }) => registered_name),
    ["busy", "calm"],
  );
  const busy = named(seen, "busy");
  assertEquals(
    `{<${busy.sender?.slice(1, -1)}>,<${seen.pid.slice(1, -1)}>}`,
    await evaluate(remote, "{whereis(busy),whereis(sink)}"),
  );
  assertEquals([busy.source, busy.initial_call], ["process", "erlang:apply/2"]);
  assertEquals(busy.kinds, [{ kind: "{job,'_','_'}", count: busy.count }]);
  assertEquals(named(seen, "calm").kinds?.[0]?.kind, "ready");
  assertEquals(
    seen.senders.reduce((sum, { count }) => sum + count, 0),
    seen.received,
  );
  assertEquals(seen.groups, [{
    initial_call: "erlang:apply/2",
    senders: 2,
    count: seen.received,
  }]);
  assertEquals([seen.senders_in_all, seen.not_told], [2, 0]);
});

Deno.test("who fills the mailbox of a process that is behind is named; its timeouts are of nobody", async () => {
  await using node = await startBeam({ setup: BEHIND });
  await using remote = await connect(node);
  const seen = await ask(remote, { process: "behind", duration_ms: 500 });
  assertEquals(
    seen.senders.map(({ source, registered_name, kinds }) => [
      ...[source, registered_name, kinds?.[0]?.kind],
    ]),
    [["process", "feeder", "{job,'_'}"]],
  );
  const { received, grew_by = 0 } = seen;
  assert(received > 20 && Math.abs(grew_by - received) < received / 2);
  const call = callerOf(remote, [getSenders], ["trace"]);
  await evaluate(remote, "feeder ! map");
  const maps = await call("get_senders", {
    ...{ process: "behind", duration_ms: 500 },
  });
  assert(
    maps.ok &&
      /the mailbox grew by \d+, so at least \d+ messages were not counted: pass messages=true for those with maps/
        .test(maps.text),
    JSON.stringify(maps),
  );
});

Deno.test("remote processes, timers and ports are told apart; those that have ended are counted", async () => {
  await using node = await startBeam({ setup: SETUP });
  await using peer = await startBeam({ epmd: node.epmd });
  await using remote = await connect(node);
  await using far = await connect(peer);
  await evaluate(
    remote,
    `sink ! {run, fun() -> register(ticker, spawn(fun() -> F = fun(G) ->
        erlang:send_after(1, sink, tick), spawn(fun() -> sink ! brief end), timer:sleep(10), G(G) end, F(F) end)),
        Port = open_port({spawn, "cat"}, [binary]),
        spawn(fun() -> F = fun(G) -> catch port_command(Port, "x\\n"), timer:sleep(10), G(G) end, F(F) end) end}`,
  );
  await evaluate(
    far,
    `spawn(fun() -> F = fun(G) -> {sink, '${node.name}'} ! far, timer:sleep(10), G(G) end, F(F) end)`,
  );
  await evaluate(remote, "timer:sleep(300)");
  const seen = await ask(remote, { limit: 100 });
  const sources = new Map(
    seen.senders.map((row) => [`${row.source} ${row.kinds?.[0]?.kind}`, row]),
  );
  assertEquals(sources.get("remote far")?.node, peer.name);
  assert(sources.has("timer tick"));
  assert(sources.has("port {'_','_'}"));
  assert(sources.has("process brief"));
  const gone = seen.groups.find(({ initial_call }) => !initial_call);
  assert(gone && gone.senders === gone.count && gone.count > 1);
});

Deno.test("the limit makes it a sample, and is said to; kinds are for those who have data", async () => {
  await using node = await startBeam({ setup: SETUP });
  await using remote = await connect(node);
  const sampled = await callerOf(remote, [getSenders], ["trace"])(
    "get_senders",
    { process: "sink", max_events: 20, duration_ms: 20_000 },
  );
  assert(sampled.ok, JSON.stringify(sampled));
  const { sampled: is, received, ended_by, senders } = Object(
    sampled.structured,
  );
  assertEquals([is, received, ended_by], [true, 20, "max_events"]);
  assert(senders.every((row: Record<string, unknown>) => !("kinds" in row)));
  assert(!sampled.text.includes("job"));
  const whole = await callerOf(remote, [getSenders], ["trace", "data"])(
    "get_senders",
    { process: "sink", duration_ms: 100 },
  );
  assert(whole.ok);
  const answer = Object(whole.structured);
  assertEquals([answer.sampled, answer.ended_by], [undefined, "duration"]);
  assert(whole.text.includes("job"));
});

Deno.test("messages of which no copy is bounded are left out, unless they are wanted", async () => {
  await using node = await startBeam({ setup: SETUP });
  await using remote = await connect(node);
  // What it shares is 2^100 large once copied, but never is: it is a constant, that no message holds twice.
  await evaluate(
    remote,
    `begin
       persistent_term:put(shared, lists:foldl(fun(_, A) -> [A | A] end, [], lists:seq(1, 100))),
       spawn(fun() -> F = fun(G) -> sink ! {shared, persistent_term:get(shared)}, timer:sleep(5), G(G) end, F(F) end),
       register(large, spawn(fun() -> F = fun(G) -> sink ! {large, #{all => lists:seq(1, 1000)}}, timer:sleep(5), G(G) end, F(F) end))
     end`,
  );
  const bounded = await ask(remote);
  assertEquals(
    bounded.senders.map(({ registered_name }) => registered_name),
    ["busy", "calm"],
  );
  await evaluate(
    remote,
    `begin [exit(whereis(N), kill) || N <- [busy, calm]], ok end`,
  );
  const call = callerOf(remote, [getSenders], ["trace"]);
  const missed = await call("get_senders", { process: "sink" });
  assert(missed.ok && Object(missed.structured).received === 0);
  assert(missed.text.includes("it worked meanwhile"), missed.text);
  const all = await ask(remote, { messages: true });
  assertEquals(named(all, "large").kinds?.[0]?.kind, "{large,'_'}");
  assert(
    all.senders.some(({ kinds }) => kinds?.[0]?.kind === "{shared,'_'}"),
  );
});

Deno.test("what others trace, and what they set for messages, is refused and stays", async () => {
  await using node = await startBeam({ setup: SETUP });
  await using remote = await connect(node);
  await evaluate(
    remote,
    "register(other, spawn(fun() -> receive stop -> ok end end))",
  );
  const sessions = await evaluate(
    remote,
    "erlang:function_exported(erts_internal, trace_session_create, 3)",
  ) === "true";
  const foreign = [
    "erlang:trace_pattern('receive', [{[node(), '_', x], [], []}], [])",
    "erlang:trace(whereis(sink), true, [send, {tracer, whereis(other)}])",
  ];
  const state =
    "{erlang:trace_info('receive', match_spec), erlang:trace_info(whereis(sink), flags)}";
  for (const set of foreign) {
    await evaluate(remote, set);
    const before = await evaluate(remote, state);
    try {
      const seen = await ask(remote);
      assert(sessions && seen.received > 0, set);
    } catch (error) {
      assert(error instanceof BeamError && !sessions, `${error}`);
      assertEquals(error.code, "traced_by_others");
    }
    assertEquals(await evaluate(remote, state), before, set);
    await evaluate(
      remote,
      "{erlang:trace(all, false, [all]), erlang:trace_pattern('receive', true, [])}",
    );
  }
});

Deno.test("nothing is left, also where the process ends or the link is lost meanwhile", async () => {
  await using node = await startBeam({ setup: SETUP });
  await using remote = await connect(node);
  await createBeam(remote).run(preload, undefined, { timeoutMs: 10_000 });
  const clean = async (): Promise<void> => {
    assertEquals(await traces(remote), NO_TRACES);
    assertEquals(
      await evaluate(remote, "erlang:trace_info('receive', match_spec)"),
      "{match_spec,true}",
    );
  };
  await assertHarmless(remote, getSendersQuestion, [
    { ...ARGS, process: "calm", duration_ms: 50 },
    { ...ARGS, duration_ms: 50 },
  ]);
  await clean();
  await evaluate(
    remote,
    "spawn(fun() -> timer:sleep(200), exit(whereis(sink), kill) end)",
  );
  const seen = await ask(remote, { duration_ms: 10_000 });
  assertEquals(seen.mailbox, undefined);
  await clean();
  const flags = (): Promise<string> =>
    evaluate(
      remote,
      "erlang:trace_info('receive', match_spec) =/= {match_spec, true} orelse [] =/= [P || P <- processes(), {priority, high} <- [process_info(P, priority)], {_, #{size := 16000000}} <- [process_info(P, max_heap_size)]]",
    );
  const lost = await connect(node);
  const asked = ask(lost, { process: "walker", duration_ms: 14_000 })
    .then(() => "answered", () => "lost");
  await eventually(flags, "true");
  await lost[Symbol.asyncDispose]();
  assertEquals(await asked, "lost");
  await eventually(flags, "false");
  await clean();
});
