import { assert, assertEquals, assertRejects } from "@std/assert";
import { X509Certificate } from "node:crypto";
import {
  connectTls,
  NetError,
  type ShownCertificate,
  type TlsConfig,
  TlsError,
  type Transport,
} from "../../lib/net/mod.ts";
import { freePort } from "../support/beam.ts";
import { silence, startPeer } from "../support/peers.ts";
import {
  type CertificateName,
  type Certificates,
  makeCertificates,
  startTlsPeer,
} from "../support/tls.ts";

let certificates: Certificates;
Deno.test.beforeAll(async () => {
  certificates = await makeCertificates();
});
Deno.test.afterAll(async () => {
  await certificates[Symbol.asyncDispose]();
});

function connect(
  port: number,
  tls: TlsConfig,
  more: { timeoutMs?: number; onCertificate?: (s: ShownCertificate) => void } =
    {},
): Promise<Transport> {
  return connectTls({
    host: "127.0.0.1",
    serverName: "127.0.0.1",
    port,
    tls,
    timeoutMs: 5000,
    ...more,
  });
}

function fingerprint(name: CertificateName): string {
  return new X509Certificate(certificates.pem(name)).fingerprint256;
}

/** Connects to a peer that shows `name`, and gives the code of the refusal, if any. */
async function outcome(name: CertificateName, tls: TlsConfig): Promise<string> {
  await using peer = startTlsPeer(certificates, name);
  try {
    (await connect(peer.port, tls)).close();
    return "connected";
  } catch (error) {
    assert(error instanceof TlsError, `${error}`);
    assert(error.hint, "a failure says what to do");
    return error.code;
  }
}

Deno.test("the CA that signed the certificate is enough", async () => {
  const ca = certificates.pem("ca");
  assertEquals(await outcome("server", { ca }), "connected");
});

Deno.test("a certificate of another CA is refused", async () => {
  assertEquals(await outcome("server", {}), "tls_untrusted");
  const ca = certificates.pem("rogue");
  assertEquals(await outcome("server", { ca }), "tls_untrusted");
});

Deno.test("a certificate for another host is refused, unless its name is given", async () => {
  const ca = certificates.pem("ca");
  assertEquals(await outcome("elsewhere", { ca }), "tls_wrong_host");
  const serverName = "elsewhere.example";
  assertEquals(await outcome("elsewhere", { ca, serverName }), "connected");
  assertEquals(
    await outcome("server", { ca, serverName }),
    "tls_wrong_host",
  );
});

Deno.test("a name in the certificate serves as well as an address", async () => {
  const ca = certificates.pem("ca");
  assertEquals(
    await outcome("server", { ca, serverName: "localhost" }),
    "connected",
  );
  assertEquals(await outcome("server", { ca, serverName: "::1" }), "connected");
  assertEquals(
    await outcome("server", { ca, serverName: "[::1]" }),
    "connected",
  );
});

Deno.test("an expired certificate is refused, with its dates", async () => {
  const ca = certificates.pem("ca");
  assertEquals(await outcome("expired", { ca }), "tls_expired");
  await using peer = startTlsPeer(certificates, "expired");
  const today = new Date().toISOString().slice(0, 7);
  await assertRejects(
    () => connect(peer.port, { ca }),
    TlsError,
    `to ${today}`,
  );
});

Deno.test("a self-signed certificate is refused, and its fingerprint told", async () => {
  await using peer = startTlsPeer(certificates, "self");
  const error = await assertRejects(() => connect(peer.port, {}), TlsError);
  assertEquals(error.code, "tls_untrusted");
  assert(error.hint?.includes(fingerprint("self")), error.hint);
});

Deno.test("a self-signed certificate is trusted as its own CA", async () => {
  const tls = { ca: certificates.pem("self"), serverName: "self" };
  assertEquals(await outcome("self", tls), "connected");
});

Deno.test("a pinned certificate is trusted, whoever signed it and for whatever host", async () => {
  for (const name of ["self", "elsewhere", "expired"] as const) {
    const tls = { fingerprint: fingerprint(name) };
    assertEquals(await outcome(name, tls), "connected");
  }
});

Deno.test("another certificate than the pinned one is refused", async () => {
  const tls = { fingerprint: fingerprint("self") };
  assertEquals(await outcome("server", tls), "tls_wrong_fingerprint");
});

Deno.test("beside a pin, a CA must hold too", async () => {
  const pinned = { fingerprint: fingerprint("server") };
  const ca = certificates.pem("ca");
  assertEquals(await outcome("server", { ...pinned, ca }), "connected");
  const rogue = certificates.pem("rogue");
  assertEquals(
    await outcome("server", { ...pinned, ca: rogue }),
    "tls_untrusted",
  );
});

Deno.test("what the peer shows is told", async () => {
  await using peer = startTlsPeer(certificates, "server");
  const shown: ShownCertificate[] = [];
  const transport = await connect(peer.port, { ca: certificates.pem("ca") }, {
    onCertificate: (certificate) => shown.push(certificate),
  });
  transport.close();
  assertEquals(
    shown.map(({ protocol, subject, issuer }) => ({
      protocol,
      subject,
      issuer,
    })),
    [{ protocol: "TLSv1.3", subject: "server", issuer: "ca" }],
  );
  assertEquals(shown[0]?.fingerprint, fingerprint("server"));
  assert((shown[0]?.validTo ?? 0) > Date.now());
});

Deno.test("bytes go both ways, and come as a byte stream", async () => {
  await using peer = startTlsPeer(certificates, "server", async (conn) => {
    await conn.readable.pipeTo(conn.writable);
  });
  const transport = await connect(peer.port, { ca: certificates.pem("ca") });
  const sent = crypto.getRandomValues(new Uint8Array(60_000));
  const writer = transport.writable.getWriter();
  const writing = writer.write(sent);
  const reader = transport.readable.getReader({ mode: "byob" });
  const { value } = await reader.read(new Uint8Array(sent.length), {
    min: sent.length,
  });
  await writing;
  assertEquals(value, sent);
  transport.close();
});

Deno.test("a peer that just closes ends the stream, without a word of TLS", async () => {
  await using peer = startTlsPeer(certificates, "server", async (conn) => {
    await conn.write(new TextEncoder().encode("bye"));
    const request = new Uint8Array(1);
    await conn.read(request);
  });
  // A relay in between closes the TCP connection, so that no close_notify comes.
  const up = Promise.withResolvers<Deno.TcpConn>();
  await using relay = startPeer(async (down) => {
    const { port } = peer;
    const onward = await Deno.connect({ hostname: "127.0.0.1", port });
    up.resolve(down);
    await Promise.all([
      onward.readable.pipeTo(down.writable),
      down.readable.pipeTo(onward.writable),
    ].map((pipe) => pipe.catch(() => {})));
  });
  const transport = await connect(relay.port, { ca: certificates.pem("ca") });
  const reader = transport.readable.getReader({ mode: "byob" });
  const { value } = await reader.read(new Uint8Array(100));
  assertEquals(new TextDecoder().decode(value), "bye");
  (await up.promise).close();
  assertEquals((await reader.read(new Uint8Array(100))).done, true);
  transport.close();
});

Deno.test("closing twice is harmless, and fails what is pending", async () => {
  await using peer = startTlsPeer(certificates, "server", async (conn) => {
    await conn.read(new Uint8Array(1));
  });
  const transport = await connect(peer.port, { ca: certificates.pem("ca") });
  const reader = transport.readable.getReader({ mode: "byob" });
  const reading = reader.read(new Uint8Array(1));
  transport.close();
  transport.close();
  await assertRejects(() => reading, Error, "closed");
  const writer = transport.writable.getWriter();
  await assertRejects(() => writer.write(new Uint8Array(1)), Error);
});

Deno.test("a peer that floods us is slowed down while nobody reads", async () => {
  const block = new Uint8Array(1024 * 1024);
  let taken = 0;
  const stuck = Promise.withResolvers<void>();
  await using peer = startTlsPeer(certificates, "server", async (conn) => {
    for (; taken < 64; taken++) {
      const timer = setTimeout(stuck.resolve, 300);
      const writer = conn.writable.getWriter();
      await writer.write(block);
      writer.releaseLock();
      clearTimeout(timer);
    }
    stuck.resolve();
  });
  const transport = await connect(peer.port, { ca: certificates.pem("ca") });
  await stuck.promise;
  assert(taken < 32, `${taken} MiB were taken though nobody read`);
  const reader = transport.readable.getReader({ mode: "byob" });
  for (let left = 64 * block.length; left > 0;) {
    const min = Math.min(left, block.length);
    const { value } = await reader.read(new Uint8Array(min), { min });
    left -= value?.length ?? left;
  }
  transport.close();
});

Deno.test("a peer that does not read slows us down", async () => {
  const resume = Promise.withResolvers<void>();
  const all = 32 * 1024 * 1024;
  await using peer = startTlsPeer(certificates, "server", async (conn) => {
    await conn.handshake();
    await resume.promise;
    const sink = new Uint8Array(1024 * 1024);
    while (await conn.read(sink) !== null);
  });
  const transport = await connect(peer.port, { ca: certificates.pem("ca") });
  const writer = transport.writable.getWriter();
  let written = false;
  const writing = writer.write(new Uint8Array(all)).then(() => written = true);
  await new Promise((resolve) => setTimeout(resolve, 100));
  assertEquals(written, false, "the write is not over before the peer reads");
  resume.resolve();
  await writing;
  transport.close();
});

Deno.test("a port that does not speak TLS is told from one that does", async () => {
  const ca = certificates.pem("ca");
  await using banner = startPeer(async (conn) => {
    await conn.write(new TextEncoder().encode("SSH-2.0-OpenSSH_9.2\r\n"));
    await silence(conn);
  });
  await using closes = startPeer(async (conn) => {
    await conn.read(new Uint8Array(1000));
    conn.close();
  });
  for (const { port } of [banner, closes]) {
    const error = await assertRejects(() => connect(port, { ca }), TlsError);
    assertEquals(error.code, "tls_not_spoken");
  }
});

Deno.test("a peer that says nothing is given up after the deadline", async () => {
  await using peer = startPeer(silence);
  const error = await assertRejects(
    () => connect(peer.port, { ca: certificates.pem("ca") }, { timeoutMs: 50 }),
    TlsError,
  );
  assertEquals(error.code, "tls_timed_out");
});

Deno.test("bad material is refused before anything is dialled", async () => {
  await using peer = startPeer(silence);
  const error = await assertRejects(
    () => connect(peer.port, { ca: "nonsense" }),
    TlsError,
  );
  assertEquals(error.code, "bad_tls_material");
  assertEquals(peer.accepted, 0);
});

Deno.test("a port where nothing listens is an error of the network, not of TLS", async () => {
  const error = await assertRejects(() => connect(freePort(), {}), NetError);
  assertEquals(error.code, "connection_refused");
});
