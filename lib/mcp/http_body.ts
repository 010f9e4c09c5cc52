/**
 * Reads the body of a request, within limits on its size and duration.
 *
 * @module
 */

import type { JSONRPCMessage } from "@modelcontextprotocol/server";
import { refusal } from "./http_guard.ts";
import {
  INVALID_REQUEST,
  readMessages,
  type Refusal,
  refusalText,
} from "./incoming.ts";

/** Limits on the body of a request. */
export interface BodyLimits {
  /** Maximum size, in bytes. */
  readonly maxBytes: number;
  /** Timeout for its arrival, in ms. */
  readonly timeoutMs: number;
}

/** Returns the message or batch in the body, or the response that refuses it. */
export async function readMessageBody(
  request: Request,
  limits: BodyLimits,
): Promise<{ readonly json: unknown } | Response> {
  const text = await readText(request, limits);
  if (text instanceof Response) return text;
  const incoming = readMessages(text);
  const messages: JSONRPCMessage[] = [];
  const refusals: Refusal[] = [];
  for (const each of incoming) {
    if ("message" in each) messages.push(each.message);
    if ("refusal" in each) refusals.push(each.refusal);
  }
  const [only, ...more] = messages;
  if (refusals.length === 0 && only !== undefined) {
    return { json: more.length > 0 ? messages : only };
  }
  // One part is invalid, so the whole batch is refused, with an error for every request in it.
  for (const message of messages) {
    if (!("method" in message && "id" in message)) continue;
    refusals.push({
      id: JSON.stringify(message.id),
      code: INVALID_REQUEST,
      message: "Not executed: another part of the batch is invalid",
    });
  }
  const texts = refusals.map(refusalText);
  if (texts.length === 0) return new Response(null, { status: 400 });
  return new Response(texts.length > 1 ? `[${texts.join()}]` : texts[0], {
    status: 400,
    headers: { "content-type": "application/json" },
  });
}

async function readText(
  { body, headers }: Request,
  { maxBytes, timeoutMs }: BodyLimits,
): Promise<string | Response> {
  const tooLarge = (): Response =>
    refusal(413, `The request body exceeds ${maxBytes} bytes`, {
      connection: "close",
    });
  if (Number(headers.get("content-length")) > maxBytes) return tooLarge();
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    reader?.cancel().catch(() => {});
  }, timeoutMs);
  try {
    let text = "";
    for (let size = 0;;) {
      const { done, value } = await reader?.read() ?? { done: true };
      if (late) break;
      if (done) return text + decoder.decode();
      size += value?.length ?? 0;
      if (size > maxBytes) {
        reader?.cancel().catch(() => {});
        return tooLarge();
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    if (!late) throw error;
  } finally {
    clearTimeout(timer);
  }
  return refusal(408, `The request did not arrive within ${timeoutMs} ms`, {
    connection: "close",
  });
}
