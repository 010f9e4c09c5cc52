import { assert, assertEquals } from "@std/assert";
import { sideBySide, unsaid } from "../../support/health_trial.ts";
import { MACHINE } from "../../support/incidents/machine.ts";

Deno.test("the first answer names the culprit on every node whose machine is held", async () => {
  const wrong = await sideBySide(MACHINE, 2, (incident) => unsaid(incident));
  assertEquals(wrong.length, 0, wrong.join("\n\n"));
  assert(MACHINE.length > 5);
});
