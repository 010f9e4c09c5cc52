import { assertEquals } from "@std/assert";
import * as z from "zod";
import { checkHealth } from "../../../lib/tools/health/mod.ts";
import {
  cutShort,
  mayHide,
  ofProcesses,
  ofRestarts,
  ofSystem,
} from "../../../lib/tools/health/gaps.ts";
import { startBeam } from "../../support/beam.ts";
import { connect, evaluate } from "../../support/remote.ts";
import { callerOf } from "../../support/tools.ts";

const ANSWER = z.object({
  verdict: z.string(),
  not_looked_at: z.array(z.string()).optional(),
});

Deno.test("what could not be looked at is told, and is not health", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  const call = callerOf(remote, [checkHealth], ["inspect"]);
  const ask = async (): Promise<z.infer<typeof ANSWER>> => {
    const answer = await call("check_health", { window_ms: 300 });
    return ANSWER.parse(answer.ok ? answer.structured : answer);
  };
  assertEquals(await ask(), { verdict: "healthy" });
  await evaluate(
    remote,
    `application:start(sasl), gen_event:delete_handler(alarm_handler, alarm_handler, []),
     sys:suspend(application_controller), ok`,
  );
  const { verdict, not_looked_at } = await ask();
  assertEquals(verdict, "unknown");
  assertEquals(not_looked_at?.toSorted(), [
    "alarm_handler: its handler is somebody's own",
    "application_controller: no answer in time",
  ]);
});

Deno.test("what another operating system does not tell is said, and hides nothing of the node", () => {
  const told = (unavailable: string): string[] =>
    ofSystem({
      memory: [{ name: "total", former_bytes: 9, bytes: 9 }],
      os: { unavailable },
    });
  assertEquals(
    ["not_linux", "not_readable"].map((why) => mayHide(told(why))),
    [false, true],
  );
  assertEquals(told("not_linux").length, 1);
  assertEquals(mayHide([...told("not_linux"), "processes: silent"]), true);
});

Deno.test("time that runs out, silent processes and unwatched supervisors have a line each", () => {
  const cost = {
    ...{ ms_on_target: 1, processes_scanned: 9, word_bytes: 8 },
    ...{ partial: true as const, no_answer: ["<0.7.0>", "<0.8.0>", "<0.9.0>"] },
  };
  const first = [{ supervisor: "<0.5.0>", why: "too_many" }];
  assertEquals(
    [
      cutShort("processes", cost),
      cutShort("processes", { ...cost, partial: undefined }),
      ofProcesses(cost, ["<0.7.0>"]),
      ofProcesses(cost, cost.no_answer),
      ofRestarts({ count: 1, first }),
      ofRestarts({ count: 4, first }),
      ofRestarts({ count: 0, first: [] }),
    ],
    [
      ["processes: time ran out before all were looked at"],
      [],
      ["processes: 2, such as <0.8.0> did not answer in time"],
      [],
      ["restarts of children of <0.5.0>: there are too many"],
      ["restarts of children of 4, such as <0.5.0>: there are too many"],
      [],
    ],
  );
});
