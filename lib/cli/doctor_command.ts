/**
 * Commands to go on with, which reach a node in the way that this one did.
 *
 * @module
 */

import type { ToolResult } from "../registry/mod.ts";
import type { Arguments } from "./arguments.ts";
import type { Command } from "./command_specs.ts";
import { isTextOption, optionsOf } from "./options.ts";
import { shellWord } from "../shell.ts";

/** Adds the options of the command line to the command that an error advises; without them it would examine another way. */
export function withOptions(args: Arguments, result: ToolResult): ToolResult {
  if (result.ok || result.hint === undefined) return result;
  const complete = (text: string): string =>
    text.replaceAll(
      /beamtap doctor ([^\s;,]+@[^\s;,]+)/g,
      (_, node: string) => doctorCommand(args, node),
    );
  const { hint, text } = result;
  return { ...result, hint: complete(hint), text: complete(text) };
}

function doctorCommand(args: Arguments, node: string): string {
  const entry = args.texts("node")
    .find((text) => [node, node.split("@")[0]].includes(text.split(/[=,]/)[0]));
  const options = givenOptions(args, "doctor", ["node"]);
  return [
    "beamtap doctor",
    ...entry === undefined ? [node] : ["--node", shellWord(entry)],
    ...options,
  ].join(" ");
}

/** The options of this command that a call which it proposes needs as well. */
export function again(args: Arguments): string[] {
  return givenOptions(args, "call", ["output", "color", "watch"]);
}

/** The options with a value that were given to this command and that another one takes, but for some. */
function givenOptions(
  args: Arguments,
  command: Command,
  without: readonly string[] = [],
): string[] {
  return optionsOf(command).filter(isTextOption).flatMap((option) =>
    args.given(option) === undefined || without.includes(option)
      ? []
      : args.texts(option).flatMap((value) =>
        // A node by its name alone is one of the arguments.
        option === "node" && !/[=,]/.test(value) ? [] : [
          `--${option}`,
          // The cookie itself is never printed.
          option === "cookie" ? "COOKIE" : shellWord(value),
        ]
      )
  );
}
