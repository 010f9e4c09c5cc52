import { assert, assertEquals } from "@std/assert";
import type { Session } from "../../lib/cli/session.ts";
import { addToken } from "../../lib/cli/tokens_file.ts";
import { parseGrant } from "../../lib/registry/mod.ts";
import { type Beam, type Epmd, startBeam, startEpmd } from "../support/beam.ts";
import { silence, startPeer } from "../support/peers.ts";
import { beamtap, makeFolder, session } from "./support.ts";

let epmd: Epmd;
let a: Beam;
let b: Beam;

Deno.test.beforeAll(async () => {
  epmd = await startEpmd();
  a = await startBeam({ epmd });
  b = await startBeam({ epmd });
});
Deno.test.afterAll(async () => {
  await a[Symbol.asyncDispose]();
  await b[Symbol.asyncDispose]();
  await epmd[Symbol.asyncDispose]();
});

/** A session that knows `a`, and may connect to others with the given cookie. */
function knowing(...more: string[]): Promise<Session> {
  return session(
    a.name,
    "--cookie=testcookie",
    `--epmd-port=${epmd.port}`,
    "--allow=admin",
    "--allow=trace",
    ...more,
  );
}

/** Calls a tool as the operator; its answer, which must be one. */
async function ask(
  { registry, principal }: Session,
  tool: string,
  args: Record<string, unknown> = {},
): Promise<Readonly<Record<string, unknown>>> {
  const result = await registry.call(principal, tool, args);
  assert(result.ok, result.text);
  return result.structured ?? {};
}

/** Calls a tool as the operator; the text of its error, which must be one. */
async function refused(
  { registry, principal }: Session,
  tool: string,
  args: Record<string, unknown> = {},
): Promise<string> {
  const result = await registry.call(principal, tool, args);
  assert(!result.ok, result.text);
  return result.text;
}

Deno.test("connecting to a node that is connected changes nothing", async () => {
  await using open = await knowing("--cookie-for=*@127.0.0.1");
  const first = await ask(open, "connect_node", { node: b.name, alias: "bee" });
  const { incarnation } = first;
  assertEquals(first, {
    ...{ node: b.name, incarnation, alias: "bee", already_connected: false },
  });
  const trace = await ask(open, "start_trace", {
    ...{
      node: "bee",
      module: "lists",
      function: "zf",
      duration_ms: 60_000,
    },
  });
  const inFlight = ask(open, "get_limits", { node: "bee", window_ms: 1500 });
  const again = { ...first, already_connected: true };
  for (
    const args of [
      { node: b.name },
      { node: "bee" },
      { node: b.name, alias: "bee" },
    ]
  ) assertEquals(await ask(open, "connect_node", args), again);
  for (
    const [args, error] of [
      [{ node: b.name, alias: "wasp" }, `${b.name} is already known as bee`],
      [
        { node: a.name, alias: "ant" },
        `${a.name} is already known without an alias`,
      ],
      [{ node: b.name, host: "127.0.0.2" }, 'no argument "host"'],
      [{ node: b.name, port: 1 }, 'no argument "port"'],
    ] as const
  ) {
    const text = await refused(open, "connect_node", args);
    assert(text.includes(error), text);
  }
  await inFlight;
  const { session: handle } = trace;
  const read = await ask(open, "read_trace", { session: handle });
  assertEquals(read["running"], true);
  assertEquals(
    (await ask(open, "get_node_info", { node: "bee" }))["incarnation"],
    incarnation,
  );
});

Deno.test("a node that cannot be reached is forgotten, and others go on as before", async () => {
  await using other = await startBeam({ epmd, cookie: "another" });
  await using open = await knowing("--cookie-for=*@127.0.0.1");
  const only = async (): Promise<void> => {
    assertEquals(open.nodes.names(), [a.name]);
    assertEquals((await ask(open, "get_node_info"))["node"], a.name);
  };
  const absent = await refused(open, "connect_node", {
    node: "absent@127.0.0.1",
    alias: "gone",
  });
  assert(absent.startsWith("not_registered"), absent);
  await only();
  const wrong = await refused(open, "connect_node", { node: other.name });
  assert(!wrong.startsWith("no_cookie"), wrong);
  await only();
  // The alias of what failed is free again.
  await ask(open, "connect_node", { node: b.name, alias: "gone" });
  await ask(open, "disconnect_node", { node: "gone" });
  await only();
});

Deno.test("who gives up on a node costs nobody else who waits for it, and leaves nothing", async () => {
  await using late = await startBeam({ epmd });
  late.signal("SIGSTOP");
  await using open = await knowing("--cookie-for=*@127.0.0.1");
  const { registry, principal } = open;
  const args = { node: late.name };
  const stop = new AbortController();
  const given = registry
    .call(principal, "connect_node", args, { signal: stop.signal });
  const patient = ask(open, "connect_node", args);
  // While it is tried, it is not known.
  assertEquals((await ask(open, "get_node_info"))["node"], a.name);
  stop.abort();
  const cancelled = await given;
  assertEquals(cancelled.ok, false);
  late.signal("SIGCONT");
  assertEquals((await patient)["node"], late.name);
  assertEquals(open.nodes.names(), [a.name, late.name]);
  await ask(open, "disconnect_node", args);
  late.signal("SIGSTOP");
  const again = new AbortController();
  const alone = registry
    .call(principal, "connect_node", args, { signal: again.signal });
  await ask(open, "get_node_info");
  again.abort();
  assertEquals((await alone).ok, false);
  assertEquals(open.nodes.names(), [a.name]);
});

Deno.test("a node that nobody named gets a cookie by a glob alone, and is asked nothing before", async () => {
  await using peer = startPeer(silence);
  await using folder = await makeFolder();
  const cookie = await folder.write("c", "testcookie");
  const attempts: [string, string[]][] = [
    ["q@127.0.0.1", []],
    ["q@127.0.0.1", ["--cookie-for=*@10.0.0.*"]],
    ["q@localhost", ["--cookie-for=*@127.0.0.*"]],
    ["q@127.0.0.1.example.com", ["--cookie-for=*@127.0.0.*"]],
    ["q@127.0.0.1", ["--cookie-for=p@127.0.0.1"]],
  ];
  for (const [node, options] of attempts) {
    await using open = await session(
      "--node=a@h=127.0.0.1:1",
      `--epmd-port=${peer.port}`,
      `--cookie-file=${cookie}`,
      "--allow=admin",
      ...options,
    );
    const text = await refused(open, "connect_node", { node });
    assert(
      text.startsWith(`no_cookie: no cookie may be used for ${node}`),
      text,
    );
    assert(text.includes(`--cookie-for '*@${node.split("@")[1]}'`), text);
  }
  assertEquals(peer.accepted, 0);
});

Deno.test("a node that the operator named is connected to again as it was named", async () => {
  await using folder = await makeFolder();
  const port = epmd.port;
  const config = await folder.write("config.json", {
    nodes: [{ name: b.name, alias: "bee", epmd_port: port }, { name: a.name }],
  });
  await using open = await session(
    `--config=${config}`,
    "--cookie=testcookie",
    "--allow=admin",
  );
  await ask(open, "disconnect_node", { node: "bee" });
  assertEquals(open.nodes.names(), [a.name]);
  const { node, alias } = await ask(open, "connect_node", { node: "bee" });
  assertEquals([node, alias], [b.name, "bee"]);
});

Deno.test("an alias stands for one node, and for none of another's choice", async () => {
  await using folder = await makeFolder();
  const config = await folder.write("config.json", {
    nodes: [{ name: a.name, alias: "shop" }],
    epmd_port: epmd.port,
  });
  await using open = await session(
    `--config=${config}`,
    "--cookie=testcookie",
    "--cookie-for=*@127.0.0.1",
    "--allow=admin",
  );
  const taken = await refused(open, "connect_node", {
    ...{ node: b.name, alias: "shop" },
  });
  assert(
    taken.includes("the alias shop is already used for another node"),
    taken,
  );
  assertEquals(open.nodes.resolve("shop"), a.name);
  for (const tool of ["connect_node", "disconnect_node"]) {
    const text = await refused(open, tool, { node: "shp" });
    assert(text.startsWith("unknown_node"), text);
  }
});

Deno.test("a node whose cookie is taken back is forgotten", async () => {
  await using folder = await makeFolder();
  await folder.write("c", "testcookie");
  const settings = { nodes: [{ name: a.name }], epmd_port: epmd.port };
  const cookies = [{ nodes: "*@127.0.0.1", file: "c" }];
  const config = await folder.write("config.json", { ...settings, cookies });
  await using open = await session(`--config=${config}`, "--allow=admin");
  await ask(open, "connect_node", { node: b.name });
  const { promise, resolve } = Promise.withResolvers<void>();
  using _listener = open.registry.onChange(resolve);
  await folder.write("config.json", settings);
  await promise;
  assertEquals(open.nodes.names(), [a.name]);
});

Deno.test("a stranger gets no further than the operator, and learns no name of an alias", async () => {
  await using folder = await makeFolder();
  const tokens = folder.path("tokens.json");
  const token = addToken(tokens, {
    name: "ci",
    grants: [parseGrant("admin@*@127.0.0.1")],
    expiresAt: undefined,
  });
  await using open = await knowing(`--tokens=${tokens}`);
  const stranger = open.authenticate?.(token);
  assert(stranger);
  const result = await open.registry
    .call(stranger, "connect_node", { node: "q@127.0.0.1" });
  assertEquals(
    result.text,
    "no_cookie: no cookie may be used for q@127.0.0.1: the operator has not listed that node",
  );
});

Deno.test("on the command line, a node that does not answer makes a failure of what others answer", async () => {
  await using other = await startBeam({ epmd, cookie: "another" });
  const call = (tool: string, ...more: string[]): ReturnType<typeof beamtap> =>
    beamtap(
      ["-A"],
      "call",
      tool,
      "nodes=all",
      `--node=${a.name}`,
      "--cookie=testcookie",
      `--epmd-port=${epmd.port}`,
      ...more,
    );
  for (const tool of ["list_processes", "get_cluster"]) {
    const { code, stdout, stderr } = await call(tool, `--node=${other.name}`);
    assertEquals(code, 1, stderr);
    assert(stdout.includes(a.name), stdout);
    const [, row = ""] = /no_answer:\n.*\n(.*)/.exec(stdout) ?? [];
    assert(row.trimStart().startsWith(other.name), stdout);
    assert(row.length < 200, row);
  }
  const whole = await call("list_processes", `--node=${b.name}`);
  assertEquals(whole.code, 0, whole.stderr);
  for (const { name } of [a, b]) {
    // Between facts is a tab only where one of them holds a space.
    assert(whole.stdout.split(/\s/).includes(`node=${name}`), whole.stdout);
  }
});

Deno.test("an alias of the config file names a node on the command line", async () => {
  await using folder = await makeFolder();
  const nodes = [{ name: a.name, alias: "shop" }, { name: b.name }];
  const config = await folder.write("config.json", {
    nodes,
    epmd_port: epmd.port,
  });
  const options = [`--config=${config}`, "--cookie=testcookie"];
  await using open = await session("shop", "--wait-for=shop", ...options);
  assertEquals(open.nodes.names(), [a.name, b.name]);
  const { stdout, stderr } = await beamtap(
    ...[["-A"], "call", "get_node_info", "node=shop", "--json"] as const,
    ...options,
  );
  assertEquals(JSON.parse(stdout || stderr).node, a.name);
});
