import { assert, assertEquals } from "@std/assert";
import { freePort, startBeam, startEpmd } from "../support/beam.ts";
import {
  epmdOption,
  NEW_CLIENT,
  reaching,
  type TestClient,
  testEach,
} from "./support.ts";

/** Asks a node, and wants an error of this code that says what to do. */
async function failsWith(
  client: TestClient,
  code: string,
  args: Record<string, unknown> = {},
): Promise<string> {
  const answer = await client.call("get_node_info", args);
  assert(answer.isError, answer.text);
  assert(answer.text.startsWith(`${code}: `), answer.text);
  assert(answer.text.includes("\nWhat to do: "), answer.text);
  assert(!answer.text.includes("testcookie"), answer.text);
  return answer.text;
}

testEach(
  "what is wrong with one node is told, and others are served",
  async (program) => {
    await using epmd = await startEpmd();
    await using good = await startBeam({ epmd });
    await using other = await startBeam({ epmd, cookie: "another" });
    const unknown = "nobody@127.0.0.1";
    const unresolved = "a@no-such-host.invalid";
    await using client = await NEW_CLIENT.connect(program, [
      ...[good.name, other.name, unknown, unresolved],
      "--cookie=testcookie",
      ...epmdOption(epmd),
    ]);
    await failsWith(client, "node_required");
    await failsWith(client, "wrong_cookie", { node: other.name });
    const text = await failsWith(client, "not_registered", { node: unknown });
    assert(text.includes(good.name.split("@")[0] ?? "?"), text);
    await failsWith(client, "epmd_unreachable", { node: unresolved });
    await failsWith(client, "unknown_node", { node: "x@127.0.0.1" });
    const answer = await client.call("get_node_info", { node: good.name });
    assertEquals(answer.structured.node, good.name, answer.text);
  },
);

testEach("without a port mapper, the answer says so", async (program) => {
  await using client = await NEW_CLIENT.connect(program, [
    "a@127.0.0.1",
    "--cookie=c",
    `--epmd-port=${freePort()}`,
  ]);
  await failsWith(client, "epmd_refused");
});

testEach(
  "a node that accepts and stays silent is given up in time",
  async (program) => {
    using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    assert(listener.addr.transport === "tcp");
    const conns: Deno.Conn[] = [];
    const accepting = (async (): Promise<void> => {
      for await (const conn of listener) conns.push(conn);
    })();
    await using beam = await startBeam();
    await using client = await NEW_CLIENT.connect(program, [
      ...reaching(beam),
      `--node=silent@127.0.0.1=127.0.0.1:${listener.addr.port}`,
    ]);
    let over = false;
    const silent = failsWith(client, "handshake_timed_out", {
      node: "silent@127.0.0.1",
    }).finally(() => over = true);
    const answer = await client.call("get_node_info", { node: beam.name });
    assertEquals(answer.isError, false, answer.text);
    assertEquals(over, false);
    await silent;
    listener.close();
    await accepting;
    for (const conn of conns) conn.close();
  },
);

testEach(
  "a node that dies in a call fails that call at once, and is found again",
  async (program) => {
    await using epmd = await startEpmd();
    await using client = await (async (): Promise<TestClient> => {
      await using beam = await startBeam({ epmd, name: "mortal@127.0.0.1" });
      const client = await NEW_CLIENT.connect(program, reaching(beam));
      const before = await client.call("get_node_info");
      assertEquals(before.isError, false, before.text);
      // A stopped node cannot answer, so the call is under way when it dies.
      beam.signal("SIGSTOP");
      const dying = failsWith(client, "noconnection");
      await new Promise((resolve) => setTimeout(resolve, 1000));
      beam.signal("SIGKILL");
      await dying;
      return client;
    })();
    await failsWith(client, "not_registered");
    await using reborn = await startBeam({ epmd, name: "mortal@127.0.0.1" });
    for (let attempt = 0;; attempt++) {
      const after = await client.call("get_node_info");
      if (!after.isError) break;
      assert(attempt < 20, after.text);
    }
    assertEquals(reborn.name, "mortal@127.0.0.1");
  },
);
