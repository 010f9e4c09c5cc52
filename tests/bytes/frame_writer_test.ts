import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { FrameError, FrameReader, FrameWriter } from "../../lib/bytes/mod.ts";
import { tcpPair } from "../support/streams.ts";

/** A sink that remembers each write, and takes them only while open. */
function sink(): {
  stream: WritableStream<Uint8Array>;
  writes: Uint8Array[];
  open(): void;
} {
  const writes: Uint8Array[] = [];
  const gate = Promise.withResolvers<void>();
  const stream = new WritableStream<Uint8Array>({
    async write(chunk): Promise<void> {
      await gate.promise;
      writes.push(chunk);
    },
  });
  return { stream, writes, open: () => gate.resolve() };
}

Deno.test("FrameWriter joins the frames of one turn into one write", async () => {
  const { stream, writes, open } = sink();
  open();
  const writer = new FrameWriter(stream);
  writer.send(2, Uint8Array.of(1));
  writer.send(4, Uint8Array.of(2), Uint8Array.of(3));
  await writer.flushed();
  assertEquals(writes.map((w) => [...w]), [[0, 1, 1, 0, 0, 0, 2, 2, 3]]);
  assertEquals(writer.bytesWritten, 9);
});

Deno.test("FrameWriter asks its caller to wait only when the peer is slow", async () => {
  const { stream, open } = sink();
  const writer = new FrameWriter(stream);
  assertEquals(writer.send(4, new Uint8Array(1000)), undefined);
  const wait = writer.send(4, new Uint8Array(300_000));
  assert(wait instanceof Promise);
  assert(writer.unsent > 300_000);
  open();
  await wait;
  assertEquals(writer.unsent, 0);
});

Deno.test("FrameWriter refuses large frames once too much is unsent, and goes on after", async () => {
  const { stream, writes, open } = sink();
  const writer = new FrameWriter(stream, 1_000_000);
  assertEquals(writer.room, Infinity);
  writer.send(4, new Uint8Array(899_996));
  assertEquals(writer.room, 100_000);
  const error = assertThrows(
    () => writer.send(4, new Uint8Array(200_000)),
    FrameError,
  );
  assertEquals(error.code, "frame_overflow");
  open();
  await writer.flushed();
  writer.send(4, new Uint8Array(5_000_000));
  await writer.flushed();
  assertEquals(writes.map((w) => w.length), [900_000, 5_000_004]);
});

Deno.test("FrameWriter takes small frames for longer than large ones, but not for ever", () => {
  const writer = new FrameWriter(sink().stream, 1_000_000);
  writer.send(4, new Uint8Array(999_996));
  let taken = 0;
  const error = assertThrows(() => {
    for (; taken < 1000; taken++) writer.send(4, new Uint8Array(9996));
  }, FrameError);
  assertEquals(error.code, "frame_overflow");
  assertEquals(taken, 100);
});

Deno.test("FrameWriter refuses a frame that its prefix cannot count", () => {
  const writer = new FrameWriter(sink().stream);
  assertThrows(() => writer.send(2, new Uint8Array(65536)), FrameError);
});

Deno.test("FrameWriter reports a broken stream to whoever waits, and to later sends", async () => {
  const stream = new WritableStream<Uint8Array>({
    write(): void {
      throw new TypeError("broken pipe");
    },
  });
  const writer = new FrameWriter(stream);
  writer.send(4, new Uint8Array(1));
  await assertRejects(() => writer.flushed(), TypeError, "broken pipe");
  assertThrows(() => writer.send(4, new Uint8Array(1)), TypeError);
});

Deno.test("frames written by FrameWriter arrive whole through FrameReader over TCP", async () => {
  const [a, b] = await tcpPair();
  const writer = new FrameWriter(a.writable);
  const reader = new FrameReader(b.readable, 4);
  const sizes = [0, 1, 100, 65536, 1_000_000, 3];
  const sent = sizes.map((size, i) => new Uint8Array(size).fill(i + 1));
  const writing = Promise.all(sent.map((body) => writer.send(4, body)));
  for (const body of sent) assertEquals(await reader.next(), body);
  await writing;
  a.close();
  assertEquals(await reader.next(), undefined);
});
