import { assert, assertEquals, assertRejects } from "@std/assert";
import { X509Certificate } from "node:crypto";
import { DistError } from "../../lib/dist/mod.ts";
import { type TlsConfig, TlsError } from "../../lib/net/mod.ts";
import {
  dial,
  type DialOptions,
  NodeError,
  RemoteNode,
} from "../../lib/node/mod.ts";
import { type Beam, freePort, startBeam } from "../support/beam.ts";
import { silence, startPeer } from "../support/peers.ts";
import { evaluate, eventually, PATIENT, specOf } from "../support/remote.ts";
import {
  type Certificates,
  makeCertificates,
  startTlsBeam,
} from "../support/tls.ts";

let certificates: Certificates;
Deno.test.beforeAll(async () => {
  certificates = await makeCertificates();
});
Deno.test.afterAll(async () => {
  await certificates[Symbol.asyncDispose]();
});

function connectTls(
  beam: Beam,
  tls: TlsConfig,
  options: DialOptions = {},
): Promise<RemoteNode> {
  return RemoteNode.connect({ ...specOf(beam), tls }, {
    ...PATIENT,
    ...options,
  });
}

/** The code with which a dial by TLS fails. */
async function tlsFailure(
  beam: Beam,
  tls: TlsConfig,
  options: DialOptions = {},
): Promise<string> {
  const error = await assertRejects(
    () => connectTls(beam, tls, options),
    TlsError,
  );
  return error.code;
}

for (const version of ["tlsv1.2", "tlsv1.3"] as const) {
  Deno.test(`a node that demands client certificates is reached over ${version}`, async () => {
    await using beam = await startTlsBeam({
      certificates,
      version,
      mutual: true,
    });
    const ca = certificates.pem("ca");
    await using node = await connectTls(beam, {
      ca,
      ...certificates.client("client"),
    });
    const size = await evaluate(node, "byte_size(binary:copy(<<7>>, 3000000))");
    assertEquals(size, "3000000");
    assertEquals(
      await evaluate(node, "length(lists:seq(1, 300000))"),
      "300000",
    );
    assertEquals(await tlsFailure(beam, { ca }), "tls_client_certificate");
    const stranger = certificates.client("stranger");
    assertEquals(
      await tlsFailure(beam, { ca, ...stranger }),
      "tls_client_certificate",
    );
  });

  Deno.test(`a self-signed node is reached over ${version} by its fingerprint`, async () => {
    await using beam = await startTlsBeam({
      certificates,
      version,
      certificate: "self",
    });
    const { fingerprint256 } = new X509Certificate(certificates.pem("self"));
    await using node = await connectTls(beam, { fingerprint: fingerprint256 });
    assertEquals(node.name, beam.name);
  });

  Deno.test(`a pinned certificate whose key the peer lacks is refused over ${version}`, async () => {
    await using beam = await startTlsBeam({
      certificates,
      version,
      certificate: "self",
      key: "server",
    });
    const { fingerprint256 } = new X509Certificate(certificates.pem("self"));
    assertEquals(
      await tlsFailure(beam, { fingerprint: fingerprint256 }),
      "tls_failed",
    );
  });
}

Deno.test("a node that demands no client certificate is reached by its CA alone", async () => {
  await using beam = await startTlsBeam({ certificates });
  const ca = certificates.pem("ca");
  await using node = await connectTls(beam, { ca });
  assertEquals(await evaluate(node, "node()"), `'${beam.name}'`);
  assertEquals(
    await tlsFailure(beam, { ca: certificates.pem("rogue") }),
    "tls_untrusted",
  );
  const wrongCookie = await assertRejects(
    () =>
      RemoteNode.connect({ ...specOf(beam), tls: { ca }, cookie: () => "no" }),
    DistError,
  );
  assertEquals(wrongCookie.code, "wrong_cookie");
});

Deno.test("a node whose certificate is for another host, or out of date, is refused", async () => {
  const ca = certificates.pem("ca");
  await using elsewhere = await startTlsBeam({
    certificates,
    certificate: "elsewhere",
  });
  assertEquals(await tlsFailure(elsewhere, { ca }), "tls_wrong_host");
  const serverName = "elsewhere.example";
  await using node = await connectTls(elsewhere, { ca, serverName });
  assertEquals(node.name, elsewhere.name);
  await using expired = await startTlsBeam({
    certificates,
    certificate: "expired",
  });
  assertEquals(await tlsFailure(expired, { ca }), "tls_expired");
});

Deno.test("TLS where there is none, and none where there is, are told apart", async () => {
  await using tls = await startTlsBeam({ certificates });
  await using plain = await startBeam({ epmd: tls.epmd });
  const expected = await assertRejects(
    () => RemoteNode.connect(specOf(tls)),
    DistError,
  );
  assertEquals(expected.code, "tls_expected");
  // A plain node takes the greeting of TLS for the head of a long message.
  assertEquals(
    await tlsFailure(plain, {}, { connectTimeoutMs: 1500 }),
    "tls_timed_out",
  );
});

Deno.test("unusable TLS material is refused before EPMD is asked", async () => {
  await using epmd = startPeer(silence);
  const error = await assertRejects(
    () =>
      dial({
        name: "demo@127.0.0.1",
        epmdPort: epmd.port,
        tls: { ca: "nonsense" },
        cookie: () => "secret",
      }),
    TlsError,
  );
  assertEquals(error.code, "bad_tls_material");
  assertEquals(epmd.accepted, 0);
});

for (const alive of ["app", "shop"]) {
  Deno.test(`a wrong cookie costs ${alive} one attempt under one name`, async () => {
    await using beam = await startBeam({
      name: `${alive}${Deno.pid}@127.0.0.1`,
    });
    const wrong = { ...specOf(beam), cookie: () => "wrong" };
    const error = await assertRejects(
      () => RemoteNode.connect(wrong, PATIENT),
      DistError,
    );
    assertEquals(error.code, "wrong_cookie");
    await using node = await RemoteNode.connect(specOf(beam), PATIENT);
    const known = await evaluate(
      node,
      'length([N || N <- lists:seq(2, 9), is_atom(catch list_to_existing_atom("beamtap_" ++ ' +
        'integer_to_list(N) ++ "@127.0.0.1"))])',
    );
    assertEquals(known, "0");
    await eventually(
      () => beam.output().match(/Invalid challenge reply/g)?.length,
      1,
    );
  });
}

Deno.test("those of us who dial one node at the same moment all get in, each under a name", async () => {
  // Of a node whose name comes before ours, one can be dropped for another.
  await using beam = await startBeam({ name: `app${Deno.pid}_2@127.0.0.1` });
  await using all = new AsyncDisposableStack();
  const nodes = await Promise.all(
    [1, 2, 3].map(async () =>
      all.use(await RemoteNode.connect(specOf(beam), PATIENT))
    ),
  );
  assertEquals(new Set(nodes.map(({ localName }) => localName)).size, 3);
});

Deno.test({
  name: "a node on IPv6 is reached by its address",
  ignore: !hasIpv6(),
  fn: async () => {
    await using beam = await startBeam({
      name: `six${Deno.pid}@::1`,
      args: [
        "-proto_dist",
        "inet6_tcp",
        ...["-kernel", "inet_dist_use_interface", "{0,0,0,0,0,0,0,1}"],
      ],
    });
    await using node = await RemoteNode.connect(specOf(beam));
    assertEquals(await evaluate(node, "node()"), `'${beam.name}'`);
    assertEquals(node.localName, "beamtap@::1");
  },
});

Deno.test("a node with a short name is reached by it", async () => {
  await using beam = await startBeam({ name: `short${Deno.pid}@localhost` });
  await using node = await RemoteNode.connect(specOf(beam));
  assertEquals(node.name, beam.name);
});

Deno.test("a node under another address than its name's is reached there", async () => {
  await using beam = await startBeam({ name: `away${Deno.pid}@db1.invalid` });
  await using node = await RemoteNode.connect({
    ...specOf(beam),
    host: "127.0.0.1",
  });
  assertEquals(node.name, beam.name);
  assertEquals(node.localName, "beamtap@db1.invalid");
});

Deno.test("a node without EPMD is reached by its port", async () => {
  const port = freePort();
  await using beam = await startBeam({
    args: ["-erl_epmd_port", `${port}`],
  });
  await using node = await RemoteNode.connect({
    name: beam.name,
    port,
    cookie: () => beam.cookie,
  });
  assertEquals(node.name, beam.name);
});

Deno.test("each step of a dial is told, in order", async () => {
  await using beam = await startTlsBeam({ certificates });
  const steps: string[] = [];
  await using node = await connectTls(beam, { ca: certificates.pem("ca") }, {
    observe: (event) =>
      steps.push(
        event.type === "attempt" ? `attempt on ${event.to}` : event.type,
      ),
  });
  assertEquals(node.name, beam.name);
  assertEquals(steps, [
    "attempt on epmd",
    "registered",
    "attempt on node",
    "certificate",
    "connected",
    "handshake",
    "handshake",
    "handshake",
    "linked",
  ]);
});

for (
  const name of [
    "demo",
    "@127.0.0.1",
    "demo@",
    "a@b@c",
    "de mo@127.0.0.1",
    "demo@10.0.0.256",
    "demo@1:2",
    "demo@[::1]",
    "demo@-db1.example.com",
    "demo@db1..example.com",
    `demo@${"h".repeat(64)}`,
    `${"n".repeat(250)}@127.0.0.1`,
  ]
) {
  Deno.test(`${name.slice(0, 30)} is refused before any connection is made`, async () => {
    const error = await assertRejects(
      () => dial({ name, port: 1, cookie: () => "secret" }),
      NodeError,
    );
    assertEquals(error.code, "bad_node_name");
    assert(error.hint?.includes("demo@127.0.0.1"), "an example is given");
  });
}

Deno.test("a cookie that OTP refuses is refused before any connection is made", async () => {
  await using peer = startPeer(silence);
  for (const cookie of ["", "line\nbreak", "snow\u2603man", "c".repeat(256)]) {
    const error = await assertRejects(
      () =>
        dial({ name: "x@127.0.0.1", port: peer.port, cookie: () => cookie }),
      NodeError,
    );
    assertEquals(error.code, "bad_cookie");
    assert(cookie === "" || !error.message.includes(cookie), "it is not shown");
  }
  assertEquals(peer.accepted, 0);
});

for (const port of [0, -1, 65536, 1.5, NaN]) {
  Deno.test(`port ${port} is refused before any connection is made`, async () => {
    const spec = { name: "demo@127.0.0.1", cookie: () => "secret" };
    for (const wrong of [{ port }, { epmdPort: port }]) {
      const error = await assertRejects(
        () => dial({ ...spec, ...wrong }),
        NodeError,
      );
      assertEquals(error.code, "bad_port");
    }
  });
}

function hasIpv6(): boolean {
  try {
    Deno.listen({ hostname: "::1", port: 0 }).close();
    return true;
  } catch {
    return false;
  }
}
