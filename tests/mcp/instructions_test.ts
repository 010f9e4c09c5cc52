import { assert, assertEquals } from "@std/assert";
import { instructions, MAX_INSTRUCTIONS } from "../../lib/mcp/mod.ts";
import { parseGrant, type Principal, SCOPES } from "../../lib/registry/mod.ts";
import { principal } from "../registry/support.ts";

Deno.test("instructions are short, whatever is granted on however many nodes", () => {
  const everything = principal([...SCOPES]);
  for (const count of [0, 1, 14, 15, 1000]) {
    const nodes = Array.from({ length: count }, (_, n) => `web_${n}@10.0.0.1`);
    const text = instructions(everything, nodes, true);
    assert(text.length < MAX_INSTRUCTIONS, `${count}: ${text.length}`);
  }
});

Deno.test("instructions tell what is granted, and no node that is not", () => {
  const stranger: Principal = {
    id: "t",
    trusted: false,
    readOnly: false,
    grants: [
      ...["inspect@dev@*", "data@prod@*"].map(parseGrant),
      { ...parseGrant("inspect@old@*"), expiresAt: 1 },
    ],
    ceiling: ["inspect"].map(parseGrant),
  };
  const text = instructions(stranger, ["dev@h", "prod@h", "old@h"]);
  assert(text.includes("Nodes: dev@h. Granted scopes: inspect."), text);
  assert(text.includes("Nothing here can change a node"), text);
  assertEquals(/prod|old@/.test(text), false, text);
  const operator = instructions(principal(["mutate"]), ["prod@h"]);
  assert(operator.includes("dry_run"), operator);
});

Deno.test("instructions name no tool to who may not use it", () => {
  const tracer: Principal = {
    ...principal([]),
    grants: [parseGrant("trace")],
  };
  const text = instructions(tracer, ["a@h"]);
  assertEquals(/list_|get_/.test(text), false, text);
  assert(instructions(principal([]), ["a@h"]).includes("check_health"));
});

Deno.test("instructions name get_dump where dumps are offered, to who may read them", () => {
  const told = (allow: string[], dumps: boolean): boolean =>
    instructions(principal(allow), [], dumps).includes("get_dump");
  assert(told([], true));
  assert(told(["inspect@dump"], true));
  assert(!told(["inspect@shop@*"], true));
  assert(!told([], false));
});
