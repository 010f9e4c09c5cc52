import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import { members } from "../../lib/beam/mod.ts";
import { NodeError } from "../../lib/node/mod.ts";
import {
  defineTool,
  ToolError,
  type ToolResult,
} from "../../lib/registry/mod.ts";
import { makeRig, nodeTool, plainTool, principal } from "./support.ts";

function codeOf(result: ToolResult): string {
  return result.ok ? "ok" : result.code;
}

Deno.test("the list holds what is granted, in order of registration", () => {
  const tools = [
    plainTool("zebra"),
    nodeTool({ name: "kill_it", scopes: ["mutate"] }),
    plainTool("ant"),
  ];
  const { registry } = makeRig({ tools });
  const names = (allow: string[]): string[] =>
    registry.visible(principal(allow), "tool").map(({ name }) => name);
  assertEquals(names([]), ["zebra", "ant"]);
  assertEquals(names(["mutate@a@h"]), ["zebra", "kill_it", "ant"]);
});

Deno.test("an answer names its node and incarnation, in text and structure", async () => {
  const { registry } = makeRig({
    tools: [nodeTool({ run: () => Promise.resolve({ items: ["x"] }) })],
  });
  const result = await registry.call(principal(), "look_at", {});
  assert(result.ok);
  assertEquals(result.structured, {
    node: "a@h",
    incarnation: 7,
    items: ["x"],
  });
  assertEquals(result.text, "node=a@h incarnation=7\nitems: x");
});

Deno.test("the node may be left out only when there is one", async () => {
  const { registry, dialled } = makeRig({
    nodes: ["a@h", "b@h"],
    tools: [nodeTool()],
  });
  const missing = await registry.call(principal(), "look_at", {});
  assertEquals(codeOf(missing), "node_required");
  assert(missing.text.includes("a@h, b@h"));
  const only = await registry.call(principal(["inspect@b@*"]), "look_at", {});
  assertEquals(codeOf(only), "ok");
  assertEquals(dialled, ["b@h"]);
});

Deno.test("an unknown node is refused with the names that are known", async () => {
  const { registry, dialled } = makeRig({ tools: [nodeTool()] });
  const result = await registry.call(principal(), "look_at", { node: "a@hh" });
  assertEquals(codeOf(result), "unknown_node");
  assert(result.text.includes('did you mean "a@h"?'), result.text);
  assertEquals(dialled, []);
});

Deno.test("a node is found by its name as printed, and by the part before the @ where one fits", async () => {
  const nodes = ["web@h1", "web@h2", "db@h1"];
  const { registry, dialled } = makeRig({ nodes, tools: [nodeTool()] });
  const codes: string[] = [];
  for (const node of ["db", "'db@h1'", ':"db@h1"', ":db", "web", "d"]) {
    codes.push(codeOf(await registry.call(principal(), "look_at", { node })));
  }
  const unknown = "unknown_node";
  assertEquals(codes, ["ok", "ok", "ok", "ok", unknown, unknown]);
  assertEquals([...new Set(dialled)], ["db@h1"]);
  const only = principal(["inspect@web@h1"]);
  const found = await registry.call(only, "look_at", { node: "web" });
  assertEquals(codeOf(found), "ok");
});

Deno.test("wrong arguments are all named in one answer, with guesses", async () => {
  const { registry, dialled } = makeRig({ tools: [nodeTool()] });
  const result = await registry.call(principal(), "look_at", {
    limit: 0,
    lmit: 5,
  });
  assertEquals(codeOf(result), "invalid_arguments");
  assert(result.text.includes('"lmit"; did you mean "limit"?'), result.text);
  assert(result.text.includes("limit: at least 1"), result.text);
  assertEquals(dialled, []);
});

Deno.test("nothing is dialled for a call that is denied", async () => {
  const { registry, dialled } = makeRig({
    nodes: ["a@h", "b@h"],
    tools: [nodeTool({ name: "kill_it", scopes: ["mutate"] }), nodeTool()],
    granted: ({ name }) => name !== "net",
  });
  const call = async (
    allow: string[],
    name: string,
    node: string,
  ): Promise<string> =>
    codeOf(await registry.call(principal(allow), name, { node }));
  assertEquals(await call([], "kill_it", "a@h"), "permission_denied");
  assertEquals(
    await call(["mutate@a@h"], "kill_it", "b@h"),
    "permission_denied",
  );
  assertEquals(await call([], "look_at", "a@h"), "permission_denied");
  assertEquals(dialled, []);
});

Deno.test("a denied Deno permission is named with its remedy", async () => {
  const { registry } = makeRig({ tools: [nodeTool()], granted: () => false });
  const result = await registry.call(principal(), "look_at", {});
  assertEquals(
    result.text,
    "permission_denied: look_at needs a permission that Deno was not given: net h:4369\nWhat to do: add the flag",
  );
});

Deno.test("a tool that is denied looks unknown to a stranger", async () => {
  const { registry } = makeRig({
    tools: [nodeTool({ name: "kill_it", scopes: ["mutate"] })],
  });
  const stranger = principal([], { trusted: false });
  const denied = await registry.call(stranger, "kill_it", {});
  const unknown = await registry.call(stranger, "kill_me", {});
  assertEquals(denied.text.replace("kill_it", "kill_me"), unknown.text);
  assertEquals(codeOf(denied), "unknown_tool");
});

Deno.test("a probe that is not declared cannot be run", async () => {
  const { registry, dialled } = makeRig({
    tools: [nodeTool({
      run: async ({ beam }) => {
        await beam.run(members, undefined);
        return { items: [] };
      },
    })],
  });
  const result = await registry.call(principal(), "look_at", {});
  assertEquals(codeOf(result), "permission_denied");
  assert(result.text.includes(`run the probe ${members.name}`), result.text);
  assertEquals(dialled, []);
});

Deno.test("another incarnation than the caller's is refused", async () => {
  const { registry } = makeRig({ tools: [nodeTool()] });
  const call = (incarnation: number): Promise<ToolResult> =>
    registry.call(principal(), "look_at", { incarnation });
  assertEquals(codeOf(await call(7)), "ok");
  assertEquals(codeOf(await call(8)), "stale_incarnation");
});

Deno.test("a crash is shown by its reference alone", async () => {
  const { registry, crashes } = makeRig({
    tools: [nodeTool({
      run: () => Promise.reject(new Error("secret /etc/path")),
    })],
  });
  const result = await registry.call(principal(), "look_at", {});
  assertEquals(codeOf(result), "internal_error");
  assert(!result.text.includes("secret"));
  assert(result.text.includes(crashes[0]?.reference ?? "?"));
});

Deno.test("an answer that breaks its own schema is a crash", async () => {
  const broken: { items: string[] } = JSON.parse('{"items":[1]}');
  const { registry, crashes } = makeRig({
    tools: [nodeTool({ run: () => Promise.resolve(broken) })],
  });
  const result = await registry.call(principal(), "look_at", {});
  assertEquals(codeOf(result), "internal_error");
  assertEquals(crashes.length, 1);
});

Deno.test("an error raised on purpose is shown as written, with what to do", async () => {
  const { registry } = makeRig({
    tools: [nodeTool({
      run: () => {
        throw new ToolError("busy", "it is busy", { hint: "wait" });
      },
    })],
  });
  const result = await registry.call(principal(), "look_at", {});
  assertEquals(result.text, "busy: it is busy\nWhat to do: wait");
});

Deno.test("an error is cut before clients cut it, message and advice each", async () => {
  const { registry } = makeRig({
    tools: [nodeTool({
      run: () => {
        throw new ToolError("busy", "m".repeat(100_000), {
          hint: "h".repeat(100_000),
        });
      },
    })],
  });
  const result = await registry.call(principal(), "look_at", {});
  assertEquals(
    result.text,
    `busy: ${"m".repeat(4095)}…\nWhat to do: ${"h".repeat(4095)}…`,
  );
});

Deno.test("a name from a node cannot break out of its line in an error", async () => {
  const { registry } = makeRig({
    tools: [nodeTool({
      run: () => {
        throw new ToolError("busy", 'no "x\n\u2028Ignore\u202e"');
      },
    })],
  });
  const result = await registry.call(principal(), "look_at", {});
  assertEquals(result.text, 'busy: no "x\\n\\x{2028}Ignore\\x{202E}"');
});

Deno.test("advice with paths is for the operator alone", async () => {
  const tool = nodeTool({
    run: () => {
      throw new NodeError("no_cookie", "no cookie is known", {
        hint: "look at /home/me/.erlang.cookie",
      });
    },
  });
  const { registry } = makeRig({ tools: [tool] });
  const own = await registry.call(principal(), "look_at", {});
  assert(own.text.includes("/home/me"), own.text);
  const stranger = principal([], { trusted: false });
  const theirs = await registry.call(stranger, "look_at", {});
  assertEquals(theirs.text, "no_cookie: no cookie is known");
});

Deno.test("a handler that never returns is timed out and its slot freed", async () => {
  let hang = true;
  const { registry } = makeRig({
    slots: { perNode: 1, perPrincipal: 1, waiting: 0 },
    tools: [nodeTool({
      deadlineMs: 300,
      run: () => hang ? new Promise(() => {}) : Promise.resolve({ items: [] }),
    })],
  });
  const first = await registry.call(principal(), "look_at", {});
  assertEquals(codeOf(first), "timeout");
  hang = false;
  assertEquals(codeOf(await registry.call(principal(), "look_at", {})), "ok");
});

Deno.test("a caller who gives up gets an end at once", async () => {
  let seen: AbortSignal | undefined;
  const { registry } = makeRig({
    tools: [nodeTool({
      run: ({ signal }) => {
        seen = signal;
        return new Promise(() => {});
      },
    })],
  });
  const controller = new AbortController();
  const { signal } = controller;
  const calling = registry.call(principal(), "look_at", {}, { signal });
  await Promise.resolve();
  controller.abort();
  assertEquals(codeOf(await calling), "cancelled");
  assertEquals(seen?.aborted ?? true, true);
});

Deno.test("an answer beyond its budget is cut and says so in both forms", async () => {
  const items = Array.from({ length: 500 }, (_, index) => `item_${index}`);
  const { registry } = makeRig({
    tools: [nodeTool({
      budgetBytes: 1024,
      run: () => Promise.resolve({ items }),
    })],
  });
  const result = await registry.call(principal(), "look_at", {});
  assert(result.ok);
  const { items: kept, truncated, omitted } = z.object({
    items: z.array(z.string()),
    truncated: z.literal(true),
    omitted: z.object({ items: z.int() }),
  }).parse(result.structured);
  assertEquals(truncated, true);
  assertEquals(kept.length + omitted.items, 500);
  assert(JSON.stringify(result.structured).length <= 1024);
  assert(result.text.length <= 1024);
  assert(result.text.endsWith(`omitted: items=${omitted.items}`), result.text);
});

Deno.test("a call goes on with the tool that it began with", async () => {
  const waiting = Promise.withResolvers<void>();
  const first = nodeTool({
    run: async () => {
      await waiting.promise;
      return { items: ["first"] };
    },
  });
  const { registry } = makeRig({ tools: [first] });
  const calling = registry.call(principal(), "look_at", {});
  registry.unregister("tool", "look_at");
  registry.register({ ...plainTool("look_at"), scopes: ["eval"] });
  waiting.resolve();
  const result = await calling;
  assert(result.ok, result.text);
  assertEquals(result.structured?.items, ["first"]);
});

Deno.test("an alias does not tell a stranger of the node behind it", async () => {
  const { registry } = makeRig({
    tools: [nodeTool()],
    nodes: ["dev@h", "pay@10.0.0.6"],
    aliases: { pay: "pay@10.0.0.6", dev: "dev@h" },
  });
  const stranger = principal(["inspect@dev@*"], { trusted: false });
  const ask = async (node: string): Promise<string> =>
    (await registry.call(stranger, "look_at", { node })).text;
  assertEquals((await ask("pay")).replaceAll("pay", "pax"), await ask("pax"));
  assert((await ask("dev")).startsWith("node=dev@h "));
  const operator = principal(["inspect@dev@*"]);
  const denied = await registry.call(operator, "look_at", { node: "pay" });
  assert(denied.text.includes("inspect@pay@10.0.0.6"), denied.text);
});

Deno.test("of many arguments that there are none of, a few are named", async () => {
  const { registry } = makeRig({ tools: [nodeTool()] });
  const args = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, n) => [`${n}${"x".repeat(1000)}`, n]),
  );
  const { text } = await registry.call(principal(), "look_at", args);
  assert(text.length < 1500, text);
  assert(text.includes("(arguments: node, incarnation, limit)"), text);
});

Deno.test("of a choice, what may be chosen is told, with a guess", async () => {
  const tool = defineTool({
    ...plainTool("sort_it"),
    name: "sort_it",
    input: { by: z.enum(["memory", "mailbox"]).describe("What.") },
    output: { answer: z.int() },
    run: () => Promise.resolve({ answer: 1 }),
  });
  const { registry } = makeRig({ tools: [tool] });
  const told = async (args: object): Promise<string> =>
    (await registry.call(principal(), "sort_it", args)).text.split("\n")[0] ??
      "";
  const head = "invalid_arguments: sort_it: by";
  assertEquals(
    await told({ by: "memry" }),
    `${head}: there is no "memry"; did you mean "memory"? (there are memory, mailbox)`,
  );
  assertEquals(await told({}), `${head} is missing (one of memory, mailbox)`);
  assertEquals(await told({ by: [] }), `${head}: not one of memory, mailbox`);
});

Deno.test("arguments that are missing are named as missing", async () => {
  const { registry } = makeRig({
    tools: [defineTool({
      ...plainTool("add_up"),
      name: "add_up",
      input: { count: z.int().describe("How many.") },
      output: { answer: z.int() },
      run: ({ count }) => Promise.resolve({ answer: count }),
    })],
  });
  const result = await registry.call(principal(), "add_up", {});
  assert(/count is missing \(number(: .*)?\)/.test(result.text), result.text);
});

Deno.test("a guess at what was meant is made of names, not of megabytes", async () => {
  const { registry } = makeRig({
    tools: Array.from({ length: 40 }, (_, n) => plainTool(`tool_number_${n}`)),
  });
  const far = await registry.call(
    principal(),
    "tool_number_".repeat(200_000),
    {},
  );
  assert(!far.text.includes("did you mean"), far.text.slice(-200));
  const near = await registry.call(principal(), "tool_numbr_7", {});
  assert(near.text.includes('did you mean "tool_number_7"?'), near.text);
});
