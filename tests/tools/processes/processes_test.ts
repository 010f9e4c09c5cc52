import { assert, assertEquals } from "@std/assert";
import { TOOLS_OF_PROCESSES } from "../../../lib/tools/processes/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import type { ToolResult } from "../../../lib/registry/mod.ts";
import { evaluate } from "../../support/remote.ts";
import { callerOf } from "../../support/tools.ts";
import { useTarget } from "../../support/target.ts";

/** A server that falls behind, as one whose callers all wait for it. */
const CAST = `
  Slow = spawn(fun() -> receive never -> ok end end), register(slow_server, Slow),
  [spawn(fun() -> gen_server:call(Slow, {request, I}, infinity) end) || I <- lists:seq(1, 20)],
  register('odd\\nname', spawn(fun() -> receive stop -> ok end end)),
  timer:sleep(100)`;

let remote: RemoteNode;
let call: (
  name: string,
  args?: Record<string, unknown>,
) => Promise<ToolResult>;
useTarget({ setup: CAST }, (link) => {
  remote = link;
  call = callerOf(remote, TOOLS_OF_PROCESSES, ["inspect"]);
});

Deno.test("a pile-up is found by its mailbox, by who waits, and by what they wait in", async () => {
  const pid = (await evaluate(
    remote,
    "list_to_binary(pid_to_list(whereis(slow_server)))",
  )).slice(3, -3);
  const top = await call("list_processes", { sort: "mailbox", limit: 1 });
  assert(top.text.includes(`${pid}\tslow_server`), top.text);
  const groups = await call("group_processes", {
    by: "current_function",
    limit: 3,
  });
  assert(/gen:do_call\/4\t20\t/.test(groups.text), groups.text);
  const waits = await call("get_process_graph", { kind: "wait_for" });
  assert(
    new RegExp(`awaited:\n process\t.*\n ${pid}\t.*20`).test(waits.text),
    waits.text,
  );
  const one = await call("get_process", { process: "slow_server" });
  assert(one.text.includes("prim_eval:receive/2"), one.text);
});

Deno.test("a name from the node cannot break out of its line", async () => {
  const found = await call("find", { text: "odd" });
  assert(found.text.includes(String.raw`"odd\nname"`), found.text);
});

Deno.test("every tool answers within its budget, and both forms say the same", async () => {
  const calls: readonly [string, Record<string, unknown>][] = [
    ["list_processes", { limit: 100 }],
    ["list_processes", { limit: 100, window_ms: 20, sort: "reductions" }],
    ["group_processes", { limit: 200 }],
    ["get_process", {
      process: "init",
      sections: [
        "stack",
        "relations",
        "ancestors",
        "gc",
        "binaries",
        "waiting_for",
      ],
      limit: 100,
    }],
    ["get_process_graph", {
      kind: "links",
      process: "init",
      depth: 20,
      limit: 150,
    }],
    ["get_process_graph", { kind: "spawned", depth: 20, limit: 150 }],
    ["find", { text: "e", limit: 100 }],
  ];
  for (const [name, args] of calls) {
    const result = await call(name, args);
    assert(result.ok, result.text);
    assert(result.text.length <= 40_960, name);
    assertEquals(result.structured?.node, remote.name);
  }
});

Deno.test("what is out of bounds is refused in words", async () => {
  for (
    const [name, args] of [
      ["list_processes", { window_ms: 3_600_000 }],
      ["list_processes", { limit: 1e9 }],
      ["group_processes", { limit: 1e9 }],
      ["get_process_graph", { kind: "links" }],
      ["get_process", { process: "<0.99999.0>" }],
      ["get_process", { process: "<7.1.0>" }],
      ["get_process", { process: "<other@host.1.0>" }],
      ["get_process", { process: "init", incarnation: 1 }],
      ["list_processes", { application: "no_such_app" }],
    ] as const
  ) {
    const result = await call(name, args);
    assertEquals(result.ok, false, result.text);
    assert(result.text.includes("What to do:"), result.text);
  }
});
