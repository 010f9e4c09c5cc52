import { assert, assertEquals } from "@std/assert";
import { listNames } from "../../lib/epmd/mod.ts";
import { parseSshDestination } from "../../lib/net/mod.ts";
import {
  type Diagnosis,
  examine,
  type Finding,
  type NodeSpec,
} from "../../lib/node/mod.ts";
import { ways } from "../../lib/node/doctor_ways.ts";
import { freePort, startBeam } from "../support/beam.ts";
import { fakeSsh } from "../support/fake_ssh.ts";
import { startPeer } from "../support/peers.ts";
import { startProxy } from "../support/proxy.ts";
import { specOf } from "../support/remote.ts";

function find({ findings }: Diagnosis, step: Finding["step"]): Finding {
  const found = findings.find((each) => each.step === step);
  assert(found, `there is a finding for ${step}`);
  return found;
}

function spec(name: string, more: Partial<NodeSpec> = {}): NodeSpec {
  return { name, cookie: () => "any", ...more };
}

Deno.test("tunnels are suggested as they fit the node", () => {
  const [ssh = "", ...others] = ways(spec("shop@db1.example.com"), 41235);
  assertEquals(others, []);
  assert(
    ssh.includes("ssh -N -L 9100:127.0.0.1:41235 db1.example.com, then --node"),
    ssh,
  );
  const pod = ways(spec("shop@shop-0.shop.prod.svc.cluster.local"), 9000);
  assertEquals(pod.length, 1);
  assert(pod[0]?.includes("kubectl port-forward -n prod shop-0 9100:9000"));
  const address = ways(spec("shop@10.42.0.7"), undefined).join("\n");
  for (
    const part of [
      "ssh 10.42.0.7 epmd -names",
      "9100:127.0.0.1:PORT 10.42.0.7",
      "grep -w 10.42.0.7 shows NAMESPACE and POD",
      "kubectl port-forward -n NAMESPACE POD 9100:PORT",
      "--node 'shop@10.42.0.7=127.0.0.1:9100'",
    ]
  ) assert(address.includes(part), `${part} in ${address}`);
  const dashed = "shop@10-42-0-7.shop.prod.pod.cluster.local";
  assert(ways(spec(dashed), 9)[0]?.includes("grep -w 10.42.0.7 "));
  assertEquals(ways(spec("shop@127.0.0.1"), 9), []);
  const through = { ssh: parseSshDestination("db1") };
  assertEquals(ways(spec("shop@10.42.0.7", through), 9), []);
});

Deno.test(
  "where ssh may not be started, the tunnel is to be opened by hand",
  { permissions: { net: true } },
  async () => {
    const ssh = parseSshDestination("deploy@db1:2222");
    const diagnosis = await examine(spec("shop@10.0.0.5", { ssh }));
    const { code, todo } = find(diagnosis, "ssh");
    assertEquals(code, "permission_denied");
    const text = todo.join("\n");
    for (
      const part of [
        "--allow-run=ssh",
        "ssh -p 2222 deploy@db1 epmd -names",
        "ssh -N -L 9100:10.0.0.5:PORT -p 2222 deploy@db1",
        "--node 'shop@10.0.0.5=127.0.0.1:9100' without ssh",
      ]
    ) assert(text.includes(part), text);
  },
);

Deno.test("ports that are not what they were taken for are told", async (test) => {
  await using beam = await startBeam();
  const own = (await listNames({ host: "127.0.0.1", port: beam.epmd.port }))
    .find(({ name }) => beam.name.startsWith(`${name}@`))?.port ?? 0;
  /** What is certain, which is all that there is to do. */
  const certain = async (spec: NodeSpec): Promise<[string, string]> => {
    const { findings } = await examine(spec);
    const look = findings.at(-1);
    const failed = findings.at(-2);
    assertEquals([failed?.outcome, failed?.todo], ["failed", []]);
    return [look?.text ?? "", look?.todo.join("\n") ?? ""];
  };
  await test.step("EPMD's port in place of the node's", async () => {
    const { port } = beam.epmd;
    const [text, todo] = await certain({ ...specOf(beam), port });
    assert(text.includes(`the node, which listens on port ${own}`), text);
    assert(todo.includes(`'${beam.name}=127.0.0.1' --epmd-port ${port}`), todo);
    assert(todo.includes(`'${beam.name}=127.0.0.1:${own}'`), todo);
  });
  await test.step("an EPMD that does not know the node", async () => {
    const name = "nobody@127.0.0.1";
    const [text, todo] = await certain(spec(name, { port: beam.epmd.port }));
    assert(text.includes("does not know nobody"), text);
    assert(todo.includes(beam.name.split("@")[0] ?? "?"), todo);
  });
  await test.step("the node's port in place of EPMD's", async () => {
    const [text, todo] = await certain({ ...specOf(beam), epmdPort: own });
    assert(text.includes(`the port of the node ${beam.name} itself`), text);
    assert(todo.includes(`'${beam.name}=127.0.0.1:${own}'`), todo);
  });
  await test.step("a tunnel to EPMD in place of one to the node", async () => {
    await using tunnel = startProxy(beam.epmd.port);
    const name = beam.name.replace("127.0.0.1", "192.0.2.7");
    const there = { host: "127.0.0.1", port: tunnel.port };
    const [text, todo] = await certain(spec(name, there));
    assert(text.includes(`EPMD answers on 127.0.0.1:${tunnel.port}`), text);
    assert(todo.includes(`-L 9100:127.0.0.1:${own} 192.0.2.7`), todo);
  });
  await test.step("a tunnel to EPMD alone", async () => {
    const closed = freePort();
    await using epmd = startPeer(async (conn) => {
      await conn.read(new Uint8Array(64));
      await conn.write(
        Uint8Array.of(
          ...[119, 0, closed >> 8, closed & 255, 77, 0, 0, 6, 0, 5],
          ...[0, 4, 100, 101, 109, 111, 0, 0],
        ),
      );
      conn.close();
    });
    const there = { host: "127.0.0.1", epmdPort: epmd.port };
    const [text, todo] = await certain(spec("demo@192.0.2.7", there));
    assert(text.includes("is the end of a tunnel"), text);
    assert(text.includes(`port ${closed} is not forwarded`), text);
    assert(todo.includes(`-L 9100:127.0.0.1:${closed} 192.0.2.7`), todo);
  });
  await test.step("a tunnel whose far end is refused", async () => {
    await using tunnel = startPeer((conn) => conn.close());
    const there = { host: "127.0.0.1", port: tunnel.port };
    const diagnosis = await examine(spec("demo@192.0.2.7", there));
    const { text, todo } = find(diagnosis, "look");
    assert(text.includes(`127.0.0.1:${tunnel.port} is the end of a`), text);
    assert(todo.join("\n").includes("9100:127.0.0.1:PORT 192.0.2.7"));
  });
});

Deno.test("a node whose dirty IO schedulers are all blocked is told from one that hangs", async () => {
  // Whoever attached before would have had the node load what it needs.
  await using beam = await startBeam({
    args: ["+SDio", "1"],
    setup:
      `spawn(fun() -> receive after 100 -> ok end, io:put_chars("now blocked"), erts_debug:dirty_io(wait, 60000) end)`,
  });
  while (!beam.output().includes("now blocked")) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  const diagnosis = await examine(specOf(beam), { stepTimeoutMs: 500 });
  const { text } = find(diagnosis, "look");
  assert(text.includes("all of its 1 dirty IO schedulers"), text);
});

Deno.test("the way through ssh is examined step by step", async (test) => {
  await using ssh = await fakeSsh();
  await using beam = await startBeam();
  const through = { ...specOf(beam), ssh: parseSshDestination("root@db1") };
  await test.step("that works", async () => {
    const diagnosis = await examine(through);
    assertEquals(diagnosis.reachable, true);
    assertEquals(find(diagnosis, "ssh").text, "logged in to root@db1");
    const steps = diagnosis.findings.map(({ step }) => step);
    assertEquals(steps.slice(2, 5), ["resolver", "ssh", "epmd"]);
  });
  await test.step("on which nothing listens", async () => {
    const diagnosis = await examine({ ...through, port: freePort() });
    assertEquals(find(diagnosis, "ssh").outcome, "ok");
    assertEquals(find(diagnosis, "tcp").code, "connection_refused");
    assert(find(diagnosis, "tcp").text.includes("seen from the ssh server"));
  });
  await test.step("that ssh does not get through", async () => {
    await ssh.plan({
      say: ["root@db1: Permission denied (publickey)."],
      exit: 255,
    });
    const diagnosis = await examine(through);
    assertEquals(find(diagnosis, "ssh").code, "ssh_failed");
    assertEquals(diagnosis.findings.at(-1)?.step, "ssh");
  });
});
