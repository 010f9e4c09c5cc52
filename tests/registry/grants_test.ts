import { assertEquals, assertThrows } from "@std/assert";
import { decide, matchesGlob } from "../../lib/registry/grants.ts";
import {
  grantsFrom,
  parseGrant,
  RegistryError,
} from "../../lib/registry/mod.ts";
import { principal } from "./support.ts";

const eval_ = { name: "evaluate", scopes: ["eval"] as const };
const look = { name: "look", scopes: ["inspect"] as const };

Deno.test("a grant is a scope, with a glob of nodes after the first @", () => {
  assertEquals(parseGrant("trace"), { scope: "trace", nodes: "*" });
  assertEquals(parseGrant("eval@dev@*"), { scope: "eval", nodes: "dev@*" });
});

Deno.test("a grant of an unknown scope is refused with a guess", () => {
  assertThrows(() => parseGrant("evol@x"), RegistryError, 'mean "eval"');
  assertThrows(() => parseGrant("eval@"), RegistryError, "names no node");
  assertThrows(() => parseGrant(""), RegistryError, "not a scope");
});

Deno.test("inspect is granted everywhere unless the grants say where", () => {
  assertEquals(grantsFrom(["trace"], { readOnly: false }), [
    { scope: "inspect", nodes: "*" },
    { scope: "trace", nodes: "*" },
  ]);
  assertEquals(grantsFrom(["inspect@dev@*"], { readOnly: false }), [
    { scope: "inspect", nodes: "dev@*" },
  ]);
});

Deno.test("read-only takes back everything above data", () => {
  const allow = ["data", "trace", "mutate", "eval", "admin"];
  assertEquals(
    grantsFrom(allow, { readOnly: true }).map(({ scope }) => scope),
    ["inspect", "data"],
  );
});

Deno.test("a glob matches whole names, with * for any text", () => {
  const cases: [string, string, boolean][] = [
    ["*", "a@h", true],
    ["dev@*", "dev@h", true],
    ["dev@*", "mydev@h", false],
    ["*@h", "a@h", true],
    ["*@h", "a@h2", false],
    ["a*b*c", "aXbYc", true],
    ["a*b*c", "aXc", false],
    ["a*a", "a", false],
    ["a.b@h", "aXb@h", false],
    ["", "", true],
    ["a@h", "a@h", true],
  ];
  for (const [glob, name, expected] of cases) {
    assertEquals(matchesGlob(glob, name), expected, `${glob} ~ ${name}`);
  }
});

Deno.test("a grant on one node gives nothing on another", () => {
  const dev = principal(["eval@dev@*"]);
  assertEquals(decide(dev, eval_, "dev@h", 0), undefined);
  const refused = decide(dev, eval_, "prod@h", 0);
  assertEquals(refused?.code, "permission_denied");
  assertEquals(
    refused?.hint,
    "only the operator can grant it: start beamtap with --allow eval@prod@h",
  );
});

Deno.test("a denial names the scope and how to grant it", () => {
  const refused = decide(principal(), eval_, undefined, 0);
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
  const refused = decide(
    principal(["eval"], { readOnly: true }),
    eval_,
    undefined,
    0,
  );
  assertEquals(refused?.hint?.endsWith("without --read-only"), true);
});

Deno.test("every scope of a tool must be granted on the node", () => {
  const both = { name: "both", scopes: ["inspect", "data"] as const };
  const some = principal(["inspect@*", "data@b@h"]);
  assertEquals(decide(some, both, "b@h", 0), undefined);
  assertEquals(decide(some, both, "a@h", 0)?.code, "permission_denied");
});

Deno.test("a grant ends when it expires", () => {
  const short = {
    ...principal(),
    grants: [{ scope: "inspect", nodes: "*", expiresAt: 10 }] as const,
  };
  assertEquals(decide(short, look, "a@h", 9), undefined);
  assertEquals(
    decide(short, look, "a@h", 10)?.message,
    "every grant has expired",
  );
});
