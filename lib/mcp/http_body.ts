/**
 * Reads the body of a request, as far as its size and the sender's patience
 * with us are within limits.
 *
 * @module
 */

import { refusal } from "./http_guard.ts";

/** How large a body may be, and how long it may take to arrive. */
export interface BodyLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/** The body as JSON, or the answer that refuses it. */
export async function readJsonBody(
  request: Request,
  limits: BodyLimits,
): Promise<{ readonly json: unknown } | Response> {
  const text = await readText(request, limits);
  if (text instanceof Response) return text;
  try {
    return { json: JSON.parse(text) };
  } catch {
    return Response.json({
      jsonrpc: "2.0",
      id: null,
      error: { code: -32700, message: "Parse error" },
    }, { status: 400 });
  }
}

async function readText(
  { body, headers }: Request,
  { maxBytes, timeoutMs }: BodyLimits,
): Promise<string | Response> {
  const tooLarge = (): Response =>
    refusal(413, `A request has ${maxBytes} bytes at most`, {
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
  return refusal(408, `A request arrives within ${timeoutMs} ms`, {
    connection: "close",
  });
}
