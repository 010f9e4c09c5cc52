import { assertEquals } from "@std/assert";
import { nextCalls } from "../../lib/cli/commands/health.ts";

Deno.test("the next calls are words that a shell takes as they are, each once", () => {
  const next = (tool: string, given: Record<string, unknown>) => ({
    tool,
    arguments: given,
  });
  assertEquals(
    nextCalls({ node: "a@h" }, [
      next("list_processes", { sort: "mailbox", window_ms: 1000 }),
      next("list_processes", { sort: "mailbox", window_ms: 1000 }),
      next("get_process", { process: "<0.1.0>", sections: ["gc"] }),
      next("list_ets", { text: "it's $(x) `y`", hidden: true }),
    ]),
    [
      "beamtap call list_processes node=a@h sort=mailbox window_ms=1000",
      `beamtap call get_process node=a@h 'process=<0.1.0>' 'sections=["gc"]'`,
      "beamtap call list_ets node=a@h 'text=it'\\''s $(x) `y`' hidden=true",
    ],
  );
});
