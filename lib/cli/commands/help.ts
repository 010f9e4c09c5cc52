/**
 * `beamtap help`: explains commands, tools and topics.
 *
 * @module
 */

import { didYouMean, render, type Tool } from "../../registry/mod.ts";
import type { UnknownWord } from "../arguments.ts";
import { CLI_ERRORS } from "../error_advice.ts";
import { badValue, CliError } from "../errors.ts";
import { helpText } from "../help.ts";
import { COMMANDS, isCommand } from "../command_specs.ts";
import { print } from "../output.ts";
import { argumentsOf } from "../tool_arguments.ts";
import { TOPICS } from "../topics.ts";

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
  const { TOOLS, loadReference } = await import("../../tools/mod.ts");
  const names = TOOLS.map(({ name }) => name);
  const tool = TOOLS.find(({ name }) => name === word);
  if (tool !== undefined) return await helpOnTool(tool);
  const errors = { ...(await loadReference()).ERRORS, ...CLI_ERRORS };
  const advice = Object.entries(errors).find(([code]) => code === word)?.[1];
  if (advice !== undefined) {
    const [means, todo] = advice;
    await print(`${word}: ${means}\nWhat to do: ${todo}`.replaceAll("`", ""));
    return 0;
  }
  const known = [
    ...[COMMANDS, TOPICS, errors].flatMap((table) => Object.keys(table)),
    ...names,
  ];
  throw badValue(
    `there is no help on "${word}"${didYouMean(word, known)}`,
    "for commands and topics, run: beamtap help; for tools: beamtap tools",
  );
}

/** Prints what a tool takes, and an example of what it answers. */
async function helpOnTool(tool: Tool): Promise<number> {
  const { EXAMPLES_OF_TOOLS, exampleText } =
    await (await import("../../tools/mod.ts")).loadReference();
  const { name, title, description, toolset, scopes } = tool;
  await print(render({
    ...{ tool: name, title, description, toolset, scopes },
    arguments: argumentsOf(tool),
    runs_on_node: `beamtap tools ${name}`,
  }));
  const example = EXAMPLES_OF_TOOLS[name];
  if (example !== undefined) {
    const { call, answer } = exampleText(tool, example);
    await print(`\n${call}\n\n${answer.replaceAll(/^/gm, "  ")}`);
  }
  return 0;
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
