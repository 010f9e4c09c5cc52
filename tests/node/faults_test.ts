import { assert, assertEquals, assertRejects } from "@std/assert";
import { DistError } from "../../lib/dist/mod.ts";
import { EpmdError, lookupNode } from "../../lib/epmd/mod.ts";
import { atom, binary } from "../../lib/etf/mod.ts";
import {
  CallError,
  type CallErrorCode,
  NodeError,
  NodePool,
  RemoteNode,
} from "../../lib/node/mod.ts";
import { type Beam, startBeam, startEpmd } from "../support/beam.ts";
import { assertNothingLeft, inventory } from "../support/leftovers.ts";
import { type Proxy, startProxy } from "../support/proxy.ts";
import { connect, evaluate, eventually, specOf } from "../support/remote.ts";
import {
  type ScriptedCall,
  scriptedSpec,
  startScripted,
} from "../support/scripted_node.ts";

const soon = { timeoutMs: 20_000 };
const later = { timeoutMs: 15_000 };

/** Calls that return only when something ends them. */
function sleepers(node: RemoteNode, count: number): Promise<CallErrorCode[]> {
  const calls = Array.from({ length: count }, async () => {
    const error = await assertRejects(
      () => node.call("timer", "sleep", [atom("infinity")], later),
      CallError,
    );
    return error.code;
  });
  return Promise.all(calls);
}

/** A pool with one node, reached through a proxy. */
async function proxied(
  beam: Beam,
  delayMs = 0,
): Promise<AsyncDisposable & { proxy: Proxy; pool: NodePool }> {
  const { port } = await lookupNode(beam.name.split("@")[0] ?? "", {
    host: "127.0.0.1",
    port: beam.epmd.port,
  });
  const proxy = startProxy(port);
  proxy.delayMs = delayMs;
  const pool = new NodePool([{ ...specOf(beam), port: proxy.port }]);
  return {
    proxy,
    pool,
    async [Symbol.asyncDispose](): Promise<void> {
      await pool.close();
      await proxy[Symbol.asyncDispose]();
    },
  };
}

function lastError(pool: NodePool): string | undefined {
  return pool.states()[0]?.lastError?.code;
}

const ended = async (node: RemoteNode): Promise<DistError["code"]> =>
  (await node.ended).code;

Deno.test("a target killed in the middle of calls fails them at once; the next call finds its successor", async () => {
  await using epmd = await startEpmd();
  const name = `mortal${Deno.pid}@127.0.0.1`;
  const first = await startBeam({ epmd, name });
  await using pool = new NodePool([specOf(first)]);
  const node = await pool.remote(name);
  const calls = sleepers(node, 20);
  first.signal("SIGKILL");
  assertEquals(new Set(await calls), new Set(["noconnection"]));
  assert(["closed_by_peer", "connection_lost"].includes(await ended(node)));
  await first[Symbol.asyncDispose]();

  await using _second = await startBeam({ epmd, name });
  const again = await pool.remote(name);
  assertEquals(await again.call("erlang", "abs", [-1], soon), 1);
  assert(again.creation !== node.creation, "a new incarnation");
});

Deno.test("a target that is gone is a typed error, each time it is dialled", async () => {
  const beam = await startBeam();
  await using pool = new NodePool([specOf(beam)]);
  await pool.remote(beam.name);
  await beam[Symbol.asyncDispose]();
  await eventually(() => pool.states()[0]?.state, "idle");
  for (let i = 0; i < 3; i++) {
    const error = await assertRejects(() => pool.remote(beam.name), EpmdError);
    assertEquals(error.code, "epmd_refused");
  }
  assertEquals(lastError(pool), "epmd_refused");
});

Deno.test("a target paused for longer than its own tick time is given up, and found again", async () => {
  await using beam = await startBeam({
    args: ["-kernel", "net_ticktime", "1"],
  });
  await using pool = new NodePool([specOf(beam)]);
  const node = await pool.remote(beam.name);
  assertEquals(node.greeting.tickTimeMs, 1000);
  const calls = sleepers(node, 3);
  beam.signal("SIGSTOP");
  assertEquals(new Set(await calls), new Set(["noconnection"]));
  assertEquals(await ended(node), "peer_silent");
  beam.signal("SIGCONT");
  // The target may still hold the old link: it was ours, so we take its place.
  const again = await pool.remote(beam.name);
  assertEquals(again.localName, node.localName);
  assertEquals(await again.call("erlang", "abs", [-1], soon), 1);
});

Deno.test("a target paused for less than its tick time loses nothing", async () => {
  await using beam = await startBeam();
  await using node = await connect(beam);
  assertEquals(node.greeting.tickTimeMs, 60_000);
  const calls = Array.from(
    { length: 20 },
    (_, i) => node.call("lists", "sum", [[i, 1]], soon),
  );
  beam.signal("SIGSTOP");
  const more = Array.from(
    { length: 20 },
    (_, i) => node.call("lists", "sum", [[i, 2]], soon),
  );
  await new Promise((resolve) => setTimeout(resolve, 700));
  beam.signal("SIGCONT");
  assertEquals(await Promise.all(calls), calls.map((_, i) => i + 1));
  assertEquals(await Promise.all(more), more.map((_, i) => i + 2));
});

Deno.test("an idle link outlives many tick times", async () => {
  await using beam = await startBeam({
    args: ["-kernel", "net_ticktime", "2"],
  });
  await using node = await connect(beam);
  await new Promise((resolve) => setTimeout(resolve, 3300));
  assertEquals(await node.call("erlang", "abs", [-1], soon), 1);
  assert(!beam.output().includes("not responding"), beam.output());
});

Deno.test("a half-open connection is found within the tick time, and left for a new one", async () => {
  await using beam = await startBeam({
    args: ["-kernel", "net_ticktime", "1"],
  });
  await using through = await proxied(beam);
  const { pool, proxy } = through;
  const node = await pool.remote(beam.name);
  const calls = sleepers(node, 3);
  proxy.swallow();
  assertEquals(new Set(await calls), new Set(["noconnection"]));
  assertEquals(await ended(node), "peer_silent");
  assertEquals(lastError(pool), "peer_silent");
  proxy.heal();
  const again = await pool.remote(beam.name);
  assertEquals(await again.call("erlang", "abs", [-1], soon), 1);
});

Deno.test("a link cut with 1,000 calls in flight fails every one, leaves no worker, and the next call reconnects", async () => {
  await using beam = await startBeam();
  await using watcher = await connect(beam, { alive: "watcher" });
  const before = await inventory(watcher);
  await using through = await proxied(beam);
  const { pool, proxy } = through;
  const node = await pool.remote(beam.name);
  const calls = sleepers(node, 1000);
  await eventually(
    async () => Number(await evaluate(watcher, "length(processes())")) > 1000,
    true,
  );
  assertEquals(node.inFlight, 1000);
  proxy.cut();
  assertEquals(new Set(await calls), new Set(["noconnection"]));
  assertEquals(node.inFlight, 0);
  const again = await pool.remote(beam.name);
  assertEquals(await again.call("erlang", "abs", [-1], soon), 1);
  await pool.close();
  await assertNothingLeft(watcher, before);
});

Deno.test("where the network is slow, a hundred calls are under way before the first is answered", async () => {
  await using beam = await startBeam();
  await using through = await proxied(beam, 150);
  const node = await through.pool.remote(beam.name);
  assert(node.greeting.roundTripMs >= 290, `${node.greeting.roundTripMs}`);
  const { messagesIn, messagesOut } = node.traffic;
  const calls = Array.from(
    { length: 100 },
    (_, i) => node.call("erlang", "abs", [-i], soon),
  );
  await eventually(() => node.traffic.messagesOut, messagesOut + 100);
  assertEquals(node.traffic.messagesIn, messagesIn);
  assertEquals(await Promise.all(calls), calls.map((_, i) => i));
});

Deno.test("EPMD may be restarted: links do not notice, and new ones are made as soon as the node is back", async () => {
  const epmd = await startEpmd();
  await using beam = await startBeam({ epmd });
  await using node = await connect(beam);
  await epmd[Symbol.asyncDispose]();
  assertEquals(await node.call("erlang", "abs", [-1], soon), 1);
  const error = await assertRejects(() => connect(beam), EpmdError);
  assertEquals(error.code, "epmd_refused");
  await using _restarted = await startEpmd(epmd.port);
  await eventually(
    async () => {
      try {
        await using another = await connect(beam);
        return await another.call("erlang", "abs", [-2], soon);
      } catch (error) {
        return error instanceof EpmdError ? error.code : `${error}`;
      }
    },
    2,
    15_000,
  );
  assertEquals(await node.call("erlang", "abs", [-3], soon), 3);
});

Deno.test("a port that takes connections but is no node costs one deadline", async () => {
  await using peer = startScripted((link) => link.gone());
  const error = await assertRejects(
    () => RemoteNode.connect(scriptedSpec(peer), { stepTimeoutMs: 100 }),
    DistError,
  );
  assertEquals(error.code, "handshake_timed_out");
});

Deno.test("an answer that is no term fails its own call alone", async () => {
  const waiting: ScriptedCall[] = [];
  await using peer = startScripted(async (link) => {
    await link.accept();
    await link.serve((call) => {
      if (call.fn === "waits") return void waiting.push(call);
      const bytes = call.encode(binary("four"));
      bytes.set([255], bytes.length - 9); // the tag of "four"
      link.raw(bytes);
    });
  });
  await using node = await RemoteNode.connect(scriptedSpec(peer));
  const other = node.call("m", "waits", [], soon);
  const error = await assertRejects(
    () => node.call("m", "broken", [], soon),
    CallError,
  );
  assertEquals(error.code, "undecodable");
  await eventually(() => waiting.length, 1);
  waiting[0]?.reply(7);
  assertEquals(await other, 7);
});

Deno.test("a node that lets us in and then answers nothing is a typed error", async () => {
  await using peer = startScripted(async (link) => {
    await link.accept();
    await link.gone();
  });
  await using pool = new NodePool([scriptedSpec(peer)], { dialTimeoutMs: 200 });
  const error = await assertRejects(
    () => pool.remote(scriptedSpec(peer).name),
    NodeError,
  );
  assertEquals(error.code, "dial_timed_out");
});
