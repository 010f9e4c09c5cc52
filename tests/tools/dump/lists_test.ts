import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import { die } from "../../support/crashes/crash.ts";
import { HELD } from "../../support/crashes/held.ts";
import { dumpCaller, told } from "../../support/dumps.ts";

const PROCESSES = z.array(z.looseObject({
  pid: z.string(),
  registered_name: z.string().optional(),
  initial_call: z.string().optional(),
  mailbox: z.int(),
  memory_bytes: z.int(),
  label: z.string().optional(),
}));

const GROUPS = z.array(z.object({
  kind: z.string(),
  count: z.int(),
  sum: z.number().optional(),
  example: z.string(),
  example_initial_call: z.string().optional(),
}));

Deno.test("processes, tables, ports and names of a dump", async (step) => {
  await using dead = await die(HELD);
  const call = dumpCaller([dead.path], ["inspect"]);
  const list = async (
    args: Record<string, unknown>,
  ): Promise<z.infer<typeof PROCESSES>> =>
    PROCESSES.parse(told(await call("list_dump_processes", args)).processes);
  const names = async (args: Record<string, unknown>): Promise<string[]> =>
    (await list({ limit: 100, ...args }))
      .map(({ registered_name, pid }) => registered_name ?? pid);

  await step.step("processes come first by the measure", async () => {
    const [first] = await list({ sort: "mailbox", limit: 1 });
    assertEquals(first?.registered_name, "busy");
    assertEquals(first?.mailbox, 67);
    const all = await list({ limit: 100 });
    const sizes = all.map(({ memory_bytes }) => memory_bytes);
    assertEquals(sizes, sizes.toSorted((a, b) => b - a));
    const { total, matched } = told(await call("list_dump_processes"));
    assertEquals([total, matched], [all.length, all.length]);
    for (const sort of ["heap", "reductions", "binary", "links", "monitors"]) {
      assertEquals((await list({ sort, limit: 3 })).length, 3, sort);
    }
  });

  await step.step("a process of OTP is what it was started with", async () => {
    const [cart] = await list({ registered_name: "cart" });
    assertEquals(cart?.initial_call, "m:init/1");
    const [keeper] = await list({ registered_name: "keeper" });
    assert(keeper?.initial_call?.startsWith("m:-start/0-fun"));
  });

  await step.step("all filters that are given must hold", async () => {
    assertEquals(await names({ text: "M:BUSY" }), ["busy"]);
    assertEquals(await names({ text: "cart" }), ["cart"]);
    assertEquals(await names({ initial_call: "m:busy" }), ["busy"]);
    const loops = await names({ current_function: "gen_server:loop" });
    assert(loops.includes("cart") && !loops.includes("busy"));
    assertEquals(await names({ status: "running", text: "start" }), [
      "starter",
    ]);
    assertEquals(
      (await names({ ancestor: "starter", initial_call: "m:" })).toSorted(),
      ["busy", "cart", "keeper"],
    );
    const none = await call("list_dump_processes", { text: "zzz" });
    assert(none.text.includes("nothing matches"), none.text);
    const wrong = await call("list_dump_processes", { ancestor: "nobody" });
    assert(!wrong.ok && wrong.code === "no_such_process", wrong.text);
  });

  await step.step("groups are counted or summed", async () => {
    const group = async (
      args: Record<string, unknown>,
    ): Promise<z.infer<typeof GROUPS>> =>
      GROUPS.parse(told(await call("list_dump_processes", args)).groups);
    const all = await list({ limit: 100 });
    for (
      const by of ["initial_call", "current_function", "status", "spawner"]
    ) {
      const groups = await group({ by, limit: 100 });
      const counts = groups.map(({ count }) => count);
      assertEquals(counts, counts.toSorted((a, b) => b - a), by);
      assertEquals(counts.reduce((sum, each) => sum + each), all.length, by);
    }
    const [spawner] = await group({ by: "spawner", sort: "mailbox", limit: 1 });
    assertEquals([spawner?.kind, spawner?.sum], ["starter", 67]);
  });

  await step.step("tables, ports and names", async () => {
    const ets = told(await call("list_dump_ets", { text: "price" }));
    assertEquals(ets.matched, 1);
    const [table] = z.array(z.looseObject({})).parse(ets.tables);
    assertEquals(table?.table, "prices");
    assertEquals([table?.owner_name, table?.size], ["starter", 500]);
    const owned = told(await call("list_dump_ets", { process: "starter" }));
    assertEquals(owned.matched, 1);
    const ports = await call("list_dump_ports", { process: "init" });
    assert(ports.text.includes("forker process"), ports.text);
    const found = told(await call("find_in_dump", { text: "CART" }));
    assertEquals(found.names, {
      count: 1,
      first: [{ name: "cart", id: (await list({ text: "cart" }))[0]?.pid }],
    });
    const nothing = await call("find_in_dump", { text: "zzz" });
    assert(nothing.text.includes("no name contains that"), nothing.text);
  });
});
