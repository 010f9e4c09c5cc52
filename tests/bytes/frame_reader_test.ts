import { assertEquals, assertRejects } from "@std/assert";
import { FrameError, FrameReader } from "../../lib/bytes/mod.ts";
import { concat, oneByOne, streamOf } from "../support/streams.ts";

function frame2(...bytes: number[]): Uint8Array {
  return Uint8Array.of(bytes.length >> 8, bytes.length & 255, ...bytes);
}

function frame4(body: Uint8Array): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(4 + body.length);
  new DataView(frame.buffer).setUint32(0, body.length);
  frame.set(body, 4);
  return frame;
}

async function all(reader: FrameReader): Promise<number[][]> {
  const frames: number[][] = [];
  for (
    let frame = await reader.next();
    frame;
    frame = reader.take() ?? await reader.next()
  ) frames.push([...frame]);
  return frames;
}

Deno.test("FrameReader cuts several frames out of one chunk, empty ones included", async () => {
  const stream = streamOf(concat(frame2(1, 2), frame2(), frame2(3)));
  assertEquals(await all(new FrameReader(stream, 2)), [[1, 2], [], [3]]);
});

Deno.test("FrameReader reads frames that arrive one byte at a time", async () => {
  const bytes = concat(frame2(1, 2, 3), frame2(), frame2(4));
  const stream = streamOf(...oneByOne(bytes));
  assertEquals(await all(new FrameReader(stream, 2)), [[1, 2, 3], [], [4]]);
});

Deno.test("FrameReader switches its prefix between two frames of one chunk", async () => {
  const stream = streamOf(concat(frame2(1), frame4(Uint8Array.of(2, 3))));
  const reader = new FrameReader(stream, 2);
  assertEquals([...await reader.next() ?? []], [1]);
  reader.prefixSize = 4;
  assertEquals([...await reader.next() ?? []], [2, 3]);
  assertEquals(await reader.next(), undefined);
});

Deno.test("FrameReader leaves earlier frames intact while it reads on", async () => {
  const bodies = [10, 3000, 70_000, 300_000, 5_000_000, 1].map((size, i) =>
    new Uint8Array(size).fill(i + 1)
  );
  const bytes = concat(...bodies.map(frame4));
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += 50_001) {
    chunks.push(bytes.subarray(at, at + 50_001));
  }
  const reader = new FrameReader(streamOf(...chunks), 4);
  const frames: Uint8Array[] = [];
  for (let f = await reader.next(); f; f = await reader.next()) frames.push(f);
  assertEquals(frames.length, bodies.length);
  for (const [i, body] of bodies.entries()) assertEquals(frames[i], body);
  assertEquals(reader.bytesRead, bytes.length);
});

Deno.test("FrameReader tells a clean end from one inside a frame", async () => {
  assertEquals(await new FrameReader(streamOf(), 4).next(), undefined);
  const cuts = [
    [0, 0],
    [0, 0, 1, 0, 1, 2, 3],
    [0, 16, 0, 0, ...new Array<number>(1000).fill(7)],
  ];
  for (const bytes of cuts) {
    const reader = new FrameReader(streamOf(Uint8Array.from(bytes)), 4);
    const error = await assertRejects(() => reader.next(), FrameError);
    assertEquals(error.code, "frame_truncated");
  }
});

Deno.test("FrameReader refuses a frame over the limit before it allocates", async () => {
  const stream = streamOf(Uint8Array.of(255, 255, 255, 255, 1));
  const reader = new FrameReader(stream, 4, 1000);
  const error = await assertRejects(() => reader.next(), FrameError);
  assertEquals(error.code, "frame_too_large");
});
