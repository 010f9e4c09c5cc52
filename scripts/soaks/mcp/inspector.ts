// deno-lint-ignore-file no-console
/**
 * The official inspector's look at tools and skills, in every era.
 *
 * @module
 */

import { SCOPES } from "../../../lib/registry/mod.ts";
import type { Program } from "../../../tests/e2e/support.ts";

const INSPECTOR = "@modelcontextprotocol/inspector";

/**
 * Runs `mcp-inspector --cli`.
 *
 * @throws when it finds an error
 */
export async function inspector(program: Program): Promise<void> {
  for (const era of ["legacy", "auto", "modern"]) {
    for (const method of ["tools/list --strict", "skills/list --verify"]) {
      await inspect(program, era, method.split(" "));
    }
  }
}

async function inspect(
  program: Program,
  era: string,
  method: string[],
): Promise<void> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--allow-all"],
      `--config=${new URL("deno.json", import.meta.url).pathname}`,
      ...[INSPECTOR, "--cli", "--protocol-era", era, "--method", ...method],
      ...["--", program.command, ...program.args],
      ...SCOPES.map((scope) => `--allow=${scope}`),
      ...["--cookie", "unused", "a@127.0.0.1"],
    ],
  }).output();
  const text = new TextDecoder().decode(stderr).trim();
  const last = text.split("\n").at(-1);
  console.log(`inspector, ${era}, ${method[0]}: exit ${code} ${last}`);
  if (code !== 0) throw new Error(text + new TextDecoder().decode(stdout));
}
