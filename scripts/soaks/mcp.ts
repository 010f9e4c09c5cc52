// deno-lint-ignore-file no-console
/**
 * Soaks MCP: the official conformance suite and inspector, load over HTTP and over standard
 * input and output, hostile clients. Exits with non-zero status on any failure.
 *
 * @module
 */

import { parseArgs } from "@std/cli/parse-args";
import { PROGRAMS } from "../../tests/e2e/support.ts";
import { conformance } from "./mcp/conformance.ts";
import { hostile } from "./mcp/hostile.ts";
import { inspector } from "./mcp/inspector.ts";
import { httpLoad, stdioLoad } from "./mcp/load.ts";

const HELP = `scripts/soak mcp [OPTION]…
  --only PART    conformance, inspector, http, stdio or hostile; may be repeated
  --calls N      calls over HTTP, and as many over stdio (10000)
  BEAMTAP_BINARY names an executable to try in place of main.ts`;

const options = parseArgs(Deno.args, { string: ["calls"], collect: ["only"] });
const calls = Number(options.calls ?? 10_000);
const program = PROGRAMS.at(-1);
if (program === undefined) throw new Error("there is no program");

const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  conformance,
  inspector: () => inspector(program),
  http: () => httpLoad(program, { calls, clients: 32 }),
  stdio: () => stdioLoad(program, { calls, inFlight: 64 }),
  hostile: () => hostile(program),
};

if (Deno.args.includes("--help")) {
  console.log(HELP);
  Deno.exit(0);
}
const only: unknown = options.only;
const wanted = Array.isArray(only) && only.length > 0
  ? only.map(String)
  : Object.keys(PARTS);
for (const part of wanted) {
  const run = PARTS[part];
  if (run === undefined) throw new Error(`there is no part ${part}`);
  await run();
}
