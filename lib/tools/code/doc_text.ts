/**
 * Documentation (EEP 48) as text: Markdown stays as it is, OTP's older format of
 * nested tuples becomes something like it.
 *
 * @module
 */

import { Atom, ByteList, type Term, Tuple } from "../../etf/mod.ts";

const utf8 = new TextDecoder();

/** The text of a documentation's value for one language. */
export function docText(value: Term): string {
  if (value instanceof Uint8Array) return utf8.decode(value);
  return chunkText(value).replace(/\n{3,}/g, "\n\n").trim();
}

/** `[{Tag, Attributes, Content} | Text]`. */
function chunkText(chunk: Term): string {
  if (chunk instanceof Uint8Array) return utf8.decode(chunk);
  if (chunk instanceof ByteList) return utf8.decode(chunk.bytes);
  if (Array.isArray(chunk)) return chunk.map(chunkText).join("");
  if (!(chunk instanceof Tuple)) return "";
  const [tag, , content = chunk] = chunk.elements;
  const text = content === chunk ? "" : chunkText(content);
  switch (tag instanceof Atom ? tag.name : "") {
    case "p":
    case "div":
    case "ul":
    case "ol":
    case "dl":
      return `\n${text}\n`;
    case "li":
      return `\n- ${text.trim()}\n`;
    case "dt":
      return `\n${text.trim()}:\n`;
    case "pre":
      return `\n\`\`\`\n${text.replaceAll("`", "")}\n\`\`\`\n`;
    case "code":
      return `\`${text}\``;
    case "br":
      return "\n";
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      return `\n## ${text.trim()}\n`;
    default:
      return text;
  }
}
