import { assert, assertEquals } from "@std/assert";
import type { TlsConfig } from "../../lib/net/mod.ts";
import {
  type Diagnosis,
  type DialOptions,
  examine,
  type Finding,
  NodeError,
  type NodeSpec,
  RemoteNode,
} from "../../lib/node/mod.ts";
import { freePort, startBeam } from "../support/beam.ts";
import { type ScriptedPeer, silence, startPeer } from "../support/peers.ts";
import { specOf } from "../support/remote.ts";
import { concat } from "../support/streams.ts";
import {
  type Certificates,
  makeCertificates,
  startTlsBeam,
} from "../support/tls.ts";

const NO_COOKIE = (): string => "any";

/** The step that failed, with the code of the error. */
function failure({ findings }: Diagnosis): string {
  const failed = findings.filter(({ outcome }) => outcome === "failed");
  assertEquals(failed.length, 1, "exactly one step fails");
  return `${failed[0]?.step}: ${failed[0]?.code}`;
}

function steps({ findings }: Diagnosis): string[] {
  return findings.map(({ step, outcome }) => `${step} ${outcome}`);
}

function finding({ findings }: Diagnosis, step: Finding["step"]): Finding {
  const found = findings.find((each) => each.step === step);
  assert(found, `there is a finding for ${step}`);
  return found;
}

/** What to do, after whatever failed, in one text. */
function todo({ findings }: Diagnosis): string {
  return findings.flatMap((each) => each.todo).join("\n");
}

/** An EPMD on 127.0.0.1 alone, that knows the node `demo` at a port. */
function startListing(port: number): ScriptedPeer {
  return startPeer(async (conn) => {
    const request = new Uint8Array(64);
    await conn.read(request);
    const names = new TextEncoder().encode(`name demo at port ${port}\n`);
    const found = Uint8Array.of(119, 0, port >> 8, port, 77, 0, 0, 6, 0, 5);
    const rest = Uint8Array.of(0, 4, 100, 101, 109, 111, 0, 0);
    const isNames = request[2] === 110;
    await conn.write(
      isNames ? concat(new Uint8Array(4), names) : concat(found, rest),
    );
    conn.close();
  });
}

Deno.test("a node that can be reached passes every step", async () => {
  await using beam = await startBeam();
  const diagnosis = await examine(specOf(beam));
  assertEquals(diagnosis.reachable, true);
  assertEquals(diagnosis.findings.map(({ step }) => step), [
    "name",
    "cookie",
    "resolver",
    "epmd",
    "tcp",
    "handshake",
    "proof",
    "call",
  ]);
  assert(finding(diagnosis, "call").text.includes("OTP "));
  assert(!JSON.stringify(diagnosis).includes(beam.cookie), "no cookie is told");
});

Deno.test("a name of ours that is taken costs one more try, not a step", async () => {
  await using beam = await startBeam();
  await using first = await RemoteNode.connect(specOf(beam));
  const diagnosis = await examine(specOf(beam));
  assertEquals(first.localName, "beamtap@127.0.0.1");
  assertEquals(diagnosis.reachable, true);
  assertEquals(
    finding(diagnosis, "handshake").text,
    "it lets beamtap_2@127.0.0.1 in",
  );
});

for (
  const [what, spec, expected] of [
    ["a malformed name", { name: "demo" }, "name: bad_node_name"],
    ["an impossible port", { port: 99999 }, "name: bad_port"],
    ["a cookie that OTP refuses", { cookie: () => "" }, "cookie: bad_cookie"],
    ["no cookie", {
      cookie: () => {
        throw new NodeError("no_cookie", "no cookie is known");
      },
    }, "cookie: no_cookie"],
    ["bad certificates", { tls: { ca: "x" } }, "tls: bad_tls_material"],
    [
      "an unknown host",
      { name: "x@no.invalid" },
      "resolver: name_not_resolved",
    ],
  ] satisfies [string, Partial<NodeSpec>, string][]
) {
  Deno.test(`${what} is found out before anything is dialled`, async () => {
    const base = { name: "x@127.0.0.1", port: 1, cookie: NO_COOKIE };
    const diagnosis = await examine({ ...base, ...spec });
    assertEquals(failure(diagnosis), expected);
    assertEquals(diagnosis.reachable, false);
    assert(diagnosis.findings.every(({ tried }) => tried.length === 0));
  });
}

Deno.test("an EPMD that is not there, silent, or without the node are told apart", async () => {
  await using mute = startPeer(silence);
  await using beam = await startBeam();
  const at = (epmdPort: number): NodeSpec => ({
    name: "nobody@127.0.0.1",
    epmdPort,
    cookie: NO_COOKIE,
  });
  const gone = await examine(at(freePort()));
  assertEquals(failure(gone), "epmd: epmd_refused");
  assertEquals(finding(gone, "epmd").tried.length, 1);
  const silent = await examine(at(mute.port), { connectTimeoutMs: 100 });
  assertEquals(failure(silent), "epmd: epmd_timed_out");
  const unknown = await examine(at(beam.epmd.port));
  assertEquals(failure(unknown), "epmd: not_registered");
  assert(todo(unknown).includes(beam.name.split("@")[0] ?? "?"));
});

Deno.test("an EPMD on the other address family is found", async () => {
  await using epmd = startListing(4711);
  const diagnosis = await examine({
    name: "demo@::1",
    epmdPort: epmd.port,
    cookie: NO_COOKIE,
  });
  // Without IPv6 on the machine the address is unreachable, not refused.
  assert(/epmd: epmd_(refused|unreachable)/.test(failure(diagnosis)));
  const advice = "--node 'demo@::1=127.0.0.1:4711'";
  assert(todo(diagnosis).includes(advice), todo(diagnosis));
});

Deno.test("a node of this machine is found when its host name has no address", async () => {
  await using epmd = startListing(4711);
  const diagnosis = await examine({
    name: "demo@no-such-host.invalid",
    epmdPort: epmd.port,
    cookie: NO_COOKIE,
  });
  assertEquals(failure(diagnosis), "resolver: name_not_resolved");
  assertEquals(diagnosis.findings.at(-1)?.step, "look");
  assert(
    todo(diagnosis).includes("'demo@no-such-host.invalid=127.0.0.1:4711'"),
  );
});

Deno.test("a stale entry of EPMD is found out at the port", async () => {
  await using epmd = startListing(freePort());
  const diagnosis = await examine({
    name: "demo@127.0.0.1",
    epmdPort: epmd.port,
    cookie: NO_COOKIE,
  });
  assertEquals(failure(diagnosis), "tcp: connection_refused");
  assert(todo(diagnosis).includes("stale"));
});

Deno.test("the wrong form of a name is found out, and the right one told", async () => {
  await using beam = await startBeam();
  const [alive] = beam.name.split("@");
  const spec = { ...specOf(beam), name: `${alive}@localhost` };
  const diagnosis = await examine(spec);
  assertEquals(failure(diagnosis), "handshake: wrong_node");
  assert(todo(diagnosis).includes(beam.name));
});

Deno.test("a wrong cookie is found out, and neither cookie told", async () => {
  await using beam = await startBeam({ cookie: "theirs_2f61" });
  const spec = { ...specOf(beam), cookie: () => "ours_93be" };
  const diagnosis = await examine(spec);
  assertEquals(failure(diagnosis), "proof: wrong_cookie");
  assertEquals(finding(diagnosis, "handshake").outcome, "ok");
  assert(!/2f61|93be/.test(JSON.stringify(diagnosis)));
});

Deno.test("a paused node is told from one that is gone", async () => {
  await using beam = await startBeam();
  beam.signal("SIGSTOP");
  const diagnosis = await examine(specOf(beam), { stepTimeoutMs: 200 });
  beam.signal("SIGCONT");
  assertEquals(failure(diagnosis), "handshake: handshake_timed_out");
  assertEquals(finding(diagnosis, "tcp").outcome, "ok");
  assert(todo(diagnosis).includes("-CONT"));
});

Deno.test("a busy node is reached, with a warning", async () => {
  await using beam = await startBeam({
    args: ["+S", "1:1"],
    setup:
      "[spawn(fun F() -> F() end) || _ <- lists:seq(1, 40)], process_flag(priority, high)",
  });
  const diagnosis = await examine(specOf(beam));
  assertEquals(diagnosis.reachable, true);
  assertEquals(finding(diagnosis, "call").outcome, "warning");
  assert(todo(diagnosis).includes("overloaded"));
});

Deno.test("TLS is diagnosed", async (test) => {
  await using certificates: Certificates = await makeCertificates();
  await using beam = await startTlsBeam({ certificates, mutual: true });
  await using plain = await startBeam({ epmd: beam.epmd });
  const ca = certificates.pem("ca");
  const examineTls = (
    tls: TlsConfig,
    options?: DialOptions,
  ): Promise<Diagnosis> => examine({ ...specOf(beam), tls }, options);

  await test.step("a certificate that soon ends is a warning", async () => {
    const client = certificates.client("client");
    const diagnosis = await examineTls({ ca, ...client });
    assertEquals(diagnosis.reachable, true);
    assertEquals(steps(diagnosis).slice(4, 6), ["tcp ok", "tls warning"]);
  });
  await test.step("a node that speaks TLS, dialled without", async () => {
    const diagnosis = await examine(specOf(beam));
    assertEquals(failure(diagnosis), "handshake: tls_expected");
    assert(todo(diagnosis).includes("--tls-ca"));
  });
  await test.step("a node without TLS, dialled with", async () => {
    const spec = { ...specOf(plain), tls: { ca } };
    const diagnosis = await examine(spec, { connectTimeoutMs: 1000 });
    assertEquals(failure(diagnosis), "tls: tls_timed_out");
    assertEquals(finding(diagnosis, "tcp").outcome, "ok");
    assertEquals(
      diagnosis.findings.at(-1)?.text,
      "the node answers without TLS",
    );
  });
  await test.step("a CA that did not sign", async () => {
    const diagnosis = await examineTls({
      ca: certificates.pem("rogue"),
      ...certificates.client("client"),
    });
    assertEquals(failure(diagnosis), "tls: tls_untrusted");
  });
  await test.step("a client certificate that is missing", async () => {
    const diagnosis = await examineTls({ ca });
    assertEquals(failure(diagnosis), "tls: tls_client_certificate");
    assert(todo(diagnosis).includes("--tls-cert"));
  });
});
