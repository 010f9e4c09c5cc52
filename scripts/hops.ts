// deno-lint-ignore-file no-console
/**
 * Counts the files and functions of `lib/` that one warm `tools/call
 * list_processes` runs through: the real server on standard input and output,
 * a real node, V8's precise coverage. The fewer there are, the sooner a reader
 * has followed a whole call.
 *
 * @module
 */

import * as z from "zod";
import { type Beam, startBeam } from "../tests/support/beam.ts";

const ROOT = new URL("..", import.meta.url);

const COVERAGE = z.object({
  result: z.array(z.object({
    url: z.string(),
    functions: z.array(z.object({
      functionName: z.string(),
      ranges: z.tuple([
        z.object({ startOffset: z.int(), count: z.int() }),
      ], z.unknown()),
    })),
  })),
});

/** A JSON-RPC peer that answers requests by their id. */
interface Peer {
  ask(method: string, params?: object): Promise<unknown>;
}

/** Matches answers to requests; `send` takes a request, `heard` is given each message that comes back. */
function peer(
  send: (request: object) => void,
): Peer & { heard(text: string): void } {
  const waiting = new Map<number, (answer: unknown) => void>();
  const answer = z.object({ id: z.int(), result: z.unknown() });
  let last = 0;
  return {
    ask(method, params = {}): Promise<unknown> {
      const { promise, resolve } = Promise.withResolvers<unknown>();
      waiting.set(++last, resolve);
      send({ id: last, method, params });
      return promise;
    },
    heard(text): void {
      const { success, data } = answer.safeParse(JSON.parse(text));
      if (success) waiting.get(data.id)?.(data.result);
    },
  };
}

/** Yields the lines of a stream until `stop` accepts one. */
async function eachLine(
  stream: ReadableStream<Uint8Array>,
  take: (line: string) => void,
): Promise<void> {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    lines.forEach(take);
  }
}

/** V8's inspector of a process, at the address that it prints. */
async function inspector(address: string): Promise<Peer & Disposable> {
  const socket = new WebSocket(address);
  const own = peer((request) => socket.send(JSON.stringify(request)));
  socket.onmessage = ({ data }): void => own.heard(String(data));
  await new Promise((resolve) => socket.onopen = resolve);
  return { ...own, [Symbol.dispose]: () => socket.close() };
}

/** Each file of `lib/` with the functions in it that ran, once the call is warm. */
async function measure(beam: Beam): Promise<Map<string, string[]>> {
  const server = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--inspect=127.0.0.1:0", "--no-prompt", "--allow-net"],
      new URL("main.ts", ROOT).pathname,
      ...["serve", beam.name, "--epmd-port", `${beam.epmd.port}`],
      ...["--cookie", beam.cookie],
    ],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const input = server.stdin.getWriter();
  const mcp = peer((request) => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...request });
    void input.write(new TextEncoder().encode(`${text}\n`));
  });
  const address = Promise.withResolvers<string>();
  const ended = Promise.all([
    eachLine(server.stdout, mcp.heard),
    eachLine(server.stderr, (line) => {
      const [found] = /ws:\/\/\S+/.exec(line) ?? [];
      if (found !== undefined) address.resolve(found);
    }),
    server.status,
  ]);
  try {
    using v8 = await inspector(await address.promise);
    await mcp.ask("initialize", {
      protocolVersion: "2025-06-18",
      capabilities: {},
      clientInfo: { name: "hops", version: "1" },
    });
    const call = (): Promise<unknown> =>
      mcp.ask("tools/call", { name: "list_processes", arguments: {} });
    for (let round = 0; round < 5; round++) {
      const { isError } = Object(await call());
      if (isError) throw new Error("list_processes failed");
    }
    await v8.ask("Profiler.enable");
    await v8.ask("Profiler.startPreciseCoverage", {
      callCount: true,
      detailed: false,
    });
    await call();
    const coverage = COVERAGE.parse(
      await v8.ask("Profiler.takePreciseCoverage"),
    );
    return functionsOf(coverage);
  } finally {
    await input.close();
    await ended;
  }
}

function functionsOf(
  { result }: z.output<typeof COVERAGE>,
): Map<string, string[]> {
  const lib = new URL("lib/", ROOT).href;
  const ran = result.flatMap(({ url, functions }) => {
    const names = functions
      .filter(({ ranges: [whole] }) => whole.count > 0)
      // V8 counts the fields of a class beside its constructor.
      .filter(({ functionName }) => !functionName.startsWith("<"))
      .map(({ functionName, ranges: [whole] }) =>
        functionName || `(at ${whole.startOffset})`
      );
    return url.startsWith(lib) && names.length > 0
      ? [[url.slice(lib.length), names] as const]
      : [];
  });
  return new Map(ran.toSorted(([a], [b]) => a < b ? -1 : 1));
}

await using beam = await startBeam();
const files = await measure(beam);
for (const [file, names] of files) {
  console.log(`${`${names.length}`.padStart(4)}  ${file}: ${names.join(", ")}`);
}
const total = [...files.values()].reduce((sum, names) => sum + names.length, 0);
console.log(`${files.size} files, ${total} functions`);
