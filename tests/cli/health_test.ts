import { assertEquals } from "@std/assert";
import { parseArguments } from "../../lib/cli/arguments.ts";
import { nextCalls } from "../../lib/cli/commands/health.ts";

const health = (...options: string[]) =>
  parseArguments(["health", "a@h", ...options], () => undefined);

Deno.test("the next calls are words that a shell takes as they are, each once", () => {
  const next = (tool: string, given: Record<string, unknown>) => ({
    tool,
    arguments: given,
  });
  assertEquals(
    nextCalls(health(), { node: "a@h" }, [
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

Deno.test("a next call has the grants and the settings that this one was given, and never the cookie", () => {
  const args = health(
    ...["--allow", "trace", "--allow=data@a@h", "--cookie", "monster"],
    ...["--cookie-file", "my cookie", "-o", "wide", "--json"],
  );
  const next = [{ tool: "get_senders", arguments: { process: "sink" } }];
  assertEquals(nextCalls(args, { node: "a@h" }, next), [
    "beamtap call get_senders node=a@h process=sink --cookie-file 'my cookie' --cookie COOKIE --allow trace --allow data@a@h",
  ]);
});
