import { assert, assertEquals } from "@std/assert";
import { DumpStore } from "../../../lib/cli/dump_store.ts";
import type { ToolResult } from "../../../lib/registry/mod.ts";
import { type Dumps, dumpTools } from "../../../lib/tools/mod.ts";
import { makeDump } from "../../dump/real.ts";
import { makeRig, principal } from "../../registry/support.ts";
import { told } from "../../support/dumps.ts";

Deno.test("questions about a dump that end early say what they did not read", async (step) => {
  await using made = await makeDump(
    `B = binary:copy(<<"much">>, 2000000), put(b, B), erlang:halt("long")`,
  );
  const store = new DumpStore(() => [made.path]);
  const { registry } = makeRig({
    nodes: [],
    tools: [...dumpTools(store, () => ({}))],
  });
  const call = (
    name: string,
    args: Record<string, unknown> = {},
    options: { signal?: AbortSignal; early?: AbortSignal } = {},
  ): Promise<ToolResult> =>
    registry.call(principal(["inspect"]), name, args, options);
  const early = AbortSignal.abort();

  await step.step("every tool does", async () => {
    for (
      const [name, args] of [
        ["get_dump", {}],
        ["list_dump_processes", {}],
        ["list_dump_ets", {}],
        ["list_dump_ports", {}],
        ["get_dump_process", { process: "init" }],
        ["find_in_dump", { text: "init" }],
      ] as const
    ) {
      const { incomplete } = told(await call(name, args, { early }));
      assert(`${incomplete}`.includes("somebody stopped it"), name);
    }
    const { verdict } = told(await call("get_dump", {}, { early }));
    assert(`${verdict}`.includes("Only a part of the dump was read"));
    const none = await call("get_dump_process", { process: "<0.999.0>" }, {
      early,
    });
    assert(none.text.includes("the part of the dump that was read"), none.text);
  });

  await step.step("whoever cancels has no answer, and others do", async () => {
    const stop = new AbortController();
    const cancelled = call("get_dump", {}, { signal: stop.signal });
    const waiting = call("get_dump", {}, { signal: stop.signal });
    const other = call("get_dump");
    stop.abort();
    for (const each of await Promise.all([cancelled, waiting])) {
      assertEquals(!each.ok && each.code, "cancelled");
    }
    assertEquals(told(await other).incomplete, undefined);
  });

  await step.step("what was read whole stays", async () => {
    const { incomplete } = told(await call("get_dump", {}, { early }));
    assertEquals(incomplete, undefined);
  });
});

Deno.test("timeout_ms bounds reading", async () => {
  const path = await Deno.makeTempFile({ prefix: "dump" });
  // Sparse: it takes seconds to read.
  await Deno.writeTextFile(path, "=erl_crash_dump:0.5\nSlogan: x\n");
  await Deno.truncate(path, 2 ** 36);
  const { registry } = makeRig({
    nodes: [],
    tools: [...dumpTools(new DumpStore(() => [path]), () => ({}))],
  });
  const answer = await registry.call(principal(["inspect"]), "get_dump", {
    timeout_ms: 50,
  });
  await Deno.remove(path);
  assert(`${told(answer).incomplete}`.includes("its time was over"));
});

Deno.test("what fails after a dump was read does not tell where it is kept", async () => {
  await using made = await makeDump(`erlang:halt("here")`);
  const store = new DumpStore(() => [made.path]);
  const { dump } = await store.read(undefined, {});
  const changed: Dumps = {
    offered: true,
    read: async () => {
      await Deno.utime(made.path, 1, 1);
      return { file: "erl_crash.dump", dump };
    },
  };
  const { registry } = makeRig({
    nodes: [],
    tools: [...dumpTools(changed, () => ({}))],
  });
  const answer = await registry
    .call(principal(["inspect"]), "get_dump_process", { process: "init" });
  assertEquals(!answer.ok && answer.code, "unreadable_dump");
  assert(answer.text.includes("erl_crash.dump has changed"), answer.text);
  assert(!answer.text.includes(made.path), answer.text);
});
