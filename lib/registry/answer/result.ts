/**
 * Results of calls: answers within their budget and without secrets. Handlers have
 * already checked them against their schema.
 *
 * @module
 */

import type * as z from "zod";
import type {
  Content,
  Metadata,
  PromptMessage,
  ResourceContents,
} from "../declare/content.ts";
import type { Declaration } from "../declare/declaration.ts";
import type { Tool, ToolAnswer } from "../declare/handler.ts";
import type { Redactor } from "../redact/redactor.ts";
import { DEFAULT_BUDGET_BYTES, fit, jsonBytes, utf8Bytes } from "./budget.ts";
import type { Failure } from "./failure.ts";
import { checkMedia, fitContent } from "./fit_content.ts";
import { render } from "./render.ts";

/** The outcome of a tool. */
export type ToolResult =
  | {
    readonly ok: true;
    /** What a person reads. */
    readonly text: string;
    readonly structured: Readonly<Record<string, unknown>>;
    /** The structure as text, unless it has no fields, and the blocks that follow it. */
    readonly content: readonly Content[];
    readonly meta: Metadata | undefined;
  }
  | Failure;

/**
 * The answer of a tool as clients get it.
 *
 * @throws {ToolError} `answer_too_large`
 */
export function toolSuccess(
  tool: Tool,
  { structured, content = [], meta }: ToolAnswer,
  redactor: Redactor,
): ToolResult {
  const { budgetBytes: budget = DEFAULT_BUDGET_BYTES } = tool;
  const { fields, text } = fitStructure(
    structured,
    budget,
    redactor,
    tool.output,
  );
  const all: Content[] = text === "" ? [] : [{ type: "text", text }];
  if (content.length > 0) all.push(...fitContent(content, budget, redactor));
  const texts: string[] = [];
  for (const block of all) if (block.type === "text") texts.push(block.text);
  return {
    ok: true,
    text: texts.join("\n"),
    structured: fields,
    content: all,
    meta: meta && fitMetadata(meta, budget, redactor),
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
  const { budgetBytes: budget = DEFAULT_BUDGET_BYTES } = resource;
  if (answer instanceof Uint8Array) {
    checkMedia(answer.length * 4 / 3);
    return { uri, mimeType, blob: answer.toBase64() };
  }
  if (typeof answer === "string") {
    const whole: Content = { type: "text", text: answer };
    const [block = whole] = fitContent([whole], budget, redactor);
    return { uri, mimeType, text: block.type === "text" ? block.text : "" };
  }
  const fields = fitMetadata(answer, budget, redactor);
  return { uri, mimeType, text: JSON.stringify(fields) };
}

/**
 * Messages of a prompt as clients get them.
 *
 * @throws {ToolError} `answer_too_large`
 */
export function messagesOf(
  prompt: Declaration,
  messages: readonly PromptMessage[],
  redactor: Redactor,
): PromptMessage[] {
  const { budgetBytes: budget = DEFAULT_BUDGET_BYTES } = prompt;
  const contents = messages.map(({ content }) => content);
  const blocks = fitContent(contents, budget, redactor);
  return messages.map(({ role, content }, index) => ({
    role,
    content: blocks[index] ?? content,
  }));
}

/** Fields by their names. */
type Fields = Readonly<Record<string, unknown>>;

/** A structured answer, and the same as text. */
export interface Rendered {
  readonly fields: Fields;
  readonly text: string;
}

/**
 * An answer without secrets, both forms within `budget` bytes: a client shows
 * one or the other.
 *
 * @throws {ToolError} `answer_too_large`
 */
export function fitStructure(
  answer: object,
  budget: number,
  redactor: Redactor,
  schema?: z.ZodType,
): Rendered {
  const fields = { ...Object(redactor.json(answer)) };
  const text = render(fields, schema);
  if (utf8Bytes(text) <= budget && jsonBytes(fields) <= budget) {
    return { fields, text };
  }
  const cut = cutFields(
    fields,
    budget,
    (part) =>
      Math.max(utf8Bytes(render({ ...Object(part) }, schema)), jsonBytes(part)),
  );
  return { fields: cut, text: render(cut, schema) };
}

/**
 * Metadata or a resource's fields without secrets, as JSON within `budget`
 * bytes; a value that is no record stands under `value`.
 *
 * @throws {ToolError} `answer_too_large`
 */
export function fitMetadata(
  value: unknown,
  budget: number,
  redactor: Redactor,
): Metadata {
  const safe = redactor.json(value);
  const fields = typeof safe === "object" && !Array.isArray(safe)
    ? { ...safe }
    : { value: safe };
  return cutFields(fields, budget, jsonBytes);
}

function cutFields(
  fields: Record<string, unknown>,
  budget: number,
  measure: (value: unknown) => number,
): Record<string, unknown> {
  const { value, omitted } = fit(fields, budget, measure);
  return Object.keys(omitted).length > 0
    ? { ...value, truncated: true, omitted }
    : value;
}
