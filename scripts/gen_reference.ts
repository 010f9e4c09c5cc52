// deno-lint-ignore-file no-console
/**
 * Writes the reference: `lib/tools/reference/pages/`, a page a toolset and one of error codes, and the README's
 * table of errors. See `scripts/gen_reference`.
 *
 * @module
 */

import { CLI_ERRORS } from "../lib/cli/error_advice.ts";
import {
  ERRORS,
  errorTable,
  type Examples,
  EXAMPLES_OF_TOOLS,
  REACHING,
  TLS,
} from "../lib/tools/reference/mod.ts";
import { TOOLS } from "../lib/tools/mod.ts";
import { referencePages } from "./reference_pages.ts";

const ROOT = new URL("../", import.meta.url);
const FOLDER = new URL("lib/tools/reference/pages/", ROOT);
const README = new URL("README.md", ROOT);
const EXAMPLES = new URL("lib/tools/reference/examples.json", ROOT);

/** The pages as they should be, by file name. */
const PAGES = referencePages(TOOLS, { ...ERRORS, ...CLI_ERRORS });

/** Returns the README with its table of errors as it should be, formatted or not. */
function withErrors(readme: string): string {
  const rows = errorTable({ ...REACHING, ...TLS });
  return readme.replace(
    /(<!-- errors -->\n).*?(<!-- \/errors -->)/s,
    (_, start, end) => `${start}\n${rows}\n\n${end}`,
  );
}

/** A table is the same however wide its columns are. */
function unformatted(text: string): string {
  return text.replaceAll(/-{3,}/g, "---").replaceAll(/ +/g, " ");
}

/** Returns the names of the pages that are stale, missing, or of no toolset. */
export async function stalePages(): Promise<string[]> {
  const readme = await Deno.readTextFile(README);
  const isStale = unformatted(withErrors(readme)) !== unformatted(readme);
  const written = new Map<string, string>();
  for await (const { name } of Deno.readDir(FOLDER)) {
    written.set(name, await Deno.readTextFile(new URL(name, FOLDER)));
  }
  return [...new Set([...PAGES.keys(), ...written.keys()])]
    .filter((name) => PAGES.get(name) !== written.get(name))
    .concat(isStale ? ["the table of errors in README.md"] : []);
}

/** Asks a real node everything, and replaces the examples of the named tools. */
async function record(chosen: readonly string[]): Promise<void> {
  const { recordExamples } = await import("./reference_examples.ts");
  const names = TOOLS.map(({ name }) => name);
  const recorded = await recordExamples(TOOLS);
  const before: Examples = EXAMPLES_OF_TOOLS;
  const lines = names.map((name) => {
    const isChosen = chosen.length === 0 || chosen.includes(name);
    const example = !isChosen && before[name] || recorded[name];
    return `${JSON.stringify(name)}:${JSON.stringify(example)}`;
  });
  await Deno.writeTextFile(EXAMPLES, `{\n${lines.join(",\n")}\n}\n`);
}

async function write(): Promise<void> {
  await Deno.remove(FOLDER, { recursive: true }).catch(() => undefined);
  await Deno.mkdir(FOLDER, { recursive: true });
  for (const [name, text] of PAGES) {
    await Deno.writeTextFile(new URL(name, FOLDER), text);
  }
  const readme = await Deno.readTextFile(README);
  await Deno.writeTextFile(README, withErrors(readme));
  const args = ["fmt", "--quiet", decodeURIComponent(README.pathname)];
  await new Deno.Command(Deno.execPath(), { args }).output();
}

if (import.meta.main) {
  const [option, ...names] = Deno.args;
  switch (option) {
    case "--record":
      await record(names);
      break;
    case "--check": {
      const stale = await stalePages();
      if (stale.length === 0) break;
      console.error(`stale: ${stale.join(", ")}; run scripts/gen_reference`);
      Deno.exit(1);
      break;
    }
    case undefined:
      await write();
      break;
    default:
      console.error(
        "usage: scripts/gen_reference [--check | --record [TOOL…]]",
      );
      Deno.exit(2);
  }
}
