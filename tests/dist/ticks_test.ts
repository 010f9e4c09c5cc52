import { assert, assertEquals } from "@std/assert";
import { assertBroken, linked, SEND, TICK } from "../support/linked.ts";

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
  await using link = await linked({ tickTimeMs: 1000 });
  const waiting = link.connection.next();
  for (let i = 0; i < 4; i++) {
    assertEquals((await link.node.nextFrame()).length, 0);
    await link.node.raw(TICK);
    // The answer to it.
    assertEquals((await link.node.nextFrame()).length, 0);
  }
  link.node.send(SEND, 1);
  await waiting;
});

Deno.test("a peer silent for its tick time and a quarter ends the link", async () => {
  await using link = await linked({ tickTimeMs: 200 });
  const begin = performance.now();
  await assertBroken(link, "peer_silent");
  assert(performance.now() - begin >= 240);
});

Deno.test("a peer that stops inside a message is as silent as one between two", async () => {
  await using link = await linked({ tickTimeMs: 200 });
  await link.node.raw(Uint8Array.of(0, 0, 1, 0, 131));
  await assertBroken(link, "peer_silent");
});

Deno.test("a large message that arrives slowly is no silence", async () => {
  await using link = await linked({ tickTimeMs: 1000 });
  const payload = new Uint8Array(6_000_000);
  const whole = link.node.encode(SEND, payload);
  const message = link.connection.next();
  const step = Math.ceil(whole.length / 5);
  const begin = performance.now();
  for (let at = 0; at < whole.length; at += step) {
    await link.node.raw(whole.subarray(at, at + step));
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  assertEquals((await message).payload, payload);
  assert(performance.now() - begin > 1250);
});

Deno.test("the tick time can be learnt later", async () => {
  await using link = await linked();
  link.connection.tickTime = 100;
  await assertBroken(link, "peer_silent");
});
