/**
 * Every tool that only looks, on nodes of every OTP release, with Elixir, and with
 * as little of OTP as a release may have: what one lacks is left out with a word,
 * and nothing fails. Prints tools by nodes, then the answers about nodes in trouble.
 *
 * @module
 */
// deno-lint-ignore-file no-console

import { parseArgs } from "@std/cli/parse-args";
import { newAtoms } from "../../tests/support/atoms.ts";
import type { BeamOptions } from "../../tests/support/beam.ts";
import { type Look, LOOKS, title } from "../../tests/support/inspection.ts";
import { lookAll, type Outcome } from "../../tests/support/releases.ts";
import { getInto, TROUBLES } from "../../tests/support/troubles.ts";
import { INSTALLED, type Release, setUpReleases } from "./dist/releases.ts";

const HELP = `scripts/soak releases [OPTION]…
  --otp 23,25,27,29   the releases to try (scripts/soaks/otp; needs root); else the one installed`;

/** No application but kernel and stdlib can be loaded. */
const BARE = `[code:del_path(Folder) || Folder <- code:get_path(),
    string:find(Folder, "/kernel-") =:= nomatch, string:find(Folder, "/stdlib-") =:= nomatch],
  non_existing = code:which(compile), non_existing = code:which(msacc),
  non_existing = code:which(release_handler)`;

function* nodesOf(release: Release): Generator<[string, BeamOptions]> {
  const { name, erl, elixir } = release;
  yield [`${name}`, { erl }];
  yield [`${name} bare`, { erl, setup: BARE }];
  yield [`${name} elixir`, { elixir }];
}

const options = parseArgs(Deno.args, { string: ["otp"] });
if (Deno.args.includes("--help")) {
  console.log(HELP);
  Deno.exit(0);
}
const releases = typeof options.otp === "string"
  ? await setUpReleases(options.otp)
  : [INSTALLED];

for (const { name, erl } of releases) {
  const { first, later } = await newAtoms({ erl });
  console.log(`${name}: ${first.length} new atoms, then ${later.length}`);
}
const names: string[] = [];
const columns: Outcome[][] = [];
for (const release of releases) {
  for (const [name, how] of nodesOf(release)) {
    names.push(name);
    columns.push(await lookAll(how));
  }
}
const failures: string[] = [];
const line = (first: string, cells: readonly string[]): string =>
  [first.padEnd(48), ...cells.map((cell) => cell.padEnd(13))].join(" ")
    .trimEnd();
console.log(line("", names));
LOOKS.forEach((look: Look, row) => {
  const cells = columns.map((column) => column[row] ?? { short: "" });
  console.log(line(title(look), cells.map(({ short }) => short)));
  cells.forEach(({ text }, column) => {
    if (text !== undefined) {
      failures.push(`${names[column]}: ${title(look)}: ${text}`);
    }
  });
});
for (const release of releases) {
  for (const trouble of TROUBLES) {
    const what = `${release.name}: ${trouble.name}`;
    await getInto(trouble, release.erl).then(
      () => console.log(`ok ${what}`),
      (error) => failures.push(`${what}: ${error}`),
    );
  }
}
for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(
  `${LOOKS.length} calls, ${names.length} nodes, ${TROUBLES.length} troubles: ${failures.length} failed`,
);
Deno.exitCode = failures.length > 0 ? 1 : 0;
