import { assert, assertEquals } from "@std/assert";
import { TOOLS } from "../../lib/tools/mod.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import type { ToolResult } from "../../lib/registry/mod.ts";
import type { Beam } from "../support/beam.ts";
import { evaluate } from "../support/remote.ts";
import { SHARING } from "../support/sharing.ts";
import { callerOf } from "../support/tools.ts";
import { useTarget } from "../support/target.ts";

const HOLDERS = [
  "list_state",
  "tuple_state",
  "map_state",
  "fun_state",
  "sleeping_state",
  "wide_state",
  "wide_dictionary",
  "bomb_dictionary",
  "ids_sup",
  "args_sup",
  "literal_box",
];

let target: Beam;
let remote: RemoteNode;
let call: (
  name: string,
  args?: Record<string, unknown>,
) => Promise<ToolResult>;
useTarget({
  setup: SHARING,
  erl: Deno.env.get("BEAMTAP_TEST_ERL") ?? "erl",
}, (link, node) => {
  remote = link;
  target = node;
  call = callerOf(remote, TOOLS);
});

/** The most memory the node has had, in MB. */
async function peak(): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${target.pid}/status`);
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** Asks, and looks how much more memory the node took than ever before. */
async function assertSmall(
  name: string,
  args: Record<string, unknown> = {},
): Promise<ToolResult> {
  const before = await peak();
  const result = await call(name, args);
  const what = `${name} ${JSON.stringify(args)}: ${result.text.slice(0, 300)}`;
  assert(await peak() - before < 64, what);
  assert(!/bug in beamtap|timeout|killed/.test(result.text), what);
  return result;
}

Deno.test("no tool of scope inspect copies what processes hold", async () => {
  await call("get_node_info");
  const questions: (readonly [string, Record<string, unknown>])[] = [
    ...["memory", "heap", "reductions", "mailbox", "binary"].map((
      sort,
    ) => ["list_processes", { sort, limit: 100 }] as const),
    ["list_processes", { text: "sharer", limit: 100 }],
    ["list_processes", { initial_call: "t_sharer", limit: 100 }],
    ["list_processes", { ancestor: "kernel_sup", limit: 100 }],
    ["list_processes", { sort: "reductions", window_ms: 50, limit: 100 }],
    ...["initial_call", "current_function", "application", "spawner"].map((
      by,
    ) => ["group_processes", { by, limit: 100 }] as const),
    ["get_supervision_tree", {}],
    ["list_applications", {}],
    ["get_memory", {}],
    ["get_binary_holders", {}],
    ["get_process_graph", { kind: "wait_for" }],
    ["get_process_graph", { kind: "spawned" }],
    ["list_ports", {}],
    ["find", { text: "state" }],
    ["get_cluster", {}],
    ["get_limits", {}],
    ["get_schedulers", {}],
    ...HOLDERS.flatMap((process) =>
      [
        ["get_process", {
          process,
          sections: [
            "stack",
            "relations",
            "ancestors",
            "gc",
            "binaries",
            "waiting_for",
          ],
        }],
        ["get_process_graph", { kind: "links", process }],
        ["get_supervision_tree", { root: process }],
        ["get_child_specs", { process }],
      ] as [string, Record<string, unknown>][]
    ),
  ];
  for (const [name, args] of questions) await assertSmall(name, args);
});

Deno.test("what has no bound is not copied unless forced, and the limit is named", async () => {
  const reasons: Record<string, RegExp> = {
    list_state: /more than 100,000 characters/,
    tuple_state: /more than 100,000 characters/,
    map_state: /more than 100,000 characters/,
    fun_state: /funs, and how much these hold cannot be seen/,
    wide_state: /heap has more than 524288 bytes/,
  };
  for (const [process, reason] of Object.entries(reasons)) {
    const { text, ok } = await assertSmall("get_process_state", { process });
    assert(!ok && reason.test(text) && text.includes("crash the node"), text);
  }
  // OTP 29 shows the stack of one that hibernates.
  const sleeping = await assertSmall("get_process_state", {
    process: "sleeping_state",
  });
  assert(/hibernates|100,000 characters/.test(sleeping.text), sleeping.text);
  for (const process of HOLDERS) {
    for (const view of ["dictionary", "status"]) {
      const { ok, text } = await assertSmall("get_process_state", {
        process,
        view,
        path: ["wide"],
      });
      assert(!ok, text);
    }
    for (const view of ["kinds", "sample"]) {
      await assertSmall("get_mailbox", { process, view });
    }
  }
  assertEquals(
    await evaluate(remote, "is_process_alive(whereis(list_state))"),
    "true",
  );
});

Deno.test("messages that may hold constants of any size are not copied unless forced", async () => {
  for (const view of ["sample", "kinds"]) {
    const { ok, text } = await assertSmall("get_mailbox", {
      process: "literal_box",
      view,
    });
    assert(
      !ok && text.includes("persistent terms of any number of bytes"),
      text,
    );
  }
});
