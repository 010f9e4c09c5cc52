/**
 * JSON-RPC messages as clients send them, read leniently, and refused in a way
 * that lets the client know which of its requests failed: a client that gets
 * no answer under its own id waits for ever.
 *
 * @module
 */

import {
  type JSONRPCMessage,
  parseJSONRPCMessage,
  type SpecTypeName,
  specTypeSchemas,
} from "@modelcontextprotocol/server";

/** JSON-RPC 2.0, section 5.1. */
export const INVALID_REQUEST = -32600;
const PARSE_ERROR = -32700;
const INVALID_PARAMS = -32602;

/** A message that is not dispatched. */
export interface Refusal {
  /** Of the request as JSON, digit for digit as it was sent; `null` where there is none. */
  readonly id: string;
  readonly code: number;
  readonly message: string;
}

/** What became of one message. */
export type Incoming =
  | { readonly message: JSONRPCMessage }
  | { readonly refusal: Refusal }
  /** An answer that makes no sense: it is not answered in turn. */
  | { readonly dropped: string };

/** The messages in a text: one, or those of a batch. */
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

/** A refusal as JSON. */
export function refusalText({ id, code, message }: Refusal): string {
  return `{"jsonrpc":"2.0","id":${id},"error":${
    JSON.stringify({ code, message })
  }}`;
}

/** The refusal of a message that is too long to be kept, of which `head` and `tail` are left. */
export function tooLong(head: string, tail: string, max: number): Refusal {
  const [, id = "null"] = HEAD_ID.exec(head) ?? TAIL_ID.exec(tail) ?? [];
  const message = `Invalid Request: a message has ${max} bytes at most`;
  return { id, code: INVALID_REQUEST, message };
}

/** The id of a message, where nothing but its method and version comes before, or after it. */
const HEAD_ID =
  /^\s*\{(?:\s*"(?:jsonrpc|method)"\s*:\s*"[^"\\]*"\s*,)*\s*"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+)\s*[,}]/;
const TAIL_ID =
  /[,{]\s*"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+)\s*(?:,\s*"(?:jsonrpc|method)"\s*:\s*"[^"\\]*"\s*)*\}\s*$/;

/** Reads one message of a text. */
function readMessage(json: unknown, text: string): Incoming {
  if (!isObject(json)) {
    return refused("null", INVALID_REQUEST, "Invalid Request: not an object");
  }
  const { jsonrpc, id, method, params, result, error } = json;
  if (method === undefined && (result !== undefined || error !== undefined)) {
    return answer(json);
  }
  const told = idText(id, text);
  const invalid = (code: number, why: string): Incoming => {
    // Whoever sent a notification waits for nothing.
    if (code === INVALID_PARAMS && id === undefined) return { dropped: why };
    return refused(
      told ?? "null",
      code,
      `${
        code === INVALID_PARAMS ? "Invalid params" : "Invalid Request"
      }: ${why}`,
    );
  };
  if (jsonrpc !== "2.0") return invalid(INVALID_REQUEST, 'jsonrpc is "2.0"');
  if (typeof method !== "string") {
    return invalid(INVALID_REQUEST, "method is a string");
  }
  if (result !== undefined || error !== undefined) {
    return invalid(INVALID_REQUEST, "both a request and an answer");
  }
  if (id !== undefined && typeof id !== "string" && !Number.isSafeInteger(id)) {
    return invalid(INVALID_REQUEST, "id is a string or an integer below 2^53");
  }
  if (params !== undefined && params !== null && !isObject(params)) {
    return invalid(INVALID_PARAMS, "params is an object");
  }
  const sound = {
    jsonrpc,
    ...id !== undefined && { id },
    method,
    ...isObject(params) && { params: withoutNulls(params) },
  };
  const wrong = problemOf(method, sound);
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
    return { dropped: `an answer makes no sense: ${issuesOf(cause)}` };
  }
}

function refused(id: string, code: number, message: string): Incoming {
  return { refusal: { id, code, message } };
}

/** An id as it was sent; a number that we cannot hold is found in the text. */
function idText(id: unknown, text: string): string | undefined {
  if (typeof id === "string") return JSON.stringify(id);
  if (typeof id !== "number") return undefined;
  if (Number.isSafeInteger(id)) return String(id);
  return [...text.matchAll(/"id"\s*:\s*(-?\d[\d.eE+-]*)/g)]
    .map(([, digits = ""]) => digits)
    .find((digits) => Number(digits) === id);
}

/** `null` in place of what may be left out is as good as leaving it out. */
function withoutNulls(
  params: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const present = Object.entries(params).filter(([, value]) => value !== null);
  return Object.fromEntries(
    present.map(([key, value]) => [
      key,
      key === "_meta" && isObject(value) ? withoutNulls(value) : value,
    ]),
  );
}

/** The requests whose parameters the SDK takes for granted: it answers others with an internal error. */
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

/** What is wrong with the parameters of a request. */
function problemOf(method: string, request: object): string | undefined {
  const type = REQUESTS.get(method);
  if (type === undefined) return undefined;
  const checked = specTypeSchemas[type]["~standard"].validate(request);
  if (checked instanceof Promise || checked.issues === undefined) {
    return undefined;
  }
  return issuesOf(checked);
}

/** The first things that are wrong, as `params.uri: expected string`. */
function issuesOf(cause: unknown): string {
  const issues = isObject(cause) && Array.isArray(cause.issues)
    ? cause.issues
    : [];
  return issues.slice(0, 4).flatMap((issue: unknown) => {
    if (!isObject(issue)) return [];
    const path = Array.isArray(issue.path) ? issue.path.join(".") : "";
    return path === "" ? [] : [`${path}: ${issue.message}`];
  }).join("; ") ||
    "not as the protocol has them, such as a progressToken that is neither string nor number";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
