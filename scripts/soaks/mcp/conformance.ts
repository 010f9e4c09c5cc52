// deno-lint-ignore-file no-console
/**
 * The official conformance suite, both requirement sets.
 *
 * @module
 */

import { startConformanceServer } from "./conformance_server.ts";

/** Of the version in the configuration beside this file, which knows 2026-07-28. */
const SUITE = "@modelcontextprotocol/conformance";

/** Revisions whose required scenarios must pass. */
const REVISIONS = ["2025-11-25", "2026-07-28"] as const;

/**
 * Runs the suite.
 *
 * @throws when a required scenario fails
 */
export async function conformance(): Promise<void> {
  await using server = await startConformanceServer();
  for (const revision of REVISIONS) {
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--quiet", "--allow-all"],
        `--config=${new URL("deno.json", import.meta.url).pathname}`,
        ...[SUITE, "server", "--url", server.url],
        ...["--requirements", revision],
      ],
    }).output();
    const text = new TextDecoder().decode(stdout);
    const summary = text.slice(text.lastIndexOf("=== "));
    console.log(`requirements ${revision}, exit ${code}\n${summary}`);
    if (code !== 0) {
      console.error(text, new TextDecoder().decode(stderr));
      throw new Error(`the suite fails for ${revision}`);
    }
  }
}
