/**
 * Stands between an agent and beamtap, and writes down what passes:
 * `proxy.ts FILE COMMAND [ARGUMENT…]`. A line of the file is what the agent (`>`) or beamtap (`<`) sent.
 *
 * @module
 */

const [file = "", command = "", ...args] = Deno.args;
const log = await Deno.open(file, { append: true, create: true });
const server = new Deno.Command(command, {
  args,
  stdin: "piped",
  stdout: "piped",
}).spawn();

/** Passes lines on, each written down first. */
function noted(mark: string): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  let rest = "";
  return new TransformStream({
    transform(chunk, controller): void {
      const lines = (rest + decoder.decode(chunk, { stream: true }))
        .split("\n");
      rest = lines.pop() ?? "";
      const text = lines.map((line) => `${mark}${line}\n`).join("");
      log.writeSync(new TextEncoder().encode(text));
      controller.enqueue(chunk);
    },
  });
}

await Promise.all([
  Deno.stdin.readable.pipeThrough(noted(">")).pipeTo(server.stdin),
  server.stdout.pipeThrough(noted("<")).pipeTo(Deno.stdout.writable),
].map((pipe) => pipe.catch(() => undefined)));
Deno.exit((await server.status).code);
