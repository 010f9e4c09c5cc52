import { assertEquals } from "@std/assert";
import { fc } from "../support/random.ts";
import { didYouMean, similarNames } from "../../lib/registry/closest.ts";

/** Levenshtein's distance by its definition, over UTF-16. */
function distance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  return a[0] === b[0] ? distance(restA, restB) : 1 + Math.min(
    distance(restA, b),
    distance(a, restB),
    distance(restA, restB),
  );
}

Deno.test("the first of the nearest names is the guess, if it is near enough", () => {
  const name = fc.string({
    unit: fc.constantFrom("a", "b", "C"),
    maxLength: 5,
  });
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 4 }), (text, names) => {
      const limit = Math.max(1, Math.floor(text.length * 0.4));
      const ranked = names.map((name, index) => ({
        ...{ name, index },
        distance: distance(text.toLowerCase(), name.toLowerCase()),
      })).sort((a, b) => a.distance - b.distance || a.index - b.index);
      const [best] = ranked;
      const expected = best !== undefined && best.distance <= limit
        ? `; did you mean "${best.name}"?`
        : "";
      assertEquals(didYouMean(text, names), expected);
    }),
  );
});

Deno.test("nothing is guessed from no names, or from megabytes", () => {
  assertEquals(didYouMean("x", []), "");
  assertEquals(didYouMean("tool".repeat(500_000), ["tool"]), "");
});

Deno.test("names that share a rare word are similar; without one, a short list is told whole", () => {
  const names = ["list_processes", "get_process", "list_ets", "list_ports"];
  assertEquals(
    similarNames("show_process", names),
    "similar: list_processes, get_process",
  );
  assertEquals(
    similarNames("list_tables", names),
    `there are ${names.join(", ")}`,
  );
  assertEquals(similarNames("x", []), "there are none");
  const many = Array.from({ length: 40 }, (_, n) => `tool_${n}`);
  assertEquals(
    similarNames("tool_x", many),
    undefined,
  );
});
