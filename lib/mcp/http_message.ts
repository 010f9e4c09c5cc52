/**
 * Requests and responses as HTTP/1.1 writes them (RFC 9112): strictly, so that
 * nobody before us can have read the same bytes as something else.
 *
 * @module
 */

import { HttpError } from "./errors.ts";
import { type Inbox, joined } from "./http_inbox.ts";

/** What comes before the body of a request. */
export interface Head {
  readonly method: string;
  /** With the path that is asked for; what host it is asked of, the headers say. */
  readonly url: URL;
  readonly headers: Headers;
  /** Of the body, in bytes; or it comes in chunks. */
  readonly length: number | "chunked";
  /** Whether the client reads chunks, and keeps the connection unless told. */
  readonly isHttp11: boolean;
}

const REQUEST_LINE = /^([A-Z]+) (\S+) HTTP\/1\.([01])$/;

/** Methods that proxies have, which `fetch` knows none of. */
const NOT_FOR_US = /^(CONNECT|TRACE|TRACK)$/;

/** A target that names its host itself. */
const ABSOLUTE = /^https?:\/\/([\w.:[\]-]+)(\/.*)$/i;

/** All but visible text, spaces, tabs, and the two characters that end a line together. */
const STRAY = /[^\t\r\n\x20-\x7e\x80-\xff]|\r(?!\n)|(?<!\r)\n/;

/** Longest line between the chunks of a body, and all lines after the last, in bytes. */
const MAX_LINE_BYTES = 1024;

/**
 * Reads the lines of a head, without the empty one at their end.
 *
 * @throws {HttpError} `malformed`
 */
export function parseHead(text: string): Head {
  const [first = "", ...lines] = text.replace(/^(\r\n)+/, "").split("\r\n");
  const [, method, target, minor] = REQUEST_LINE.exec(first) ?? [];
  if (method === undefined || target === undefined || STRAY.test(text)) {
    throw malformed("the request line");
  }
  if (NOT_FOR_US.test(method)) throw malformed("the method");
  const headers = headersOf(lines);
  const isHttp11 = minor === "1";
  const length = lengthOf(headers, isHttp11);
  // Nobody would read it.
  if (/^(GET|HEAD)$/.test(method) && length !== 0) throw malformed("a body");
  return { method, url: urlOf(target, headers), headers, length, isHttp11 };
}

/** Of the path alone, to the letter; the host that a target names counts for more than the header (RFC 9112 section 3.2.2). */
function urlOf(target: string, headers: Headers): URL {
  const [, host, path = target] = ABSOLUTE.exec(target) ?? [];
  if (host !== undefined) headers.set("host", host);
  const url = URL.parse(`http://localhost${path}`);
  if (url === null || url.pathname !== path.split("?")[0]) {
    throw malformed("the target");
  }
  return url;
}

function headersOf(lines: readonly string[]): Headers {
  const headers = new Headers();
  for (const line of lines) {
    const [, name, value] = /^([^:]+):(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw malformed("a header");
    try {
      headers.append(name, value);
    } catch {
      throw malformed("a header");
    }
  }
  return headers;
}

function lengthOf(headers: Headers, isHttp11: boolean): number | "chunked" {
  const coding = headers.get("transfer-encoding");
  const length = headers.get("content-length");
  if (coding === null) {
    if (!/^\d{1,15}$/.test(length ?? "0")) throw malformed("content-length");
    return Number(length ?? 0);
  }
  if (length !== null || coding.toLowerCase() !== "chunked" || !isHttp11) {
    throw malformed("transfer-encoding");
  }
  return "chunked";
}

/**
 * The bytes of a body as they come.
 *
 * @throws {HttpError} `malformed`, `too_large`, `client_gone`
 */
export async function* bodyOf(
  inbox: Inbox,
  length: number | "chunked",
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (length !== "chunked") return yield* sized(inbox, length);
  for (;;) {
    const line = await inbox.takeUntil("\r\n", MAX_LINE_BYTES);
    const [, size] = /^([\da-f]{1,8})[\t ]*(;.*)?$/i.exec(line) ?? [];
    if (size === undefined) throw malformed("the size of a chunk");
    if (Number(`0x${size}`) === 0) break;
    yield* sized(inbox, Number(`0x${size}`));
    if (await inbox.takeUntil("\r\n", 0) !== "") throw malformed("a chunk");
  }
  // What follows the last chunk says nothing to us.
  for (let left = MAX_LINE_BYTES;;) {
    const line = await inbox.takeUntil("\r\n", left);
    if (line === "") return;
    left = Math.max(0, left - line.length);
  }
}

async function* sized(
  inbox: Inbox,
  length: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let left = length; left > 0;) {
    const part = await inbox.take(left);
    left -= part.length;
    yield part;
  }
}

function malformed(what: string): HttpError {
  return new HttpError("malformed", `${what} is not as HTTP has it`);
}

const encoder = new TextEncoder();
const CRLF = encoder.encode("\r\n");

/** What comes before the body of a response; a reason is of no use to anybody. */
export function writeHead(status: number, headers: Headers): Uint8Array {
  const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`);
  return encoder.encode(`HTTP/1.1 ${status} \r\n${lines.join("")}\r\n`);
}

/** A part of a body as a chunk; an empty one ends the body. */
export function writeChunk(part: Uint8Array): Uint8Array {
  const size = encoder.encode(`${part.length.toString(16)}\r\n`);
  return joined(size, part, CRLF);
}
