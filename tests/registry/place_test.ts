import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import { defineTool, LOOKS_ONLY, type Tool } from "../../lib/registry/mod.ts";
import { makeRig, principal } from "./support.ts";

/** A tool about the place `dump`, which answers whether it may show contents. */
function placed(unavailable?: Tool["unavailable"]): Tool {
  return defineTool({
    name: "get_it",
    title: "It",
    description: "Reads it.",
    toolset: "tests",
    annotations: LOOKS_ONLY,
    scopes: ["inspect"],
    place: "dump",
    ...unavailable && { unavailable },
    input: {},
    output: { contents: z.boolean(), syntax: z.string() },
    run: (_args, { granted, syntax }) =>
      Promise.resolve({ contents: granted("data"), syntax }),
  });
}

Deno.test("grants of a tool about a place are those whose glob matches its name", async () => {
  const cases = [
    [["inspect"], false],
    [["inspect@dump", "data@dump"], true],
    [["inspect", "data"], true],
    [["inspect", "data@shop@*"], false],
    [["inspect", "data@*@dump"], false],
    [["inspect@*@*", "data"], "permission_denied"],
    [["inspect@shop@10.0.0.5", "data@dump"], "permission_denied"],
  ] as const;
  for (const [allow, expected] of cases) {
    const { registry } = makeRig({ nodes: ["shop@h"], tools: [placed()] });
    const who = principal([...allow]);
    const result = await registry.call(who, "get_it", {});
    const told = result.ok ? result.structured.contents : result.code;
    assertEquals(told, expected, allow.join());
    assertEquals(
      registry.visible(who, "tool").length,
      typeof expected === "boolean" ? 1 : 0,
    );
  }
});

Deno.test("a denial names the place, and the audit log has it where contents are shown", async () => {
  const { registry, audit } = makeRig({ nodes: [], tools: [placed()] });
  const denied = await registry.call(
    principal(["inspect@shop@*"]),
    "get_it",
    {},
  );
  assert(denied.text.includes("--allow inspect@dump"), denied.text);
  await registry.call(principal(["inspect"]), "get_it", {});
  assertEquals(audit, []);
  await registry.call(principal(["inspect", "data@dump"]), "get_it", {});
  assertEquals(audit.map(({ event, node }) => [event, node]), [
    ["decision", "dump"],
    ["end", "dump"],
  ]);
});

Deno.test("a tool that is not available is not listed, and says what would make it so", async () => {
  let lacking: string | undefined = "with --dumps FOLDER";
  const { registry } = makeRig({ nodes: [], tools: [placed(() => lacking)] });
  const who = principal(["inspect"]);
  assertEquals(registry.visible(who, "tool"), []);
  const refused = await registry.call(who, "get_it", {});
  assert(refused.text.includes("start beamtap with --dumps FOLDER"));
  lacking = undefined;
  assertEquals(registry.visible(who, "tool").length, 1);
  assert((await registry.call(who, "get_it", {})).ok);
});

Deno.test("a tool about no node knows how terms are to be written", async () => {
  const { registry } = makeRig({
    nodes: [],
    tools: [placed()],
    syntax: () => "lfe",
  });
  const result = await registry.call(principal(["inspect"]), "get_it", {});
  assertEquals(result.ok && result.structured.syntax, "lfe");
});
