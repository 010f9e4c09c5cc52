/**
 * Brings what an answer is made of beside its structure within its budget, and
 * takes secrets out of it.
 *
 * @module
 */

import { fit, jsonBytes } from "./budget.ts";
import { type Content, mediaBytes } from "./content.ts";
import { ToolError } from "./errors.ts";
import type { Redactor } from "./redact.ts";

/** What pictures and the like may amount to, in bytes of base64: nobody can cut them. */
export const MAX_MEDIA_BYTES = 1_048_576;

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
  const texts = blocks.flatMap((block, index) =>
    block.type === "text" ? [[String(index), block.text] as const] : []
  );
  const { value, omitted } = fit(Object.fromEntries(texts), budget, jsonBytes);
  return blocks.map((block, index) => {
    if (block.type !== "text") return block;
    const bytes = omitted[String(index)];
    const text = String(value[String(index)]);
    return bytes === undefined
      ? block
      : { type: "text", text: `${text} (${bytes} bytes left out)` };
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

function redacted(block: Content, redactor: Redactor): Content {
  switch (block.type) {
    case "text":
      return { type: "text", text: redactor.text(block.text) };
    case "image":
    case "audio":
      return block;
    case "resource_link": {
      const { description } = block;
      return description === undefined
        ? block
        : { ...block, description: redactor.text(description) };
    }
    case "resource": {
      const { resource } = block;
      return "text" in resource
        ? {
          type: "resource",
          resource: { ...resource, text: redactor.text(resource.text) },
        }
        : block;
    }
  }
  block satisfies never;
}
