// deno-lint-ignore-file no-console
/**
 * Every tool against a catalogue of hostile nodes: after each call the node lives and
 * its memory has not grown by much, and when the link has closed nothing of ours is
 * there. The longest pause of a scheduler is shown. How much a flooding link delays calls on another is in scripts/soak dist.
 *
 * @module
 */

import { parseArgs } from "@std/cli/parse-args";
import { INSTALLED, type Release, setUpReleases } from "./dist/releases.ts";
import { listenForControl } from "./hurt/control.ts";
import { compileFor } from "./hurt/modules.ts";
import { type HostileNode, NODES } from "./hurt/nodes.ts";
import { forgotten } from "./hurt/questions.ts";
import { tryNode } from "./hurt/trial.ts";

const HELP = `scripts/soak hurt [OPTION]…
  --otp 25,27,29   the releases to try (scripts/soaks/otp; needs root); else the one installed
  --calls          tells of each call
  --only TEXT      only nodes that have it in their names; may be repeated:
                   ${NODES.map(({ name }) => name).join(", ")}`;

let failures = 0;

function fail(where: string, what: string, seen: string): void {
  failures++;
  console.log(`FAILED ${where}: ${what}\n       ${seen}`);
}

/** Tries all nodes of a release, one after another. */
async function soak(
  release: Release,
  nodes: readonly HostileNode[],
): Promise<void> {
  using control = listenForControl();
  await using modules = await compileFor(release.erl);
  const { otp, ebin } = modules;
  for (const node of nodes) {
    if ((node.since ?? otp) > otp || otp >= (node.until ?? Infinity)) continue;
    const where = `OTP ${otp}, ${node.name}`;
    const begin = performance.now();
    const before = failures;
    try {
      const { calls, answered, deaths, worst, longest } = await tryNode(node, {
        erl: release.erl,
        ebin,
        control,
        failed: (what, seen) => fail(where, what, seen),
        ...options.calls === true &&
          { called: (what, seen) => console.log(`  ${what}: ${seen}`) },
      });
      console.log(
        `${
          failures === before ? "ok    " : "      "
        } ${where}: ${calls} calls, ${answered} answered, ` +
          `${deaths} deaths, at most ${
            worst.mb.toFixed(0)
          } MB (${worst.question}) and ${longest.ms} ms (${longest.question}), ` +
          `${((performance.now() - begin) / 1000).toFixed(0)} s`,
      );
    } catch (error) {
      fail(where, "the trial", error instanceof Error ? `${error.stack}` : "");
    }
  }
}

const options = parseArgs(Deno.args, {
  string: ["otp"],
  boolean: ["help", "calls"],
  collect: ["only"],
});
if (options.help) {
  console.log(HELP);
  Deno.exit(0);
}
const missing = forgotten();
if (missing.length > 0) {
  fail("the catalogue", missing.join(", "), "nobody calls these tools");
}
const only = [options.only ?? []].flat().map(String);
const wanted = (name: string): boolean =>
  only.length === 0 || only.some((text) => name.includes(text));
const nodes = NODES.filter(({ name }) => wanted(name));
const releases = typeof options.otp === "string"
  ? await setUpReleases(options.otp)
  : [INSTALLED];
for (const release of releases) await soak(release, nodes);
console.log(
  `${nodes.length} hostile nodes, ${releases.length} releases: ${failures} failed`,
);
Deno.exit(failures === 0 ? 0 : 1);
