import { assert, assertEquals, assertRejects } from "@std/assert";
import { EpmdError, listNames, lookupNode } from "../../lib/epmd/mod.ts";
import { freePort, startBeam, startEpmd } from "../support/beam.ts";
import { silence, startPeer } from "../support/peers.ts";

const host = "127.0.0.1";

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
