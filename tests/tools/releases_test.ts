import { assertEquals } from "@std/assert";
import { LOOKS, title } from "../support/inspection.ts";
import { lookAll, unpackedErl } from "../support/releases.ts";

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
}
