import { assertEquals } from "@std/assert";
import { createLog } from "../../lib/cli/log.ts";
import { ToolError } from "../../lib/registry/mod.ts";

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
