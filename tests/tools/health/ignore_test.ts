import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import { checkHealth } from "../../../lib/tools/health/mod.ts";
import { startBeam } from "../../support/beam.ts";
import { connect, evaluate } from "../../support/remote.ts";
import { callerOf } from "../../support/tools.ts";

const ANSWER = z.object({
  verdict: z.string(),
  findings: z.array(z.object({ finding: z.string() })),
  ignored: z.array(z.object({ entry: z.string(), findings: z.int() }))
    .optional(),
  ignored_nothing: z.array(z.string()).optional(),
  out_of_focus: z.array(z.string()).optional(),
});

Deno.test("what is ignored, by name, pid, application or kind, or is out of focus is told, and is not health", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  await evaluate(
    remote,
    `register(idler, spawn(timer, sleep, [infinity])), group_leader(application_controller:get_master(kernel), whereis(idler)), [idler ! I || I <- lists:seq(1, 2000)], ok`,
  );
  const pid = (await evaluate(remote, "pid_to_list(whereis(idler))"))
    .replaceAll('"', "");
  const call = callerOf(remote, [checkHealth], ["inspect"]);
  const ask = async (args: Record<string, unknown>) => {
    const answer = await call("check_health", { window_ms: 300, ...args });
    assert(answer.ok, answer.text);
    return ANSWER.parse(answer.structured);
  };
  assertEquals((await ask({})).verdict, "critical");
  for (const entry of ["idler", pid, "kernel", "stuck_process"]) {
    const answer = await ask({ ignore: [entry, "idle"] });
    assertEquals(answer, {
      verdict: "nothing_else",
      findings: [],
      ignored: [{ entry, findings: 1 }],
      ignored_nothing: ["idle"],
    });
  }
  assertEquals(await ask({ focus: ["logs", "cpu"] }), {
    verdict: "nothing_else",
    findings: [],
    out_of_focus: ["stuck_process"],
  });
});
