// deno-lint-ignore-file no-console
/**
 * Checks format, lint and types, runs `deno test` with the given arguments, and checks that
 * the machine is unchanged; each check counts as one test. Stops tests that hang. Ends with a
 * short summary of failures and the line `N passed, N failed`.
 *
 * @module
 */

import { changes, machineState, SHARED } from "./machine_state.ts";
import {
  readFailures,
  readTotals,
  shortened,
  type Totals,
} from "./test_report.ts";

/** Config with a lockfile of its own: tests, demo and benchmarks need packages that the program does not. */
const CONFIG = "--config=tests/deno.json";

/** Checks before the tests, with their arguments for `deno`. */
const CHECKS = {
  format: ["fmt", "--check"],
  lint: ["lint"],
  types: ["check", "--doc", CONFIG, "main.ts", "lib", "tests", "scripts"],
};

/** Silence after which the tests are stopped, in ms; the longest test takes a tenth of it. */
const SILENCE_MS = 240_000;
/** What `deno test` prints while a test hangs. */
const HANGING = /has been running for over/;

interface Outcome extends Totals {
  readonly failures: readonly string[];
}

/** Starts this Deno with piped output. */
function deno(
  args: string[],
  stderr: "inherit" | "piped",
  env: Record<string, string> = {},
): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args,
    stdin: "null",
    stdout: "piped",
    stderr,
    env: { NO_COLOR: "1", ...env },
  }).spawn();
}

async function runChecks(): Promise<Outcome> {
  const failures: string[] = [];
  for (const [name, args] of Object.entries(CHECKS)) {
    const { success, stdout, stderr } = await deno(args, "piped").output();
    console.log(`${name} ... ${success ? "ok" : "FAILED"}`);
    if (success) continue;
    const said = [stderr, stdout].map((it) => new TextDecoder().decode(it));
    console.log(said.join(""));
    failures.push(shortened([name, ...said.join("").split("\n")]));
  }
  const failed = failures.length;
  return { passed: Object.keys(CHECKS).length - failed, failed, failures };
}

/** Runs the tests with their own folder of temporary files, and checks what they did to the machine. */
async function runHarmlessly(): Promise<Outcome[]> {
  const temporary = await Deno.makeTempDir({ prefix: "beamtap_tests_" });
  const places = { shared: SHARED, home: Deno.env.get("HOME"), temporary };
  const before = machineState(places);
  const tests = await runTests(temporary);
  const changed = changes(before, machineState(places));
  await Deno.remove(temporary, { recursive: true });
  const failed = changed.length > 0 ? 1 : 0;
  console.log(`harmless ... ${failed ? "FAILED" : "ok"}`);
  const failures = failed
    ? [shortened(["The tests changed the machine:", ...changed])]
    : [];
  return [tests, { passed: 1 - failed, failed, failures }];
}

async function runTests(temporary: string): Promise<Outcome> {
  const child = deno(
    // Most tests wait for nodes: two files at a time, whatever the machine has.
    ["test", CONFIG, "--allow-all", "--no-check", "--parallel", ...Deno.args],
    "inherit",
    { TMPDIR: temporary, DENO_JOBS: "2" },
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watch = (): void => {
    timer = setTimeout(() => {
      console.log(`\nno output for ${SILENCE_MS / 1000} s: stopped`);
      // It then prints which tests are running.
      child.kill("SIGINT");
      timer = setTimeout(() => child.kill("SIGKILL"), 20_000);
    }, SILENCE_MS);
  };
  watch();
  const screen = Deno.stdout.writable.getWriter();
  const decoder = new TextDecoder();
  let output = "";
  for await (const chunk of child.stdout) {
    const text = decoder.decode(chunk, { stream: true });
    if (!HANGING.test(text)) {
      clearTimeout(timer);
      watch();
    }
    await screen.write(chunk);
    output += text;
  }
  const { success } = await child.status;
  clearTimeout(timer);
  const { passed, failed } = readTotals(output);
  return {
    passed,
    failed: success ? failed : Math.max(failed, 1),
    failures: readFailures(output),
  };
}

const outcomes = [await runChecks(), ...await runHarmlessly()];
const failures = outcomes.flatMap((each) => each.failures);
if (failures.length > 0) {
  console.log(`\nWhat failed:\n\n${failures.join("\n\n")}\n`);
}
const sum = (key: "passed" | "failed"): number =>
  outcomes.reduce((total, each) => total + each[key], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
Deno.exit(sum("failed") === 0 ? 0 : 1);
