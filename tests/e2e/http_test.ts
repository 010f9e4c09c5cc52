import { isDenoAtLeast } from "../../lib/net/mod.ts";
import { assert, assertEquals } from "@std/assert";
import { startBeam } from "../support/beam.ts";
import { HTTP_CLIENTS, HttpProgram, NEWEST, withFile } from "./http_support.ts";
import { reaching, run, testEach } from "./support.ts";

testEach(
  "over HTTP, every stock client asks, and the node answers",
  async (program) => {
    await using beam = await startBeam();
    await using server = await HttpProgram.start(program, reaching(beam));
    const token = await server.token("ann", ["inspect"]);
    for (const kind of HTTP_CLIENTS) {
      await using client = await kind.connect(server.url, token);
      const tools = await client.tools();
      assert(tools.includes("list_processes"), kind.name);
      assert(!tools.includes("get_mailbox"), kind.name);
      assert((await client.prompts()).includes("memory_grows"), kind.name);
      const about = await client.call("get_node_info");
      assertEquals(about.structured.node, beam.name, about.text);
      const overview = await client.read(`beam://${beam.name}/overview`);
      assert(overview.includes("otp_release"), overview);
      const hidden = await client.call("get_mailbox", { process: "init" })
        .then(({ text }) => text, (error: Error) => error.message);
      assert(hidden.includes('there is no tool "get_mailbox"'), hidden);
    }
  },
);

testEach("a token that is revoked lets nobody in any more", async (program) => {
  await using server = await HttpProgram.start(program, ["a@127.0.0.1"]);
  const token = await server.token("ann", ["inspect"]);
  await using client = await NEWEST.connect(server.url, token);
  await client.call("list_nodes");
  await server.revoke("ann", token);
  const outcome = await client.call("list_nodes")
    .then(() => "answered", () => "refused");
  assertEquals(outcome, "refused");
});

testEach(
  "a signal ends it over HTTP too, open streams and all",
  async (program) => {
    await using server = await HttpProgram.start(program, ["a@127.0.0.1"]);
    const token = await server.token("ann", ["inspect"]);
    const clients = await Promise.all(
      HTTP_CLIENTS.map((kind) => kind.connect(server.url, token)),
    );
    assertEquals(await server.stop(), 0);
    for (const client of clients) await client[Symbol.asyncDispose]();
  },
);

testEach(
  "with no file descriptor left for more connections, it goes on serving",
  async (program) => {
    const command = await Deno.makeTempFile();
    const script = `#!/bin/sh\nulimit -n 64\nexec "${program.command}" "$@"\n`;
    await Deno.writeTextFile(command, script);
    await Deno.chmod(command, 0o700);
    const args = ["a@127.0.0.1"];
    await using server = await HttpProgram.start({ ...program, command }, args);
    await Deno.remove(command);
    if (server.lacksLimits) return;
    const token = await server.token("ann", ["inspect"]);
    const { hostname, port } = new URL(server.url);
    const idle: Deno.TcpConn[] = [];
    while (idle.length < 150) {
      idle.push(await Deno.connect({ hostname, port: Number(port) }));
    }
    await using client = await NEWEST.connect(server.url, token);
    assert((await client.tools()).includes("list_nodes"));
    for (const conn of idle) conn.close();
  },
);

testEach(
  "who listens to others is warned, and an address that cannot be had says why",
  async (program) => {
    const file = await Deno.makeTempFile();
    await Deno.writeTextFile(file, '{"tokens": []}');
    // An address for documentation (RFC 5737), which no machine has.
    const { code, stderr } = await run(
      { ...program, args: withFile(program, file) },
      ["serve", "--http=192.0.2.1:0", `--tokens=${file}`],
    );
    await Deno.remove(file);
    const [, version] = /built on Deno ([\d.]+),/.exec(stderr) ?? [];
    if (version !== undefined && !isDenoAtLeast(2, 9, version)) {
      assert(stderr.includes("only the loopback interface"), stderr);
      return;
    }
    assertEquals(code, 1, stderr);
    assert(stderr.includes("unencrypted"), stderr);
    assert(
      stderr.includes("cannot listen on 192.0.2.1 port 0: listen E"),
      stderr,
    );
  },
);

testEach("without tokens, it listens to nobody", async (program) => {
  for (const address of ["0", "0.0.0.0:0"]) {
    const { code, stderr } = await run(program, [
      "serve",
      `--http=${address}`,
    ]);
    assertEquals(code, 2, stderr);
    assert(stderr.includes("--tokens"), stderr);
  }
});
