import { assert, assertEquals } from "@std/assert";
import { TOOLS } from "../../lib/tools/mod.ts";
import { makeRig, principal } from "../registry/support.ts";

Deno.test("every tool can be registered, and is listed without a special grant", () => {
  const { registry } = makeRig({ tools: [...TOOLS] });
  assertEquals(
    registry.visible(principal()).map(({ name }) => name),
    ["list_nodes", "get_node_info", "list_processes", "get_process"],
  );
});

Deno.test("every tool that needs inspect alone changes nothing", () => {
  for (const { name, scopes, annotations } of TOOLS) {
    if (scopes.some((scope) => scope !== "inspect")) continue;
    assert(annotations.readOnlyHint && !annotations.destructiveHint, name);
  }
});

Deno.test("a description says when to use the tool and what it costs", () => {
  for (const { name, description } of TOOLS) {
    assert(/\b(use|start)\b/i.test(description), name);
    assert(/\bcosts?\b/i.test(description), name);
    assert(description.length <= 700, name);
  }
});

Deno.test("what a tool runs on a node is known, and none of it is dangerous", () => {
  const dangerous =
    /^(os|init|file|code):|^application:(set|stop|get_all|get_env)|^erlang:(halt|system_flag|trace|suspend|(binary|list)_to_atom)/;
  for (const { name, probes, target, scopes } of TOOLS) {
    assertEquals(probes.length > 0, target === "node", name);
    if (scopes.some((scope) => scope !== "inspect")) continue;
    for (const mfa of probes.flatMap(({ manifest }) => manifest)) {
      assert(!dangerous.test(mfa), `${name} reaches ${mfa}`);
    }
  }
});
