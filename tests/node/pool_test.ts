import { assert, assertEquals, assertRejects } from "@std/assert";
import { DistError } from "../../lib/dist/mod.ts";
import { atom } from "../../lib/etf/mod.ts";
import { CallError, NodeError, NodePool } from "../../lib/node/mod.ts";
import { startBeam } from "../support/beam.ts";
import { eventually, specOf } from "../support/remote.ts";
import { Waits } from "../support/timers.ts";
import {
  SCRIPTED,
  type ScriptedCall,
  type ScriptedLink,
  scriptedSpec,
  startScripted,
} from "../support/scripted_node.ts";

const soon = { timeoutMs: 10_000 };
const NAME = SCRIPTED.name;

/** Lets us in and answers every call. */
async function hospitable(link: ScriptedLink): Promise<void> {
  await link.accept();
  await link.serve((call) => call.reply(atom("ok")));
}

/** Lets us in, and leaves calls without an answer. */
async function silent(link: ScriptedLink): Promise<void> {
  await link.accept();
  await link.serve(() => {});
}

Deno.test("two of us that dial a node at the same moment both get in", async () => {
  // Names before and after ours: which of two handshakes a node drops depends on it.
  for (const name of ["aaa", "zzz"]) {
    await using beam = await startBeam({
      name: `${name}${Deno.pid}@127.0.0.1`,
    });
    for (let round = 0; round < 5; round++) {
      const pools = Array.from(
        { length: 2 },
        () => new NodePool([specOf(beam)]),
      );
      const nodes = await Promise.all(
        pools.map((pool) => pool.remote(beam.name)),
      );
      assertEquals(new Set(nodes.map((node) => node.localName)).size, 2);
      await Promise.all(pools.map((pool) => pool.close()));
    }
  }
});

Deno.test("nothing connects before its first use, and concurrent first uses share one connection", async () => {
  await using peer = startScripted(hospitable);
  await using pool = new NodePool([scriptedSpec(peer)]);
  assertEquals(pool.names(), [NAME]);
  assertEquals(pool.states()[0]?.state, "idle");
  assertEquals(peer.accepted, 0);
  const uses = Array.from({ length: 20 }, () => pool.remote(NAME));
  assertEquals(pool.states()[0]?.state, "connecting");
  assertEquals(new Set(await Promise.all(uses)).size, 1);
  await pool.remote(NAME);
  assertEquals(peer.accepted, 1);
});

Deno.test("whoever gives up waiting disturbs nobody else", async () => {
  const open = Promise.withResolvers<void>();
  await using peer = startScripted(async (link) => {
    await open.promise;
    await hospitable(link);
  });
  await using pool = new NodePool([scriptedSpec(peer)]);
  const controller = new AbortController();
  const impatient = assertRejects(
    () => pool.remote(NAME, controller.signal),
    NodeError,
  );
  const patient = pool.remote(NAME);
  controller.abort();
  assertEquals((await impatient).code, "aborted");
  open.resolve();
  assertEquals((await patient).name, NAME);
  assertEquals(peer.accepted, 1);
});

Deno.test("the state of a link is data", async () => {
  await using peer = startScripted(hospitable);
  await using pool = new NodePool([scriptedSpec(peer)]);
  const before = pool.states()[0]?.since ?? Infinity;
  const node = await pool.remote(NAME);
  await node.call("m", "f", [], soon);
  const [state] = pool.states();
  assert(state?.connection);
  assertEquals(state.state, "connected");
  assert(state.since >= before);
  assertEquals(state.lastError, undefined);
  const { connection } = state;
  assertEquals(connection.localName, "beamtap@127.0.0.1");
  assertEquals(connection.incarnation, SCRIPTED.creation);
  assertEquals(connection.otpRelease, "25");
  assertEquals(connection.tickTimeMs, 60_000);
  assertEquals(connection.callsInFlight, 0);
  assert(connection.roundTripMs > 0);
  assert(connection.bytesIn > 0 && connection.bytesOut > 0);
});

Deno.test("a link that broke is restored by the next use alone, under the same name", async () => {
  const names: string[] = [];
  await using peer = startScripted(async (link) => {
    const { flags, name } = await link.readName();
    names.push(name);
    link.agree(flags);
    if (names.length === 2) {
      await link.status("alive");
      names.push(new TextDecoder().decode(await link.reply()));
    } else await link.status("ok");
    await link.challenge();
    await link.ack();
    await link.serve(async (call) => {
      if (call.fn !== "break") return call.reply(atom("ok"));
      // Lost inside a frame.
      await link.raw(Uint8Array.of(0, 0, 1));
      link.close();
    });
  });
  await using pool = new NodePool([scriptedSpec(peer)]);
  const node = await pool.remote(NAME);
  const error = await assertRejects(
    () => node.call("m", "break", [], soon),
    CallError,
  );
  assertEquals(error.code, "noconnection");
  assertEquals((await node.ended).code, "connection_lost");
  assertEquals(pool.states()[0]?.state, "idle");
  assertEquals(pool.states()[0]?.lastError?.code, "connection_lost");
  assertEquals(peer.accepted, 1);
  const [again, same] = await Promise.all([
    pool.remote(NAME),
    pool.remote(NAME),
  ]);
  assert(again === same && again !== node);
  assertEquals(peer.accepted, 2);
  // The node still held the broken link, which was ours.
  assertEquals(names, ["beamtap@127.0.0.1", "beamtap@127.0.0.1", "strue"]);
});

Deno.test("a name that another holds is left to it", async () => {
  const names: string[] = [];
  await using peer = startScripted(async (link) => {
    const { flags, name } = await link.readName();
    names.push(name);
    link.agree(flags);
    if (names.length === 1) {
      await link.status("alive");
      names.push(new TextDecoder().decode(await link.reply()));
      return await link.gone();
    }
    await link.status("ok");
    await link.challenge();
    await link.ack();
    await link.serve(() => {});
  });
  await using pool = new NodePool([scriptedSpec(peer)]);
  const node = await pool.remote(NAME);
  assertEquals(node.localName, "beamtap_2@127.0.0.1");
  assertEquals(names, [
    "beamtap@127.0.0.1",
    "sfalse",
    "beamtap_2@127.0.0.1",
  ]);
});

Deno.test("a dial that fails is not repeated unasked, and the next waits longer and longer", async () => {
  await using peer = startScripted(async (link) => {
    await link.readName();
    await link.status("not_allowed");
    await link.gone();
  });
  using waits = new Waits();
  await using pool = new NodePool([scriptedSpec(peer)]);
  for (let dials = 1; dials <= 3; dials++) {
    const uses = Array.from(
      { length: 5 },
      () => assertRejects(() => pool.remote(NAME), DistError),
    );
    for (const { code } of await Promise.all(uses)) {
      assertEquals(code, "not_allowed");
    }
    assertEquals(peer.accepted, dials);
  }
  // 250 is the head start that an address has before the next.
  const [second = 0, third = 0, ...others] = waits.between(125, 500)
    .filter((ms) => ms !== 250);
  assert(second <= 250 && third >= 250, `${second}, ${third} ms`);
  assertEquals(others, []);
  assertEquals(pool.states()[0]?.lastError?.code, "not_allowed");
  assertEquals(pool.states()[0]?.state, "idle");
});

Deno.test("a link nobody uses is closed after a while, one with a call in flight is not", async () => {
  let call: ScriptedCall | undefined;
  await using peer = startScripted(async (link) => {
    await link.accept();
    await link.serve((received) => call = received);
  });
  await using pool = new NodePool([scriptedSpec(peer)], { idleMs: 50 });
  const node = await pool.remote(NAME);
  const answer = node.call("m", "f", [], soon);
  await new Promise((resolve) => setTimeout(resolve, 250));
  assertEquals(pool.states()[0]?.state, "connected");
  call?.reply(1);
  assertEquals(await answer, 1);
  assertEquals((await node.ended).code, "closed");
  assertEquals(pool.states()[0]?.state, "idle");
  assertEquals(pool.states()[0]?.lastError, undefined);
  assert(await pool.remote(NAME) !== node);
});

Deno.test("closing the pool ends links, dials and calls at once", async () => {
  await using peer = startScripted(silent);
  await using mute = startScripted((link) => link.gone());
  const other = "mute@127.0.0.1";
  const pool = new NodePool([
    scriptedSpec(peer),
    { ...scriptedSpec(mute), name: other },
  ]);
  const node = await pool.remote(NAME);
  const call = assertRejects(() => node.call("m", "f", [], soon), CallError);
  const dial = assertRejects(() => pool.remote(other), NodeError);
  await eventually(() => mute.accepted, 1);
  await pool.close();
  assertEquals((await call).code, "noconnection");
  assertEquals((await dial).code, "closed");
  assertEquals(pool.states().map(({ state }) => state), ["closed", "closed"]);
  const error = await assertRejects(() => pool.remote(NAME), NodeError);
  assertEquals(error.code, "closed");
  await pool.close();
});

Deno.test("a node that is not known is refused with those that are", async () => {
  await using pool = new NodePool();
  const none = await assertRejects(() => pool.remote(NAME), NodeError);
  assertEquals(none.code, "unknown_node");
  pool.add({ name: NAME, port: 1, cookie: () => "c" });
  const error = await assertRejects(() => pool.remote("other@h"), NodeError);
  assert(error.hint?.includes(NAME), error.hint ?? "");
});

Deno.test("a node added again takes the place of the earlier one, whose link ends", async () => {
  await using peer = startScripted(silent);
  await using pool = new NodePool([scriptedSpec(peer)]);
  const node = await pool.remote(NAME);
  pool.add(scriptedSpec(peer));
  assertEquals((await node.ended).code, "closed");
  assertEquals(pool.names(), [NAME]);
  assert(await pool.remote(NAME) !== node);
});

Deno.test("a cookie that cannot be had, or that OTP would refuse, is an error before any connection is made", async () => {
  await using peer = startScripted(hospitable);
  const missing = new NodeError("no_cookie", "there is none");
  await using pool = new NodePool([
    { ...scriptedSpec(peer), cookie: () => Promise.reject(missing) },
  ]);
  assertEquals(
    await assertRejects(() => pool.remote(NAME), NodeError),
    missing,
  );
  for (const cookie of ["", "a\nb", "x".repeat(256), "käse\u{1f600}"]) {
    pool.add({ ...scriptedSpec(peer), cookie: () => cookie });
    const error = await assertRejects(() => pool.remote(NAME), NodeError);
    assertEquals(error.code, "bad_cookie");
    assert(cookie === "" || !error.message.includes(cookie));
  }
  assertEquals(peer.accepted, 0);
});
