import { assertEquals, assertRejects } from "@std/assert";
import { ToolError } from "../../../lib/registry/mod.ts";
import { Slots } from "../../../lib/registry/run/slots.ts";

const forever = new AbortController().signal;

Deno.test("slots are handed on in the order of asking", async () => {
  const slots = new Slots({ perNode: 1, perPrincipal: 10, waiting: 10 });
  const order: number[] = [];
  const first = await slots.take("a", "me", forever);
  const rest = [1, 2, 3].map(async (n) => {
    using _slot = await slots.take("a", "me", forever);
    order.push(n);
  });
  assertEquals(order, []);
  first[Symbol.dispose]();
  await Promise.all(rest);
  assertEquals(order, [1, 2, 3]);
});

Deno.test("one node's queue does not hold up another's", async () => {
  const slots = new Slots({ perNode: 1, perPrincipal: 10, waiting: 0 });
  using _a = await slots.take("a", "me", forever);
  using _b = await slots.take("b", "me", forever);
});

Deno.test("a full queue is refused", async () => {
  const slots = new Slots({ perNode: 1, perPrincipal: 10, waiting: 0 });
  using _slot = await slots.take("a", "me", forever);
  await assertRejects(
    () => slots.take("a", "me", forever),
    ToolError,
    "are running on a",
  );
});

Deno.test("who gives up while waiting does not take the slot with him", async () => {
  const slots = new Slots({ perNode: 1, perPrincipal: 10, waiting: 10 });
  const first = await slots.take("a", "me", forever);
  const controller = new AbortController();
  const quitter = slots.take("a", "me", controller.signal);
  const stayer = slots.take("a", "me", forever);
  controller.abort(new Error("gave up"));
  first[Symbol.dispose]();
  await assertRejects(() => quitter, Error, "gave up");
  (await stayer)[Symbol.dispose]();
});

Deno.test("a slot given back twice counts once", async () => {
  const slots = new Slots({ perNode: 1, perPrincipal: 10, waiting: 0 });
  const first = await slots.take("a", "me", forever);
  first[Symbol.dispose]();
  first[Symbol.dispose]();
  using _second = await slots.take("a", "me", forever);
  await assertRejects(() => slots.take("a", "me", forever), ToolError);
});

Deno.test("a slot comes back when its signal fires, disposed of or not", async () => {
  const slots = new Slots({ perNode: 1, perPrincipal: 10, waiting: 0 });
  const controller = new AbortController();
  await slots.take("a", "me", controller.signal);
  controller.abort();
  using _slot = await slots.take("a", "me", forever);
});

Deno.test("who asks much does not keep others waiting", async () => {
  const slots = new Slots({ perNode: 1, perPrincipal: 10, waiting: 10 });
  const order: string[] = [];
  const first = await slots.take("a", "busy", forever);
  const asking = ["busy", "busy", "busy", "calm", "other"].map(async (who) => {
    using _slot = await slots.take("a", who, forever);
    order.push(who);
  });
  first[Symbol.dispose]();
  await Promise.all(asking);
  assertEquals(order, ["busy", "calm", "other", "busy", "busy"]);
});

Deno.test("nobody has more slots than one may, on however many nodes", async () => {
  const slots = new Slots({ perNode: 5, perPrincipal: 2, waiting: 0 });
  using _a = await slots.take("a", "me", forever);
  using _b = await slots.take("b", "me", forever);
  await assertRejects(() => slots.take("c", "me", forever), ToolError, "2 of");
  using _c = await slots.take("c", "you", forever);
});

Deno.test("a call that waits for a full node holds up no other of the same caller", async () => {
  const slots = new Slots({ perNode: 1, perPrincipal: 2, waiting: 10 });
  const other = await slots.take("a", "you", forever);
  using mine = await slots.take("b", "me", forever);
  const stuck = slots.take("a", "me", forever);
  const next = slots.take("b", "me", forever);
  mine[Symbol.dispose]();
  (await next)[Symbol.dispose]();
  other[Symbol.dispose]();
  (await stuck)[Symbol.dispose]();
});

Deno.test("a signal that fires just as a slot is given gives it back", async () => {
  const slots = new Slots({ perNode: 1, perPrincipal: 10, waiting: 10 });
  const first = await slots.take("a", "me", forever);
  const controller = new AbortController();
  const late = slots.take("a", "me", controller.signal);
  first[Symbol.dispose]();
  controller.abort(new Error("too late"));
  await assertRejects(() => late, Error, "too late");
  using _free = await slots.take("a", "me", forever);
});
