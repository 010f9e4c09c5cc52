/**
 * The command that examines a node in the way that a failed call reached it.
 *
 * @module
 */

import type { ToolResult } from "../registry/mod.ts";
import type { Arguments } from "./arguments.ts";
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
  const options = optionsOf("doctor").filter(isTextOption).flatMap((option) => {
    const value = args.given(option);
    if (value === undefined || option === "node") return [];
    // The cookie itself is never printed.
    return [`--${option}`, option === "cookie" ? "COOKIE" : shellWord(value)];
  });
  return [
    "beamtap doctor",
    ...entry === undefined ? [node] : ["--node", shellWord(entry)],
    ...options,
  ].join(" ");
}
