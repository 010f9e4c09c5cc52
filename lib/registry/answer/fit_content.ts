/**
 * Brings what an answer is made of beside its structure within its budget, and
 * takes secrets out of it.
 *
 * @module
 */

import { visible } from "../../etf/mod.ts";
import { fit, jsonBytes } from "./budget.ts";
import { type Content, mediaBytes } from "../declare/content.ts";
import { ToolError } from "../errors.ts";
import type { Redactor } from "../redact/redactor.ts";
import { shownText } from "./shown.ts";

/** What pictures and the like may amount to, in bytes of base64: nobody can cut them. */
const MAX_MEDIA_BYTES = 1_048_576;

/**
 * Blocks without secrets, their texts cut to the budget, the longest first;
 * pictures are whole or refused.
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
 * Refuses what is too large and cannot be cut.
 *
 * @throws {ToolError} `answer_too_large`
 */
export function checkMedia(bytes: number): void {
  if (bytes <= MAX_MEDIA_BYTES) return;
  throw new ToolError(
    "answer_too_large",
    `the answer has ${Math.round(bytes)} bytes that cannot be cut`,
    { hint: "ask for less: a lower limit, a shorter time" },
  );
}

/** What of a block may be cut. */
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
    : withText(block, shownText(text, redactor));
}
