import { assert, assertEquals, assertRejects } from "@std/assert";
import { type Attempt, type Connector, openFirst } from "../../lib/net/tcp.ts";
import { connectTcp, NetError } from "../../lib/net/mod.ts";
import { freePort } from "../support/beam.ts";
import { silence, startPeer } from "../support/peers.ts";

const SILENT = "192.0.2.1";
const REFUSED = "192.0.2.2";
const GOOD = "192.0.2.3";
const ALSO_GOOD = "192.0.2.4";

/** Documentation addresses stand in for hosts that answer, refuse, or swallow packets. */
class FakeNetwork implements Connector<string> {
  readonly dialled: string[] = [];
  readonly discarded: string[] = [];
  readonly givenUp: string[] = [];

  open(address: string, _port: number, signal: AbortSignal): Promise<string> {
    this.dialled.push(address);
    if (address === REFUSED) {
      return Promise.reject(
        Object.assign(new Error("refused"), { code: "ECONNREFUSED" }),
      );
    }
    if (address !== SILENT) return Promise.resolve(`stream to ${address}`);
    return new Promise((_, reject) => {
      signal.addEventListener("abort", () => {
        this.givenUp.push(address);
        reject(new Error("given up"));
      });
    });
  }

  discard(conn: string): void {
    this.discarded.push(conn);
  }
}

function race(
  network: FakeNetwork,
  addresses: string[],
  options: { timeoutMs?: number; signal?: AbortSignal; log?: Attempt[] } = {},
): Promise<string> {
  return openFirst(
    {
      host: "db1.example",
      port: 4369,
      timeoutMs: options.timeoutMs ?? 5000,
      signal: options.signal,
      onAttempt: (attempt) => options.log?.push(attempt),
    },
    network,
    addresses,
  );
}

Deno.test("a dead first address does not hold up the next", async () => {
  const network = new FakeNetwork();
  assertEquals(await race(network, [SILENT, GOOD]), `stream to ${GOOD}`);
  assertEquals(network.dialled, [SILENT, GOOD]);
  assertEquals(network.givenUp, [SILENT], "the dead attempt is ended");
});

Deno.test("an address that refuses is followed by the next at once", async () => {
  const network = new FakeNetwork();
  const log: Attempt[] = [];
  await race(network, [REFUSED, GOOD], { log });
  assertEquals(log.map(({ address, error }) => [address, error?.message]), [
    [REFUSED, "refused"],
    [GOOD, undefined],
  ]);
});

Deno.test("the first address that answers is taken alone", async () => {
  const network = new FakeNetwork();
  await race(network, [GOOD, ALSO_GOOD]);
  assertEquals(network.dialled, [GOOD]);
});

Deno.test("a connection that comes after the deadline is closed", async () => {
  const network = new FakeNetwork();
  const late = Promise.withResolvers<string>();
  network.open = () => late.promise;
  const error = await assertRejects(
    () => race(network, [GOOD], { timeoutMs: 1 }),
    NetError,
  );
  assertEquals(error.code, "connect_timed_out");
  late.resolve("late");
  await new Promise((resolve) => setTimeout(resolve));
  assertEquals(network.discarded, ["late"]);
});

Deno.test("addresses that never answer are reported when the time is up", async () => {
  const log: Attempt[] = [];
  const error = await assertRejects(
    () => race(new FakeNetwork(), [SILENT], { timeoutMs: 20, log }),
    NetError,
  );
  assertEquals(error.code, "connect_timed_out");
  assertEquals(log.map(({ address }) => address), [SILENT]);
});

Deno.test("giving up ends every attempt", async () => {
  const network = new FakeNetwork();
  const controller = new AbortController();
  const racing = race(network, [SILENT], { signal: controller.signal });
  controller.abort();
  assertEquals((await assertRejects(() => racing, NetError)).code, "aborted");
  assertEquals(network.givenUp, [SILENT]);
});

Deno.test("only when every address refuses does nothing listen there", async () => {
  const refused = await assertRejects(
    () => race(new FakeNetwork(), [REFUSED]),
    NetError,
  );
  assertEquals(refused.code, "connection_refused");
  const network = new FakeNetwork();
  const open = network.open.bind(network);
  network.open = (address, port, signal) =>
    address === GOOD
      ? Promise.reject(new Error("no route to host"))
      : open(address, port, signal);
  const mixed = await assertRejects(
    () => race(network, [REFUSED, GOOD]),
    NetError,
  );
  assertEquals(mixed.code, "unreachable");
  assert(mixed.message.includes("no route to host"), mixed.message);
});

Deno.test("connectTcp() reaches a listener by name and by address", async () => {
  await using peer = startPeer(silence);
  for (const host of ["localhost", "127.0.0.1"]) {
    const transport = await connectTcp({
      host,
      port: peer.port,
      timeoutMs: 5000,
    });
    assertEquals([transport.kind, transport.address], ["tcp", "127.0.0.1"]);
    transport.close();
    transport.close();
  }
});

Deno.test("connectTcp() says when nothing listens, and on which port", async () => {
  const port = freePort();
  const error = await assertRejects(
    () => connectTcp({ host: "127.0.0.1", port, timeoutMs: 5000 }),
    NetError,
    `nothing listens on 127.0.0.1:${port}`,
  );
  assertEquals(error.code, "connection_refused");
});

Deno.test("a host name without an address is an error of its own", async () => {
  const error = await assertRejects(
    () => connectTcp({ host: "no.such.invalid", port: 1, timeoutMs: 20_000 }),
    NetError,
  );
  assertEquals(error.code, "name_not_resolved");
});

Deno.test({
  name: "without permission for the host nothing is dialled and nothing asked",
  permissions: { net: ["192.0.2.1"] },
  fn: async () => {
    const error = await assertRejects(
      () => connectTcp({ host: "127.0.0.1", port: 4369, timeoutMs: 5000 }),
      NetError,
      "127.0.0.1:4369",
    );
    assertEquals(error.code, "permission_denied");
    assert(error.hint?.includes("--allow-net=127.0.0.1:4369"), error.hint);
  },
});

for (const granted of ["localhost", "localhost:4369"]) {
  Deno.test({
    name: `permission for ${granted} alone is enough to dial it by name`,
    permissions: { net: [granted] },
    fn: async () => {
      const network = new FakeNetwork();
      const options = { host: "localhost", port: 4369, timeoutMs: 5000 };
      await openFirst(options, network);
      assertEquals(network.dialled, ["localhost"]);
    },
  });
}
