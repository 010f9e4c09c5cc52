/**
 * The command line program.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";
import { visible } from "../etf/mod.ts";
import { parseArguments } from "./arguments.ts";
import { call } from "./commands/call.ts";
import { doctor } from "./commands/doctor.ts";
import { health } from "./commands/health.ts";
import { nodes } from "./commands/nodes.ts";
import { serve } from "./commands/serve.ts";
import { token } from "./commands/token.ts";
import { tools } from "./commands/tools.ts";
import { CliError } from "./errors.ts";
import { helpText } from "./help.ts";
import { printError } from "./log.ts";
import { print } from "./output.ts";
import { readEnv } from "./runtime.ts";
import { VERSION } from "./version.ts";

const COMMANDS = { serve, call, tools, doctor, health, nodes, token };

/**
 * Runs a command; errors are printed on standard error, not thrown.
 *
 * @returns the exit status: 0 for success, 1 for a failure, 2 for a wrong command
 * line
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const parsed = parseArguments(args, readEnv);
    if (parsed.flag("version")) return await say(`beamtap ${VERSION}`);
    if (parsed.flag("help")) {
      const asked = args.includes(parsed.command) ? parsed.command : undefined;
      return await say(helpText(asked));
    }
    return await COMMANDS[parsed.command](parsed);
  } catch (error) {
    if (!(error instanceof BeamtapError)) {
      const detail = error instanceof Error ? error.stack : String(error);
      printError(`beamtap: internal error: ${detail}`);
      return 1;
    }
    const hint = error.hint === undefined ? "" : ` (${error.hint})`;
    printError(visible(`beamtap: ${error.message}${hint}`));
    return isUsage(error) ? 2 : 1;
  }
}

async function say(text: string): Promise<number> {
  await print(text);
  return 0;
}

/** Returns whether the command line is at fault. */
function isUsage(error: BeamtapError): boolean {
  const codes = [
    "bad_node_name",
    "bad_grant",
    "bad_tls_material",
    "unknown_tool",
  ];
  return error instanceof CliError || codes.includes(error.code);
}
