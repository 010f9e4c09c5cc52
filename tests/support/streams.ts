/**
 * Byte streams for tests, without a socket.
 *
 * @module
 */

/** A byte stream that gives the chunks one read at a time, then ends. */
export function streamOf(
  ...chunks: readonly Uint8Array[]
): ReadableStream<Uint8Array> {
  const queue = [...chunks];
  return new ReadableStream({
    type: "bytes",
    pull(controller): void {
      const chunk = queue.shift();
      if (chunk) return controller.enqueue(chunk.slice());
      controller.close();
      controller.byobRequest?.respond(0);
    },
  });
}

/** The same bytes, one at a time. */
export function oneByOne(bytes: Uint8Array): Uint8Array[] {
  return Array.from(bytes, (byte) => Uint8Array.of(byte));
}

/** One array of several. */
export function concat(
  ...parts: readonly Uint8Array[]
): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A connected pair of TCP streams on loopback. */
export async function tcpPair(): Promise<[Deno.TcpConn, Deno.TcpConn]> {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  const [accepted, dialled] = await Promise.all([
    listener.accept(),
    Deno.connect({ hostname: "127.0.0.1", port }),
  ]);
  return [accepted, dialled];
}
