import { assert, assertEquals } from "@std/assert";
import { beamtap } from "./support.ts";

/** A port mapper that knows a node of this name. */
function mapper(name: string): { port: number } & AsyncDisposable {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  const serving = (async () => {
    for await (const connection of listener) {
      const question = new Uint8Array(64);
      await connection.read(question);
      const text = new TextEncoder().encode(`name ${name} at port 5555\n`);
      const head = new Uint8Array(4);
      new DataView(head.buffer).setUint32(0, port);
      // Asked for one node, it has none of that name (PORT2_RESP, 1).
      await connection.write(
        question[2] === 122
          ? Uint8Array.of(119, 1)
          : Uint8Array.of(...head, ...text),
      );
      connection.close();
    }
  })();
  return {
    port,
    async [Symbol.asyncDispose](): Promise<void> {
      listener.close();
      await serving;
    },
  };
}

Deno.test("names of a port mapper steer no terminal, as text or as JSON", async () => {
  const name = "a\u202eb\u009b31m";
  await using epmd = mapper(name);
  const option = `--epmd-port=${epmd.port}`;
  for (
    const args of [["nodes", "127.0.0.1"], ["doctor", "--node=x@127.0.0.1"]]
  ) {
    for (const json of [[], ["--json"]]) {
      const { stdout, stderr } = await beamtap(
        ["-A"],
        ...[...args, option, "--cookie=abcdefgh", ...json],
      );
      assert(/^[\x20-\x7e\n\t]*$/.test(stdout + stderr), stdout + stderr);
      assert(/202e/i.test(stdout), stdout + stderr);
    }
  }
  const { stdout } = await beamtap(["-A"], "nodes", option, "--json");
  assertEquals(JSON.parse(stdout).names[0].name, name, "it is the same name");
});

Deno.test("what a command line says wrong is shown on one line", async () => {
  const { code, stderr } = await beamtap(["-A"], "sr\u202eve\nbeamtap: ok");
  assertEquals([code, /^[\x20-\x7e]*\n$/.test(stderr)], [2, true], stderr);
});
