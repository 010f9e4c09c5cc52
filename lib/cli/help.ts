/**
 * The texts of `beamtap help`, generated from the tables of commands and options.
 *
 * @module
 */

import { type Command, COMMANDS, type CommandSpec } from "./command_specs.ts";
import {
  environmentTwin,
  hasTwin,
  OPTIONS,
  optionsOf,
  type OptionSpec,
} from "./options.ts";
import { TOPICS } from "./topics.ts";

const WIDTH = 80;

/** Returns the help for one command, or for all. */
export function helpText(command: Command | undefined): string {
  const commands: [string, CommandSpec][] = Object.entries(COMMANDS)
    .filter(([name]) => command === undefined || name === command);
  const options = command === undefined
    ? Object.keys(OPTIONS)
    : optionsOf(command);
  return [
    "beamtap inspects running Erlang, Elixir and Gleam nodes, for people and for",
    "language models (MCP). Nothing is installed on the node.",
    "",
    ...commands.flatMap(([, { usage, help }]) =>
      entry(`beamtap ${usage}`, help)
    ),
    "",
    command === undefined ? "Examples:" : "Example:",
    ...commands.map(([, { example }]) => `  beamtap ${example}`),
    "",
    "Options, with the environment variables that set them:",
    ...options.flatMap(optionHelp),
    "",
    `Topics, by beamtap help TOPIC: ${Object.keys(TOPICS).join(", ")}`,
  ].join("\n");
}

function optionHelp(name: string): string[] {
  const { value, help }: OptionSpec = OPTIONS[name] ?? { help: "" };
  return entry(
    value === undefined ? `--${name}` : `--${name} ${value}`,
    hasTwin(name) ? `${help} (${environmentTwin(name)})` : help,
  );
}

/** Returns a heading with its text wrapped and indented below. */
function entry(title: string, text: string): string[] {
  const lines = [`  ${title}`];
  let line = "     ";
  for (const word of text.split(" ")) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = "     ";
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
