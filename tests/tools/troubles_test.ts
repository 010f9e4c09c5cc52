import { getInto, TROUBLES } from "../support/troubles.ts";

for (const trouble of TROUBLES) {
  Deno.test(`the answer comes, and says so: ${trouble.name}`, () =>
    getInto(trouble));
}
