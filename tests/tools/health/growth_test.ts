import { assert, assertEquals } from "@std/assert";
import { sideBySide, unsaid } from "../../support/health_trial.ts";
import { GROWTH } from "../../support/incidents/growth.ts";

Deno.test("the first answer names the culprit on every node in which something grows", async () => {
  const wrong = await sideBySide(GROWTH, 2, (incident) => unsaid(incident));
  assertEquals(wrong.length, 0, wrong.join("\n\n"));
  assert(GROWTH.length > 5);
});
