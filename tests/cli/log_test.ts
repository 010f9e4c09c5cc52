import { assert, assertEquals } from "@std/assert";
import { createLog } from "../../lib/cli/log.ts";
import { ToolError } from "../../lib/registry/mod.ts";

Deno.test("nothing that is logged passes for an event of its own, or steers a terminal", () => {
  const lines: string[] = [];
  const log = createLog("info", (line) => lines.push(line));
  const forged = "x\n2026-11-20T00:00:00.000Z error forged\u009b31m";
  log("error", forged, new ToolError("busy", forged));
  log("error", "y", new Error(forged));
  for (const line of lines.join("\n").split("\n")) {
    assert(!/^2026-11-20/.test(line), line);
    assert(!line.includes("\u009b"), line);
  }
  assertEquals(lines[0]?.split("\n").length, 2);
});

Deno.test("what is graver than the threshold is logged, the rest is not", () => {
  const lines: string[] = [];
  const log = createLog("warn", (line) => lines.push(line));
  log("error", "one");
  log("warn", "two", new ToolError("busy", "too much"));
  log("info", "three");
  log("debug", "four");
  assertEquals(lines.map((line) => line.replace(/^\S+ /, "")), [
    "error one",
    "warn two\nbusy: too much",
  ]);
});
