/**
 * `beamtap call`: calls a tool from a shell, through the same code as over MCP.
 *
 * @module
 */

import * as z from "zod";
import { nodesText, type ToolResult } from "../../registry/mod.ts";
import type { Arguments } from "../arguments.ts";
import { ask, type Question } from "../ask.ts";
import { again, withOptions } from "../doctor_command.ts";
import { badValue, CliError } from "../errors.ts";
import { healthPage } from "../terminal/health_page.ts";

const JSON_OBJECT = z.record(z.string(), z.unknown());

/** Codes of errors in the command line. */
const MISUSED: ReadonlySet<string> = new Set([
  "invalid_arguments",
  "unknown_tool",
  "unknown_dump",
]);

/** Runs the command; returns 1 if the tool fails or a node does not answer, 2 if the call itself is wrong, 130 if Ctrl-C ended it. */
export async function call(args: Arguments): Promise<number> {
  const [tool, ...words] = args.operands;
  if (tool === undefined) {
    throw badValue(
      "call needs the name of a tool",
      "for a list, run: beamtap tools",
    );
  }
  const given = readWords(words);
  checkEndsHere(tool, given);
  return await ask(args, {
    ...questionOf(args, tool, given),
    status: (answer) =>
      !answer.ok
        ? failureStatus(answer.code)
        : isWhole(answer.structured)
        ? 0
        : 1,
  });
}

/** The exit status of a call that failed with this code. */
export function failureStatus(code: string): number {
  return MISUSED.has(code) ? 2 : 1;
}

/** Returns a question to a tool, but for the exit status. */
export function questionOf(
  args: Arguments,
  tool: string,
  given: Record<string, unknown>,
): Omit<Question, "status"> {
  const { file } = given;
  return {
    ...{ tool, given, nodes: nodesNamed(args, given) },
    dumps: typeof file === "string" ? [file] : [],
    reword: (answer) => withOptions(args, nodeNamed(answer, tool, given)),
    show: () =>
      tool === "check_health"
        ? {
          layout: (answer, options) => healthPage(answer, options, again(args)),
        }
        : {},
  };
}

/** What to do instead of a call whose effect ends with the command that made it. */
const INSTEAD: Readonly<Record<string, string>> = {
  start_trace:
    "use trace_calls or trace_process, which listen for duration_ms and end with Ctrl-C",
  suspend_process:
    "suspend it over MCP (beamtap serve), or from a shell of the node",
  capture_logs:
    "leave out follow: it listens for duration_ms and ends with Ctrl-C",
};

/**
 * Refuses a call that starts something that lasts as long as the link, which ends here.
 *
 * @throws {CliError} `bad_value`
 */
function checkEndsHere(
  tool: string,
  { dry_run, follow }: Record<string, unknown>,
): void {
  const instead = INSTEAD[tool];
  if (instead === undefined || `${dry_run}` === "true") return;
  if (tool === "capture_logs" && follow !== "new") return;
  throw badValue(
    `${tool}${
      follow === undefined ? "" : " with follow"
    } would end with this command, before anything comes of it`,
    instead,
  );
}

/** Returns whether every node that was asked has answered. */
function isWhole(answer: unknown): boolean {
  const { no_answer: silent } = Object(answer);
  return !Array.isArray(silent) || silent.length === 0;
}

/** The nodes that a call names in full; without others, also by a name without a host, which else is an alias. */
export function nodesNamed(
  args: Arguments,
  { node, nodes }: { readonly node?: unknown; readonly nodes?: unknown },
): string[] {
  const known = [...args.texts("node")].map((text) => text.split(/[=,]/)[0]);
  const alone = known.length === 0 && args.text("config") === undefined;
  const form = alone ? /^([^*?]*@[^*?]*|[\w-]+)$/ : /^[^*?]*@[^*?]*$/;
  const names = [node, nodes]
    .map(nodesText)
    .flatMap((text) => typeof text === "string" ? text.split(",") : [])
    .map((name) => name.trim())
    .filter((name) => !["all", ...known].includes(name) && form.test(name));
  return [...new Set(names)];
}

/** Adapts the hint of a missing node: on a command line, naming a node in full adds it. */
function nodeNamed(
  answer: ToolResult,
  tool: string,
  { node, nodes }: Record<string, unknown>,
): ToolResult {
  if (answer.ok) return answer;
  const { code, message } = answer;
  const asked = `${nodes ?? node ?? ""}`;
  let hint: string | undefined;
  if (code === "node_required" && message === "no node is known") {
    hint = asked === ""
      ? `give the node: beamtap call ${tool} node=NAME@HOST`
      : "all and globs choose among known nodes: name those with --node A@HOST --node B@HOST, or in a config file";
  } else if (code === "unknown_node" && /^[^@*?,]+$/.test(asked)) {
    const name = /^[\w-]+$/.test(asked) ? `${asked}@HOST` : "NAME@HOST";
    hint =
      `write the whole name, such as ${name}; epmd on that host knows its nodes: beamtap nodes HOST`;
  }
  if (hint === undefined) return answer;
  return { ...answer, hint, text: `${code}: ${message}\nWhat to do: ${hint}` };
}

/** Parses `{"limit": 5}` or `limit=5 sort=memory`. */
export function readWords(words: readonly string[]): Record<string, unknown> {
  const [first] = words;
  if (first?.trimStart().startsWith("{") && words.length === 1) {
    return readJson(first);
  }
  const given: Record<string, unknown> = {};
  for (const word of words) {
    const at = word.indexOf("=");
    if (at <= 0) {
      throw badValue(
        `"${word}" is not an argument`,
        `write key=value, or one JSON object: '{"limit": 5}'`,
      );
    }
    const key = word.slice(0, at);
    if (Object.hasOwn(given, key)) {
      throw badValue(`${key} is given twice`);
    }
    given[key] = word.slice(at + 1);
  }
  return given;
}

function readJson(text: string): Record<string, unknown> {
  try {
    return JSON_OBJECT.parse(JSON.parse(text));
  } catch (cause) {
    throw new CliError("bad_value", "the arguments are not a JSON object", {
      cause,
      hint: cause instanceof SyntaxError ? cause.message : undefined,
    });
  }
}
