/**
 * Answers about crash dumps against what OTP's own crashdump_viewer shows of them: processes,
 * sizes, messages, dictionaries, variables, ETS tables and ports of dumps that real nodes made as
 * they died; and verdicts against the culprits that were planted in these nodes.
 *
 * @module
 */
// deno-lint-ignore-file no-console

import { parseArgs } from "@std/cli/parse-args";
import { openDump } from "../../lib/dump/mod.ts";
import { ENDS } from "../../tests/support/crashes/ends.ts";
import { type Crash, die } from "../../tests/support/crashes/crash.ts";
import { CROWD } from "../../tests/support/crashes/crowd.ts";
import { HELD } from "../../tests/support/crashes/held.ts";
import { LIMITS } from "../../tests/support/crashes/limits.ts";
import { dumpCaller } from "../../tests/support/dumps.ts";
import { differences, viewed } from "../../tests/support/viewer.ts";
import { INSTALLED, type Release, setUpReleases } from "./dist/releases.ts";

const HELP = `scripts/soak viewer [OPTION]…
  --otp 25,27,29      the releases to try (scripts/soaks/otp; needs root); else the one installed
  --sample 60         processes of each dump whose terms are compared`;

const options = parseArgs(Deno.args, { string: ["otp", "sample"] });
if (Deno.args.includes("--help")) {
  console.log(HELP);
  Deno.exit(0);
}

/** Returns what is wrong with what is said of one dump. */
async function check(crash: Crash, release: Release): Promise<string[]> {
  await using dead = await die(crash, release.erl);
  const { text } = await dumpCaller([dead.path], ["inspect"])("get_dump");
  const missing = crash.says.filter((each) =>
    typeof each === "string" ? !text.includes(each) : !each.test(text)
  );
  const dump = await openDump(dead.path);
  const shown = await viewed(
    dead,
    release.erl,
    await viewerOf(dump.header.release ?? ""),
    Number(options.sample ?? 60),
  );
  return [
    ...missing.map((each) => `the verdict does not name ${each}:\n${text}`),
    ...await differences(dump, shown),
  ];
}

/** Returns the folder of the viewer's modules, of a release such as 27. */
async function viewerOf(release: string): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(
    new URL("viewer", import.meta.url).pathname,
    { args: [release] },
  ).output();
  const decoder = new TextDecoder();
  if (!success) throw new Error(decoder.decode(stderr));
  return decoder.decode(stdout).trim();
}

const releases = typeof options.otp === "string"
  ? await setUpReleases(options.otp)
  : [INSTALLED];
let failed = 0;
for (const release of releases) {
  for (const crash of [...LIMITS, ...ENDS, HELD, CROWD]) {
    const start = performance.now();
    const wrong = await check(crash, release).catch((
      error,
    ) => [`${error.stack}`]);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    failed += wrong.length > 0 ? 1 : 0;
    console.log(
      `${
        wrong.length > 0 ? "FAILED" : "ok"
      } ${release.name}: ${crash.name} (${seconds} s)`,
    );
    for (const each of wrong.slice(0, 10)) console.log(`  ${each}`);
  }
}
console.log(`${failed} failed`);
Deno.exit(failed > 0 ? 1 : 0);
