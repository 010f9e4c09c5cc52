/**
 * The sender of the frame benchmark, in a worker: reports the port it listens on, then sends
 * frames as fast as they are read.
 *
 * @module
 */

/// <reference lib="deno.worker" />

self.onmessage = async (event: MessageEvent): Promise<void> => {
  const { frameSize, count }: { frameSize: number; count: number } = event.data;
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  self.postMessage(listener.addr.port);
  using conn = await listener.accept();
  const perBatch = Math.max(1, Math.floor((1 << 20) / (frameSize + 4)));
  const batch = new Uint8Array(perBatch * (frameSize + 4));
  const view = new DataView(batch.buffer);
  for (let i = 0; i < perBatch; i++) {
    view.setUint32(i * (frameSize + 4), frameSize);
  }
  for (let left = count; left > 0; left -= perBatch) {
    const bytes = batch.subarray(0, Math.min(left, perBatch) * (frameSize + 4));
    for (let at = 0; at < bytes.length;) {
      at += await conn.write(bytes.subarray(at));
    }
  }
  conn.closeWrite();
  // Waits until the reader has read everything and closed.
  await conn.read(new Uint8Array(1));
};
