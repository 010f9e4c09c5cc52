import { assert, assertEquals } from "@std/assert";
import project from "../../deno.json" with { type: "json" };

const ROOT = new URL("../../", import.meta.url);

async function read(path: string): Promise<string> {
  return await Deno.readTextFile(new URL(path, ROOT));
}

Deno.test("what the documents in .github name is there", async () => {
  for (const name of ["CONTRIBUTING.md", "SECURITY.md"]) {
    const text = await read(`.github/${name}`);
    const paths = [...text.matchAll(/`((?:scripts|tests|lib)\/[\w./]+)/g)]
      .map(([, path = ""]) => path);
    for (const path of paths) await Deno.stat(new URL(path, ROOT));
    for (const [, path = ""] of text.matchAll(/\]\((\.\.\/[^)]+)\)/g)) {
      await Deno.stat(new URL(`.github/${path}`, ROOT));
    }
  }
});

Deno.test("every task is a daily job in CONTRIBUTING.md, and every script of a task is there", async () => {
  const text = await read(".github/CONTRIBUTING.md");
  const named = [...text.matchAll(/deno task (\w+)/g)].map(([, name]) => name);
  assertEquals(named.toSorted(), Object.keys(project.tasks).toSorted());
  for (const { command } of Object.values(project.tasks)) {
    for (const [path] of command.matchAll(/scripts\/\w+(\/\w+)?/g)) {
      const { mode } = await Deno.stat(new URL(path, ROOT));
      assert(path === "scripts" || ((mode ?? 0) & 0o100) !== 0, path);
    }
  }
});

Deno.test("every dependency has an exact version", async () => {
  for (
    const folder of [
      ...["", "tests/", "scripts/bench/", "scripts/packaging/"],
      ...["scripts/soaks/mcp/", "scripts/soaks/clients/"],
    ]
  ) {
    const { imports } = JSON.parse(await read(`${folder}deno.json`));
    for (const specifier of Object.values<string>(imports)) {
      if (!specifier.startsWith("npm:")) continue;
      assert(/@\d+\.\d+\.\d+(-[\w.]+)?(\/|$)/.test(specifier), specifier);
    }
  }
});
