/**
 * The software bill of materials of a release, as CycloneDX: what the executable is made of, from
 * the lockfile.
 *
 * @module
 */

import * as z from "zod";
import { REPOSITORY, VERSION } from "./targets.ts";

const LOCKFILE = z.object({
  specifiers: z.record(z.string(), z.string()),
  npm: z.record(
    z.string(),
    z.object({
      integrity: z.string(),
      dependencies: z.array(z.string()).default([]),
    }),
  ),
});

/** Returns the bill of materials; `deno` is the version of the runtime in the executable. */
export function bomOf(deno: string): object {
  const lockfile = LOCKFILE.parse(JSON.parse(
    Deno.readTextFileSync(new URL("../../deno.lock", import.meta.url)),
  ));
  const self = `pkg:github/beamtap/beamtap@${VERSION}`;
  const runtime = {
    type: "platform",
    "bom-ref": `pkg:github/denoland/deno@v${deno}`,
    name: "deno",
    version: deno,
    licenses: [{ license: { id: "MIT" } }],
    purl: `pkg:github/denoland/deno@v${deno}`,
  };
  const packages = Object.entries(lockfile.npm).map(([id, { integrity }]) => {
    const at = id.lastIndexOf("@");
    const [name, version] = [id.slice(0, at), id.slice(at + 1)];
    const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
    return {
      type: "library",
      "bom-ref": purl,
      name,
      version,
      purl,
      hashes: [{ alg: "SHA-512", content: hexOf(integrity) }],
    };
  });
  const refs = new Map(
    packages.map((it) => [`${it.name}@${it.version}`, it["bom-ref"]]),
  );
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": self,
        name: "beamtap",
        version: VERSION,
        licenses: [{ license: { id: "Apache-2.0" } }],
        purl: self,
        externalReferences: [{ type: "vcs", url: REPOSITORY }],
      },
    },
    components: [runtime, ...packages],
    dependencies: [
      {
        ref: self,
        dependsOn: [runtime["bom-ref"], ...used(lockfile.specifiers, refs)],
      },
      { ref: runtime["bom-ref"], dependsOn: [] },
      ...Object.entries(lockfile.npm).map(([id, { dependencies }]) => ({
        ref: refs.get(id),
        dependsOn: dependencies.map((name) =>
          packages.find((it) => it.name === name)?.["bom-ref"]
        ),
      })),
    ],
  };
}

/** The references of the packages that the program itself imports. */
function used(
  specifiers: Readonly<Record<string, string>>,
  refs: ReadonlyMap<string, string>,
): (string | undefined)[] {
  return Object.entries(specifiers).map(([specifier, version]) => {
    const name = specifier.slice("npm:".length, specifier.lastIndexOf("@"));
    return refs.get(`${name}@${version}`);
  });
}

function hexOf(integrity: string): string {
  return Uint8Array.fromBase64(integrity.slice("sha512-".length)).toHex();
}
