import { assert, assertEquals } from "@std/assert";
import { members } from "../../lib/beam/mod.ts";
import type { Session } from "../../lib/cli/session.ts";
import type { Principal } from "../../lib/registry/mod.ts";
import { nodeTool } from "../registry/support.ts";
import { freePort, startBeam } from "../support/beam.ts";
import { type Proxy, startProxy } from "../support/proxy.ts";
import { beamtap, makeFolder, session } from "./support.ts";

/** A node behind a proxy that counts who comes. */
async function watchedNode(): Promise<
  AsyncDisposable & { proxy: Proxy; args: string[]; name: string }
> {
  const beam = await startBeam({ port: freePort() });
  const proxy = startProxy(beam.port ?? 0);
  return {
    proxy,
    name: beam.name,
    args: [
      `--node=${beam.name}=127.0.0.1:${proxy.port}`,
      `--cookie=${beam.cookie}`,
    ],
    async [Symbol.asyncDispose](): Promise<void> {
      await proxy[Symbol.asyncDispose]();
      await beam[Symbol.asyncDispose]();
    },
  };
}

async function call(
  { registry, principal }: Session,
  tool: string,
  args: unknown = {},
  as: Principal = principal,
): Promise<string> {
  return (await registry.call(as, tool, args)).text;
}

Deno.test("no byte reaches a node for a call that is denied, and the answer says what is missing", async () => {
  await using node = await watchedNode();
  await using folder = await makeFolder();
  const config = await folder.write("config.json", {
    allow: [
      "inspect@other@*",
      { grant: "trace", expires: "2020-01-01" },
    ],
  });
  await using denied = await session(...node.args, `--config=${config}`);
  denied.registry.register(nodeTool({ name: "run_code", scopes: ["eval"] }));
  denied.registry.register(nodeTool({ name: "trace_it", scopes: ["trace"] }));

  const scope = await call(denied, "run_code");
  assert(scope.includes("--allow eval"), scope);
  const elsewhere = await call(denied, "get_node_info", { node: node.name });
  assert(elsewhere.includes(`--allow inspect@${node.name}`), elsewhere);
  const ended = await call(denied, "trace_it");
  assert(ended.includes("--allow trace"), ended);
  const all = await call(denied, "get_node_info", { nodes: "all" });
  assert(all.startsWith("node_required"), all);
  assertEquals(node.proxy.accepted, 0);
});

Deno.test("no byte reaches a node for what the manifest does not declare", async () => {
  await using node = await watchedNode();
  await using open = await session(...node.args, "--allow=eval");
  open.registry.register(nodeTool({
    name: "ask_more",
    run: async ({ beam }) => {
      await beam.run(members, undefined);
      return { items: [] };
    },
  }));
  open.registry.register(nodeTool({
    name: "call_more",
    calls: ["erlang:node/0"],
    run: async ({ beam }) => {
      await beam.call("os", "cmd", [[]]);
      return { items: [] };
    },
  }));
  const probe = await call(open, "ask_more");
  assert(probe.includes("may not run the probe members"), probe);
  const called = await call(open, "call_more");
  assert(called.includes("may not call os:cmd/1"), called);
  assertEquals(node.proxy.accepted, 0);
});

Deno.test("no byte reaches a node without the permission of Deno", async () => {
  await using node = await watchedNode();
  const { code, stderr } = await beamtap(
    [],
    "call",
    "get_node_info",
    `node=${node.name}`,
    ...node.args,
  );
  assertEquals(code, 1);
  assert(
    stderr.includes(`--allow-net=127.0.0.1:${node.proxy.port}`),
    stderr,
  );
  assertEquals(node.proxy.accepted, 0);
});

Deno.test("with all that it takes, the same node is reached", async () => {
  await using node = await watchedNode();
  await using open = await session(...node.args);
  const text = await call(open, "get_node_info");
  assert(text.includes("otp_release"), text);
  assertEquals(node.proxy.accepted, 1);
});
