import { assert, assertEquals } from "@std/assert";
import { checkHealth } from "../../../lib/tools/health/mod.ts";
import {
  type Beam,
  type Epmd,
  startBeam,
  startEpmd,
} from "../../support/beam.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";
import { callerOf } from "../../support/tools.ts";

/** So many nodes, the first connected to the others. */
async function star(
  epmd: Epmd,
  count: number,
  args: string[],
): Promise<Beam[]> {
  const nodes = await Promise.all(
    Array.from({ length: count }, () => startBeam({ epmd, args })),
  );
  await using first = await connect(nodes[0]!);
  for (const { name } of nodes.slice(1)) {
    await evaluate(first, `net_kernel:connect_node('${name}')`);
  }
  return nodes;
}

async function end(nodes: readonly Beam[]): Promise<void> {
  await Promise.all(nodes.map((node) => node[Symbol.asyncDispose]()));
}

async function healthOf(node: Beam): Promise<string> {
  await using remote = await connect(node);
  return (await callerOf(remote, [checkHealth], ["inspect"])("check_health"))
    .text;
}

Deno.test("members that do not see each other are a netsplit", async () => {
  await using epmd = await startEpmd();
  const nodes = await star(epmd, 3, ["-connect_all", "false"]);
  const text = await healthOf(nodes[0]!);
  await end(nodes);
  const [, one = "", other = ""] = nodes.map(({ name }) => name).toSorted();
  assert(/\bnetsplit\b/.test(text), text);
  assert(text.includes(one) && text.includes(other), text);
});

Deno.test("a cluster whose members all see each other is healthy", async () => {
  await using epmd = await startEpmd();
  const nodes = await star(epmd, 3, []);
  await using first = await connect(nodes[0]!);
  await eventually(() => evaluate(first, "length(nodes())"), "2");
  const text = await healthOf(nodes[0]!);
  await end(nodes);
  assert(/\bhealthy\b/.test(text), text);
});

Deno.test("a node that lives and is no longer connected is named", async () => {
  await using epmd = await startEpmd();
  const nodes = await star(epmd, 2, []);
  await using first = await connect(nodes[0]!);
  // Who holds a pid of it keeps it known.
  await evaluate(
    first,
    `persistent_term:put(kept, rpc:call('${
      nodes[1]!.name
    }', erlang, self, []))`,
  );
  await evaluate(first, `erlang:disconnect_node('${nodes[1]!.name}')`);
  const text = await healthOf(nodes[0]!);
  await end(nodes);
  assert(/\bunconnected_node\b/.test(text), text);
  assert(text.includes(nodes[1]!.name), text);
});

Deno.test("a node that takes nothing in makes its link busy", async () => {
  await using epmd = await startEpmd();
  const nodes = await star(epmd, 2, []);
  await using first = await connect(nodes[0]!);
  nodes[1]!.signal("SIGSTOP");
  const sender = `register(flooder, spawn(fun() ->
    Data = binary:copy(<<1>>, 100000),
    (fun Send() -> {nobody, '${nodes[1]!.name}'} ! Data, Send() end)() end))`;
  await evaluate(first, sender);
  await eventually(
    () => evaluate(first, "process_info(whereis(flooder), status)"),
    "{status,suspended}",
  );
  const text = await healthOf(nodes[0]!);
  nodes[1]!.signal("SIGCONT");
  await end(nodes);
  assert(text.includes("flooder"), text);
  assert(text.includes(nodes[1]!.name), text);
  assertEquals(/\bsuspended\b/.test(text), true, text);
});
