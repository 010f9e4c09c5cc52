// deno-lint-ignore-file no-console
/**
 * Checks that a release is ready, and tags it. See `scripts/release`.
 *
 * @module
 */

const ROOT = new URL("../", import.meta.url);

/** Files with the version, and how it is written there. */
const PLACES: Readonly<Record<string, (version: string) => string>> = {
  "deno.json": (version) => `"version": "${version}"`,
  "scripts/packaging/server.json": (version) => `"version": "${version}"`,
  "scripts/packaging/plugin/.claude-plugin/plugin.json": (version) =>
    `"version": "${version}"`,
};

/** What a release depends on. */
export interface State {
  /** Texts of the files with the version, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly changelog: string;
  /** Generators whose output is stale. */
  readonly stale: readonly string[];
  /** As `git status --porcelain` prints it. */
  readonly changes: string;
  /** Whether HEAD is the branch main, or what the tag stands for. */
  readonly isMain: boolean;
  /** What the tag stands for, if there is one, and what HEAD is. */
  readonly tagged: string;
  readonly head: string;
}

/** Returns what the changelog says of a version. */
export function notesOf(version: string, changelog: string): string {
  const heading = `## [${version}]`;
  const lines = changelog.split("\n");
  const start = lines.findIndex((line) => line.startsWith(heading));
  if (start < 0) return "";
  const length = lines.slice(start + 1)
    .findIndex((line) => line.startsWith("## "));
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length)
    .join("\n").trim();
}

/** Returns what is not ready, a line each. */
export function problems(version: string, state: State): string[] {
  const found: string[] = [];
  const expect = (isRight: boolean, problem: string): void => {
    if (!isRight) found.push(problem);
  };
  expect(
    /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    `"${version}" is not a version such as 1.2.3`,
  );
  for (const [path, written] of Object.entries(PLACES)) {
    const has = state.files[path]?.includes(written(version)) ?? false;
    expect(has, `${path}: the version is not ${version}`);
  }
  expect(
    state.files["scripts/packaging/server.json"]?.includes(`:${version}"`) ??
      false,
    `server.json: the image is not tagged ${version}`,
  );
  const { changelog } = state;
  const dated = changelog.split("\n").some((line) =>
    line.startsWith(`## [${version}] - `) && /\d{4}-\d\d-\d\d$/.test(line)
  );
  expect(dated, `CHANGELOG.md: no section "## [${version}] - DATE"`);
  expect(
    !dated || notesOf(version, changelog) !== "",
    `CHANGELOG.md: nothing is said of ${version}`,
  );
  expect(
    notesOf("Unreleased", changelog) === "",
    "CHANGELOG.md: there are changes under [Unreleased]",
  );
  for (const generator of state.stale) {
    found.push(`stale: run ${generator}, and commit what it writes`);
  }
  expect(state.changes === "", `the work tree has changes:\n${state.changes}`);
  expect(state.isMain, "HEAD is not the branch main");
  expect(
    state.tagged === "" || state.tagged === state.head,
    `the tag v${version} is on another commit`,
  );
  return found;
}

async function run(
  command: string,
  ...args: string[]
): Promise<{ success: boolean; text: string }> {
  const { success, stdout } = await new Deno.Command(command, {
    args,
    cwd: ROOT,
    stdin: "null",
    stderr: "null",
  }).output();
  return { success, text: new TextDecoder().decode(stdout).trim() };
}

function read(path: string): string {
  return Deno.readTextFileSync(new URL(path, ROOT));
}

async function stateNow(version: string): Promise<State> {
  const stale: string[] = [];
  for (const generator of ["scripts/gen_probes", "scripts/gen_reference"]) {
    if (!(await run(generator, "--check")).success) stale.push(generator);
  }
  const git = async (...args: string[]): Promise<string> =>
    (await run("git", ...args)).text;
  const head = await git("rev-parse", "HEAD");
  const tagged = await git(
    ...["rev-parse", "--verify", "--quiet", `refs/tags/v${version}^{commit}`],
  );
  return {
    files: Object.fromEntries(
      Object.keys(PLACES).map((path) => [path, read(path)]),
    ),
    changelog: read("CHANGELOG.md"),
    stale,
    changes: await git("status", "--porcelain"),
    isMain: tagged === head ||
      await git("branch", "--show-current") === "main",
    tagged,
    head,
  };
}

async function release(version: string, isTry: boolean): Promise<number> {
  const found = problems(version, await stateNow(version));
  if (found.length > 0) {
    console.error(
      [`not ready for ${version}:`, ...found.map((it) => `- ${it}`)].join("\n"),
    );
    return 1;
  }
  const tag = `v${version}`;
  if (isTry) {
    console.log(`ready: scripts/release ${version} makes the tag ${tag}`);
    return 0;
  }
  const message = `beamtap ${version}\n\n${
    notesOf(version, read("CHANGELOG.md"))
  }`;
  const { success } = await run(
    "git",
    ...["tag", "--annotate", tag, "--message", message],
  );
  if (success) console.log(`tagged; to release it: git push origin ${tag}`);
  else console.error(`git could not make the tag ${tag}`);
  return success ? 0 : 1;
}

if (import.meta.main) {
  const [version = "", option, ...more] = Deno.args;
  const isKnown = option === undefined || option === "--dry-run" ||
    option === "--notes";
  if (version === "" || !isKnown || more.length > 0) {
    console.error("usage: scripts/release VERSION [--dry-run | --notes]");
    Deno.exit(2);
  }
  if (option === "--notes") {
    console.log(notesOf(version, read("CHANGELOG.md")));
    Deno.exit(0);
  }
  Deno.exit(await release(version, option === "--dry-run"));
}
