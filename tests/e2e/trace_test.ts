import type { RemoteNode } from "../../lib/node/mod.ts";
import { startBeam } from "../support/beam.ts";
import { connect, evaluate, eventually } from "../support/remote.ts";
import { NO_TRACES, TRACED_SETUP, traces, tracing } from "../support/traces.ts";

const MAIN = new URL("../../main.ts", import.meta.url).pathname;

/** The other things that we set on a node while we listen. */
function listeners(remote: RemoteNode): Promise<string> {
  return evaluate(
    remote,
    `{length([Id || {Id, _} <- maps:get(filters, logger:get_primary_config())]),
      erlang:system_monitor() =/= undefined}`,
  );
}

Deno.test("when beamtap is killed, nothing of its traces, captures and watches is left", async () => {
  await using node = await startBeam({ setup: TRACED_SETUP });
  await using remote = await connect(node);
  const start = (...words: string[]): Deno.ChildProcess =>
    new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--allow-all", "--no-check", MAIN, "call", ...words],
        ...["--cookie", node.cookie, "--epmd-port", `${node.epmd.port}`],
        ...["--node", node.name, "--allow", "trace", "--allow", "inspect"],
      ],
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
  const children = [
    start(
      ...["trace_calls", "module=shop", "function=calm"],
      ...["match=[false, _]", "duration_ms=30000"],
    ),
    start("capture_logs", "duration_ms=30000"),
    start(
      ...["watch_system", "duration_ms=30000", "long_gc_ms=60000"],
      ...["long_schedule_ms=60000", "large_heap_bytes=1000000000000"],
    ),
  ];
  try {
    const watched = Number(remote.greeting.otpRelease) < 28;
    await eventually(() => listeners(remote), `{1,${watched}}`, 15_000);
    await tracing(remote, 15_000);
  } finally {
    for (const child of children) kill(child);
    await Promise.all(children.map(({ status }) => status));
  }
  await eventually(() => listeners(remote), "{0,false}");
  await eventually(() => traces(remote), NO_TRACES);
});

function kill(child: Deno.ChildProcess): void {
  try {
    child.kill("SIGKILL");
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}
