import { assert, assertEquals } from "@std/assert";
import project from "../../deno.json" with { type: "json" };
import { notesOf, problems, type State } from "../../scripts/release.ts";

const ROOT = new URL("../../", import.meta.url);

const CHANGELOG = `# Changelog

## [Unreleased]

## [1.2.3] - 2026-11-30

### Added

- Something.

## [1.2.2] - 2026-01-01

- Before.
`;

const READY: State = {
  files: {
    "deno.json": '"version": "1.2.3"',
    "scripts/packaging/server.json": '"version": "1.2.3", "ghcr.io/a/b:1.2.3"',
    "scripts/packaging/plugin/.claude-plugin/plugin.json": '"version": "1.2.3"',
  },
  changelog: CHANGELOG,
  stale: [],
  changes: "",
  isMain: true,
  tagged: "",
  head: "abc",
};

Deno.test("a release is ready if nothing is in its way", () => {
  assertEquals(problems("1.2.3", READY), []);
  assertEquals(problems("1.2.3", { ...READY, tagged: "abc" }), []);
});

Deno.test("a release names all that is in its way", () => {
  const cases: [Partial<State>, string][] = [
    [
      { files: { ...READY.files, "deno.json": '"version": "1.2.2"' } },
      "deno.json: the version is not 1.2.3",
    ],
    [
      {
        files: {
          ...READY.files,
          "scripts/packaging/server.json": '"version": "1.2.3"',
        },
      },
      "server.json: the image is not tagged 1.2.3",
    ],
    [
      { changelog: CHANGELOG.replace(" - 2026-11-30", "") },
      'CHANGELOG.md: no section "## [1.2.3] - DATE"',
    ],
    [
      { changelog: CHANGELOG.replace("### Added\n\n- Something.\n", "") },
      "CHANGELOG.md: nothing is said of 1.2.3",
    ],
    [
      { changelog: CHANGELOG.replace("d]\n", "d]\n\n- More.\n") },
      "CHANGELOG.md: there are changes under [Unreleased]",
    ],
    [
      { stale: ["scripts/gen_probes"] },
      "stale: run scripts/gen_probes, and commit what it writes",
    ],
    [{ changes: " M a" }, "the work tree has changes:\n M a"],
    [{ isMain: false }, "HEAD is not the branch main"],
    [{ tagged: "def" }, "the tag v1.2.3 is on another commit"],
  ];
  for (const [change, problem] of cases) {
    assertEquals(problems("1.2.3", { ...READY, ...change }), [problem]);
  }
  const all = cases.reduce((state, [it]) => ({ ...it, ...state }), {});
  const found = problems("1.2", { ...READY, ...all });
  assertEquals(found[0], '"1.2" is not a version such as 1.2.3');
  assertEquals(found.length > 5, true, found.join("\n"));
});

Deno.test("the notes of a release are its section of the changelog", () => {
  assertEquals(notesOf("1.2.3", CHANGELOG), "### Added\n\n- Something.");
  assertEquals(notesOf("1.2.2", CHANGELOG), "- Before.");
  assertEquals(notesOf("1.2.4", CHANGELOG), "");
});

Deno.test("every file with the version has that of deno.json", async () => {
  const version = `"version": "${project.version}"`;
  for (const path of Object.keys(READY.files)) {
    const text = await Deno.readTextFile(new URL(path, ROOT));
    assertEquals([path, text.includes(version)], [path, true]);
  }
});

/** A clone of this repository's HEAD in which everything is ready for a version. */
async function readyClone(folder: string, version: string): Promise<void> {
  const git = async (...args: string[]): Promise<void> => {
    const { success, stderr } = await new Deno.Command("git", {
      args: ["-c", "user.name=tests", "-c", "user.email=tests@h", ...args],
      cwd: folder,
    }).output();
    assert(success, new TextDecoder().decode(stderr));
  };
  await git(
    "clone",
    "--quiet",
    "--shared",
    decodeURIComponent(ROOT.pathname),
    ".",
  );
  await git("checkout", "--quiet", "-B", "main");
  for (const path of Object.keys(READY.files)) {
    const text = await Deno.readTextFile(`${folder}/${path}`);
    await Deno.writeTextFile(
      `${folder}/${path}`,
      text.replaceAll(project.version, version),
    );
  }
  await Deno.writeTextFile(
    `${folder}/CHANGELOG.md`,
    CHANGELOG.replace("1.2.3", version),
  );
  await git("commit", "--quiet", "--all", "--message", "Set the version");
}

/** A copy without its history, or a machine without git, has nothing to tag. */
function hasHistory(): boolean {
  try {
    return new Deno.Command("git", { args: ["rev-parse", "HEAD"], cwd: ROOT })
      .outputSync().success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

Deno.test({
  name:
    "scripts/release tags what is ready, and refuses what is no command line",
  ignore: !hasHistory(),
  fn: tagsWhatIsReady,
});

async function tagsWhatIsReady(): Promise<void> {
  const folder = await Deno.makeTempDir();
  const release = async (...args: string[]): Promise<[number, string]> => {
    const { code, stdout, stderr } = await new Deno.Command("scripts/release", {
      args,
      cwd: folder,
      env: {
        ...{ NO_COLOR: "1", GIT_AUTHOR_NAME: "tests" },
        ...{ GIT_AUTHOR_EMAIL: "tests@h", GIT_COMMITTER_NAME: "tests" },
        GIT_COMMITTER_EMAIL: "tests@h",
      },
      stdin: "null",
    }).output();
    return [code, new TextDecoder().decode(code === 0 ? stdout : stderr)];
  };
  try {
    await readyClone(folder, "99.0.0");
    assertEquals(await release("99.0.0"), [
      0,
      "tagged; to release it: git push origin v99.0.0\n",
    ]);
    await Deno.writeTextFile(
      `${folder}/lib/tools/reference/pages/data.md`,
      "stale",
    );
    const [code, said] = await release("99.0.0", "--dry-run");
    assertEquals(code, 1);
    assertEquals(said.trim().split("\n"), [
      "not ready for 99.0.0:",
      "- stale: run scripts/gen_reference, and commit what it writes",
      "- the work tree has changes:",
      "M lib/tools/reference/pages/data.md",
    ]);
    assertEquals((await release())[0], 2);
    assertEquals((await release("1.2.3", "--force"))[0], 2);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
