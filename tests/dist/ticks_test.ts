import { assert, assertEquals } from "@std/assert";
import type { Connection } from "../../lib/dist/mod.ts";
import { atom } from "../../lib/etf/mod.ts";
import { Intervals } from "../support/timers.ts";
import {
  assertBroken,
  linked,
  receive,
  SEND,
  TICK,
} from "../support/linked.ts";
import { eventually } from "../support/remote.ts";

/** The link holds for four intervals without a byte, and ends at the fifth. */
function assertHoldsFive(connection: Connection, intervals: Intervals): void {
  for (let silent = 1; silent <= 4; silent++) {
    intervals.pass();
    assertEquals(connection.closeReason, undefined, `${silent}`);
  }
  intervals.pass();
  assertEquals(connection.closeReason?.code, "peer_silent");
}

Deno.test("every tick of the peer is answered, and is no message", async () => {
  await using link = await linked();
  const waiting = link.connection.next();
  for (let i = 0; i < 3; i++) {
    await link.node.raw(TICK);
    assertEquals((await link.node.nextFrame()).length, 0);
  }
  link.node.send(SEND, 1);
  assertEquals((await waiting).payload, 1);
});

Deno.test("a link that is idle ticks every quarter of the tick time", async () => {
  using intervals = new Intervals();
  await using link = await linked({ tickTimeMs: 1000 });
  assertEquals(intervals.lengths, [250]);
  for (let quarter = 0; quarter < 4; quarter++) {
    intervals.pass();
    assertEquals((await link.node.nextFrame()).length, 0);
  }
});

Deno.test("a link that sends anyway does not tick", async () => {
  using intervals = new Intervals();
  await using link = await linked();
  for (let quarter = 0; quarter < 4; quarter++) {
    link.connection.send(SEND, quarter);
    const frame = await link.node.nextFrame();
    assert(frame.length > 0, `${quarter}`);
    intervals.pass();
  }
  link.connection.send(SEND, atom("end"));
  assert((await link.node.nextFrame()).length > 0);
});

Deno.test("nothing is added to what a peer does not read, neither ticks nor answers to its own", async () => {
  using intervals = new Intervals();
  await using link = await linked();
  const { connection, node } = link;
  // More than the system takes in for a socket.
  const payload = new Uint8Array(64_000_000);
  const unread = connection.send(SEND, payload);
  await node.raw(TICK);
  node.send(SEND, 1);
  await receive(connection, 1);
  for (let quarter = 0; quarter < 3; quarter++) intervals.pass();
  assertEquals(connection.closeReason, undefined);
  // Fragments of what was sent, and no empty frame among or behind them.
  for (let received = 0; received < payload.length;) {
    const { length } = await node.nextFrame();
    assert(length > 0, `a tick after ${received} bytes`);
    received += length;
  }
  await unread;
  connection.send(SEND, 2);
  assert((await node.nextFrame()).length > 0);
});

Deno.test("a peer silent for its tick time and a quarter ends the link", async () => {
  using intervals = new Intervals();
  await using link = await linked();
  const { connection, node } = link;
  intervals.pass(); // in which there was the handshake
  for (let i = 0; i < 4; i++) intervals.pass();
  const { bytesIn } = connection.traffic;
  const waiting = connection.next().catch((error) => error);
  await node.raw(TICK);
  await eventually(() => connection.traffic.bytesIn, bytesIn + TICK.length);
  intervals.pass();
  assertHoldsFive(connection, intervals);
  assertEquals(await waiting, connection.closeReason);
});

Deno.test("a peer that stops inside a message is as silent as one between two", async () => {
  using intervals = new Intervals();
  await using link = await linked();
  const { connection, node } = link;
  const broken = assertBroken(link, "peer_silent");
  const { bytesIn } = connection.traffic;
  await node.raw(Uint8Array.of(0, 0, 1, 0, 131));
  await eventually(() => connection.traffic.bytesIn, bytesIn + 5);
  intervals.pass();
  assertHoldsFive(connection, intervals);
  await broken;
});

Deno.test("a large message that arrives slowly is no silence", async () => {
  using intervals = new Intervals();
  await using link = await linked();
  const { connection, node } = link;
  const payload = new Uint8Array(16_000_000);
  const whole = node.encode(SEND, payload);
  const message = connection.next();
  // Larger than the steps in which progress is seen.
  const step = Math.ceil(whole.length / 8);
  for (let at = 0; at < whole.length; at += step) {
    const { bytesIn } = connection.traffic;
    await node.raw(whole.subarray(at, at + step));
    await eventually(() => connection.traffic.bytesIn > bytesIn, true);
    intervals.pass();
    assertEquals(connection.closeReason, undefined, `${at}`);
  }
  assertEquals((await message).payload, payload);
});

Deno.test("the tick time can be learnt later", async () => {
  using intervals = new Intervals();
  await using link = await linked();
  assertEquals(intervals.lengths, [15_000]);
  link.connection.tickTime = 100;
  assertEquals(intervals.lengths, [25]);
  intervals.pass();
  assertHoldsFive(link.connection, intervals);
});

Deno.test("a tick time takes effect by the system's clock", async () => {
  await using link = await linked({ tickTimeMs: 100 });
  await assertBroken(link, "peer_silent");
});
