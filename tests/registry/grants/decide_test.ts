import { assertEquals } from "@std/assert";
import { fc } from "../../support/random.ts";
import {
  decide,
  type Requirement,
} from "../../../lib/registry/grants/decide.ts";
import type { Aim } from "../../../lib/registry/grants/denial.ts";
import {
  type Grant,
  parseGrant,
  type Principal,
  type Scope,
  scopesOn,
} from "../../../lib/registry/mod.ts";
import { principal } from "../support.ts";

function needs(name: string, ...scopes: Scope[]): Requirement {
  return { kind: "tool", name, toolset: "tests", scopes };
}

const evaluate = needs("evaluate", "eval");
const look = needs("look", "inspect");
const callFunction = { ...evaluate, name: "call_function", names: true };

function allowed(
  who: Principal,
  what: Requirement,
  aim: Aim = {},
  now = 0,
): boolean {
  const decision = decide(who, what, now);
  return decision.on(aim) === undefined && decision.refused === undefined;
}

Deno.test("a grant on one node gives nothing on another", () => {
  const dev = principal(["eval@dev@*"]);
  assertEquals(allowed(dev, evaluate, { node: "dev@h" }), true);
  const refused = decide(dev, evaluate, 0).on({ node: "prod@h" });
  assertEquals(refused?.code, "permission_denied");
  assertEquals(
    refused?.hint,
    "only the operator can grant it: start beamtap with --allow eval@prod@h",
  );
});

Deno.test("a handler that names no scope is granted to nobody", () => {
  assertEquals(allowed(principal(["eval", "admin"]), needs("look")), false);
});

Deno.test("a denial names the scope and how to grant it", () => {
  const refused = decide(principal(), evaluate, 0).refused;
  assertEquals(
    refused?.message,
    "evaluate needs the scope eval, which is not granted",
  );
  assertEquals(
    refused?.hint,
    "only the operator can grant it: start beamtap with --allow eval",
  );
});

Deno.test("a denial under read-only says so", () => {
  const readOnly = principal(["eval"], { readOnly: true });
  const refused = decide(readOnly, evaluate, 0).refused;
  assertEquals(refused?.hint?.endsWith("without --read-only"), true);
});

Deno.test("every scope of a handler must be granted on one node", () => {
  const both = needs("both", "inspect", "data");
  const some = principal(["inspect@*", "data@b@h"]);
  assertEquals(allowed(some, both, { node: "b@h" }), true);
  assertEquals(allowed(some, both, { node: "a@h" }), false);
  const apart = principal(["inspect@a@*", "data@b@*"]);
  assertEquals(allowed(apart, both), false);
});

Deno.test("a grant ends when it expires", () => {
  const short = {
    ...principal(),
    grants: [{ scope: "inspect", nodes: "*", expiresAt: 10 }] as const,
  };
  assertEquals(allowed(short, look, { node: "a@h" }, 9), true);
  const ended = decide(short, look, 10).on({ node: "a@h" });
  assertEquals(ended?.message, "every grant has expired");
});

Deno.test("whoever has no grant at all may do nothing", () => {
  assertEquals(allowed({ ...principal(), grants: [] }, look), false);
});

Deno.test("a grant of a function is good for calling it, and for nothing else", () => {
  const some = principal(["call:shop:get_*/_@dev@*"]);
  const get = { module: "shop", function: "get_price", arity: 1 };
  const cmd = { module: "os", function: "cmd", arity: 1 };
  assertEquals(allowed(some, callFunction), true);
  assertEquals(
    allowed(some, callFunction, { node: "dev@h", calls: get }),
    true,
  );
  assertEquals(allowed(some, callFunction, { node: "a@h", calls: get }), false);
  assertEquals(allowed(some, evaluate), false);
  const refused = decide(some, callFunction, 0).on({
    node: "dev@h",
    calls: cmd,
  });
  assertEquals(
    refused?.hint,
    "only the operator can grant it: start beamtap with --allow 'call:os:cmd/1@dev@h'",
  );
});

Deno.test("grants count only within their ceiling", () => {
  const under = (
    grants: string[],
    ceiling: readonly string[],
  ): Principal => ({
    ...principal(),
    grants: grants.map(parseGrant),
    ceiling: ceiling.map(parseGrant),
  });
  const wide = under(["inspect", "eval@dev@*"], ["inspect", "data"]);
  assertEquals(allowed(wide, look, { node: "a@h" }), true);
  assertEquals(allowed(wide, evaluate), false);
  assertEquals(allowed(wide, needs("read", "data")), false);
  const apart = under(["inspect@dev@*"], ["inspect@prod@*"]);
  assertEquals(allowed(apart, look), false);
  const overlapping = under(["inspect@dev@*"], ["inspect@*@h"]);
  assertEquals(allowed(overlapping, look), true);
  assertEquals(allowed(overlapping, look, { node: "dev@h" }), true);
  assertEquals(allowed(overlapping, look, { node: "dev@g" }), false);
  const functions = under(["call:shop:*/_"], ["call:shop:get/1"]);
  const calls = { module: "shop", function: "set", arity: 1 };
  assertEquals(allowed(functions, callFunction, { calls }), false);
  assertEquals(
    allowed(functions, callFunction, { calls: { ...calls, function: "get" } }),
    true,
  );
});

Deno.test("an expired ceiling holds nothing up", () => {
  const ceiling: Grant[] = [{ scope: "inspect", nodes: "*", expiresAt: 5 }];
  assertEquals(allowed({ ...principal(), ceiling }, look, {}, 4), true);
  assertEquals(allowed({ ...principal(), ceiling }, look, {}, 5), false);
});

Deno.test("what is not chosen is not offered, and the answer names the option", () => {
  const choose = (selection: Principal["selection"]): string | undefined =>
    decide({ ...principal(), selection: selection ?? {} }, look, 0).refused
      ?.hint;
  assertEquals(choose({}), undefined);
  assertEquals(choose({ toolsets: ["tests"] }), undefined);
  assertEquals(choose({ toolsets: ["all"] }), undefined);
  assertEquals(choose({ toolsets: ["code"], tools: ["look"] }), undefined);
  assertEquals(
    choose({ toolsets: ["code"] })?.includes("--toolsets code,tests"),
    true,
  );
  assertEquals(choose({ tools: ["other"] })?.includes("--tools look"), true);
  assertEquals(
    choose({ tools: ["look"], exclude: ["look"] })?.includes("--exclude-tools"),
    true,
  );
});

Deno.test("prompts and completions are there whatever tools are chosen", () => {
  const chosen = { ...principal(), selection: { toolsets: ["code"] } };
  assertEquals(allowed(chosen, { ...look, kind: "prompt" }), true);
  assertEquals(allowed(chosen, { ...look, kind: "completion" }), true);
  assertEquals(allowed(chosen, { ...look, kind: "resource" }), false);
});

Deno.test("a handler is listed exactly where some node would allow it", () => {
  const names = [""];
  for (let at = 0; at < names.length && names.length < 60; at++) {
    names.push(`${names[at]}a`, `${names[at]}b`);
  }
  const grant = fc.record({
    scope: fc.constantFrom<Scope>("inspect", "data"),
    nodes: fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 2 }),
  });
  const grants = fc.array(grant, { maxLength: 3 });
  const both = needs("both", "inspect", "data");
  fc.assert(fc.property(grants, grants, (grants, ceiling) => {
    const who = { ...principal(), grants, ceiling };
    for (const what of [look, both]) {
      const somewhere = names.some((node) => allowed(who, what, { node }));
      assertEquals(allowed(who, what), somewhere, JSON.stringify(who));
    }
  }));
});

Deno.test("the scopes that are told are those that are good now, on that node", () => {
  const now = Date.now();
  const who: Principal = {
    id: "t",
    trusted: false,
    readOnly: false,
    grants: [
      ...["inspect@dev@*", "trace", "call:os:cmd/1"].map(parseGrant),
      { ...parseGrant("data"), expiresAt: now - 1 },
    ],
    ceiling: ["inspect", "eval", "data", "trace@web@*"].map(parseGrant),
  };
  const on = (node?: string): string => scopesOn(who, node, now).join();
  assertEquals(on(), "inspect,trace,eval");
  assertEquals(on("dev@h"), "inspect,eval");
  assertEquals(on("web@h"), "trace,eval");
});
