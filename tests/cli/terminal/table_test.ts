import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { type Column, fitTable } from "../../../lib/cli/terminal/table.ts";
import { widthOf } from "../../../lib/cli/terminal/width.ts";

const COLUMNS: readonly Column[] = [
  { title: "pid", cells: ["<0.93.0>", "<0.1.0>"] },
  { title: "name", cells: ["shop_checkout_mailer_sup", "init"] },
  { title: "memory", cells: ["930 KiB", "33.6 KiB"], right: true },
];

Deno.test("a table that fits is shown whole, its numbers aligned to the right", () => {
  const { lines, left } = fitTable(COLUMNS);
  assertEquals(lines, [
    "pid       name                        memory",
    "<0.93.0>  shop_checkout_mailer_sup   930 KiB",
    "<0.1.0>   init                      33.6 KiB",
  ]);
  assertEquals(left, []);
});

Deno.test("names are cut first, then the least important columns are left out, never a number cut", () => {
  assertEquals(fitTable(COLUMNS, 35).lines, [
    "pid       name               memory",
    "<0.93.0>  shop_ch…ler_sup   930 KiB",
    "<0.1.0>   init             33.6 KiB",
  ]);
  assertEquals(fitTable(COLUMNS, 20, [0, 2, 1]), {
    lines: [
      "pid         memory",
      "<0.93.0>   930 KiB",
      "<0.1.0>   33.6 KiB",
    ],
    left: ["name"],
  });
});

Deno.test("no line is wider than the terminal, however narrow", () => {
  const column = fc.record({
    title: fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }),
    cells: fc.array(fc.string({ unit: "grapheme", maxLength: 60 }), {
      minLength: 3,
      maxLength: 3,
    }),
    right: fc.boolean(),
  });
  fc.assert(fc.property(
    fc.array(column, { minLength: 1, maxLength: 12 }),
    fc.integer({ min: 1, max: 120 }),
    (columns, width) => {
      const { lines } = fitTable(columns, width);
      assertEquals(lines.length, 4);
      for (const line of lines) assert(widthOf(line) <= width, line);
    },
  ));
});
