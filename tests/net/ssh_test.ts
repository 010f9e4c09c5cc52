import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import {
  connectTcp,
  NetError,
  parseSshDestination,
} from "../../lib/net/mod.ts";
import { NodePool, type NodeSpec, RemoteNode } from "../../lib/node/mod.ts";
import { startBeam } from "../support/beam.ts";
import { fakeSsh } from "../support/fake_ssh.ts";
import { specOf } from "../support/remote.ts";
import { makeCertificates, startTlsBeam } from "../support/tls.ts";

const SSH = parseSshDestination("deploy@db1:2222");

Deno.test("a destination is a host with or without a user and a port, and nothing that ssh or a shell reads otherwise", () => {
  const good: [string, string, number | undefined][] = [
    ["db1", "db1", undefined],
    ["deploy@db1.example.com", "deploy@db1.example.com", undefined],
    ["deploy.bot+1@10.0.0.5:2222", "deploy.bot+1@10.0.0.5", 2222],
    ["[::1]:22", "::1", 22],
    ["root@[fe80::1%eth0]", "root@fe80::1%eth0", undefined],
  ];
  for (const [text, login, port] of good) {
    assertEquals(parseSshDestination(text), { text, login, port });
  }
  for (
    const text of [
      ...[
        "",
        "-oProxyCommand=x",
        "-l@h",
        "a@-oX",
        "a@",
        "@h",
        "a b",
        "h:",
        "h:0",
      ],
      ...[
        "h:99999",
        "h:1:2",
        "::1",
        "a;b",
        "$(x)@h",
        "`x`",
        "a@b@c",
        "ssh://h",
      ],
      ...["h\n", "[h]", "h,i", "h/i", "'h'"],
    ]
  ) {
    const error = assertThrows(() => parseSshDestination(text), NetError);
    assertEquals(error.code, "bad_ssh_destination", text);
  }
});

Deno.test("a node is reached through ssh, over TLS too, and again when ssh has died", async (test) => {
  await using ssh = await fakeSsh();
  await using beam = await startBeam();
  const spec: NodeSpec = { ...specOf(beam), ssh: SSH };
  await test.step("calls", async () => {
    await using node = await RemoteNode.connect(spec);
    const long = new Uint8Array(3_000_000).fill(7);
    const hash = await node.call("erlang", "md5", [long], {
      timeoutMs: 20_000,
    });
    assert(hash instanceof Uint8Array);
    const back = await node.call("binary", "copy", [long], {
      timeoutMs: 20_000,
    });
    assertEquals(back, long);
  });
  await test.step("nothing may be asked, and the destination is no option", async () => {
    const started = await ssh.started();
    assertEquals(started.length, 2, "for EPMD and for the node");
    for (const args of started) {
      assertEquals(args.slice(-2), ["--", "deploy@db1"]);
      assertEquals(args[args.indexOf("-p") + 1], "2222");
      for (const option of ["BatchMode=yes", "StrictHostKeyChecking=yes"]) {
        assert(args.includes(option), args.join(" "));
      }
    }
  });
  await test.step("a new one is started", async () => {
    await using pool = new NodePool([spec]);
    const first = await pool.remote(beam.name);
    await ssh.kill();
    const reason = await first.ended;
    assertEquals(reason.code, "connection_lost");
    assert(reason.message.includes("ssh connection to deploy@db1:2222 ended"));
    const again = await pool.remote(beam.name);
    assertEquals(
      await again.call("erlang", "abs", [-1], { timeoutMs: 10_000 }),
      1,
    );
  });
  await test.step("TLS", async () => {
    await using certificates = await makeCertificates();
    await using secure = await startTlsBeam({ certificates, mutual: true });
    const ca = certificates.pem("ca");
    const tls = { ca, ...certificates.client("client") };
    await using node = await RemoteNode.connect({
      ...specOf(secure),
      ssh: SSH,
      tls,
    });
    assertEquals(
      await node.call("erlang", "abs", [-1], { timeoutMs: 10_000 }),
      1,
    );
  });
});

/** What OpenSSH 9.2 says, and the error that it is; `%` stands for anything. */
const SAYINGS: [string, string[], string, string][] = [
  [
    "an unknown host key",
    [
      "No ED25519 host key is known for [db1]:2222 and you have requested strict checking.",
      "Host key verification failed.",
    ],
    "ssh_failed",
    "no host key is known of",
  ],
  [
    "another host key",
    [
      "@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @",
      "Host key for [db1]:2222 has changed and you have requested strict checking.",
      "Host key verification failed.",
    ],
    "ssh_failed",
    "is not the one that is known",
  ],
  [
    "no key that is accepted",
    ["deploy@db1: Permission denied (publickey,password)."],
    "ssh_failed",
    "does not let you in (publickey,password)",
  ],
  [
    "a server that is not there",
    ["ssh: connect to host db1 port 2222: Connection refused"],
    "ssh_failed",
    "ssh to deploy@db1:2222 failed: ssh: connect to host db1 port 2222: Connection refused",
  ],
  [
    "a server that forwards nothing",
    [
      "channel 0: open failed: administratively prohibited: open failed",
      "stdio forwarding failed",
    ],
    "ssh_failed",
    "does not forward connections to 10.0.0.5:4369",
  ],
  [
    "a port on which nothing listens",
    [
      "channel 0: open failed: connect failed: Connection refused",
      "stdio forwarding failed",
    ],
    "connection_refused",
    "nothing listens on 10.0.0.5:4369, seen from",
  ],
  [
    "a name that the server cannot resolve",
    [
      "channel 0: open failed: connect failed: Name or service not known",
      "stdio forwarding failed",
    ],
    "name_not_resolved",
    "does not resolve on",
  ],
  [
    "a network that is not there",
    [
      "channel 0: open failed: connect failed: No route to host",
      "stdio forwarding failed",
    ],
    "unreachable",
    "cannot be reached from the ssh server deploy@db1:2222: No route to host",
  ],
  [
    "a refusal through a shared connection",
    ["Stdio forwarding request failed: Session open refused by peer"],
    "unreachable",
    "could not connect to 10.0.0.5:4369",
  ],
  ["silence", [], "ssh_failed", "it ended with status 255"],
];

Deno.test("what ssh says becomes an error that says what to do", async (test) => {
  await using ssh = await fakeSsh();
  const connect = (timeoutMs: number): Promise<NetError> =>
    assertRejects(
      () => connectTcp({ host: "10.0.0.5", port: 4369, ssh: SSH, timeoutMs }),
      NetError,
    );
  for (const [what, say, code, message] of SAYINGS) {
    await test.step(what, async () => {
      await ssh.plan({
        say: ["debug1: Connecting to db1 port 2222.", ...say],
        exit: 255,
      });
      const error = await connect(20_000);
      assertEquals(error.code, code);
      assert(error.message.includes(message), error.message);
      assert(error.hint, "there is a remedy");
      assert(!/debug|@@|OpenSSH_/.test(error.message), error.message);
    });
  }
  await test.step("a login that does not end", async () => {
    await ssh.plan({ say: ["Confirm user presence for key X"], exit: -1 });
    const error = await connect(1500);
    assertEquals(error.code, "ssh_failed");
    assert(error.message.includes("Confirm user presence"), error.message);
  });
  await test.step("a connection that the server does not get", async () => {
    const say = ['Authenticated to db1 ([10.0.0.5]:22) using "publickey".'];
    await ssh.plan({ say, exit: -1 });
    const error = await connect(1500);
    assertEquals(error.code, "connect_timed_out");
    assert(error.message.includes("seen from the ssh server"), error.message);
  });
});

Deno.test(
  "without the permission to run ssh nothing is started",
  { permissions: { run: false, net: true } },
  async () => {
    const error = await assertRejects(
      () => connectTcp({ host: "h", port: 1, ssh: SSH, timeoutMs: 1000 }),
      NetError,
    );
    assertEquals(error.code, "permission_denied");
    assert(error.hint?.includes("--allow-run=ssh"), error.hint);
  },
);
