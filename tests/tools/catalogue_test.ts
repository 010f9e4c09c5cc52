import { assert, assertEquals } from "@std/assert";
import { TOOLS } from "../../lib/tools/mod.ts";
import { makeRig, principal } from "../registry/support.ts";

Deno.test("every tool can be registered, and is listed without a special grant", () => {
  const { registry } = makeRig({ tools: [...TOOLS] });
  assertEquals(
    registry.visible(principal(), "tool").map(({ name }) => name),
    TOOLS.filter(({ scopes }) => scopes.join() === "inspect").map(({ name }) =>
      name
    ),
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
    /^(os|file):|^init:(?!get_|script_id)|^code:(?!get_|which|lib_dir)|^application:(set|stop|get_all|get_env)|^erlang:(halt|system_flag|trace|suspend|(binary|list)_to_atom)/;
  // It switches accounting on for a window, and puts it back.
  const excepted = new Set([
    "get_schedulers reaches erlang:system_flag/2",
    "check_health reaches erlang:system_flag/2",
  ]);
  for (const { name, probes, target, scopes } of TOOLS) {
    assertEquals(
      probes.length > 0,
      target === "node" || target === "nodes",
      name,
    );
    if (scopes.some((scope) => scope !== "inspect")) continue;
    for (const mfa of probes.flatMap(({ manifest }) => manifest)) {
      const finding = `${name} reaches ${mfa}`;
      assert(!dangerous.test(mfa) || excepted.has(finding), finding);
    }
  }
});
