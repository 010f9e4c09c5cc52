/**
 * Programs from npm that check files of the release, with a lockfile of their own.
 *
 * @module
 */

const ROOT = decodeURIComponent(new URL("../../", import.meta.url).pathname);

/** Runs a program of `scripts/packaging/deno.json`; returns what it printed. */
export async function lint(
  program: string,
  args: readonly string[] = [],
  cwd: string = ROOT,
): Promise<{ success: boolean; said: string }> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ..."run --quiet --allow-all --config".split(" "),
      `${ROOT}scripts/packaging/deno.json`,
      program,
      ...args,
    ],
    cwd,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const texts = [stdout, stderr].map((it) => new TextDecoder().decode(it));
  return { success, said: texts.join("") };
}
