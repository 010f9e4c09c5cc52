import { assertEquals, assertRejects } from "@std/assert";
import { ToolError } from "../../lib/registry/mod.ts";
import { Slots } from "../../lib/registry/slots.ts";

const forever = new AbortController().signal;

Deno.test("slots are handed on in the order of asking", async () => {
  const slots = new Slots({ atWork: 1, waiting: 10 });
  const order: number[] = [];
  const first = await slots.take("a", forever);
  const rest = [1, 2, 3].map(async (n) => {
    using _slot = await slots.take("a", forever);
    order.push(n);
  });
  assertEquals(order, []);
  first[Symbol.dispose]();
  await Promise.all(rest);
  assertEquals(order, [1, 2, 3]);
});

Deno.test("one node's queue does not hold up another's", async () => {
  const slots = new Slots({ atWork: 1, waiting: 0 });
  using _a = await slots.take("a", forever);
  using _b = await slots.take("b", forever);
});

Deno.test("a full queue is refused", async () => {
  const slots = new Slots({ atWork: 1, waiting: 0 });
  using _slot = await slots.take("a", forever);
  await assertRejects(() => slots.take("a", forever), ToolError, "at work");
});

Deno.test("who gives up while waiting does not take the slot with him", async () => {
  const slots = new Slots({ atWork: 1, waiting: 10 });
  const first = await slots.take("a", forever);
  const controller = new AbortController();
  const quitter = slots.take("a", controller.signal);
  const stayer = slots.take("a", forever);
  controller.abort(new Error("gave up"));
  first[Symbol.dispose]();
  await assertRejects(() => quitter, Error, "gave up");
  (await stayer)[Symbol.dispose]();
});

Deno.test("a slot given back twice counts once", async () => {
  const slots = new Slots({ atWork: 1, waiting: 0 });
  const first = await slots.take("a", forever);
  first[Symbol.dispose]();
  first[Symbol.dispose]();
  using _second = await slots.take("a", forever);
  await assertRejects(() => slots.take("a", forever), ToolError);
});

Deno.test("a slot comes back when its signal fires, disposed of or not", async () => {
  const slots = new Slots({ atWork: 1, waiting: 0 });
  const controller = new AbortController();
  await slots.take("a", controller.signal);
  controller.abort();
  using _slot = await slots.take("a", forever);
});
