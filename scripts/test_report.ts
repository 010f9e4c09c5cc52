/**
 * Reads the output of `deno test`: how many tests passed and failed, and the essentials of each
 * failure.
 *
 * @module
 */

/** Numbers of passed and failed tests. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

/** Maximum lines per failure, and characters per line. */
const MOST_LINES = 30;
const MOST_CHARACTERS = 500;

/**
 * Reads the totals of a run from its last line, such as
 * `ok | 12 passed (3 steps) | 0 failed (9ms)`. For a stopped run, counts the results of single
 * tests, plus one failure.
 */
export function readTotals(output: string): Totals {
  const last = [
    ...output.matchAll(/^(?:ok|FAILED) \| (\d+) passed.*? \| (\d+) failed/gm),
  ].at(-1);
  if (last) return { passed: Number(last[1]), failed: Number(last[2]) };
  const ended = (how: string): number =>
    [...output.matchAll(new RegExp(`^\\S.* \\.\\.\\. ${how} \\(`, "gm"))]
      .length;
  return { passed: ended("ok"), failed: ended("FAILED") + 1 };
}

/** Returns the failures, each with its place and the start of its reason, and the tests that ran when the run was stopped. */
export function readFailures(output: string): string[] {
  const names = section(output, "\n FAILURES \n", /^(?:ok|FAILED) \|/m)
    .filter((line) => line !== "");
  const errors = section(output, "\n ERRORS \n", /^ FAILURES $/m);
  const starts = names.map((name) => errors.indexOf(name));
  const pending = section(
    output,
    "\nSIGINT The following tests were pending:\n",
    /$(?!\n)/,
  ).filter((line) => line !== "");
  return [
    ...names.map((name, i) => {
      const start = starts[i] ?? -1;
      const end = starts.find((other) => other > start) ?? errors.length;
      return start < 0 ? name : shortened(errors.slice(start, end));
    }),
    ...pending.map((name) => `${name}\nstill running when the run was stopped`),
  ];
}

/** Returns the lines after the last such heading, up to `end`. */
function section(output: string, heading: string, end: RegExp): string[] {
  const at = output.lastIndexOf(heading);
  if (at < 0) return [];
  const rest = output.slice(at + heading.length);
  return rest.slice(0, end.exec(rest)?.index).split("\n");
}

/** Shortens a failure: the first meaningful lines, and of the stack only places in tests. */
export function shortened(lines: readonly string[]): string {
  const kept = lines.filter((line) =>
    line.trim() !== "" && !(/^ +at /.test(line) && !/\/tests\//.test(line))
  );
  const shown = kept.slice(0, MOST_LINES).map((line) =>
    line.length > MOST_CHARACTERS
      ? `${line.slice(0, MOST_CHARACTERS)}… (${line.length} characters)`
      : line
  );
  const more = kept.length - shown.length;
  return [...shown, ...more > 0 ? [`… (${more} more lines)`] : []].join("\n");
}
