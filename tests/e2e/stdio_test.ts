import { assert, assertEquals } from "@std/assert";
import { startBeam } from "../support/beam.ts";
import { RawServer, reaching, run, testEach } from "./support.ts";

const line = (id: number, method: string, params: unknown = {}): string =>
  `${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`;

const INITIALIZE = line(0, "initialize", {
  protocolVersion: "2025-06-18",
  capabilities: {},
  clientInfo: { name: "tests", version: "1" },
});

const call = (id: number, name: string): string =>
  line(id, "tools/call", { name, arguments: {} });

/** The ids answered on standard output, which must hold nothing but JSON-RPC. */
function ids(stdout: string): unknown[] {
  return stdout.trimEnd().split("\n").map((text) => {
    const message = JSON.parse(text);
    assertEquals(message.jsonrpc, "2.0");
    return message.id;
  });
}

testEach(
  "piped in and cut off, all is answered, then it ends",
  async (program) => {
    await using beam = await startBeam();
    const input = INITIALIZE + call(1, "get_node_info") +
      call(2, "list_processes") + line(3, "tools/list") +
      call(4, "no_such_tool");
    const { code, stdout, stderr } = await run(program, reaching(beam), {
      input,
    });
    assertEquals(code, 0, stderr);
    assertEquals(ids(stdout).toSorted(), [0, 1, 2, 3, 4]);
    assertEquals(stderr, "");
  },
);

testEach("without input it ends, and says nothing", async (program) => {
  const { code, stdout, stderr } = await run(program, ["a@127.0.0.1"]);
  assertEquals([code, stdout, stderr], [0, "", ""]);
});

testEach("at the end of input it ends, links and all", async (program) => {
  await using beam = await startBeam();
  await using server = new RawServer(program, reaching(beam));
  await server.initialize();
  await server.request("tools/call", { name: "get_node_info", arguments: {} });
  await server.next();
  await server.end();
  assertEquals(await server.ended(), { code: 0, stderr: "" });
});

testEach("junk is answered, and does not disturb", async (program) => {
  const input = `${INITIALIZE}{junk\n[]\n"${"x".repeat(12_000_000)}"\n` +
    line(1, "tools/list");
  const { code, stdout, stderr } = await run(program, [], { input });
  assertEquals([code, stderr], [0, ""]);
  assertEquals(ids(stdout).map(String).toSorted(), [
    "0",
    "1",
    "null",
    "null",
    "null",
  ]);
});

testEach("a reader who has gone ends it", async (program) => {
  await using server = new RawServer(program, []);
  await server.initialize();
  await server.stopReading();
  await server.request("tools/list");
  const { code } = await server.ended();
  assertEquals(code, 0);
});

testEach("a signal ends it cleanly", async (program) => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    await using server = new RawServer(program, []);
    await server.initialize();
    server.signal(signal);
    assertEquals(await server.ended(), { code: 0, stderr: "" });
  }
});

testEach("starting and listing dials nothing", async (program) => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  assert(listener.addr.transport === "tcp");
  let dialled = 0;
  const accepting = (async (): Promise<void> => {
    for await (const conn of listener) {
      dialled++;
      conn.close();
    }
  })();
  const args = [
    "a@127.0.0.1",
    "--cookie=c",
    `--epmd-port=${listener.addr.port}`,
  ];
  const input = INITIALIZE + line(1, "tools/list");
  await run(program, args, { input });
  assertEquals(dialled, 0);
  await run(program, args, { input: input + call(2, "get_node_info") });
  assert(dialled > 0);
  listener.close();
  await accepting;
});
