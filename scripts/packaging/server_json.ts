/**
 * The entry in the MCP registry: `server.json` with the bundles of a release, which it names by
 * their hashes.
 *
 * @module
 */

import entry from "./server.json" with { type: "json" };
import { REPOSITORY, VERSION } from "./targets.ts";

/** Returns the entry with bundles, given as file names with SHA-256 hashes in hex. */
export function serverEntry(bundles: ReadonlyMap<string, string>): object {
  const packages = [...bundles].map(([file, sha256]) => ({
    registryType: "mcpb",
    identifier: `${REPOSITORY}/releases/download/v${VERSION}/${file}`,
    version: VERSION,
    fileSha256: sha256,
    transport: { type: "stdio" },
  }));
  return { ...entry, packages: [...entry.packages, ...packages] };
}
