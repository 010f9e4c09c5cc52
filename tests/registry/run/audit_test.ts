import { assert, assertEquals } from "@std/assert";
import {
  makeRig,
  nodeTool,
  plainTool,
  principal,
  template,
} from "../support.ts";

const kill = (): ReturnType<typeof nodeTool> =>
  nodeTool({ name: "kill_it", scopes: ["mutate"] });

Deno.test("calls above inspect are written down: the decision, then the end", async () => {
  const { registry, audit } = makeRig({ tools: [nodeTool(), kill()] });
  await registry.call(principal(), "look_at", {});
  await registry.call(principal(), "kill_it", {});
  await registry.call(principal(["mutate"]), "kill_it", { limit: 2 });
  await registry.call(principal(["mutate"]), "kill_it", { limit: "many" });
  assertEquals(
    audit.map(({ event, name, node, granted, outcome }) => ({
      event,
      name,
      node,
      granted,
      outcome,
    })),
    [
      {
        event: "decision",
        name: "kill_it",
        node: undefined,
        granted: false,
        outcome: "permission_denied",
      },
      {
        event: "decision",
        name: "kill_it",
        node: "a@h",
        granted: true,
        outcome: undefined,
      },
      {
        event: "end",
        name: "kill_it",
        node: "a@h",
        granted: true,
        outcome: "ok",
      },
      // Nothing was denied: the call itself was wrong.
      {
        event: "decision",
        name: "kill_it",
        node: undefined,
        granted: undefined,
        outcome: "invalid_arguments",
      },
    ],
  );
  assertEquals(audit[1]?.arguments, { limit: 2 });
  assertEquals(audit[1]?.reference, audit[2]?.reference);
  assertEquals(audit[1]?.principal, "tester");
});

Deno.test("a call that makes use of a scope beyond those of its tool is written down", async () => {
  const { registry, audit } = makeRig({
    tools: [nodeTool({
      run: (context) =>
        Promise.resolve({ items: [`${context.granted("data")}`] }),
    })],
  });
  await registry.call(principal(), "look_at", {});
  assertEquals(audit, []);
  await registry.call(principal(["data@a@*"]), "look_at", { limit: 2 });
  assertEquals(audit.map(({ event, scopes }) => [event, scopes]), [
    ["decision", ["inspect", "data"]],
    ["end", ["inspect", "data"]],
  ]);
  assertEquals(audit[0]?.arguments, { limit: 2 });
});

Deno.test("the decision is written before anything happens", async () => {
  let linesBefore: number | undefined;
  const rig = makeRig({
    tools: [nodeTool({
      scopes: ["mutate"],
      run: () => {
        linesBefore = rig.audit.length;
        return Promise.resolve({ items: [] });
      },
    })],
  });
  await rig.registry.call(principal(["mutate"]), "look_at", {});
  assertEquals(linesBefore, 1);
});

Deno.test("a call that cannot be written down is not run", async () => {
  let runs = 0;
  const { registry, crashes } = makeRig({
    audit: () => {
      throw new Error("no space left on /var/log/secret");
    },
    tools: [
      nodeTool({
        name: "kill_it",
        scopes: ["mutate"],
        run: () => {
          runs++;
          return Promise.resolve({ items: [] });
        },
      }),
      plainTool("look"),
    ],
  });
  const result = await registry.call(principal(["mutate"]), "kill_it", {});
  assert(!result.ok);
  assertEquals([result.code, runs], ["not_audited", 0]);
  assert(!result.text.includes("/var/log"), result.text);
  assertEquals(crashes.length > 0, true);
  assertEquals((await registry.call(principal(), "look", {})).ok, true);
});

Deno.test("secrets among the arguments are not written down", async () => {
  const { registry, audit } = makeRig({ tools: [kill()] });
  await registry.call(principal(["mutate"]), "kill_it", {
    password: "hunter2",
    text: "postgres://me:hunter2@db/x",
  });
  assertEquals(audit.length, 1);
  assertEquals(JSON.stringify(audit).includes("hunter2"), false);
});

Deno.test("no caller fills the log by what he sends", async () => {
  const { registry, audit } = makeRig({ tools: [kill()] });
  const stranger = principal([], { trusted: false });
  const many = Array.from({ length: 5000 }, (_, n) => [`a${n}`, n]);
  for (
    const args of [
      { source: "x".repeat(1_000_000), short: 1 },
      Object.fromEntries(many),
      nested(100_000),
    ]
  ) await registry.call(stranger, "kill_it", args);
  assertEquals(audit.length, 3);
  for (const entry of audit) assert(JSON.stringify(entry).length < 40_000);
  const [long] = audit;
  assert(long?.arguments instanceof Object);
  assertEquals(Reflect.get(long.arguments, "short"), 1);
});

/** An object in an object and so on. */
function nested(depth: number): unknown {
  let value: unknown = {};
  for (let n = 0; n < depth; n++) value = { a: value };
  return value;
}

Deno.test("what was read is written down, not only of what form it is", async () => {
  const { registry, audit } = makeRig({
    tools: [template("say", { scopes: ["data"] })],
  });
  const uri = "test://a@h/say/hello";
  await registry.read(principal(["data"]), uri);
  assertEquals(audit.map(({ event }) => event), ["decision", "end"]);
  assertEquals(audit[0]?.arguments, { uri });
});
