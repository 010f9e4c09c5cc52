/**
 * `beamtap help`: explains commands, tools and topics.
 *
 * @module
 */

import { didYouMean } from "../../registry/mod.ts";
import { parseArguments, type UnknownWord } from "../arguments.ts";
import { badValue, CliError } from "../errors.ts";
import { helpText } from "../help.ts";
import { COMMANDS, isCommand } from "../options.ts";
import { print } from "../output.ts";
import { TOPICS } from "../topics.ts";
import { tools } from "./tools.ts";

/** Prints the help on a command, topic or tool, or on all; returns the exit status. */
export async function helpOn(word: string | undefined): Promise<number> {
  if (word === undefined || isCommand(word)) {
    await print(helpText(word));
    return 0;
  }
  const topic = Object.hasOwn(TOPICS, word) && TOPICS[word];
  if (topic) {
    await print(topic);
    return 0;
  }
  const { TOOLS } = await import("../../tools/mod.ts");
  const names = TOOLS.map(({ name }) => name);
  if (names.includes(word)) {
    return await tools(parseArguments(["tools", word], () => undefined));
  }
  const known = [...Object.keys(COMMANDS), ...Object.keys(TOPICS), ...names];
  throw badValue(
    `there is no help on "${word}"${didYouMean(word, known)}`,
    "for commands and topics, run: beamtap help; for tools: beamtap tools",
  );
}

/** Returns the error for a word that is no command or option, but perhaps a tool or an argument of one. */
export async function explained(error: UnknownWord): Promise<CliError> {
  const { word, code, message, hint } = error;
  const { TOOLS } = await import("../../tools/mod.ts");
  const names = TOOLS.map(({ name }) => name);
  if (code === "unknown_command" && names.includes(word)) {
    return new CliError(code, `${word} is a tool, not a command`, {
      hint:
        `run: beamtap call ${word} …; for its arguments: beamtap help ${word}`,
    });
  }
  if (message.includes("did you mean")) return error;
  if (code === "unknown_command") {
    return new CliError(code, message + didYouMean(word, names), { hint });
  }
  const key = word.replaceAll("-", "_");
  return !TOOLS.some(({ input }) => Object.hasOwn(input.shape, key))
    ? error
    : new CliError(code, `${message}: it is an argument of tools`, {
      hint: `write it as beamtap call TOOL ${key}=VALUE`,
    });
}
