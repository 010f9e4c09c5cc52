import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import {
  getDocs,
  getModule,
  listModules,
} from "../../../lib/tools/code/mod.ts";
import { getElixirOverview } from "../../../lib/tools/elixir/get_elixir_overview.ts";
import { getLogConfig } from "../../../lib/tools/logs/mod.ts";
import {
  getApplication,
  getChildSpecs,
  getSupervisionTree,
  listApplications,
} from "../../../lib/tools/otp/mod.ts";
import { HUNG_TREE, QUIET, SMALL_TREE } from "../../support/supervisors.ts";
import { callerOf } from "../../support/tools.ts";
import { useTarget } from "../../support/target.ts";

const TOOLS = [
  getApplication,
  getChildSpecs,
  getDocs,
  getElixirOverview,
  getLogConfig,
  getModule,
  getSupervisionTree,
  listApplications,
  listModules,
];

let remote: RemoteNode;
useTarget({
  setup:
    `${QUIET}, ${SMALL_TREE}, ${HUNG_TREE}, Top(vaults, #{}, [#{id => vault, type => supervisor,
      start => {t_sup, top, [vault, {#{}, [#{id => [{password, <<"hunter2">>}, {size, 5}],
        start => {t_sup, worker, []}}]}]}}])`,
}, (link) => remote = link);

const TREE = z.object({
  troubles: z.array(
    z.object({ state: z.string(), current_function: z.string() }),
  ),
  rows: z.array(
    z.object({ depth: z.int(), initial_call: z.string().optional() }),
  ),
});
const SPECS = z.object({
  specs: z.array(
    z.object({ start: z.string(), arguments: z.string().optional() }),
  ),
});

Deno.test("every answer is what its declaration says", async () => {
  const call = callerOf(remote, TOOLS);
  const calls: readonly [string, Record<string, unknown>][] = [
    ["list_applications", {}],
    ["get_application", { application: "kernel" }],
    ["get_supervision_tree", {}],
    ["get_child_specs", { process: "kernel_sup" }],
    ["list_modules", { text: "gen" }],
    ["get_module", { module: "lists" }],
    ["get_docs", { module: "lists", function: "keyfind" }],
    ["get_log_config", {}],
  ];
  for (const [name, args] of calls) {
    const result = await call(name, args);
    assert(result.ok, `${name}: ${result.text}`);
    assertEquals(result.structured?.truncated, undefined, name);
    assert(result.text.length < 16_000, name);
  }
});

Deno.test("a hung supervisor can be read off the text", async () => {
  const call = callerOf(remote, TOOLS);
  const result = await call("get_supervision_tree", { timeout_ms: 1000 });
  assert(result.ok, result.text);
  const { troubles, rows } = TREE.parse(result.structured);
  assertEquals(troubles.map(({ state }) => state), ["hung"]);
  assert(troubles[0]?.current_function.startsWith("proc_lib:sync_start"));
  assert(rows.some((row) => row.initial_call === "supervisor:t_sup/1"));
});

Deno.test("start arguments need the scope data, and come without secrets", async () => {
  const arguments_ = { process: "vaults", arguments: true };
  const inspector = callerOf(remote, TOOLS, ["inspect"]);
  const denied = await inspector("get_child_specs", arguments_);
  assert(!denied.ok && denied.code === "permission_denied", denied.text);
  const without = await inspector("get_child_specs", { process: "vaults" });
  assert(without.ok, without.text);
  const [plain] = SPECS.parse(without.structured).specs;
  assertEquals([plain?.start, plain?.arguments], ["t_sup:top/2", undefined]);

  const owner = callerOf(remote, TOOLS, ["inspect", "data"]);
  const granted = await owner("get_child_specs", arguments_);
  assert(granted.ok, granted.text);
  const [shown] = SPECS.parse(granted.structured).specs;
  assert(shown?.arguments?.includes("vault"));
  assert(!granted.text.includes("hunter2"), granted.text);
});

Deno.test("a secret in the id of a child is none in its answer", async () => {
  const call = callerOf(remote, TOOLS, ["inspect"]);
  for (
    const [name, args] of [
      ["get_supervision_tree", { root: "vault" }],
      ["get_child_specs", { process: "vault" }],
    ] as const
  ) {
    const { ok, text } = await call(name, args);
    assert(ok && text.includes("size") && !text.includes("hunter2"), text);
  }
});

Deno.test("a node without Elixir says so, and what helps", async () => {
  const result = await callerOf(remote, TOOLS)("get_elixir_overview");
  assert(!result.ok && result.code === "no_elixir");
});
