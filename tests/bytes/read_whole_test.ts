import { assertEquals, assertRejects } from "@std/assert";
import { readWhole } from "../../lib/bytes/mod.ts";
import { oneByOne, streamOf, tcpPair } from "../support/streams.ts";

/** Bytes that tell their place. */
function numbered(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => i % 251);
}

Deno.test("readWhole gives what came, however it was cut", async () => {
  for (const length of [1, 22, 4095, 4096, 4097, 20_000]) {
    const bytes = numbered(length);
    assertEquals(await readWhole(streamOf(bytes), 65_536), bytes);
    assertEquals(await readWhole(streamOf(...oneByOne(bytes)), 65_536), bytes);
  }
  assertEquals(await readWhole(streamOf(), 65_536), new Uint8Array(0));
});

Deno.test("readWhole stops at its limit, also where the stream goes on", async () => {
  const endless = new ReadableStream({
    type: "bytes",
    pull: (controller): void => controller.enqueue(new Uint8Array(1000)),
  });
  assertEquals((await readWhole(endless, 10_000)).length, 10_000);
  for (const limit of [1, 4096, 4097]) {
    const bytes = numbered(limit);
    assertEquals(await readWhole(streamOf(bytes), limit), bytes);
  }
});

Deno.test("readWhole rejects with what broke the stream, after however much", async () => {
  let sent = false;
  const breaking = new ReadableStream({
    type: "bytes",
    pull(controller): void {
      if (sent) controller.error(new RangeError("broken"));
      else controller.enqueue(Uint8Array.of(1));
      sent = true;
    },
  });
  await assertRejects(() => readWhole(breaking, 100), RangeError, "broken");
});

Deno.test("readWhole reads a socket until the peer closes it", async () => {
  const [ours, theirs] = await tcpPair();
  using _ours = ours;
  const bytes = numbered(10_000);
  const reading = readWhole(ours.readable, 65_536);
  for (let at = 0; at < bytes.length; at += 777) {
    await theirs.write(bytes.subarray(at, at + 777));
  }
  theirs.close();
  assertEquals(await reading, bytes);
});
