/**
 * Ways to reach a node: for each, what `beamtap help tunnels` prints is done as it is
 * printed, on two machines made of network namespaces; then each way of getting it
 * wrong has to lead to the right one, and `--allow-net` alone has to say what it lacks.
 * No output may hold a cookie.
 *
 * @module
 */
// deno-lint-ignore-file no-console

import { parseArgs } from "@std/cli/parse-args";
import { shellWord } from "../../lib/shell.ts";
import { DIRECT } from "./reach/direct_rows.ts";
import type { Row } from "./reach/row.ts";
import { TUNNELS } from "./reach/tunnel_rows.ts";
import { makeWorld, type Run, type World } from "./reach/world.ts";

const HELP = `scripts/soak reach [OPTION]
  --only TEXT   only the ways whose description has this text
Needs root, for network namespaces.`;

if (Deno.args.includes("--help")) {
  console.log(HELP);
  Deno.exit(0);
}
const { only = "" } = parseArgs(Deno.args, { string: ["only"] });
const failures: string[] = [];
/** Every output, and the cookies that none may hold. */
const outputs: string[] = [];
const HOME_COOKIE = "HOME_COOKIE_5f2a";
const cookies = new Set([HOME_COOKIE, "VM_ARGS_COOKIE", "WRONG_COOKIE"]);

function check(is: boolean, what: string, { text }: Run): boolean {
  if (!is) failures.push(`${what}\n${text.replace(/^/gm, "    ")}`);
  return is;
}

/** Runs a line of the help; a tunnel goes on in the background. */
async function follow(
  world: World,
  line: string,
  stack: AsyncDisposableStack,
): Promise<Run> {
  if (!/^(ssh -N|kubectl port-forward)/.test(line)) {
    return await world.near(line);
  }
  stack.use(world.start("near", line));
  await new Promise((resolve) => setTimeout(resolve, 2500));
  return { code: 0, text: "" };
}

const ROWS = [...DIRECT, ...TUNNELS];
const interrupted = Promise.withResolvers<never>();
interrupted.promise.catch(() => {});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  Deno.addSignalListener(signal, () => interrupted.reject(signal));
}

async function tryRow(row: Row): Promise<readonly string[]> {
  await using world = await makeWorld();
  return await Promise.race([tryIn(world, row), interrupted.promise]);
}

async function tryIn(world: World, row: Row): Promise<readonly string[]> {
  await using stack = new AsyncDisposableStack();
  await world.write(".erlang.cookie", HOME_COOKIE, 0o400);
  await row.prepare(world, stack);
  const { text: made } = await world.near("cat /opt/shop/releases/COOKIE");
  if (/^\S{20,}$/.test(made)) cookies.add(made);
  let right = 0;
  for (const line of row.printed) {
    const done = await follow(world, line, stack);
    if (line.startsWith("beamtap")) outputs.push(done.text);
    const works = done.code === 0 &&
      (!line.startsWith("beamtap") || /^reachable/m.test(done.text));
    if (check(works, `${row.what}: ${line}`, done)) right++;
  }
  let led = 0;
  for (const { command, says, leadsTo } of row.wrong) {
    const done = await world.near(command);
    outputs.push(done.text);
    const what = `${row.what}: ${command}`;
    if (!check(done.code !== 0 && says.test(done.text), what, done)) continue;
    const found = leadsTo && leadsTo[0].exec(done.text)?.[0];
    if (leadsTo === undefined) {
      led++;
      continue;
    }
    if (!check(found !== undefined, `${what} leads to nothing`, done)) continue;
    const next = leadsTo[1](found ?? "");
    const again = await world.near(next);
    outputs.push(again.text);
    if (check(again.code === 0, `${what} leads to ${next}`, again)) led++;
  }
  const last = row.printed.at(-1);
  const alone = last === undefined ? [] : [
    await withNetAlone(world, row, last),
    await withNetAlone(world, row, `${last} --cookie ${HOME_COOKIE}`),
  ];
  return [
    row.what,
    row.printed.length === 0 ? "-" : `${right}/${row.printed.length}`,
    `${led}/${row.wrong.length}`,
    [...new Set(alone)].join(", then ") || "-",
  ];
}

/** Runs a line on a terminal with `--allow-net` alone; returns the flag that it names, if it needs one. */
async function withNetAlone(
  world: World,
  row: Row,
  line: string,
): Promise<string> {
  const onTerminal = `script -qec ${shellWord(line)} /dev/null`;
  const done = await world.near(onTerminal, ["--allow-net"]);
  outputs.push(done.text);
  const calm = !/NotCapable|internal error|Allow\?|prompt/.test(done.text);
  const [flag] = /--allow-[\w-]+/.exec(done.text) ?? [];
  const clear = done.code === 0 || flag !== undefined;
  check(calm && clear, `${row.what}: ${line}, with --allow-net alone`, done);
  return done.code === 0 ? "works" : flag ?? "no flag";
}

/** Every line of the help has to be one of a row. */
function checkHelp(help: Run): void {
  const known = new Set(ROWS.flatMap(({ printed }) => printed));
  const lines = help.text.split("\n").filter((line) => /^ {2}\S/.test(line))
    .map((line) => line.trim().replace(/ {2,}.*$/, ""));
  for (const line of known) {
    check(lines.includes(line), `not in help tunnels: ${line}`, help);
  }
  for (const line of lines) {
    check(known.has(line), `in help tunnels, but not tried: ${line}`, help);
  }
}

try {
  await using world = await makeWorld();
  checkHelp(await world.near("beamtap help tunnels"));
} catch (error) {
  console.log(`skipped: needs root and network namespaces (${error})`);
  Deno.exit(0);
}
const table = [["way", "as printed", "wrong ways", "--allow-net alone"]];
for (const row of ROWS) {
  if (!row.what.includes(only)) continue;
  try {
    table.push([...await tryRow(row)]);
  } catch (error) {
    failures.push(`${row.what}: ${error}`);
    table.push([row.what, "not ready", "", ""]);
  }
  console.log(table.at(-1)?.join("  "));
}
for (const cookie of cookies) {
  for (const text of outputs) {
    check(!text.includes(cookie), "a cookie is printed", { code: 0, text });
  }
}
const widths = table[0]?.map((_, column) =>
  Math.max(...table.map((row) => row[column]?.length ?? 0))
);
console.log("");
for (const row of table) {
  console.log(
    row.map((cell, at) => cell.padEnd(widths?.[at] ?? 0)).join("  ").trimEnd(),
  );
}
for (const failure of failures) console.log(`\nFAILED ${failure}`);
console.log(
  `\n${
    table.length - 1
  } ways, ${outputs.length} answers: ${failures.length} failed`,
);
Deno.exit(failures.length === 0 ? 0 : 1);
