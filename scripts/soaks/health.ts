/**
 * What `check_health` says of every incident and of healthy nodes, on every release: which culprits
 * the first answer names, and which alarms are false.
 *
 * @module
 */
// deno-lint-ignore-file no-console

import { parseArgs } from "@std/cli/parse-args";
import { falseAlarms, unsaid } from "../../tests/support/health_trial.ts";
import { HEALTHY } from "../../tests/support/healthy.ts";
import { INCIDENTS } from "../../tests/support/incidents/mod.ts";
import { INSTALLED, setUpReleases } from "./dist/releases.ts";
import { servers } from "./health/servers.ts";

const HELP = `scripts/soak health [OPTION]…
  --otp 25,27,29   the releases to try (scripts/soaks/otp; needs root); else the one installed
  --looks N        at each healthy node (default 10)
  --servers        RabbitMQ and ejabberd of Debian too, on the installed release
  --only TEXT      only nodes that have it in their names; may be repeated`;

const options = parseArgs(Deno.args, {
  string: ["otp", "looks", "only"],
  boolean: ["help", "servers"],
  collect: ["only"],
});
if (options.help) {
  console.log(HELP);
  Deno.exit(0);
}
const only = [options.only ?? []].flat().map(String);
const looks = Number(options.looks ?? 10);
const wanted = ({ name }: { readonly name: string }): boolean =>
  only.length === 0 || only.some((text) => name.includes(text));
const releases = typeof options.otp === "string"
  ? await setUpReleases(options.otp)
  : [INSTALLED];
const folder = await Deno.makeTempDir({ prefix: "beamtap_servers_" });
const others = options.servers === true ? await servers(folder) : [];
let failures = 0;
for (const release of releases) {
  const incidents = INCIDENTS.filter(wanted);
  let named = 0;
  for (const incident of incidents) {
    const wrong = await unsaid(incident, release);
    if (wrong.length === 0) named++;
    for (const text of wrong) {
      console.log(`MISSED OTP ${release.name}, ${text}`);
    }
  }
  const own = release === releases[0] ? others : [];
  const healthy = [...HEALTHY, ...own].filter(wanted);
  let alarms = 0;
  for (const node of healthy) {
    const programs = others.includes(node) ? INSTALLED : release;
    const wrong = await falseAlarms(node, looks, programs);
    alarms += wrong.length;
    for (const text of wrong) console.log(`FALSE OTP ${release.name}, ${text}`);
  }
  console.log(
    `OTP ${release.name}: ${named} of ${incidents.length} culprits named, ${alarms} false alarms in ` +
      `${healthy.length} healthy nodes x ${looks} looks`,
  );
  failures += incidents.length - named + alarms;
}
await Deno.remove(folder, { recursive: true });
Deno.exit(failures > 0 ? 1 : 0);
