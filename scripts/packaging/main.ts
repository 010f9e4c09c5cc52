// deno-lint-ignore-file no-console
/**
 * Makes what a release has beside its executables; see `scripts/package`.
 *
 * @module
 */

import { packBundle } from "./mcpb.ts";
import { bomOf } from "./sbom.ts";
import { serverEntry } from "./server_json.ts";
import { executableOf, TARGETS } from "./targets.ts";

const [folder = "dist"] = Deno.args;

async function sha256(file: string): Promise<string> {
  const bytes = await Deno.readFile(`${folder}/${file}`);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}

async function isThere(file: string): Promise<boolean> {
  return await Deno.stat(`${folder}/${file}`).then(() => true, () => false);
}

async function writeJson(file: string, value: object): Promise<void> {
  await Deno.writeTextFile(
    `${folder}/${file}`,
    `${JSON.stringify(value, undefined, 2)}\n`,
  );
}

const executables: string[] = [];
const bundles = new Map<string, string>();
for (const target of TARGETS) {
  const executable = executableOf(target);
  if (!await isThere(executable)) continue;
  executables.push(executable);
  const bundle = await packBundle(target, folder);
  bundles.set(bundle, await sha256(bundle));
}
if (executables.length === 0) {
  console.error(`package: no executables in ${folder}; scripts/build --target`);
  Deno.exit(1);
}
await writeJson("beamtap.cdx.json", bomOf(Deno.version.deno));
await writeJson("server.json", serverEntry(bundles));
const files = [...executables, ...bundles.keys(), "beamtap.cdx.json"];
const sums = await Promise.all(
  files.map(async (file) => `${await sha256(file)}  ${file}\n`),
);
await Deno.writeTextFile(`${folder}/SHA256SUMS`, sums.join(""));
console.log([...files, "server.json", "SHA256SUMS"].join("\n"));
