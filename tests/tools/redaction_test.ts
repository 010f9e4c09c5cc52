import { assertEquals } from "@std/assert";
import * as z from "zod";
import { outputSchema, Redactor } from "../../lib/registry/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";

const PART = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
});

/** The names of all fields in a JSON Schema. */
function fields(schema: unknown): string[] {
  const { properties = {}, items } = PART.parse(schema ?? {});
  return [
    ...items === undefined ? [] : fields(items),
    ...Object.entries(properties)
      .flatMap(([name, part]) => [name, ...fields(part)]),
  ];
}

Deno.test("no field of an answer has a name that hides what is in it", () => {
  const { isSecretName } = new Redactor();
  for (const { name, output } of TOOLS) {
    const all = output ? fields(outputSchema(output)) : [];
    assertEquals(all.filter(isSecretName), [], name);
  }
});
