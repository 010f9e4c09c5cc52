/**
 * What a call comes to: an answer within its schema and its budget and without
 * secrets, or an error that says what to do.
 *
 * @module
 */

import { BeamError } from "../../beam/mod.ts";
import type { BeamtapError } from "../../errors.ts";
import { visible } from "../../etf/mod.ts";
import type {
  Content,
  Metadata,
  PromptMessage,
  ResourceContents,
} from "../declare/content.ts";
import type { Declaration } from "../declare/declaration.ts";
import { ToolError } from "../errors.ts";
import { checkMedia, fitContent } from "./fit_content.ts";
import { budgetOf, fitStructure } from "./fit_structure.ts";
import type { Tool, ToolAnswer } from "../declare/handler.ts";
import type { Redactor } from "../redact/redactor.ts";
import { render } from "./render.ts";
import { shown } from "./shown.ts";

/** A call that was not answered. */
export interface Failure {
  readonly ok: false;
  readonly text: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string | undefined;
}

/** The outcome of a call of anything but a tool. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | Failure;

/** The outcome of a tool. */
export type ToolResult =
  | {
    readonly ok: true;
    /** All that a person reads. */
    readonly text: string;
    readonly structured: Readonly<Record<string, unknown>>;
    /** The same text, and whatever follows it. */
    readonly content: readonly Content[];
    readonly meta: Metadata | undefined;
  }
  | Failure;

/**
 * The answer of a tool, brought into its schema and its budget.
 *
 * @throws {ToolError} `answer_too_large`
 */
export function toolSuccess(
  tool: Tool,
  { structured, content = [], meta }: ToolAnswer,
  redactor: Redactor,
): ToolResult {
  const budget = budgetOf(tool);
  const fields = fitStructure(
    shown(tool.output.parse(structured), redactor),
    budget,
  );
  const text = render(fields);
  const texts: readonly Content[] = text === "" ? [] : [{ type: "text", text }];
  const all = [...texts, ...fitContent(content, budget, redactor)];
  return {
    ok: true,
    text: all.flatMap((block) => block.type === "text" ? [block.text] : [])
      .join("\n"),
    structured: fields,
    content: all,
    meta: meta && fitStructure(shown(meta, redactor), budget),
  };
}

/**
 * What a resource holds: an object as JSON, a text, or bytes.
 *
 * @throws {ToolError} `answer_too_large`
 */
export function contentsOf(
  resource: Declaration & { readonly mimeType: string },
  uri: string,
  answer: unknown,
  redactor: Redactor,
): ResourceContents {
  const { mimeType } = resource;
  const budget = budgetOf(resource);
  if (answer instanceof Uint8Array) {
    checkMedia(answer.length * 4 / 3);
    return { uri, mimeType, blob: answer.toBase64() };
  }
  if (typeof answer === "string") {
    const whole: Content = { type: "text", text: answer };
    const [block = whole] = fitContent([whole], budget, redactor);
    return { uri, mimeType, text: block.type === "text" ? block.text : "" };
  }
  const fields = fitStructure(shown(answer, redactor), budget);
  return { uri, mimeType, text: JSON.stringify(fields) };
}

/**
 * Messages of a prompt, without secrets and within its budget.
 *
 * @throws {ToolError} `answer_too_large`
 */
export function messagesOf(
  prompt: Declaration,
  messages: readonly PromptMessage[],
  redactor: Redactor,
): PromptMessage[] {
  const blocks = fitContent(
    messages.map(({ content }) => content),
    budgetOf(prompt),
    redactor,
  );
  return messages.map(({ role, content }, index) => ({
    role,
    content: blocks[index] ?? content,
  }));
}

/** Values for an argument. */
export interface Completed {
  readonly values: readonly string[];
  readonly total: number;
  readonly hasMore: boolean;
}

/** What MCP lets a completion have. */
const MAX_VALUES = 100;

/** The values that match what has been typed: those that begin with it first. */
export function completed(
  values: readonly string[],
  typed: string,
  redactor: Redactor,
): Completed {
  const wanted = typed.toLowerCase();
  const rank = (value: string): number =>
    value.toLowerCase().startsWith(wanted) ? 0 : 1;
  const matching = [...new Set(values)]
    .filter((value) => value.toLowerCase().includes(wanted))
    .filter((value) => redactor.text(value) === value)
    .sort((a, b) => rank(a) - rank(b));
  return {
    values: matching.slice(0, MAX_VALUES).map(visible),
    total: matching.length,
    hasMore: matching.length > MAX_VALUES,
  };
}

/** Clients cut longer errors, in characters. */
const MAX_ERROR = 4096;

/**
 * An error as a model reads it: what happened, then what to do. Either may hold
 * names from a node, so neither can break out of its line. Advice that is for
 * the operator, with paths and flags, is for nobody else.
 */
export function failure(
  error: BeamtapError,
  redactor: Redactor,
  trusted: boolean,
): Failure {
  const { code } = error;
  const told = (text: string): string =>
    visible(redactor.text(text)).slice(0, MAX_ERROR);
  const open = trusted || error instanceof ToolError ||
    error instanceof BeamError;
  const message = told(error.message);
  const hint = open ? error.hint && told(error.hint) : undefined;
  return {
    ok: false,
    code,
    message,
    hint,
    text: `${code}: ${message}` + (hint ? `\nWhat to do: ${hint}` : ""),
  };
}
