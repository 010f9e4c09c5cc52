import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type AnswerOf,
  type ArgsOf,
  BeamError,
  createBeam,
} from "../../../lib/beam/mod.ts";
import { listPortsQuestion } from "../../../lib/tools/runtime/list_ports.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { type Beam, startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";

/**
 * `server` has a listener and `talker` a connection to it, over which it sends
 * without end; `reader` a UDP socket, a program, an open file and, of the module
 * `socket`, a connection to `server`.
 */
const SETUP = `
  Self = self(),
  Ip = {127, 0, 0, 1},
  spawn(fun() -> register(server, self()),
    {ok, L} = gen_tcp:listen(0, [binary, {ip, Ip}, {active, true}]),
    Self ! inet:port(L), {ok, _} = gen_tcp:accept(L), {ok, _} = gen_tcp:accept(L),
    (fun Drain() -> receive _ -> Drain() end end)() end),
  Port = receive {ok, P} -> P end,
  spawn(fun() -> register(talker, self()),
    {ok, S} = gen_tcp:connect(Ip, Port, [binary]),
    Self ! ready, (fun Talk() -> ok = gen_tcp:send(S, <<0:80000>>), receive after 5 -> ok end, Talk() end)() end),
  receive ready -> ok end,
  spawn(fun() -> register(reader, self()),
    {ok, _} = gen_udp:open(0, [{ip, Ip}]),
    _ = open_port({spawn, "cat - -"}, []),
    {ok, _} = file:open("/dev/null", [read]),
    {ok, S} = socket:open(inet, stream, tcp),
    ok = socket:connect(S, #{family => inet, addr => Ip, port => Port}),
    ok = socket:send(S, <<"hello">>),
    Self ! ready, receive stop -> S end end),
  receive ready -> ok end,
  io:format("server is at ~p~n", [Port])`;

let target: Beam;
let port: string | undefined;
Deno.test.beforeAll(async () => {
  target = await startBeam({ setup: SETUP });
  [, port] = /server is at (\d+)/.exec(target.output()) ?? [];
});
Deno.test.afterAll(async () => {
  await target[Symbol.asyncDispose]();
});

function ask(
  remote: RemoteNode,
  args: Partial<ArgsOf<typeof listPortsQuestion>>,
): Promise<AnswerOf<typeof listPortsQuestion>> {
  return createBeam(remote).run(listPortsQuestion, {
    kind: "all",
    sort: "traffic",
    limit: 50,
    ...args,
  }, { timeoutMs: 10_000 });
}

Deno.test("every port and socket is told with its owner and what went through it", async () => {
  await using remote = await connect(target);
  const { matched, kinds, ports, silent } = await ask(remote, {
    process: "reader",
  });
  assertEquals([matched, silent], [3, 0]);
  assertEquals(kinds, { udp_inet: 1, program: 1, socket: 1 });
  const [socket, ...others] = ports;
  assertEquals([socket?.kind, socket?.peer], ["socket", `127.0.0.1:${port}`]);
  assertEquals([socket?.in_bytes, socket?.out_bytes], [0, 5]);
  assert(socket?.id.startsWith("#Socket<0."));
  const program = others.find(({ kind }) => kind === "program");
  // What comes after the first word of a command may be a secret.
  assertEquals(program?.program, "cat");
  assertEquals(
    `{${program?.os_pid},"${program?.id}"}`,
    await evaluate(
      remote,
      `hd([{element(2, erlang:port_info(P, os_pid)), port_to_list(P)} || P <- erlang:ports(), erlang:port_info(P, name) =:= {name, "cat - -"}])`,
    ),
  );
  const udp = others.find(({ kind }) => kind === "udp_inet");
  assert(udp?.local?.startsWith("127.0.0.1:"));
  assertEquals(udp?.peer, undefined);
  for (const row of ports) assertEquals(row.owner_name, "reader");
});

Deno.test("traffic is in all, or that of a window; the busiest first", async () => {
  await using remote = await connect(target);
  const all = await ask(remote, { kind: "inet", limit: 2 });
  const [busiest] = all.ports;
  assert((busiest?.in_bytes ?? 0) + (busiest?.out_bytes ?? 0) >= 10_000);
  assertEquals([all.window_ms, busiest?.window_bytes], [0, undefined]);

  const recent = await ask(remote, { kind: "inet", limit: 2, window_ms: 1000 });
  assert(recent.window_ms >= 1000);
  const owners = recent.ports.map(({ owner_name }) => owner_name).toSorted();
  assertEquals(owners, ["server", "talker"]);
  for (const { window_bytes } of recent.ports) {
    assert((window_bytes ?? 0) >= 10_000);
  }
  const talker = recent.ports.find((row) => row.owner_name === "talker");
  assertEquals(talker?.peer, `127.0.0.1:${port}`);
});

Deno.test("owners are told by how many they have, as the node counts them", async () => {
  await using remote = await connect(target);
  const { owners, matched } = await ask(remote, { limit: 1 });
  assertEquals(owners.length, 1);
  assertEquals(owners[0]?.count, 3);
  assertEquals(
    `${matched}`,
    await evaluate(
      remote,
      // Without that of our link.
      "length(erlang:ports()) - 1 + length(socket:which_sockets())",
    ),
  );
});

Deno.test("bytes that wait in a port are told, the longest queue first", async () => {
  await using node = await startBeam({
    setup: `Self = self(), spawn(fun() -> register(stuck, self()),
      {ok, L} = gen_tcp:listen(0, [{ip, {127,0,0,1}}, {active, false}, {recbuf, 4096}]),
      {ok, P} = inet:port(L),
      {ok, S} = gen_tcp:connect({127,0,0,1}, P, [{high_watermark, 50000000}, {sndbuf, 4096}]),
      {ok, A} = gen_tcp:accept(L),
      ok = gen_tcp:send(S, binary:copy(<<0>>, 20000000)),
      Self ! ready, receive stop -> A end end),
      receive ready -> ok end`,
  });
  await using remote = await connect(node);
  const { ports: [first, second] } = await ask(remote, { sort: "queue" });
  assertEquals(first?.owner_name, "stuck");
  assert((first?.queue_bytes ?? 0) > 1_000_000, `${first?.queue_bytes}`);
  assert((second?.queue_bytes ?? 0) <= (first?.queue_bytes ?? 0));
});

Deno.test("files that have a process are told by who opened them", async () => {
  await using remote = await connect(target);
  const { matched, ports: [file] } = await ask(remote, { kind: "file" });
  assertEquals(matched, 1);
  assertEquals([file?.kind, file?.owner_name], ["file", "reader"]);
  assertEquals(file?.in_bytes, undefined);
});

Deno.test("ports that are closed while they are looked at do no harm", async () => {
  await using node = await startBeam({
    setup: `[spawn(fun Churn() ->
      Us = [element(2, gen_udp:open(0)) || _ <- lists:seq(1, 40)],
      receive after 2 -> ok end,
      [gen_udp:close(U) || U <- Us], Churn() end) || _ <- lists:seq(1, 4)]`,
  });
  await using remote = await connect(node);
  for (let i = 0; i < 20; i++) {
    const { ports } = await ask(remote, { kind: "inet", limit: 200 });
    assert(ports.every((row) => row.kind.endsWith("_inet")));
  }
});

Deno.test("a name that is not there is refused; a process that owns nothing has nothing", async () => {
  await using remote = await connect(target);
  const error = await assertRejects(
    () => ask(remote, { process: "readr" }),
    BeamError,
  );
  assertEquals(error.code, "no_such_name");
  assertEquals((await ask(remote, { process: "logger" })).ports, []);
});

Deno.test("when the registry of sockets hangs, ports are told all the same", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  await evaluate(
    remote,
    `spawn(fun() -> erlang:suspend_process(whereis(socket_registry)), register(suspended, self()), receive stop -> ok end end)`,
  );
  await eventually(
    () => evaluate(remote, "is_pid(whereis(suspended))"),
    "true",
  );
  const { matched } = await ask(remote, {});
  assertEquals(
    `${matched}`,
    await evaluate(remote, "length(erlang:ports()) - 1"),
  );
});

Deno.test("the question leaves the node as it was", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  await assertHarmless(remote, listPortsQuestion, [
    { kind: "all", sort: "traffic", limit: 5, window_ms: 50 },
    { kind: "file", sort: "memory", limit: 1e9, process: "never_seen_name" },
  ]);
});
