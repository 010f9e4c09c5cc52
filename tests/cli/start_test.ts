import { assert, assertEquals } from "@std/assert";
import * as z from "zod";

const GRAPH = z.object({
  modules: z.array(z.object({
    specifier: z.string(),
    dependencies: z.array(z.object({
      code: z.object({ specifier: z.string().optional() }).optional(),
      isDynamic: z.boolean().default(false),
    })).default([]),
  })),
});

Deno.test("a start loads no tool, nothing of the beam layer or of a screen, and no module of Node.js", async () => {
  const main = new URL("../../main.ts", import.meta.url).href;
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", "--config", "deno.json", main],
    cwd: new URL("../../", import.meta.url),
    stderr: "null",
  }).output();
  const { modules } = GRAPH.parse(JSON.parse(new TextDecoder().decode(stdout)));
  const byName = new Map(modules.map((each) => [each.specifier, each]));
  const loaded = new Set([main]);
  for (const name of loaded) {
    for (const { code, isDynamic } of byName.get(name)?.dependencies ?? []) {
      if (code?.specifier && !isDynamic) loaded.add(code.specifier);
    }
  }
  assert(loaded.size > 100, `${loaded.size} modules`);
  assertEquals(
    [...loaded].filter((name) =>
      /^node:|\/lib\/(tools|beam|cli\/top)\//.test(name)
    ),
    [],
  );
});
