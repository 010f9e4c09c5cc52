import { assertEquals } from "@std/assert";
import { falseAlarms, sideBySide } from "../../support/health_trial.ts";
import { HEALTHY } from "../../support/healthy.ts";

Deno.test("a healthy node, at rest or at work, raises no alarm", async () => {
  const wrong = await sideBySide(HEALTHY, 2, (node) => falseAlarms(node, 1));
  assertEquals(wrong, []);
});
