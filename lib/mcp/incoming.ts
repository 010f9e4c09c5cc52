/**
 * Reads JSON-RPC messages from clients leniently. Refusals carry the id of the request
 * if at all possible, because a client that gets no answer to its id waits forever.
 *
 * @module
 */

import {
  type JSONRPCMessage,
  parseJSONRPCMessage,
  PROTOCOL_VERSION_META_KEY,
  type SpecTypeName,
  specTypeSchemas,
} from "@modelcontextprotocol/server";
import { isRecord } from "../registry/mod.ts";

/** Error code for an invalid request (JSON-RPC 2.0, section 5.1). */
export const INVALID_REQUEST = -32600;
const PARSE_ERROR = -32700;
const INVALID_PARAMS = -32602;

/** The error for a message that is not processed. */
export interface Refusal {
  /** The request's id as JSON, exactly as it was sent; `null` if unknown. */
  readonly id: string;
  /** JSON-RPC error code. */
  readonly code: number;
  /** What is wrong. */
  readonly message: string;
}

/** Result of reading one message. */
export type Incoming =
  | { readonly message: JSONRPCMessage }
  | { readonly refusal: Refusal }
  /** An invalid response or notification, which must not be answered. */
  | { readonly dropped: string };

/** Reads the messages in a text: one, or a batch. */
export function readMessages(text: string): Incoming[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return [refused("null", PARSE_ERROR, "Parse error: this is not JSON")];
  }
  if (!Array.isArray(json)) return [readMessage(json, text)];
  return json.length > 0
    ? json.map((each: unknown) => readMessage(each, text))
    : [refused("null", INVALID_REQUEST, "Invalid Request: an empty batch")];
}

/** Formats a refusal as JSON. */
export function refusalText({ id, code, message }: Refusal): string {
  return `{"jsonrpc":"2.0","id":${id},"error":${
    JSON.stringify({ code, message })
  }}`;
}

/** Returns the refusal of a message that exceeds `max` bytes, of which only `head` and `tail` were kept. */
export function tooLong(head: string, tail: string, max: number): Refusal {
  const [, id = "null"] = HEAD_ID.exec(head) ?? TAIL_ID.exec(tail) ?? [];
  const message = `Invalid Request: the message exceeds ${max} bytes`;
  return { id, code: INVALID_REQUEST, message };
}

/** The id of a message, if only its method and version precede it, or follow it. */
const HEAD_ID =
  /^\s*\{(?:\s*"(?:jsonrpc|method)"\s*:\s*"[^"\\]*"\s*,)*\s*"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+)\s*[,}]/;
const TAIL_ID =
  /[,{]\s*"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+)\s*(?:,\s*"(?:jsonrpc|method)"\s*:\s*"[^"\\]*"\s*)*\}\s*$/;

/** Reads one message of a text. */
function readMessage(json: unknown, text: string): Incoming {
  if (!isRecord(json)) {
    return refused("null", INVALID_REQUEST, "Invalid Request: not an object");
  }
  const { jsonrpc, id, method, params, result, error } = json;
  if (method === undefined && (result !== undefined || error !== undefined)) {
    return answer(json);
  }
  const invalid = (code: number, why: string): Incoming => {
    // A notification is not answered.
    if (code === INVALID_PARAMS && id === undefined) return { dropped: why };
    return refused(
      idText(id, text) ?? "null",
      code,
      `${
        code === INVALID_PARAMS ? "Invalid params" : "Invalid Request"
      }: ${why}`,
    );
  };
  if (jsonrpc !== "2.0") {
    return invalid(INVALID_REQUEST, 'jsonrpc must be "2.0"');
  }
  if (typeof method !== "string") {
    return invalid(INVALID_REQUEST, "method must be a string");
  }
  if (result !== undefined || error !== undefined) {
    return invalid(INVALID_REQUEST, "it is both a request and a response");
  }
  if (id !== undefined && typeof id !== "string" && !Number.isSafeInteger(id)) {
    return invalid(
      INVALID_REQUEST,
      "id must be a string or an integer below 2^53",
    );
  }
  if (params !== undefined && params !== null && !isRecord(params)) {
    return invalid(INVALID_PARAMS, "params must be an object");
  }
  const sound = {
    jsonrpc,
    ...id !== undefined && { id },
    method,
    ...isRecord(params) && { params: withoutNulls(params) },
  };
  // In the envelope of 2026-07-28 it is an unknown method, which the SDK answers.
  const removed = method === "initialize" && isRecord(sound.params?._meta) &&
    PROTOCOL_VERSION_META_KEY in sound.params._meta;
  const wrong = removed ? undefined : problemOf(method, sound);
  if (wrong !== undefined) return invalid(INVALID_PARAMS, wrong);
  try {
    return { message: parseJSONRPCMessage(sound) };
  } catch (cause) {
    return invalid(INVALID_PARAMS, issuesOf(cause));
  }
}

function answer(json: object): Incoming {
  try {
    return { message: parseJSONRPCMessage(json) };
  } catch (cause) {
    return { dropped: `invalid response: ${issuesOf(cause)}` };
  }
}

function refused(id: string, code: number, message: string): Incoming {
  return { refusal: { id, code, message } };
}

/** Returns an id as it was sent; takes an integer too large for JavaScript from the text. */
function idText(id: unknown, text: string): string | undefined {
  if (typeof id === "string") return JSON.stringify(id);
  if (typeof id !== "number") return undefined;
  if (Number.isSafeInteger(id)) return String(id);
  return [...text.matchAll(/"id"\s*:\s*(-?\d[\d.eE+-]*)/g)]
    .map(([, digits = ""]) => digits)
    .find((digits) => Number(digits) === id);
}

/** Removes parameters that are `null`, which some clients send for absent ones. */
function withoutNulls(
  params: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const present: [string, unknown][] = [];
  for (const [key, value] of Object.entries(params)) {
    if (value === null) continue;
    const inner = key === "_meta" && isRecord(value);
    present.push([key, inner ? withoutNulls(value) : value]);
  }
  return Object.fromEntries(present);
}

/** Requests to check here, because the SDK answers wrong parameters with an internal error. */
const REQUESTS: ReadonlyMap<string, SpecTypeName> = new Map([
  ["initialize", "InitializeRequest"],
  ["tools/list", "ListToolsRequest"],
  ["tools/call", "CallToolRequest"],
  ["resources/list", "ListResourcesRequest"],
  ["resources/templates/list", "ListResourceTemplatesRequest"],
  ["resources/read", "ReadResourceRequest"],
  ["prompts/list", "ListPromptsRequest"],
  ["prompts/get", "GetPromptRequest"],
  ["completion/complete", "CompleteRequest"],
]);

/** Returns what is wrong with the parameters of a request, if anything. */
function problemOf(method: string, request: object): string | undefined {
  const type = REQUESTS.get(method);
  if (type === undefined) return undefined;
  const checked = specTypeSchemas[type]["~standard"].validate(request);
  if (checked instanceof Promise || checked.issues === undefined) {
    return undefined;
  }
  return issuesOf(checked);
}

/** Formats the first issues: `params.uri: expected string`. */
function issuesOf(cause: unknown): string {
  const issues = isRecord(cause) && Array.isArray(cause.issues)
    ? cause.issues
    : [];
  return issues.slice(0, 4).flatMap((issue: unknown) => {
    if (!isRecord(issue)) return [];
    const path = Array.isArray(issue.path) ? issue.path.join(".") : "";
    return path === "" ? [] : [`${path}: ${issue.message}`];
  }).join("; ") ||
    "they do not conform to the protocol; for example, progressToken must be a string or a number";
}
