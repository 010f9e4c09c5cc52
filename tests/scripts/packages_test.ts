/**
 * Deno downloads every package of the lockfile that is in force: the one for
 * users lists what runs, the one for tests holds the same versions of it.
 *
 * @module
 */

import { assertEquals } from "@std/assert";
import * as z from "zod";

const ROOT = new URL("../../", import.meta.url);

const CONFIG = z.object({
  imports: z.record(z.string(), z.string()),
  compilerOptions: z.looseObject({ types: z.array(z.string()) }).optional(),
});
const LOCKFILE = z.object({
  specifiers: z.record(z.string(), z.string()),
  npm: z.record(z.string(), z.object({ integrity: z.string() })),
});
const GRAPH = z.object({
  npmPackages: z.record(
    z.string(),
    z.object({ dependencies: z.array(z.string()) }),
  ),
  modules: z.array(z.object({ npmPackage: z.string().optional() })),
});

async function read<T extends z.ZodType>(
  path: string,
  schema: T,
): Promise<z.output<T>> {
  return schema.parse(
    JSON.parse(await Deno.readTextFile(new URL(path, ROOT))),
  );
}

/** The packages that a program imports, and those that these depend on. */
async function packagesOf(program: string): Promise<string[]> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", program],
    cwd: ROOT,
    stderr: "inherit",
  }).output();
  const graph = GRAPH.parse(JSON.parse(new TextDecoder().decode(stdout)));
  const used = new Set<string>();
  const use = (name: string): void => {
    if (used.has(name)) return;
    used.add(name);
    graph.npmPackages[name]?.dependencies.forEach(use);
  };
  for (const { npmPackage } of graph.modules) if (npmPackage) use(npmPackage);
  return [...used].toSorted();
}

Deno.test("a first start of main.ts downloads what it imports and nothing else", async () => {
  const { npm } = await read("deno.lock", LOCKFILE);
  assertEquals(Object.keys(npm).toSorted(), await packagesOf("main.ts"));
});

Deno.test("tests run on the versions that users get", async () => {
  const users = await read("deno.lock", LOCKFILE);
  const tests = await read("tests/deno.lock", LOCKFILE);
  for (const part of ["specifiers", "npm"] as const) {
    assertEquals({ ...tests[part], ...users[part] }, tests[part]);
  }
});

Deno.test("every config maps a name to the same version, and checks types as strictly", async () => {
  const { imports, compilerOptions } = await read("deno.json", CONFIG);
  for (
    const folder of [
      "tests",
      "scripts/bench",
      "scripts/packaging",
      "scripts/soaks/mcp",
      "scripts/soaks/clients",
    ]
  ) {
    const config = await read(`${folder}/deno.json`, CONFIG);
    const shared = Object.keys(imports).filter((it) => it in config.imports);
    for (const name of shared) {
      assertEquals([name, config.imports[name]], [name, imports[name]]);
    }
  }
  const tests = await read("tests/deno.json", CONFIG);
  assertEquals({ ...tests.imports, ...imports }, tests.imports);
  assertEquals(
    { ...tests.compilerOptions, types: [] },
    { ...compilerOptions, types: [] },
  );
});
