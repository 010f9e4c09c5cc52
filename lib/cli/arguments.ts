/**
 * Parses the command line and the environment.
 *
 * @module
 */

import { parseArgs } from "@std/cli/parse-args";
import { didYouMean } from "../registry/mod.ts";
import { badValue, CliError } from "./errors.ts";
import { type Command, COMMANDS, isCommand } from "./command_specs.ts";
import {
  environmentTwin,
  FLAG_OPTIONS,
  type FlagOption,
  OPTIONS,
  TEXT_OPTIONS,
  type TextOption,
} from "./options.ts";

/** Reads an environment variable, if permitted. */
export type ReadEnv = (variable: string) => string | undefined;

/** Thrown for a word that is neither a command nor an option. */
export class UnknownWord extends CliError {
  /** The word, without dashes. */
  readonly word: string;

  /** Creates an error. */
  constructor(
    code: "unknown_command" | "unknown_option",
    word: string,
    message: string,
    hint: string,
  ) {
    super(code, message, { hint });
    this.word = word;
  }
}

/** A parsed command line. */
export interface Arguments {
  /** The command. */
  readonly command: Command;
  /** The other arguments that are not options, in order. */
  readonly operands: readonly string[];
  /** Returns the value of an option, from the command line or else the environment. */
  text(option: TextOption): string | undefined;
  /** Returns the value of an option from the command line only. */
  given(option: TextOption): string | undefined;
  /** Returns all values of a repeatable option; in the environment they are separated by spaces. */
  texts(option: TextOption): readonly string[];
  /** Returns whether an option without a value is set. */
  flag(option: FlagOption): boolean;
}

/**
 * Parses a command line.
 *
 * @throws {CliError} `unknown_command`, `unknown_option`, `bad_value`
 */
export function parseArguments(
  args: readonly string[],
  readEnv: ReadEnv,
): Arguments {
  for (const argument of args) checkFlag(argument);
  const words = args.map((word) => word.replace(/^-o=?(?=\w)/, "--output="));
  const parsed = parseArgs(words, {
    string: ["_", ...textNames],
    boolean: flagNames,
    collect: textNames,
    alias: { h: "help", o: "output", v: "version" },
    unknown: (argument, key) => {
      if (key !== undefined) throw unknownOption(argument);
      return true;
    },
  });
  const { command, operands } = commandOf(parsed._.map(String));
  for (const name of Object.keys(OPTIONS)) {
    const given = parsed[name] === true || strings(parsed[name]).length > 0;
    if (given) checkTaken(name, command);
  }
  const texts = (option: TextOption): readonly string[] => {
    const values = strings(parsed[option]);
    if (values.length > 0) return values;
    const twin = readEnv(environmentTwin(option))?.trim() ?? "";
    if (twin === "") return [];
    return "repeatable" in TEXT_OPTIONS[option] ? twin.split(/\s+/) : [twin];
  };
  for (const name of textNames) checkValues(name, strings(parsed[name]));
  return {
    command,
    operands,
    texts,
    text: (option) => texts(option).at(-1),
    given: (option) => strings(parsed[option]).at(-1),
    flag: (option) =>
      parsed[option] === true ||
      ("twin" in FLAG_OPTIONS[option] &&
        isYes(option, readEnv(environmentTwin(option)))),
  };
}

const textNames = keys(TEXT_OPTIONS);
const flagNames = keys(FLAG_OPTIONS);

function keys<Name extends string>(table: Record<Name, unknown>): Name[] {
  return Object.keys(table).filter((key): key is Name => key in table);
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function commandOf(
  operands: string[],
): { command: Command; operands: string[] } {
  const [first, ...rest] = operands;
  if (first === undefined) return { command: "serve", operands: [] };
  if (isCommand(first)) return { command: first, operands: rest };
  if (first.includes("@")) return { command: "serve", operands };
  const known = Object.keys(COMMANDS);
  throw new UnknownWord(
    "unknown_command",
    first,
    `unknown command "${first}"${didYouMean(first, known)}`,
    `the commands are ${
      known.join(", ")
    }; a node is written NAME@HOST; see beamtap --help`,
  );
}

function unknownOption(argument: string): CliError {
  const name = argument.replace(/^-+/, "").replace(/=.*$/s, "");
  const guess = didYouMean(name, Object.keys(OPTIONS))
    .replace('"', '"--');
  return new UnknownWord(
    "unknown_option",
    name,
    `unknown option ${argument.replace(/=.*$/s, "")}${guess}`,
    "see beamtap --help",
  );
}

function checkTaken(name: string, command: Command): void {
  const commands = OPTIONS[name]?.commands;
  if (commands === undefined || commands.includes(command)) return;
  throw new CliError(
    "unknown_option",
    `--${name} is not an option of ${command}, only of ${commands.join(", ")}`,
  );
}

/** Refuses a value for a flag, because `--read-only=no` would be parsed as yes. */
function checkFlag(argument: string): void {
  const [, name = ""] = /^--([a-z-]+)=/.exec(argument) ?? [];
  if (!Object.hasOwn(FLAG_OPTIONS, name)) return;
  throw badValue(
    `--${name} takes no value`,
    `write --${name} to set it, or leave it out`,
  );
}

function checkValues(name: TextOption, values: readonly string[]): void {
  if (values.includes("")) {
    throw badValue(
      `--${name} needs a value`,
      `--${name}=${TEXT_OPTIONS[name].value}`,
    );
  }
  if (values.length > 1 && !("repeatable" in TEXT_OPTIONS[name])) {
    throw badValue(`--${name} is given more than once`);
  }
}

const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ...["", "0", "false", "no"].map((no) => [no, false] as const),
  ...["1", "true", "yes"].map((yes) => [yes, true] as const),
]);

function isYes(option: FlagOption, value = ""): boolean {
  const yes = YES_OR_NO.get(value.trim().toLowerCase());
  if (yes !== undefined) return yes;
  throw badValue(`${environmentTwin(option)} is neither true nor false`);
}
