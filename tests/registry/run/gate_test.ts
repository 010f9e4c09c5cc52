import { assert, assertEquals, assertRejects } from "@std/assert";
import { RegistryError } from "../../../lib/registry/mod.ts";
import { Gate } from "../../../lib/registry/run/limit.ts";
import { makeRig, nodeTool, principal } from "../support.ts";

Deno.test("a gate without conditions is open", async () => {
  await new Gate().ready(0);
});

Deno.test("a gate opens when the last of its conditions has come true", async () => {
  const gate = new Gate();
  const [one, two] = [
    Promise.withResolvers<void>(),
    Promise.withResolvers<void>(),
  ];
  gate.await("one", one.promise);
  gate.await("two", two.promise);
  const ready = gate.ready(60_000);
  one.resolve();
  await one.promise;
  assertEquals(gate.pending, ["two"]);
  two.resolve();
  await ready;
  assertEquals(gate.pending, []);
});

Deno.test("a gate that stays closed says what it waits for", async () => {
  const gate = new Gate();
  gate.await("a@h", Promise.reject(new Error("gave up")));
  gate.await("b@h", new Promise(() => {}));
  await assertRejects(() => gate.ready(5), RegistryError, "a@h, b@h");
});

Deno.test("calls wait for the gate, within their own deadline", async () => {
  const tool = nodeTool({ deadlineMs: 300 });
  const { registry, dialled } = makeRig({ tools: [tool] });
  const condition = Promise.withResolvers<void>();
  registry.waitFor("a@h", condition.promise);
  const early = await registry.call(principal(), "look_at", {});
  assertEquals(early.ok ? "ok" : early.code, "not_ready");
  assertEquals(early.text.includes("waiting for a@h"), true, early.text);
  assertEquals(dialled, []);
  condition.resolve();
  await registry.ready(1000);
  assertEquals((await registry.call(principal(), "look_at", {})).ok, true);
});

Deno.test("a stranger is not told for which node it is that all wait", async () => {
  const { registry } = makeRig({ tools: [nodeTool({ deadlineMs: 20 })] });
  registry.waitFor("prod@h", new Promise(() => {}));
  const call = async (trusted: boolean): Promise<string> =>
    (await registry.call(
      principal(["inspect@a@*"], { trusted }),
      "look_at",
      {},
    ))
      .text;
  assert((await call(true)).includes("waiting for prod@h"));
  const theirs = await call(false);
  assert(theirs.includes("waiting for another node"), theirs);
});
