import { assert, assertEquals } from "@std/assert";
import { openDump } from "../../lib/dump/mod.ts";
import { format } from "../../lib/etf/mod.ts";
import { startBeam } from "../support/beam.ts";
import { makeDump } from "./real.ts";

Deno.test("process() decodes messages of another node that the process never saw, and names its pids", async () => {
  await using peer = await startBeam();
  const { port } = peer.epmd;
  const other = peer.name.split("@")[1];
  await using made = await makeDump(
    `
    Peer = '${peer.name}', pong = net_adm:ping(Peer),
    Busy = spawn(fun() -> receive never -> ok end end),
    erlang:suspend_process(Busy),
    Far = spawn(Peer, timer, sleep, [100000]),
    Send = fun Send(0) -> ok; Send(N) ->
      rpc:call(Peer, erlang, send, [Busy, {job, N, self(), Far, #{key => [self()]}, <<"text">>}]), Send(N - 1)
    end,
    Send(2), put(far, Far), timer:sleep(100),
    io:format("~p ~p", [self(), Busy]), erlang:halt("distributed")`,
    {
      args: ["-name", `dumped@${other}`, "-setcookie", peer.cookie],
      env: { ERL_EPMD_PORT: `${port}` },
    },
  );
  const [self = "", busy = ""] = made.output.split(" ");
  const dump = await openDump(made.path);
  assert(dump.nodes.some(({ name }) => name === peer.name));
  const { messages, lacks } = await dump.process(busy);
  const shown = messages.map(({ term }) =>
    format(term, { syntax: "erlang", home: dump.home })
  );
  const far = /<[^<>]*@[^<>]*>/.exec(shown[0] ?? "")?.[0];
  assertEquals(far?.startsWith(`<${peer.name}.`), true);
  assertEquals(
    shown,
    [2, 1].map((n) =>
      `{job,${n},${self},${far},#{key => [${self}]},<<"text">>}`
    ),
  );
  assertEquals(lacks, []);
  // The pid on the heap is the same as the one in the message.
  const own = await dump.process(self);
  const kept = own.dictionary.map(({ value }) =>
    format(value, { syntax: "erlang", home: dump.home })
  );
  assertEquals(kept.includes(`${far}`), true);
});
