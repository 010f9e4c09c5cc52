import { assert } from "@std/assert";
import { newAtoms } from "../support/atoms.ts";

Deno.test("a node gets few atoms from us, from the first question and from all others", async () => {
  const { first, later } = await newAtoms();
  assert(first.length <= 20, `${first.length}: ${first.join(" ")}`);
  assert(later.length <= 130, `${later.length}: ${later.join(" ")}`);
});
