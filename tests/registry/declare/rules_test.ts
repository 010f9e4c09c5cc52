import { assertEquals } from "@std/assert";
import * as z from "zod";
import { CATALOGUE } from "../../../lib/mcp/catalogue/mod.ts";
import { type AnyHandler, defineTool } from "../../../lib/registry/mod.ts";
import { TOOLS } from "../../../lib/tools/mod.ts";
import { nodeTool, plainTool, resource, template } from "../support.ts";
import { problemsOf } from "./rules.ts";

const HANDLERS: readonly AnyHandler[] = [...TOOLS, ...CATALOGUE];

for (const handler of HANDLERS) {
  Deno.test(`the declaration of ${handler.kind} ${handler.name} is sound`, () => {
    assertEquals(problemsOf(handler), []);
  });
}

Deno.test("every completion that an argument names exists", () => {
  const known = HANDLERS.flatMap(({ kind, name }) =>
    kind === "completion" ? [name] : []
  );
  const named = HANDLERS.flatMap((handler) =>
    "complete" in handler ? Object.values(handler.complete) : []
  );
  assertEquals(named.filter((name) => !known.includes(name)), []);
});

Deno.test("a declaration that breaks a rule is found out", () => {
  const good = plainTool("two");
  const taking = (input: z.ZodRawShape): AnyHandler =>
    defineTool({
      ...good,
      input,
      output: { answer: z.int() },
      run: () => Promise.resolve({ answer: 1 }),
    });
  const broken: [string, AnyHandler][] = [
    ["name is not short snake_case", { ...good, name: "killAll" }],
    ["name is not short snake_case", { ...good, name: "x".repeat(65) }],
    ["title or description is blank", { ...good, title: " " }],
    ["toolset is blank", { ...good, toolset: "" }],
    ["scopes are empty", { ...good, scopes: [] }],
    ["an icon has no address", { ...good, icons: [{ src: "nowhere" }] }],
    ["deadlineMs is out of range", { ...good, deadlineMs: Infinity }],
    ["deadlineMs is out of range", { ...good, deadlineMs: 0 }],
    ["budgetBytes is out of range", { ...good, budgetBytes: 1e9 }],
    [
      "a call is not module:function/arity",
      nodeTool({ probes: [{ name: "p", manifest: ["os cmd"], source: "" }] }),
    ],
    ["a call is not module:function/arity", nodeTool({ calls: ["os cmd"] })],
    [
      "it has probes or calls, but no node",
      { ...good, calls: ["erlang:node/0"] },
    ],
    [
      "it changes the nodes without scope admin",
      { ...good, target: "admin" },
    ],
    ["a field has no description", taking({ bare: z.string() })],
    ["a schema has no JSON form", taking({ when: z.date().describe("When.") })],
    ["uri is not an address", { ...resource("r"), uri: "nowhere" }],
    [
      "the variables of its address are not its input",
      { ...template("t"), uriTemplate: "beam://{nude}/x" },
    ],
    ["priority is not from 0 to 1", {
      ...template("t"),
      annotations: { priority: 2 },
    }],
    ["lastModified is not a date", {
      ...resource("r"),
      annotations: { lastModified: "soon" },
    }],
  ];
  for (const [problem, handler] of broken) {
    assertEquals(problemsOf(handler), [problem]);
  }
});
