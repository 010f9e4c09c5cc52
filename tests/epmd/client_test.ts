import { createServer } from "node:net";
import { assert, assertEquals, assertRejects } from "@std/assert";
import { EpmdError, listNames, lookupNode } from "../../lib/epmd/mod.ts";
import { freePort, startBeam, startEpmd } from "../support/beam.ts";
import { silence, startPeer } from "../support/peers.ts";

const host = "127.0.0.1";
const utf8 = new TextEncoder();

Deno.test("listNames and lookupNode find a real node, and only that", async () => {
  await using epmd = await startEpmd();
  assertEquals(await listNames({ host, port: epmd.port }), []);
  await using beam = await startBeam({ epmd });
  const alive = beam.name.split("@")[0] ?? "";
  const names = await listNames({ host, port: epmd.port });
  assertEquals(names.map((entry) => entry.name), [alive]);
  const found = await lookupNode(alive, { host, port: epmd.port });
  assertEquals(found.port, names[0]?.port);
  assert(found.highestVersion >= 6);
  const error = await assertRejects(
    () => lookupNode("stranger", { host, port: epmd.port }),
    EpmdError,
  );
  assertEquals(error.code, "not_registered");
  assertEquals(error.names, [alive]);
});

Deno.test("a port where nothing listens is epmd_refused", async () => {
  const error = await assertRejects(
    () => listNames({ host, port: freePort() }),
    EpmdError,
  );
  assertEquals(error.code, "epmd_refused");
});

Deno.test("an EPMD that stays silent is epmd_timed_out, within its deadline", async () => {
  await using peer = startPeer(silence);
  const error = await assertRejects(
    () => listNames({ host, port: peer.port, timeoutMs: 100 }),
    EpmdError,
  );
  assertEquals(error.code, "epmd_timed_out");
});

Deno.test("something that is no EPMD is epmd_malformed", async () => {
  await using peer = startPeer(async (conn) => {
    await conn.write(new TextEncoder().encode("SSH-2.0-OpenSSH_9.2\r\n"));
    conn.close();
  });
  const error = await assertRejects(
    () => lookupNode("x", { host, port: peer.port }),
    EpmdError,
  );
  assertEquals(error.code, "epmd_malformed");
});

Deno.test("a host that does not resolve is epmd_unreachable", async () => {
  const error = await assertRejects(
    () => listNames({ host: "no-such-host.invalid" }),
    EpmdError,
  );
  assertEquals(error.code, "epmd_unreachable");
});

Deno.test("giving up ends the wait", async () => {
  await using peer = startPeer(silence);
  const error = await assertRejects(
    () => listNames({ host, port: peer.port, signal: AbortSignal.timeout(50) }),
    EpmdError,
  );
  assertEquals(error.code, "aborted");
});

/** An EPMD that reads a question, gives this answer a byte at a time, and closes. */
function answering(answer: Uint8Array): ReturnType<typeof startPeer> {
  return startPeer(async (conn) => {
    conn.setNoDelay();
    await conn.read(new Uint8Array(64));
    for (const byte of answer) await conn.write(Uint8Array.of(byte));
    conn.close();
  });
}

Deno.test("answers that come a byte at a time are read to their end", async () => {
  const names = "name wire_b at port 19102\nname wire_a at port 19101\n";
  const listing = Uint8Array.of(0, 0, 0x11, 0x11, ...utf8.encode(names));
  await using lister = answering(listing);
  assertEquals(await listNames({ host, port: lister.port }), [
    { name: "wire_b", port: 19102 },
    { name: "wire_a", port: 19101 },
  ]);
  const found = "77004a9d4d00000600050006776972655f610000";
  await using finder = answering(Uint8Array.fromHex(found));
  const node = await lookupNode("wire_a", { host, port: finder.port });
  assertEquals(node.port, 19101);
});

Deno.test("an answer without end is epmd_malformed", async () => {
  await using peer = startPeer(async (conn) => {
    for (;;) await conn.write(new Uint8Array(65_536));
  });
  const error = await assertRejects(
    () => listNames({ host, port: peer.port }),
    EpmdError,
  );
  assertEquals(error.code, "epmd_malformed");
});

Deno.test("an answer that stops in the middle is epmd_timed_out", async () => {
  await using peer = startPeer(async (conn) => {
    await conn.write(Uint8Array.of(119, 0));
    await silence(conn);
  });
  const error = await assertRejects(
    () => lookupNode("x", { host, port: peer.port, timeoutMs: 100 }),
    EpmdError,
  );
  assertEquals(error.code, "epmd_timed_out");
});

Deno.test("a connection that breaks in the middle of an answer is epmd_malformed", async () => {
  const server = createServer((socket) => {
    socket.on(
      "data",
      () => socket.write(Uint8Array.of(119), () => socket.resetAndDestroy()),
    );
  });
  const { promise: listening, resolve } = Promise.withResolvers<void>();
  server.listen(0, host, resolve);
  await listening;
  const address = server.address();
  try {
    assert(address !== null && typeof address === "object");
    const error = await assertRejects(
      () => lookupNode("x", { host, port: address.port }),
      EpmdError,
    );
    assertEquals([error.code, error.cause instanceof Error], [
      "epmd_malformed",
      true,
    ]);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});
