import { assertEquals, assertThrows } from "@std/assert";
import { coversFunction } from "../../../lib/registry/grants/grants.ts";
import {
  grantText,
  operatorGrants,
  parseGrant,
  RegistryError,
} from "../../../lib/registry/mod.ts";

Deno.test("a grant is a scope, with a glob of nodes after the first @", () => {
  assertEquals(parseGrant("trace"), { scope: "trace", nodes: "*" });
  assertEquals(parseGrant("eval@dev@*"), { scope: "eval", nodes: "dev@*" });
});

Deno.test("a grant may be for single functions alone", () => {
  const grant = parseGrant("call:my_app:get_*/_@dev@*");
  assertEquals(grant, {
    scope: "eval",
    nodes: "dev@*",
    functions: { module: "my_app", function: "get_*", arity: "*" },
  });
  assertEquals(grantText(grant), "call:my_app:get_*/*@dev@*");
  assertEquals(parseGrant(grantText(grant)), grant);
  assertEquals(parseGrant("call:gleam@list:map/2@dev@h"), {
    scope: "eval",
    nodes: "dev@h",
    functions: { module: "gleam@list", function: "map", arity: "2" },
  });
  assertEquals(parseGrant("call:erlang://2").functions?.function, "/");
});

Deno.test("a grant of a function covers no part of another's name", () => {
  const { functions } = parseGrant("call:my*:get/1");
  if (functions === undefined) throw new Error("no functions");
  const covers = (module: string, name: string, arity: number): boolean =>
    coversFunction(functions, { module, function: name, arity });
  assertEquals(covers("my_app", "get", 1), true);
  assertEquals(covers("my_app", "get", 2), false);
  assertEquals(covers("my_app", "getenv", 1), false);
  assertEquals(covers("os", "cmd", 1), false);
  // No text made of the parts could hide this one.
  assertEquals(covers("os", "my:get", 1), false);
});

Deno.test("a grant that says nothing known is refused with a guess", () => {
  const refused: [string, string][] = [
    ["evol@x", 'mean "eval"'],
    ["eval@", "names no node"],
    ["eval@dev", "node names are NAME@HOST"],
    ["data@dev@*,eval", "node names are NAME@HOST"],
    ["data@dev@* ", "node names are NAME@HOST"],
    ["call:os:cmd/1@", "names no node"],
    ["call:os:cmd/1@dev", "node names are NAME@HOST"],
    ["", "not a scope"],
    ["call:os", "does not name the functions"],
    ["call:os:cmd", "does not name the functions"],
    ["call::cmd/1", "does not name the functions"],
    ["call:os:cmd/x", "does not name the functions"],
  ];
  for (const [text, message] of refused) {
    assertThrows(() => parseGrant(text), RegistryError, message);
  }
});

Deno.test("inspect is granted everywhere unless the grants say where", () => {
  const grants = (...allow: string[]): string[] =>
    operatorGrants(allow.map(parseGrant), { readOnly: false }).map(grantText);
  assertEquals(grants("trace"), ["inspect", "trace"]);
  assertEquals(grants("inspect@dev@*"), ["inspect@dev@*"]);
});

Deno.test("read-only takes back everything above data", () => {
  const allow = ["data", "trace", "mutate", "eval", "call:a:b/1", "admin"];
  assertEquals(
    operatorGrants(allow.map(parseGrant), { readOnly: true }).map(grantText),
    ["inspect", "data"],
  );
});
