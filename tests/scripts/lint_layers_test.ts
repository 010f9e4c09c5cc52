import { assertEquals } from "@std/assert";
import layers from "../../scripts/lint_layers.ts";

/** The messages the layer rules have for a source at a path of the repository. */
function messages(path: string, source: string): string[] {
  const { pathname } = new URL(`../../${path}`, import.meta.url);
  return Deno.lint.runPlugin(layers, decodeURIComponent(pathname), source)
    .map(({ id, message }) => `${id}: ${message}`);
}

Deno.test("a layer may import from the layers below it, and lib/errors.ts", () => {
  assertEquals(
    messages(
      "lib/node/a.ts",
      `import { x } from "../dist/mod.ts";
       import { y } from "../errors.ts";
       import { z } from "./b.ts";
       export * from "../etf/mod.ts";`,
    ),
    [],
  );
});

Deno.test("a layer may not import from a layer above it, in any form of import", () => {
  for (
    const source of [
      `import { x } from "../mcp/mod.ts";`,
      `import type { X } from "../mcp/mod.ts";`,
      `export { x } from "../mcp/mod.ts";`,
      `export * from "../mcp/mod.ts";`,
      `await import("../mcp/mod.ts");`,
      `import { x } from "../../lib/mcp/mod.ts";`,
    ]
  ) {
    assertEquals(
      messages("lib/node/a.ts", source),
      ["layers/one-way: lib/node must not import from lib/mcp"],
      source,
    );
  }
});

Deno.test("layers that stand side by side do not import each other", () => {
  assertEquals(
    messages("lib/epmd/a.ts", `import { x } from "../dist/mod.ts";`),
    ["layers/one-way: lib/epmd must not import from lib/dist"],
  );
});

Deno.test("a folder that is not in the list of layers is found", () => {
  assertEquals(
    messages("lib/cli/a.ts", `import { x } from "../utils/mod.ts";`),
    ["layers/one-way: lib/utils is not a layer"],
  );
});

Deno.test("lib imports nothing from outside but deno.json", () => {
  assertEquals(
    messages(
      "lib/cli/a.ts",
      `import x from "../../deno.json" with { type: "json" };`,
    ),
    [],
  );
  for (const folder of ["tests/support", "scripts"]) {
    assertEquals(
      messages("lib/cli/a.ts", `import { x } from "../../${folder}/x.ts";`),
      ["layers/one-way: lib must not import from outside lib"],
    );
  }
});

Deno.test("another layer is imported through its mod.ts only", () => {
  assertEquals(
    messages("lib/dist/a.ts", `import { x } from "../etf/decode.ts";`),
    ["layers/front-door: import lib/etf through its mod.ts"],
  );
});

Deno.test("only lib/mcp imports the MCP SDK", () => {
  for (
    const name of [
      "@modelcontextprotocol/server",
      "npm:@modelcontextprotocol/sdk@1",
    ]
  ) {
    const source = `import { x } from "${name}";`;
    assertEquals(messages("lib/mcp/a.ts", source), []);
    assertEquals(messages("lib/cli/a.ts", source), [
      "layers/sdk-in-mcp: Only lib/mcp imports the MCP SDK",
    ]);
  }
});

Deno.test("pure layers do not name the Deno global, not even as a type", () => {
  for (
    const source of [
      `Deno.exit(0);`,
      `const { connect } = Deno;`,
      `let conn: Deno.Conn;`,
      `globalThis.Deno.exit(0);`,
    ]
  ) {
    assertEquals(messages("lib/net/a.ts", source), []);
    assertEquals(messages("lib/etf/a.ts", source), [
      "layers/no-io: lib/etf must not do I/O: pass in streams or functions",
    ], source);
  }
});

Deno.test("files outside lib are free", () => {
  assertEquals(
    messages(
      "tests/etf/a_test.ts",
      `import { x } from "../../lib/etf/decode.ts"; Deno.exit(0);`,
    ),
    [],
  );
});
