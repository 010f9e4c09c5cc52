import { assert, assertEquals, assertThrows } from "@std/assert";
import { fit, jsonBytes } from "../../../lib/registry/answer/budget.ts";
import { fitStructure } from "../../../lib/registry/answer/result.ts";
import { Redactor, ToolError } from "../../../lib/registry/mod.ts";

Deno.test("an answer within its budget is untouched", () => {
  const value = { items: [1, 2, 3] };
  const fitted = fit(value, 1000);
  assertEquals(fitted, { value, omitted: {} });
  assert(fitted.value === value);
});

Deno.test("the largest list is cut first, from its end", () => {
  const long = Array.from({ length: 300 }, (_, index) => index);
  const { value, omitted } = fit({ long, short: [1, 2, 3] }, 600);
  assertEquals(value.short, [1, 2, 3]);
  assert(Array.isArray(value.long));
  assertEquals(value.long, long.slice(0, value.long.length));
  assertEquals(omitted, { long: 300 - value.long.length });
  assertEquals(long.length, 300);
});

Deno.test("nested lists are counted under their path", () => {
  const rows = [1, 2, 3].map(() => ({ links: "x".repeat(90).split("") }));
  const { omitted } = fit({ tree: { rows } }, 700);
  assert(Object.keys(omitted).every((path) => path.startsWith("tree.rows")));
});

Deno.test("a long text loses its tail", () => {
  const { value, omitted } = fit({ text: "é".repeat(5000) }, 1000);
  assert(String(value.text).endsWith("é…"));
  assert(jsonBytes(value) <= 1000);
  const kept = jsonBytes(value.text) - 2 - 3;
  assertEquals(omitted, { text: 10_000 - kept });
});

Deno.test("an answer that cannot be cut is an error", () => {
  const many = Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [`field_${index}`, index]),
  );
  assertThrows(() => fit(many, 300), ToolError, "exceeds 300 bytes");
});

Deno.test("an answer of many parts, all cut, keeps to the budget with all that is said of it", () => {
  const parts = Object.fromEntries(
    Array.from({ length: 20 }, (_, n) => [
      `a_rather_long_name_of_a_list_${n}`,
      Array.from({ length: 30 }, (_, item) => `item ${item}`),
    ]),
  );
  const { fields, text } = fitStructure(parts, 2048, new Redactor());
  assertEquals(fields.truncated, true);
  assert(jsonBytes(fields) <= 2048, JSON.stringify(fields));
  assert(text.length <= 2048 && text.includes("omitted: "), text);
});

Deno.test("fields may be called as every object's are", () => {
  const names = ["constructor", "toString", "__proto__", "hasOwnProperty"];
  const value = Object.fromEntries(
    names.map((name) => [name, Array.from({ length: 90 }, () => "item")]),
  );
  const { value: kept, omitted } = fit(value, 900);
  assertEquals(Object.keys(kept), names);
  for (const name of Object.keys(omitted)) {
    const items = Object.getOwnPropertyDescriptor(kept, name)?.value;
    const cut = Object.getOwnPropertyDescriptor(omitted, name)?.value;
    assertEquals(items.length + cut, 90, name);
  }
  assert(Object.keys(omitted).length >= 3);
});
