/**
 * The text of `--help`, generated from the tables of commands and options.
 *
 * @module
 */

import { SCOPE_MEANING } from "../registry/mod.ts";
import {
  type Command,
  COMMANDS,
  type CommandSpec,
  environmentTwin,
  OPTIONS,
  type OptionSpec,
} from "./options.ts";

const WIDTH = 80;

/** Returns the help for one command, or for all. */
export function helpText(command: Command | undefined): string {
  const commands: [string, CommandSpec][] = Object.entries(COMMANDS)
    .filter(([name]) => command === undefined || name === command);
  const options = Object.entries(OPTIONS).filter(([name, { commands }]) =>
    command === undefined ||
    (uses(command, name) && (commands?.includes(command) ?? true))
  );
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
    "Options:",
    ...options.flatMap(([name, spec]) => entry(heading(name, spec), spec.help)),
    "",
    ...options.some(([name]) => name === "allow") ? SCOPES : [],
    "Most options can also be set by an environment variable, if Deno may read it:",
    `${environmentTwin("cookie-file")} for --cookie-file.`,
  ].join("\n");
}

const SCOPES = [
  "Scopes:",
  ...Object.entries(SCOPE_MEANING).map(([scope, meaning]) =>
    `  ${scope.padEnd(8)} ${meaning}`
  ),
  "",
];

/** Returns whether an option has an effect on a command. */
function uses(command: Command, option: string): boolean {
  const { uses }: CommandSpec = COMMANDS[command];
  return uses === undefined || ["help", "version", ...uses].includes(option);
}

function heading(name: string, { value }: OptionSpec): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
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
