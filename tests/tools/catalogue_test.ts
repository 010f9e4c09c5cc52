import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import { TOOLS } from "../../lib/tools/mod.ts";
import { makeRig, principal } from "../registry/support.ts";

Deno.test("every tool can be registered, and is listed without a special grant", () => {
  const { registry } = makeRig({ tools: [...TOOLS] });
  assertEquals(
    registry.visible(principal(), "tool").map(({ name }) => name),
    TOOLS.filter(({ scopes, unavailable }) =>
      scopes.join() === "inspect" && unavailable?.() === undefined
    ).map(({ name }) => name),
  );
});

Deno.test("every tool that needs inspect alone changes nothing", () => {
  for (const { name, scopes, annotations } of TOOLS) {
    if (scopes.some((scope) => scope !== "inspect")) continue;
    assert(annotations.readOnlyHint && !annotations.destructiveHint, name);
  }
});

Deno.test("a tool that can harm its target says so itself: not every client shows the instructions", () => {
  for (const { name, description, input } of TOOLS) {
    const { force, arguments: copied } = input.shape;
    if (force instanceof z.ZodType) {
      const said = `${description} ${force.description}`;
      assert(
        /refuse|END THE NODE|stands still/i.test(said),
        `${name}: ${said}`,
      );
    }
    if (copied instanceof z.ZodType && name.includes("trace")) {
      assert(/RISK: .*end the node/.test(copied.description ?? ""), name);
    }
  }
});

Deno.test("what sets something on the node, traces or counts is not called read-only", () => {
  const looking = new Set(["read_trace"]);
  for (const { name, scopes, annotations } of TOOLS) {
    const sets = scopes.some((scope) => !["inspect", "data"].includes(scope));
    if (!sets || looking.has(name)) continue;
    assertEquals(annotations.readOnlyHint, false, name);
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
