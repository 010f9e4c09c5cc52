import { assertEquals } from "@std/assert";
import { createBeam } from "../../lib/beam/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { listProcessesQuestion } from "../../lib/tools/processes/list_processes.ts";
import { startBeam } from "../support/beam.ts";
import { LOOKS, title } from "../support/inspection.ts";
import { lookAll, unpackedErl } from "../support/releases.ts";
import { connect, evaluate, eventually, OTHERS } from "../support/remote.ts";
import { callerOf } from "../support/tools.ts";

/** One way to call each tool. */
const ONCE = LOOKS.filter(({ tool }, row) => LOOKS[row - 1]?.tool !== tool);

for (const release of [23, 27, 29]) {
  const erl = unpackedErl(release);
  if (erl === undefined) {
    Deno.test.ignore(
      `OTP ${release} is not tried: scripts/soaks/otp ${release} unpacks it`,
      () => {},
    );
    continue;
  }
  Deno.test(
    `every tool that only looks has an answer on OTP ${release}`,
    async () => {
      const log = await Deno.makeTempFile();
      const outcomes = await lookAll({
        erl,
        setup:
          `logger:add_handler(file, logger_std_h, #{config => #{file => "${log}"}})`,
      }, ONCE);
      await Deno.remove(log);
      const failed = outcomes.flatMap(({ text }, row) =>
        text === undefined ? [] : [`${title(ONCE[row]!)}: ${text}`]
      );
      assertEquals(failed, []);
    },
  );

  Deno.test(`no answer shows another beamtap on OTP ${release}`, async () => {
    await using node = await startBeam({ erl });
    await using remote = await connect(node);
    const alone = Number(await evaluate(remote, `length(${OTHERS})`));
    await using second = await connect(node);
    const other = callerOf(second, TOOLS);
    const running = other("get_schedulers", {
      window_ms: 2000,
      detail: "full",
    });
    // Its guard is the last of three processes.
    await eventually(
      () => evaluate(remote, `length(${OTHERS}) - ${alone} >= 3`),
      "true",
    );
    const { total } = await createBeam(remote).run(listProcessesQuestion, {}, {
      timeoutMs: 10_000,
    });
    assertEquals(total, alone);
    await running;
  });
}
