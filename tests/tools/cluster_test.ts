import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import { createBeam } from "../../lib/beam/mod.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { type Beam, type Epmd, startBeam, startEpmd } from "../support/beam.ts";
import { makeRig, principal } from "../registry/support.ts";
import { connect, evaluate } from "../support/remote.ts";
import { askerOf, callerOf } from "../support/tools.ts";

let epmd: Epmd;
let nodes: Beam[] = [];
let names: string[] = [];
let remote: RemoteNode;

Deno.test.beforeAll(async () => {
  epmd = await startEpmd();
  const crowd =
    "[spawn(fun() -> receive stop -> ok end end) || _ <- lists:seq(1, 5)]";
  nodes = await Promise.all(
    [0, 1].map(() => startBeam({ epmd, setup: crowd })),
  );
  names = nodes.map(({ name }) => name);
  await using first = await connect(nodes[0]!);
  await evaluate(first, `net_kernel:connect_node('${names[1]}')`);
});
Deno.test.beforeEach(async () => {
  remote = await connect(nodes[0]!);
});
Deno.test.afterEach(async () => {
  await remote[Symbol.asyncDispose]();
});
Deno.test.afterAll(async () => {
  await Promise.all(nodes.map((node) => node[Symbol.asyncDispose]()));
  await epmd[Symbol.asyncDispose]();
});

const EVERYWHERE = z.object({
  nodes: z.array(z.looseObject({ node: z.string(), incarnation: z.int() })),
  no_answer: z.array(z.unknown()),
});
const CLUSTER = z.object({
  members: z.array(z.looseObject({ node: z.string(), visible: z.int() })),
  no_answer: z.array(z.unknown()),
  not_connected: z.array(z.unknown()),
  links: z.array(z.object({ from: z.string(), to: z.string() })),
});

function structured(result: { ok: boolean; text: string }): unknown {
  assert(result.ok && "structured" in result, result.text);
  return result.structured;
}

Deno.test("get_cluster compares what its members see, over one link", async () => {
  const call = callerOf(remote, TOOLS);
  const { members, no_answer, not_connected, links } = CLUSTER.parse(
    structured(await call("get_cluster")),
  );
  assertEquals(
    members.map(({ node, visible }) => [node, visible]),
    names.toSorted().map((name) => [name, 1]),
  );
  assertEquals([no_answer, not_connected], [[], []]);
  assert(links.some(({ from, to }) => from === names[1] && to === names[0]));
});

Deno.test("tools that look answer for all nodes at once, or for those that match a glob", async () => {
  const call = callerOf(remote, TOOLS);
  const asked = {
    get_node_info: {},
    get_memory: {},
    list_ets: { limit: 2 },
    get_binary_holders: { limit: 2 },
    get_mnesia: {},
    get_schedulers: { window_ms: 50 },
    get_limits: { window_ms: 50 },
    list_ports: { limit: 2 },
    list_processes: { limit: 2 },
    group_processes: { limit: 2 },
    find: { text: "kernel" },
    list_applications: {},
    get_application: { application: "kernel" },
    list_modules: { limit: 2 },
    get_module: { module: "lists", limit: 2 },
    get_log_config: {},
  };
  for (const [name, args] of Object.entries(asked)) {
    const all = EVERYWHERE.parse(
      structured(await call(name, { ...args, nodes: "all" })),
    );
    assertEquals(
      all.nodes.map(({ node }) => node),
      names.toSorted(),
      name,
    );
    assertEquals(all.no_answer, [], name);
  }
  const some = EVERYWHERE.parse(
    structured(
      await call("get_node_info", { nodes: `*${names[1]?.slice(3)}` }),
    ),
  );
  assertEquals(some.nodes.map(({ node }) => node), [names[1]]);
});

Deno.test("grants count for each node: others are not asked", async () => {
  const call = callerOf(remote, TOOLS, [`inspect@${names[0]}`]);
  const { nodes: answered } = EVERYWHERE.parse(
    structured(await call("get_node_info", { nodes: "all" })),
  );
  assertEquals(answered.map(({ node }) => node), [names[0]]);
});

Deno.test("a node is made known, used, and forgotten", async () => {
  const beam = createBeam(remote);
  const { registry } = makeRig({
    nodes: ["other@h"],
    tools: [...TOOLS],
    beam: () => Promise.resolve(askerOf(beam)),
  });
  const admin = principal(["admin", "inspect"]);
  const codeOf = async (name: string, args: object): Promise<string> => {
    const result = await registry.call(admin, name, args);
    return result.ok ? "ok" : result.code;
  };
  const node = names[0];
  assertEquals(await codeOf("get_node_info", { node }), "unknown_node");
  assertEquals(
    structured(
      await registry.call(admin, "connect_node", { node, alias: "shop" }),
    ),
    {
      node,
      incarnation: beam.incarnation,
      alias: "shop",
      already_connected: false,
    },
  );
  assertEquals(await codeOf("get_node_info", { node }), "ok");
  for (const was_known of [true, false]) {
    assertEquals(
      structured(await registry.call(admin, "disconnect_node", { node })),
      { node, was_known },
    );
  }
  assertEquals(await codeOf("get_node_info", { node }), "unknown_node");
});

Deno.test("a window that is too long, or a limit too high, is refused with the limit", async () => {
  const call = callerOf(remote, TOOLS);
  const refused = {
    get_schedulers: { window_ms: 3_600_000 },
    get_limits: { window_ms: 3_600_000 },
    list_ets: { limit: 1e9 },
    list_ports: { limit: 1e9 },
    get_binary_holders: { limit: 1e9 },
    get_memory: { limit: 1e9 },
    get_mnesia: { limit: 1e9 },
    get_cluster: { limit: 1e9 },
  };
  for (const [name, args] of Object.entries(refused)) {
    const result = await call(name, args);
    assert(!result.ok && result.code === "invalid_arguments", name);
    assert(/: at most \d+/.test(result.text), result.text);
  }
});
