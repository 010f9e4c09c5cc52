import { assert, assertEquals } from "@std/assert";
import type { ToolResult } from "../../../lib/registry/mod.ts";
import { TOOLS } from "../../../lib/tools/mod.ts";
import { startBeam } from "../../support/beam.ts";
import { connect } from "../../support/remote.ts";
import { callerOf } from "../../support/tools.ts";
import { TRACED_SETUP } from "../../support/traces.ts";

function structured(result: ToolResult): Record<string, unknown> {
  assert(result.ok, result.text);
  return { ...result.structured };
}

Deno.test("calls are told as texts, with the pattern in the language of the node", async () => {
  await using node = await startBeam({ setup: TRACED_SETUP });
  await using remote = await connect(node);
  const call = callerOf(
    ...[remote, TOOLS, ["inspect", "trace"], undefined, "elixir"] as const,
  );
  const told = await call("trace_calls", {
    module: "shop",
    function: "calm",
    match: "[{:user, id}, _] when id == 2",
    arguments: true,
    max_events: 2,
  });
  assert(told.ok && told.text.includes("{:user, 2}"), told.text);
  assertEquals(structured(told).ended_by, "max_events");
  const without = callerOf(remote, TOOLS, ["inspect"]);
  const denied = await without("trace_calls", { module: "shop" });
  assert(!denied.ok && denied.code === "permission_denied");
});

Deno.test("a thousand calls are told in one answer", async () => {
  await using node = await startBeam({
    setup: `${TRACED_SETUP},
      spawn(fun Call() -> [shop:calm(a, N) || N <- lists:seq(1, 9)],
                          receive after 10 -> Call() end end)`,
  });
  await using remote = await connect(node);
  const call = callerOf(remote, TOOLS, ["inspect", "trace"]);
  const told = await call("trace_calls", {
    module: "shop",
    function: "calm",
    max_events: 1000,
    duration_ms: 30_000,
  });
  const { events, ended_by, omitted } = structured(told);
  assert(Array.isArray(events));
  assertEquals(
    [events.length, ended_by, omitted],
    [1000, "max_events", undefined],
  );
});
