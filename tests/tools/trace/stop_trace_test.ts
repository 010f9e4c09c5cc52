import { assert, assertEquals } from "@std/assert";
import type { ToolResult } from "../../../lib/registry/mod.ts";
import { TOOLS } from "../../../lib/tools/mod.ts";
import { startBeam } from "../../support/beam.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";
import { callerOf } from "../../support/tools.ts";
import { NO_TRACES, TRACED_SETUP, traces } from "../../support/traces.ts";

function structured(result: ToolResult): Record<string, unknown> {
  assert(result.ok, result.text);
  return { ...result.structured };
}

Deno.test("traces and followed logs are listed, ended one by one, and all at once", async () => {
  await using node = await startBeam({
    setup: `${TRACED_SETUP}, logger:remove_handler(default)`,
  });
  await using remote = await connect(node);
  const call = callerOf(remote, TOOLS, ["inspect", "trace"]);
  const begin = async (
    tool: string,
    args: Record<string, unknown>,
  ): Promise<unknown> => structured(await call(tool, args)).session;
  // What other tests have left.
  await call("stop_trace");
  const log = await begin("capture_logs", { follow: "new", level: "warning" });
  const trace = await begin("start_trace", {
    module: "shop",
    function: "calm",
  });
  const second = await begin("capture_logs", { follow: "new", text: "x" });

  interface Row {
    session: string;
    kind: string;
    about: string;
    running: boolean;
    ended_by?: string;
  }
  const rows = async (
    tool: string,
    args: Record<string, unknown> = {},
  ): Promise<Row[]> => {
    const { sessions } = structured(await call(tool, args));
    assert(Array.isArray(sessions));
    return sessions;
  };
  assertEquals(
    (await rows("read_trace")).map((row) => [
      row.session,
      row.kind,
      row.about,
      row.running,
    ]),
    [
      [log, "log", "from warning on", true],
      [trace, "trace", "shop:calm in all processes", true],
      [second, "log", 'from debug on with "x"', true],
    ],
  );

  const [ended] = await rows("stop_trace", { session: log });
  assertEquals([ended?.session, ended?.ended_by], [log, "stopped"]);
  const gone = await call("capture_logs", { follow: log });
  assert(!gone.ok && gone.code === "invalid_arguments", gone.text);

  const last = structured(
    await call("capture_logs", { follow: second, stop: true }),
  );
  assertEquals([last.running, last.ended_by], [false, "stopped"]);

  assertEquals((await rows("stop_trace")).length, 2);
  assertEquals(await rows("read_trace"), []);
  await eventually(() => traces(remote), NO_TRACES);
  await eventually(
    () =>
      evaluate(remote, "maps:get(filters, logger:get_primary_config()) =:= []"),
    "true",
  );
  const unknown = await call("stop_trace", { session: "nosuch" });
  assert(!unknown.ok && unknown.code === "invalid_arguments");
  const none = await call("capture_logs", { stop: true });
  assert(!none.ok && none.code === "invalid_arguments");
});
