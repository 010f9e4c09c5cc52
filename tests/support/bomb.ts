/**
 * Small files that inflate to large crash dumps.
 *
 * @module
 */

const HEAD =
  "=erl_crash_dump:0.5\nMon Nov 30 04:49:53 2026\nSlogan: bomb\nSystem version: Erlang/OTP 25 [erts-13.1.5] [64-bit]\n=proc:<0.1.0>\nState: Waiting\n";

/** Writes a compressed dump that begins with a process, and goes on with lines of 1 MiB. */
export async function writeBomb(path: string, lines: number): Promise<void> {
  const line = new Uint8Array(1 << 20).fill(0x41);
  line[0] = 0x0a;
  let left = lines;
  const content = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (out) => out.enqueue(new TextEncoder().encode(HEAD)),
    pull: (out) => left-- > 0 ? out.enqueue(line) : out.close(),
  });
  await Deno.writeFile(
    path,
    content.pipeThrough(new CompressionStream("gzip")),
  );
}
