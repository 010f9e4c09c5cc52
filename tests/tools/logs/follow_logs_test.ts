import { assert, assertEquals } from "@std/assert";
import type { ToolResult } from "../../../lib/registry/mod.ts";
import { TOOLS } from "../../../lib/tools/mod.ts";
import { startBeam } from "../../support/beam.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";
import { callerOf } from "../../support/tools.ts";

function structured(result: ToolResult): Record<string, unknown> {
  assert(result.ok, result.text);
  return { ...result.structured };
}

Deno.test("log events are followed over several calls, each of which gives what came since", async () => {
  await using node = await startBeam({
    setup:
      "logger:set_primary_config(level, info), logger:remove_handler(default)",
  });
  await using remote = await connect(node);
  const call = callerOf(remote, TOOLS, ["inspect", "trace"]);
  const { session, running } = structured(
    await call("capture_logs", { follow: "new" }),
  );
  assertEquals(running, true);
  const log = (text: string): Promise<string> =>
    evaluate(remote, `logger:error("${text}")`);
  for (const text of ["first", "second"]) {
    await log(text);
    const seen: string[] = [];
    await eventually(async () => {
      const { events } = structured(
        await call("capture_logs", { follow: session }),
      );
      seen.push(JSON.stringify(events));
      return seen.filter((events) => events.includes(text)).length;
    }, 1);
    assert(!seen.join().includes(text === "first" ? "second" : "first"));
  }
  const unknown = await call("capture_logs", { follow: "nosuch" });
  assert(!unknown.ok && unknown.code === "invalid_arguments");
  remote.close();
});
