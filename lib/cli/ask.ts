/**
 * Calls a tool for a person or a script: once or every few seconds, with what it waits
 * for on standard error and its answer on standard output.
 *
 * @module
 */

import { delay } from "../net/mod.ts";
import type { Tool, ToolResult } from "../registry/mod.ts";
import type { Arguments } from "./arguments.ts";
import { printError } from "./log.ts";
import {
  formatOf,
  print,
  type Printable,
  printAnswer,
  printJson,
} from "./output.ts";
import { openSession, type Session } from "./session.ts";
import { Interrupt } from "./terminal/interrupt.ts";
import { Screen } from "./terminal/screen.ts";
import { Spinner } from "./terminal/spinner.ts";
import { checkWatched, isFutile, watchSeconds } from "./watch.ts";

/** The answer of a tool, as opposed to an error. */
export type Success = Extract<ToolResult, { readonly ok: true }>;

/** What is asked. */
export interface Question {
  /** Name of the tool. */
  readonly tool: string;
  /** Its arguments, as given. */
  readonly given: Record<string, unknown>;
  /** The nodes that they name, which become known. */
  readonly nodes: readonly string[];
  /** The crash dumps that they name, which may be read. */
  readonly dumps: readonly string[];
  /** What is special about how its answers are shown. */
  readonly show?: (answer: Success) => Partial<Printable>;
  /** Rewords an error. */
  readonly reword?: (answer: ToolResult) => ToolResult;
  /** Returns the exit status of an answer. */
  readonly status: (answer: ToolResult) => number;
}

/** Exit status of a command that Ctrl-C ended. */
const INTERRUPTED = 130;

/**
 * Asks until somebody has had enough; returns the exit status.
 *
 * @throws {CliError} for a bad value of any option
 */
export async function ask(
  args: Arguments,
  question: Question,
): Promise<number> {
  const format = formatOf(args);
  const seconds = watchSeconds(args);
  await using session = openSession(args, question.nodes, {
    dumps: question.dumps,
  });
  await session.loadTools();
  const { registry, principal } = session;
  const tool = registry.all("tool")
    .find(({ name }) => name === question.tool);
  if (seconds !== undefined) checkWatched(tool);
  let asking = false;
  const { given, reword = (answer) => answer } = question;
  using interrupt = new Interrupt(() => asking && listens(tool, given));
  const screen = seconds === undefined || format.form !== "page"
    ? undefined
    : new Screen(`every ${seconds} s, Ctrl-C ends`);
  for (;;) {
    let answer: ToolResult;
    {
      using spinner = spinnerFor(question, session, tool, interrupt);
      asking = true;
      answer = reword(
        await registry.call(principal, question.tool, given, {
          signal: interrupt.stop,
          early: interrupt.early,
          onProgress: (progress) => spinner.progress(progress),
        }),
      );
      asking = false;
    }
    if (answer.ok) {
      const printable = printableOf(answer, question, tool);
      if (seconds !== undefined && !["page", "json"].includes(format.form)) {
        await print(`--- ${new Date().toISOString()}`);
      }
      await printAnswer(printable, format, screen);
    } else if (format.form === "json") await printJson(failed(answer));
    else if (interrupt.wanted) {
      printError(
        `beamtap: ${question.tool} was stopped; nothing had come that could be shown`,
      );
    } else printError(answer.text);
    if (interrupt.wanted) return INTERRUPTED;
    if (seconds === undefined) return question.status(answer);
    if (isFutile(answer)) {
      printError("beamtap: --watch ends, since the next try would fail too");
      return question.status(answer);
    }
    await delay(1000 * seconds, interrupt.stop).catch(() => {});
    if (interrupt.wanted) return INTERRUPTED;
  }
}

function printableOf(
  answer: Success,
  { given, show }: Question,
  tool: Tool | undefined,
): Printable {
  const { structured, content, text } = answer;
  const blocks = Object.keys(structured).length > 0
    ? content.slice(1)
    : content;
  return {
    fields: structured,
    schema: tool?.output,
    args: given,
    text,
    after: blocks.flatMap((block) => block.type === "text" ? block.text : []),
    ...show?.(answer),
  };
}

function failed(answer: Exclude<ToolResult, Success>): unknown {
  const { code, message, hint } = answer;
  return { error: { code, message, hint } };
}

/** Whether something of a call can be shown before its time is over: it listens, looks twice, reads a dump, or asks several nodes. */
function listens(
  tool: Tool | undefined,
  { node, nodes }: Record<string, unknown>,
): boolean {
  if (tool === undefined) return false;
  if (tool.toolset === "dump" || nodes !== undefined) return true;
  const { shape } = tool.input;
  return /^all$|[*,]/.test(`${node}`) || "duration_ms" in shape ||
    "window_ms" in shape;
}

function spinnerFor(
  { tool, given }: Question,
  { nodes }: Session,
  declared: Tool | undefined,
  interrupt: Interrupt,
): Spinner {
  const known = nodes.names();
  const node = given.node ?? given.nodes ??
    (known.length === 1 ? known[0] : undefined);
  const where = node === undefined ? "" : ` on ${node}`;
  return new Spinner(() => {
    const waiting = nodes.connecting();
    if (waiting.length > 0) return `connecting to ${waiting.join(", ")}`;
    if (interrupt.wanted) return `ending ${tool}${where}; Ctrl-C gives up`;
    return `${tool}${where}${
      listens(declared, given) ? " (Ctrl-C ends it early)" : ""
    }`;
  });
}
