// deno-lint-ignore-file no-console
/**
 * Format, lint and types, then `deno test` with the arguments given; each of
 * the three counts as one test. Ends with the plain line `N passed, N failed`.
 *
 * @module
 */

/** What is checked before the tests, and how `deno` is called for it. */
const CHECKS = {
  format: ["fmt", "--check"],
  lint: ["lint"],
  types: ["check", "--doc", "main.ts", "lib", "tests", "scripts"],
};

/** How many passed and failed. */
interface Totals {
  passed: number;
  failed: number;
}

/** Reads the last `ok | 12 passed (3 steps) | 0 failed (9ms)` that `deno test` printed. */
function readTotals(output: string): Totals | undefined {
  const found = [
    ...output.matchAll(/^(?:ok|FAILED) \| (\d+) passed.*? \| (\d+) failed/gm),
  ].at(-1);
  return found && { passed: Number(found[1]), failed: Number(found[2]) };
}

/** Runs this same Deno with its standard output going where we say. */
function deno(args: string[], stdout: "inherit" | "piped"): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args,
    stdin: "null",
    stdout,
    env: { NO_COLOR: "1" },
  }).spawn();
}

async function runChecks(): Promise<Totals> {
  const totals = { passed: 0, failed: 0 };
  for (const [name, args] of Object.entries(CHECKS)) {
    const { success } = await deno(args, "inherit").status;
    console.log(`${name} ... ${success ? "ok" : "FAILED"}`);
    totals[success ? "passed" : "failed"]++;
  }
  return totals;
}

async function runTests(): Promise<Totals> {
  const child = deno(
    ["test", "--allow-all", "--no-check", ...Deno.args],
    "piped",
  );
  const screen = Deno.stdout.writable.getWriter();
  const decoder = new TextDecoder();
  let output = "";
  for await (const chunk of child.stdout) {
    await screen.write(chunk);
    output += decoder.decode(chunk, { stream: true });
  }
  const { success } = await child.status;
  const totals = readTotals(output) ?? { passed: 0, failed: 0 };
  if (!success && totals.failed === 0) totals.failed = 1;
  return totals;
}

const checks = await runChecks();
const tests = await runTests();
const failed = checks.failed + tests.failed;
console.log(`${checks.passed + tests.passed} passed, ${failed} failed`);
Deno.exit(failed === 0 ? 0 : 1);
