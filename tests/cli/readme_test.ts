import { assert, assertEquals } from "@std/assert";
import { parseArguments } from "../../lib/cli/arguments.ts";
import { readConfig } from "../../lib/cli/config_file.ts";
import { parseGrant } from "../../lib/registry/mod.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { makeFolder } from "./support.ts";

const README = await Deno.readTextFile(
  new URL("../../README.md", import.meta.url),
);

/** The blocks of one language. */
function blocks(language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms");
  return [...README.matchAll(fence)].map(([, text = ""]) => text);
}

Deno.test("the commands in the README are command lines", () => {
  const lines = blocks("sh").flatMap((block) => block.split("\n"))
    .filter((line) => line.startsWith("beamtap "));
  assert(lines.length >= 10, `${lines.length}`);
  for (const line of lines) {
    const words = (line.replace(/ +#.*$/, "").match(/'[^']*'|[^ ']+/g) ?? [])
      .slice(1).map((word) => word.replace(/^'(.*)'$/, "$1"));
    const args = parseArguments(words, () => undefined);
    assert(words.includes(args.command), line);
    args.texts("allow").forEach(parseGrant);
    if (args.command !== "call") continue;
    const tool = TOOLS.find(({ name }) => name === args.operands[0]);
    for (const word of args.operands.slice(1)) {
      const [name = ""] = word.split("=");
      assert(tool && Object.hasOwn(tool.input.shape, name), line);
    }
  }
});

Deno.test("the configuration in the README is one", async () => {
  await using folder = await makeFolder();
  const [text = ""] = blocks("json").filter((text) => text.includes('"allow"'));
  const config = readConfig(await folder.write("beamtap.json", text));
  assertEquals(config.nodes.map(({ name }) => name), [
    "shop@10.0.0.5",
    "pay@10.0.0.6",
  ]);
});

Deno.test("the README names every tool, and none that is not", () => {
  const names: string[] = TOOLS.map(({ name }) => name);
  const rows = README.split("\n").filter((line) =>
    /^\| `\w+` +\| `/.test(line)
  );
  const told = rows.flatMap((row) =>
    [...(row.split("|")[2] ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name)
  );
  assertEquals(told.toSorted(), names.toSorted());
});
