import { assert, assertEquals } from "@std/assert";
import { sideBySide, unsaid } from "../../support/health_trial.ts";
import { STUCK } from "../../support/incidents/stuck.ts";

Deno.test("the first answer names the culprit on every node that is stuck", async () => {
  const wrong = await sideBySide(STUCK, 2, (incident) => unsaid(incident));
  assertEquals(wrong.length, 0, wrong.join("\n\n"));
  assert(STUCK.length > 5);
});
