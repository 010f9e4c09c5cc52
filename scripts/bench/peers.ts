// deno-lint-ignore-file no-console
/**
 * `check_health` beside `diagnose` of observer_cli 2.0 and beside recon: which culprits each names
 * on nodes with something wrong (tests/support/incidents), and what it claims of healthy nodes
 * (tests/support/healthy.ts).
 *
 *     scripts/bench/run peers FOLDER… [--readme] [--only TEXT]… [--looks N]
 *
 * The folders hold the compiled modules of the peers (their `ebin`); a peer that is in none of them
 * is left out. Each is asked once, on a node of its own that has been bad for as long as the others'.
 * Decided before anything was measured:
 *
 * - named: the findings of the first answer hold every culprit of `peers_culprits.ts`, by name or
 *   pid. beamtap has only the scope `inspect`, its answer is all findings.
 * - listed: not named, but every culprit is in the first three rows of some list that comes without
 *   a judgement: what one asks recon first for the symptom (the calls are in `peers_asked.ts`), and
 *   the lists in the context of `diagnose`. This is generous: on a small node where little else
 *   happens a process is soon among three.
 * - symptom: neither, but a finding says that something is wrong.
 * - false: findings worse than a notice on healthy nodes. recon judges nothing.
 * - s, kB: medians over the incidents of the time to the answer and of the text to read. Peers are
 *   timed within the node, beamtap with its way there and back; both are loaded and connected.
 *
 * @module
 */

import { parseArgs } from "@std/cli/parse-args";
import { createBeam, preload } from "../../lib/beam/mod.ts";
import { atom, charlist } from "../../lib/etf/mod.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import { type BeamOptions, startBeam } from "../../tests/support/beam.ts";
import { HEALTHY } from "../../tests/support/healthy.ts";
import { nodeOf } from "../../tests/support/incidents/incident.ts";
import { INCIDENTS } from "../../tests/support/incidents/mod.ts";
import { connect, evaluate } from "../../tests/support/remote.ts";
import { ASKED, type Asked, type Said } from "./peers_asked.ts";
import { names, SOUGHT, type Sought } from "./peers_culprits.ts";
import { measuredBy, writeSection } from "./readme.ts";

const options = parseArgs(Deno.args, {
  string: ["_", "only", "looks"],
  boolean: ["readme"],
  collect: ["only"],
});
const looks = Number(options.looks ?? 3);
const only = [options.only ?? []].flat().map(String);
const wanted = ({ name }: { readonly name: string }): boolean =>
  only.length === 0 || only.some((text) => name.includes(text));

/** The peers' code by the names of its modules, and their versions, as `recon 2.5.6`. */
const modules = new Map<string, Uint8Array>();
const versions: string[] = [];
for (const folder of options._.map(String)) {
  for await (const { name } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    if (name.endsWith(".beam")) {
      modules.set(name.slice(0, -5), await Deno.readFile(path));
    }
    if (!name.endsWith(".app")) continue;
    const text = await Deno.readTextFile(path);
    const version = /\{vsn,\s*"([^"]*)"/.exec(text)?.[1];
    versions.push(`${name.slice(0, -4)} ${version ?? "unknown"}`);
  }
}
const asked = ASKED.filter(({ name, needs }) => {
  const isThere = needs === undefined || modules.has(needs);
  if (!isThere) console.log(`${name} is left out: no folder has ${needs}.beam`);
  return isThere;
});

let otp = "";

interface Node {
  readonly node: BeamOptions;
  readonly begin?: string;
  readonly settleMs?: number;
}

/** Has `work` done on a node that has been what it is for as long as it shall. */
async function on<T>(
  { node, begin, settleMs = 1500 }: Node,
  work: (remote: RemoteNode) => Promise<T>,
): Promise<T> {
  await using beam = await startBeam(node);
  await using remote = await connect(beam);
  otp = remote.greeting.otpRelease;
  await createBeam(remote).run(preload, undefined, { timeoutMs: 30_000 });
  // As in a release, where nobody waits for a file.
  await evaluate(
    remote,
    `[code:ensure_loaded(list_to_atom(filename:basename(File, ".beam")))
      || App <- [kernel, stdlib], File <- filelib:wildcard(code:lib_dir(App) ++ "/ebin/*.beam")]`,
  );
  for (const [module, code] of modules) {
    const args = [atom(module), charlist(module), code];
    await remote.call("code", "load_binary", args, { timeoutMs: 30_000 });
  }
  if (begin !== undefined) await evaluate(remote, begin);
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  return await work(remote);
}

/** What else each culprit is known by: pids, references of tables, how Erlang prints a function. */
async function aliasesOf(
  remote: RemoteNode,
  { culprits }: Sought,
): Promise<Map<string, string[]>> {
  const aliases = new Map<string, string[]>();
  for (const name of culprits.flatMap((culprit) => culprit.split("|"))) {
    const [, m, f, a] = /^(\w+):(\w+)\/(\d)$/.exec(name) ?? [];
    const known = m === undefined
      ? await evaluate(
        remote,
        name === "PID" ? "pid_to_list(m:pid())" : `lists:flatten(lists:join(" ",
          [pid_to_list(Pid) || Pid <- [whereis(${name})], is_pid(Pid)]
          ++ [ref_to_list(ets:info(T, id)) || T <- ets:all(), ets:info(T, name) =:= ${name}]))`,
      )
      : `{${m},${f},${a}}`;
    const list = known.replaceAll('"', "").split(" ");
    aliases.set(name, list.filter((text) => /^[<#{]/.test(text)));
  }
  return aliases;
}

type Outcome = "named" | "listed" | "symptom" | "missed" | "no answer";
const outcomes = new Map<Asked, Outcome[]>(asked.map((one) => [one, []]));
const took = new Map<Asked, Said[]>(asked.map((one) => [one, []]));
const rows: string[] = [];

for (const incident of INCIDENTS.filter(wanted)) {
  const sought = SOUGHT[incident.name];
  if (sought === undefined) {
    console.log(`not compared, without a culprit: ${incident.name}`);
    continue;
  }
  const cells: Outcome[] = [];
  for (const one of asked) {
    const outcome = await on(
      { ...incident, node: nodeOf(incident) },
      async (remote): Promise<Outcome> => {
        const aliases = await aliasesOf(remote, sought);
        const said = await one.ask(remote, sought.symptom);
        took.get(one)?.push(said);
        if (names(said.flagged, sought, aliases)) return "named";
        if (names(said.listed, sought, aliases)) return "listed";
        return said.alarms > 0 ? "symptom" : "missed";
      },
    ).catch((error): Outcome => {
      console.log(`${incident.name}, ${one.name}: ${error}`);
      return "no answer";
    });
    outcomes.get(one)?.push(outcome);
    cells.push(outcome);
  }
  incident.end?.();
  rows.push(`| ${[incident.name, ...cells].join(" | ")} |`);
  console.log(rows.at(-1));
}

const healthy = HEALTHY.filter(wanted);
const alarms = new Map<Asked, number>();
for (const { name, ...node } of healthy) {
  for (const one of asked.filter(({ judges }) => judges)) {
    const found = await on(node, async (remote) => {
      let count = 0;
      for (let look = 0; look < looks; look++) {
        const said = await one.ask(remote, "slow");
        if (said.alarms > 0) {
          console.log(`FALSE ${name}, ${one.name}: ${said.flagged}`);
        }
        count += said.alarms;
      }
      return count;
    });
    alarms.set(one, (alarms.get(one) ?? 0) + found);
  }
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const totals = [
  `| | named | listed | symptom | missed | false, ${healthy.length} healthy nodes x ${looks} | s | kB |`,
  "| --- | --- | --- | --- | --- | --- | --- | --- |",
  ...asked.map((one) => {
    const all = outcomes.get(one) ?? [];
    const count = (...of: Outcome[]): number =>
      all.filter((outcome) => of.includes(outcome)).length;
    const said = took.get(one) ?? [];
    return `| ${
      [
        one.name,
        one.judges ? count("named") : "",
        count("listed"),
        one.judges ? count("symptom") : "",
        count("missed", "no answer"),
        one.judges ? alarms.get(one) ?? 0 : "",
        (median(said.map(({ ms }) => ms)) / 1000).toFixed(1),
        (median(said.map(({ bytes }) => bytes)) / 1000).toFixed(1),
      ].join(" | ")
    } |`;
  }),
].join("\n");
const heads = ["incident", ...asked.map(({ name }) => name)];
console.log(
  [
    "",
    `| ${heads.join(" | ")} |`,
    `|${" --- |".repeat(heads.length)}`,
    ...rows,
    "",
    `${rows.length} incidents; ${versions.join(", ")}.`,
    totals,
  ].join("\n"),
);
if (options.readme) {
  const where = await measuredBy("scripts/bench/run peers FOLDER… --readme");
  await writeSection(
    "peers",
    `${where} ${rows.length} incidents on OTP ${otp}; ${
      versions.join(", ")
    }.\n\n${totals}`,
  );
}
