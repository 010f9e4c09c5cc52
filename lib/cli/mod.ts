/**
 * The command line program.
 *
 * @module
 */

import { BeamtapError } from "../errors.ts";
import { visible } from "../etf/mod.ts";
import { type Arguments, parseArguments, UnknownWord } from "./arguments.ts";
import { call } from "./commands/call.ts";
import { completion } from "./commands/completion.ts";
import { doctor } from "./commands/doctor.ts";
import { health } from "./commands/health.ts";
import { dump } from "./commands/dump.ts";
import { explained, helpOn } from "./commands/help.ts";
import { nodes } from "./commands/nodes.ts";
import { serve } from "./commands/serve.ts";
import { token } from "./commands/token.ts";
import { tools } from "./commands/tools.ts";
import { top } from "./commands/top.ts";
import { CliError } from "./errors.ts";
import type { Command } from "./command_specs.ts";
import { printError } from "./log.ts";
import { print } from "./output.ts";
import { readEnv } from "./runtime.ts";
import { VERSION } from "./version.ts";

const RUN: Readonly<Record<Command, (args: Arguments) => Promise<number>>> = {
  serve,
  call,
  tools,
  doctor,
  health,
  dump,
  top,
  nodes,
  token,
  completion,
  // Loaded only here, with its parsers.
  setup: async (args) => (await import("./commands/setup.ts")).setup(args),
  help: ({ operands }) => helpOn(operands[0]),
  async version(): Promise<number> {
    await print(`beamtap ${VERSION}`);
    return 0;
  },
};

/**
 * Runs a command; errors are printed on standard error, not thrown.
 *
 * @returns the exit status: 0 for success, 1 for a failure, 2 for a wrong command
 * line
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const parsed = parseArguments(args, readEnv);
    const { command, operands: [operand], flag } = parsed;
    if (flag("version")) return await RUN.version(parsed);
    if (!flag("help")) return await RUN[command](parsed);
    return await helpOn(
      operand !== undefined && ["call", "help"].includes(command)
        ? operand
        : args.includes(command)
        ? command
        : undefined,
    );
  } catch (thrown) {
    const error = thrown instanceof UnknownWord
      ? await explained(thrown)
      : thrown;
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

/** Returns whether the command line is at fault. */
function isUsage(error: BeamtapError): boolean {
  const codes = [
    "bad_node_name",
    "bad_grant",
    "bad_ssh_destination",
    "bad_tls_material",
    "unknown_tool",
  ];
  return error instanceof CliError || codes.includes(error.code);
}
