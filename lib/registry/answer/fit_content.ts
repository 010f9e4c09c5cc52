/**
 * Brings the blocks of an answer within its budget, and takes secrets out of
 * them.
 *
 * @module
 */

import { visible, visibleLines } from "../../etf/mod.ts";
import type { Content } from "../declare/content.ts";
import { ToolError } from "../errors.ts";
import type { Redactor } from "../redact/redactor.ts";
import { fit, jsonBytes } from "./budget.ts";

/** Maximum size of all pictures and the like in one answer, in bytes of base64. */
const MAX_MEDIA_BYTES = 1_048_576;

/**
 * Blocks without secrets, their texts cut to `budget` bytes, longest first;
 * pictures are kept whole or refused.
 *
 * @throws {ToolError} `answer_too_large`
 */
export function fitContent(
  content: readonly Content[],
  budget: number,
  redactor: Redactor,
): Content[] {
  checkMedia(content.reduce((sum, block) => sum + mediaBytes(block), 0));
  const blocks = content.map((block) => redacted(block, redactor));
  const texts = blocks.flatMap((block, index) => {
    const text = textOf(block);
    return text === undefined ? [] : [[String(index), text] as const];
  });
  const { value, omitted } = fit(Object.fromEntries(texts), budget, jsonBytes);
  return blocks.map((block, index) => {
    const bytes = omitted[String(index)];
    if (bytes === undefined) return block;
    const text = String(value[String(index)]);
    return withText(block, `${text} (${bytes} bytes left out)`);
  });
}

/**
 * Refuses more bytes than an answer may have of what cannot be cut.
 *
 * @throws {ToolError} `answer_too_large`
 */
export function checkMedia(bytes: number): void {
  if (bytes <= MAX_MEDIA_BYTES) return;
  throw new ToolError(
    "answer_too_large",
    `the answer has ${
      Math.round(bytes)
    } bytes that cannot be cut; the limit is ${MAX_MEDIA_BYTES}`,
    { hint: "ask for less: a lower limit, a shorter time" },
  );
}

/** The part of a block that may be cut. */
function textOf(block: Content): string | undefined {
  if (block.type === "text") return block.text;
  return block.type === "resource" && "text" in block.resource
    ? block.resource.text
    : undefined;
}

function withText(block: Content, text: string): Content {
  return block.type === "resource"
    ? { ...block, resource: { ...block.resource, text } }
    : { type: "text", text };
}

function redacted(block: Content, redactor: Redactor): Content {
  const plain = (text: string): string => visible(redactor.text(text));
  if (block.type === "resource_link") {
    const { uri, name, title, description } = block;
    return {
      ...block,
      uri: plain(uri),
      name: plain(name),
      ...title !== undefined && { title: plain(title) },
      ...description !== undefined && { description: plain(description) },
    };
  }
  const text = textOf(block);
  return text === undefined
    ? block
    : withText(block, visibleLines(redactor.text(text)));
}

/** The size of the part of a block that cannot be cut, in bytes. */
function mediaBytes(content: Content): number {
  switch (content.type) {
    case "image":
    case "audio":
      return content.data.length;
    case "resource":
      return "blob" in content.resource ? content.resource.blob.length : 0;
    case "resource_link":
      return JSON.stringify(content).length;
    case "text":
      return 0;
  }
  content satisfies never;
}
