import { assertEquals, assertRejects } from "@std/assert";
import { RegistryError } from "../../lib/registry/mod.ts";
import { Gate } from "../../lib/registry/gate.ts";
import { makeRig, nodeTool, principal } from "./support.ts";

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
  const tool = nodeTool({ deadlineMs: 20 });
  const { registry, dialled } = makeRig({ tools: [tool] });
  const condition = Promise.withResolvers<void>();
  registry.waitFor("a@h", condition.promise);
  const early = await registry.call(principal(), "look_at", {});
  assertEquals(early.ok ? "ok" : early.code, "not_ready");
  assertEquals(early.text.includes("waits for a@h"), true, early.text);
  assertEquals(dialled, []);
  condition.resolve();
  await registry.ready(1000);
  assertEquals((await registry.call(principal(), "look_at", {})).ok, true);
});
