import { assert, assertEquals } from "@std/assert";
import type { TlsConfig } from "../../lib/net/mod.ts";
import {
  type Cookie,
  type Diagnosis,
  type DialOptions,
  examine,
  type Finding,
  NodeError,
  type NodeSpec,
  RemoteNode,
} from "../../lib/node/mod.ts";
import { type Beam, freePort, startBeam } from "../support/beam.ts";
import { type ScriptedPeer, silence, startPeer } from "../support/peers.ts";
import { connect, evaluate, specOf } from "../support/remote.ts";
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
function startListing(port: number, version = 6): ScriptedPeer {
  return startPeer(async (conn) => {
    const request = new Uint8Array(64);
    await conn.read(request);
    const names = new TextEncoder().encode(`name demo at port ${port}\n`);
    const found = Uint8Array.of(
      ...[119, 0, port >> 8, port, 77, 0],
      ...[0, version, 0, 5],
    );
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
    "the node accepts beamtap_2@127.0.0.1",
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
  Deno.test(`${what} is found out before any connection is made`, async () => {
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

for (
  const [what, as] of [
    ["by another address of this machine", "localhost"],
    ["whose host name has no address", "no-such-host.invalid"],
    ["by a name with another host", "127.0.0.1"],
  ] as const
) {
  Deno.test({
    name: `a node that listens on ::1 alone is found, ${what}`,
    ignore: !hasIpv6(),
    fn: async () => {
      await using beam = await startBeam({
        name: `six${Deno.pid}@localhost`,
        listenOn: "::1",
      });
      const spec = specOf(beam);
      const name = beam.name.replace("localhost", as);
      const diagnosis = await examine({ ...spec, name });
      assertEquals(diagnosis.reachable, false);
      const look = finding(diagnosis, "look");
      const [, port] = /=\[::1\]:(\d+)'$/.exec(look.todo[0] ?? "") ?? [];
      assertEquals(look.todo, [`--node '${beam.name}=[::1]:${port}'`]);
      // What is suggested works.
      const again = await examine({
        ...spec,
        host: "::1",
        port: Number(port),
      });
      assertEquals(again.reachable, true);
    },
  });
}

for (const name of ["demo@::1", "demo@no-such-host.invalid"]) {
  Deno.test(`what EPMD knows of ${name}, but is not there, is not suggested`, async () => {
    await using epmd = startListing(freePort());
    const diagnosis = await examine({
      name,
      epmdPort: epmd.port,
      cookie: NO_COOKIE,
    });
    // Without IPv6 on the machine the address is unreachable, not refused.
    assert(
      /epmd_(refused|unreachable)|name_not_resolved/.test(failure(diagnosis)),
    );
    const look = finding(diagnosis, "look");
    assert(look.text.includes("no such node answers"), look.text);
    assert(!look.todo.join().includes("--node"), look.todo.join());
  });
}

Deno.test("a node that told EPMD that it is too old is found out", async () => {
  await using node = startPeer((conn) => conn.close());
  await using epmd = startListing(node.port, 5);
  const diagnosis = await examine({
    name: "demo@127.0.0.1",
    epmdPort: epmd.port,
    cookie: NO_COOKIE,
  });
  assertEquals(failure(diagnosis), "handshake: handshake_refused");
  assert(todo(diagnosis).includes("OTP 23 or later on the node"));
  assert(finding(diagnosis, "look").text.includes("OTP 22 or older"));
});

Deno.test("a stale entry of EPMD is found out at the port", async () => {
  await using epmd = startListing(freePort());
  const diagnosis = await examine({
    name: "demo@127.0.0.1",
    epmdPort: epmd.port,
    cookie: NO_COOKIE,
  });
  assertEquals(failure(diagnosis), "tcp: connection_refused");
  assert(todo(diagnosis).includes("stale"), JSON.stringify(diagnosis));
});

Deno.test("the wrong form of a name is found out, and the right one told", async () => {
  await using beam = await startBeam();
  const [alive] = beam.name.split("@");
  const spec = { ...specOf(beam), name: `${alive}@localhost` };
  const diagnosis = await examine(spec);
  assertEquals(failure(diagnosis), "handshake: wrong_node");
  assertEquals(finding(diagnosis, "look").todo, [`--node ${beam.name}`]);
});

Deno.test("a wrong cookie is found out, and neither cookie told", async () => {
  await using beam = await startBeam({ cookie: "theirs_2f61" });
  const source = "-setcookie in /opt/shop/vm.args";
  const cookie = (): Cookie => ({ value: "ours_93be", source });
  const diagnosis = await examine({ ...specOf(beam), cookie });
  assertEquals(failure(diagnosis), "proof: wrong_cookie");
  assertEquals(finding(diagnosis, "handshake").outcome, "ok");
  assert(finding(diagnosis, "cookie").text.startsWith(`from ${source};`));
  assert(finding(diagnosis, "proof").todo[0]?.includes(`from ${source};`));
  assert(!/2f61|93be/.test(JSON.stringify(diagnosis)));
});

/** What doctor sees of a node of this machine whose handshake never ends. */
async function lookAt(beam: Beam): Promise<string> {
  const diagnosis = await examine(specOf(beam), { stepTimeoutMs: 500 });
  assertEquals(failure(diagnosis), "handshake: handshake_timed_out");
  assertEquals(finding(diagnosis, "tcp").outcome, "ok");
  assert(!todo(diagnosis).includes("beamtap doctor"), todo(diagnosis));
  const look = finding(diagnosis, "look");
  assert(look.text.includes(`process ${beam.pid}`), look.text);
  return `${look.text}\n${look.todo.join("\n")}`;
}

Deno.test("why a handshake never ends is seen at the node's process", async (test) => {
  await test.step("stopped", async () => {
    await using beam = await startBeam();
    beam.signal("SIGSTOP");
    const look = await lookAt(beam);
    assert(look.includes("state T"), look);
    assert(look.includes(`kill -CONT ${beam.pid}`), look);
  });
  await test.step("net_kernel hangs", async () => {
    await using beam = await startBeam();
    await using node = await connect(beam);
    await evaluate(node, "sys:suspend(net_kernel)");
    const look = await lookAt(beam);
    assert(look.includes("waits to be accepted"), look);
    assert(look.includes("net_kernel"), look);
    assert(!look.includes("CONT"), look);
  });
  await test.step("no file descriptor is left", async () => {
    await using beam = await startBeam();
    await using node = await connect(beam);
    await evaluate(node, "{ok, _} = gen_tcp:listen(0, [])");
    const limited = await new Deno.Command("prlimit", {
      args: ["--pid", `${beam.pid}`, "--nofile=40:40"],
    }).output();
    assert(limited.success);
    await evaluate(
      node,
      "begin Parent = self(), spawn(fun() -> (fun F(L) -> case gen_tcp:listen(0, []) of " +
        "{ok, S} -> F([S | L]); _ -> Parent ! full, receive never -> L end end end)([]) end), " +
        "receive full -> ok end end",
    );
    const look = await lookAt(beam);
    assert(look.includes("all of its 40 file descriptors"), look);
  });
});

Deno.test("a node whose process table is nearly full is reached, with a warning", async () => {
  await using beam = await startBeam({
    args: ["+P", "1024"],
    setup:
      "[spawn(fun() -> receive never -> ok end end) || _ <- lists:seq(1, 1024 * 93 div 100 - erlang:system_info(process_count))]",
  });
  const diagnosis = await examine(specOf(beam));
  assertEquals(diagnosis.reachable, true);
  const warning = diagnosis.findings.at(-1);
  assertEquals(warning?.outcome, "warning");
  assert(/\d+ processes; the maximum is 1024/.test(warning?.text ?? ""));
  assert(todo(diagnosis).includes("full process table"), todo(diagnosis));
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
  await test.step("a node that speaks TLS, connected to without", async () => {
    const diagnosis = await examine(specOf(beam));
    assertEquals(failure(diagnosis), "handshake: tls_expected");
    assert(todo(diagnosis).includes("--tls-ca"));
  });
  await test.step("a node without TLS, connected to with it", async () => {
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

function hasIpv6(): boolean {
  try {
    Deno.listen({ hostname: "::1", port: 0 }).close();
    return true;
  } catch {
    return false;
  }
}
