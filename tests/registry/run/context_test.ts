import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import { members } from "../../../lib/beam/mod.ts";
import { atom, binary, map, type Term } from "../../../lib/etf/mod.ts";
import {
  defineAdminTool,
  defineNodeTool,
  LOOKS_ONLY,
  type NodeContext,
  type Progress,
  type Tool,
  ToolError,
} from "../../../lib/registry/mod.ts";
import { steadyProgress } from "../../../lib/registry/run/handed.ts";
import { makeRig, nodeTool, principal } from "../support.ts";

const about = {
  title: "Look",
  description: "Looks.",
  toolset: "tests",
  annotations: LOOKS_ONLY,
};

/** A tool that runs `work` and answers nothing. */
function working(
  work: (context: NodeContext) => unknown,
  calls: string[] = [],
): Tool {
  return nodeTool({
    calls,
    run: async (context) => {
      await work(context);
      return { items: [] };
    },
  });
}

Deno.test("a handler learns what else is granted on its node", async () => {
  const seen: boolean[] = [];
  const tool = working((context) => seen.push(context.granted("data")));
  const { registry } = makeRig({ tools: [tool], nodes: ["a@h", "b@h"] });
  const some = principal(["inspect", "data@b@h"]);
  await registry.call(some, "look_at", { node: "a@h" });
  await registry.call(some, "look_at", { node: "b@h" });
  assertEquals(seen, [false, true]);
});

Deno.test("a handler takes secrets out of terms before they become text", async () => {
  const secret = map([[atom("password"), binary("hunter2")]]);
  let term: Term | undefined;
  const tool = working((context) => term = context.redact(secret));
  const { registry } = makeRig({ tools: [tool] });
  await registry.call(principal(), "look_at", {});
  assertEquals(term, map([[atom("password"), binary("[redacted]")]]));
});

Deno.test("what is asked of a node ends before the call does", async () => {
  const given: number[] = [];
  const take = (options: { timeoutMs: number }): Promise<never> => {
    given.push(options.timeoutMs);
    return Promise.reject(new ToolError("busy", "enough"));
  };
  const tool = nodeTool({
    deadlineMs: 5000,
    calls: ["erlang:node/0"],
    probes: [members],
    run: async ({ beam }) => {
      await Promise.allSettled([
        beam.run(members, undefined),
        beam.call("erlang", "node", []),
      ]);
      return { items: [] };
    },
  });
  const { registry } = makeRig({
    tools: [tool],
    beam: (node) =>
      Promise.resolve({
        node,
        incarnation: 7,
        run: (_probe, _args, options) => take(options),
        call: (_module, _name, _args, options) => take(options),
      }),
  });
  await registry.call(principal(), "look_at", {});
  assertEquals(given.length, 2);
  for (const ms of given) assert(ms <= 4750, `${ms} of 5000 ms`);
});

Deno.test("only functions that are declared can be called", async () => {
  const tool = working(
    ({ beam }) => beam.call("erlang", "node", []),
    ["erlang:node/0"],
  );
  const { registry, dialled } = makeRig({ tools: [tool] });
  assertEquals((await registry.call(principal(), "look_at", {})).ok, true);
  assertEquals(dialled, ["a@h"]);
  const other = working(
    ({ beam }) => beam.call("os", "cmd", ["id"].map(binary)),
    ["erlang:node/0", "os:cmd/0"],
  );
  const strict = makeRig({ tools: [other] });
  const refused = await strict.registry.call(principal(), "look_at", {});
  assert(refused.text.includes("may not call os:cmd/1"), refused.text);
  assertEquals(strict.dialled, []);
});

Deno.test("a tool that calls what its arguments name calls nothing else", async () => {
  const tool = (called: string): Tool =>
    defineNodeTool({
      ...about,
      name: "call_function",
      scopes: ["eval"],
      probes: [],
      input: { function: z.string().describe("Which.") },
      output: {},
      names: (args) => ({ module: "shop", function: args.function, arity: 0 }),
      run: async (_args, { beam }) => {
        await beam.call("shop", called, []);
        return {};
      },
    });
  const some = principal(["call:shop:get_*/_"]);
  const call = async (
    called: string,
    named: string,
  ): Promise<[string, string[]]> => {
    const { registry, dialled } = makeRig({ tools: [tool(called)] });
    const args = { function: named };
    const result = await registry.call(some, "call_function", args);
    return [result.ok ? "ok" : result.code, dialled];
  };
  assertEquals(await call("get_a", "get_a"), ["ok", ["a@h"]]);
  assertEquals(await call("set_a", "get_a"), ["permission_denied", []]);
  assertEquals(await call("set_a", "set_a"), ["permission_denied", []]);
});

Deno.test("progress is passed on, never backwards and not too often", () => {
  let now = 0;
  const told: number[] = [];
  const tell = steadyProgress(({ done }) => told.push(done), () => now);
  const at = (time: number, progress: Progress): void => {
    now = time;
    tell(progress);
  };
  at(0, { done: 1, total: 9 });
  at(50, { done: 2, total: 9 });
  at(120, { done: 3, total: 9 });
  at(500, { done: 3, total: 9 });
  at(600, { done: 2, total: 9 });
  at(650, { done: 9, total: 9 });
  assertEquals(told, [1, 3, 9]);
});

Deno.test("a caller who asks is told of progress", async () => {
  const told: Progress[] = [];
  const tool = working((context) => context.progress({ done: 1, total: 2 }));
  const { registry } = makeRig({ tools: [tool] });
  await registry.call(principal(), "look_at", {}, {
    onProgress: (progress) => told.push(progress),
  });
  assertEquals(told, [{ done: 1, total: 2 }]);
});

Deno.test("a handler of nodes reaches the one that the grant is for", async () => {
  const connect = defineAdminTool({
    ...about,
    name: "connect_node",
    scopes: ["admin"],
    input: { alias: z.string().optional().describe("A short name.") },
    output: { incarnation: z.int() },
    run: async ({ alias }, context) => {
      const { incarnation } = await context.connect({ alias });
      return { incarnation };
    },
  });
  const disconnect = defineAdminTool({
    ...about,
    name: "disconnect_node",
    scopes: ["admin"],
    input: {},
    output: { known: z.boolean() },
    run: (_args, context) => Promise.resolve({ known: context.remove() }),
  });
  const { registry, dialled } = makeRig({
    tools: [connect, disconnect, nodeTool()],
  });
  const admin = principal(["admin@dev@*", "inspect"]);
  const refused = await registry
    .call(admin, "connect_node", { node: "prod@h" });
  assertEquals(refused.ok ? "ok" : refused.code, "permission_denied");
  const joined = await registry.call(admin, "connect_node", { node: "dev@h" });
  assert(joined.ok, joined.text);
  assertEquals(joined.structured, { node: "dev@h", incarnation: 7 });
  const used = await registry.call(admin, "look_at", { node: "dev@h" });
  assert(used.ok, used.text);
  assertEquals(dialled, ["dev@h", "dev@h"]);
  const left = await registry.call(admin, "disconnect_node", { node: "dev@h" });
  assert(left.ok && left.structured?.known === true, left.text);
  const gone = await registry.call(admin, "look_at", { node: "dev@h" });
  assertEquals(gone.ok ? "ok" : gone.code, "unknown_node");
});

Deno.test("a node is known by its alias too", async () => {
  const { registry, dialled } = makeRig({
    tools: [nodeTool()],
    nodes: ["a@h", "b@h"],
    aliases: { db: "b@h" },
  });
  const refused = await registry
    .call(principal(["inspect@a@h"]), "look_at", { node: "db" });
  assertEquals(refused.ok ? "ok" : refused.code, "permission_denied");
  await registry.call(principal(), "look_at", { node: "db" });
  assertEquals(dialled, ["b@h"]);
});

Deno.test("secrets are taken out of progress and of the log too", async () => {
  const logged: string[] = [];
  const told: (string | undefined)[] = [];
  const { registry } = makeRig({
    log: (_level, text) => void logged.push(text),
    tools: [nodeTool({
      run: ({ progress, log }) => {
        progress({ done: 1, total: 1, message: "password=hunter2" });
        log("warn", "connected to postgres://me:hunter2@db");
        return Promise.resolve({ items: [] });
      },
    })],
  });
  await registry.call(principal(), "look_at", {}, {
    onProgress: ({ message }) => told.push(message),
  });
  assertEquals(told, ["password=[redacted]"]);
  assert(logged[0]?.endsWith("postgres://me:[redacted]@db"), logged.join());
});

Deno.test("a handler is handed these and nothing else, and none of them goes beyond its manifest", async () => {
  let handed: string[][] = [];
  let tries: PromiseSettledResult<unknown>[] = [];
  const tool = working(async (context) => {
    const { beam, signal } = context;
    const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(beam));
    handed = [Object.keys(context), Object.keys(beam).concat(methods)];
    tries = await Promise.allSettled([
      beam.run(members, undefined),
      beam.outlive(members, undefined, { signal, timeoutMs: 1 }),
      beam.call("os", "cmd", [[]]),
    ]);
    throw new ToolError("busy", "enough");
  });
  const { registry, dialled } = makeRig({ tools: [tool] });
  await registry.call(principal(), "look_at", {});
  assertEquals(handed.map((names) => names.toSorted().join(" ")), [
    "askMembers beam early granted left log principal progress redact reference signal",
    "call constructor incarnation node outlive run syntax",
  ]);
  const codes = tries.map((each) =>
    each.status === "rejected" && each.reason.code
  );
  assertEquals(codes, Array(3).fill("permission_denied"));
  assertEquals(dialled, []);
});
