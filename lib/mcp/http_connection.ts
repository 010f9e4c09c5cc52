/**
 * One HTTP/1.1 connection: a request at a time, each answered before the next
 * is read, with a deadline for whatever the client has to do.
 *
 * @module
 */

import { HttpError } from "./errors.ts";
import { Inbox } from "./http_inbox.ts";
import {
  bodyOf,
  type Head,
  parseHead,
  writeChunk,
  writeHead,
} from "./http_message.ts";

/** What a connection is made from. */
export interface ConnectionOptions {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Told of what went wrong on our side. */
  readonly onError: (error: unknown) => void;
  /** Told when it begins to wait for its client, and when it does no more. */
  readonly onWait: (waits: boolean) => void;
  /** How long the head of a request may be, in bytes. */
  readonly maxHeaderBytes: number;
  /** How long a head may take to arrive, in ms. */
  readonly timeoutMs: number;
}

/** How long a client may do nothing between requests, or not read its answer, in ms. */
const PATIENCE_MS = 60_000;

/** How long one may go on to send what nobody reads, so that it can read why, in ms. */
const LINGER_MS = 1000;

/** How much of further requests is kept while one is answered, in bytes. */
const MAX_AHEAD_BYTES = 65_536;

/** A connection, from its first request to its end. */
export class HttpConnection {
  readonly #conn: Deno.TcpConn;
  readonly #options: ConnectionOptions;
  readonly #inbox: Inbox;
  /** Whether a request of it was answered with more than a refusal. */
  hasServed = false;
  #isLast = false;
  #isEnded = false;
  #isBodyRead = true;
  /** Ends the wait for the client that is under way. */
  #giveUp: (() => void) | undefined;
  /** Of the request that is under way: nobody is there to read its answer. */
  #gone: AbortController | undefined;

  /** Reads nothing yet. */
  constructor(conn: Deno.TcpConn, options: ConnectionOptions) {
    this.#conn = conn;
    this.#options = options;
    this.#inbox = new Inbox(conn);
  }

  /** Serves until it has ended. */
  async run(): Promise<void> {
    try {
      this.#conn.setNoDelay(true);
      this.#conn.setKeepAlive(true);
      let patienceMs = this.#options.timeoutMs;
      while (await this.#exchange(patienceMs)) patienceMs = PATIENCE_MS;
    } catch (error) {
      this.#gone?.abort();
      if (!(error instanceof HttpError)) this.#options.onError(error);
    } finally {
      this.close();
    }
  }

  /** Ends it once it has answered what is under way. */
  finish(): void {
    this.#isLast = true;
    if (this.#gone === undefined) this.close();
  }

  /** Ends it. */
  close(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#conn.close();
    this.#gone?.abort();
    this.#giveUp?.();
  }

  /** One request and its answer; whether another may follow. */
  async #exchange(patienceMs: number): Promise<boolean> {
    this.#options.onWait(true);
    const head = await this.#head(patienceMs);
    if (head === undefined) return false;
    if (typeof head === "number") return await this.#dismiss(head);
    this.#options.onWait(false);
    const gone = this.#gone = new AbortController();
    const response = await this.#answer(head, gone);
    const keeps = head.isHttp11 && this.#isBodyRead && !this.#isLast &&
      ![head.headers, response.headers].some(saysClose);
    await this.#send(head, response, keeps, gone.signal);
    this.#gone = undefined;
    this.hasServed ||= response.ok;
    if (!this.#isBodyRead) return await this.#linger();
    return keeps && !this.#isLast;
  }

  /** The head of the next request, or the status that refuses it; `undefined` at the end. */
  async #head(patienceMs: number): Promise<Head | number | undefined> {
    const { timeoutMs, maxHeaderBytes } = this.#options;
    const isThere = this.#inbox.size > 0 ||
      await this.#within(patienceMs, this.#inbox.more());
    if (!isThere) return undefined;
    try {
      const lines = this.#inbox.takeUntil("\r\n\r\n", maxHeaderBytes);
      const text = await this.#within(timeoutMs, lines);
      return text === undefined ? 408 : parseHead(text);
    } catch (error) {
      return statusOf(error);
    }
  }

  /** What there is to answer, and be it that something went wrong. */
  async #answer(head: Head, gone: AbortController): Promise<Response> {
    const answer = this.#options.fetch(this.#request(head, gone));
    try {
      return await Promise.race([answer, aborted(gone.signal)]);
    } catch (error) {
      if (gone.signal.aborted || isGone(error)) {
        answer.then(({ body }) => body?.cancel()).catch(() => {});
        throw clientGone();
      }
      let status = statusOf(error);
      if (status === undefined) {
        this.#options.onError(error);
        status = 500;
      }
      return new Response(null, { status });
    }
  }

  #request(head: Head, gone: AbortController): Request {
    const { method, url, headers, length } = head;
    this.#isBodyRead = length === 0;
    if (this.#isBodyRead) this.#watch(gone);
    return new Request(url, {
      method,
      headers,
      signal: gone.signal,
      ...length !== 0 && { body: ReadableStream.from(this.#body(head, gone)) },
    });
  }

  async *#body(
    { headers, length, isHttp11 }: Head,
    gone: AbortController,
  ): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    if (isHttp11 && headers.get("expect")?.toLowerCase() === "100-continue") {
      await this.#write(writeHead(100, new Headers()));
    }
    this.#options.onWait(true);
    yield* bodyOf(this.#inbox, length);
    this.#options.onWait(false);
    this.#isBodyRead = true;
    this.#watch(gone);
  }

  /** Reads on while a request is answered, since that alone tells whether the client is there. */
  async #watch(gone: AbortController): Promise<void> {
    while (this.#inbox.size < MAX_AHEAD_BYTES) {
      const isThere = await this.#inbox.more();
      if (this.#gone !== gone) return;
      if (!isThere) return gone.abort();
    }
  }

  /** Writes a response no faster than it is read. */
  async #send(
    { isHttp11, method }: Head,
    { status, headers: given, body }: Response,
    keeps: boolean,
    gone: AbortSignal,
  ): Promise<void> {
    const headers = new Headers(given);
    headers.set("date", new Date().toUTCString());
    if (!keeps) headers.set("connection", "close");
    if (body !== null && isHttp11) headers.set("transfer-encoding", "chunked");
    else if (body === null && status !== 204) {
      headers.set("content-length", "0");
    }
    const reader = body?.getReader();
    const stop = (): void => void reader?.cancel().catch(() => {});
    gone.addEventListener("abort", stop, { once: true });
    if (gone.aborted) stop();
    await this.#write(writeHead(status, headers));
    if (method === "HEAD") return stop();
    for (;;) {
      const { done, value } = await reader?.read() ?? { done: true };
      if (gone.aborted) throw clientGone();
      if (done) break;
      // An empty chunk would be the last.
      if (value.length === 0) continue;
      await this.#write(isHttp11 ? writeChunk(value) : value);
    }
    if (body !== null && isHttp11) await this.#write(END_OF_CHUNKS);
  }

  async #dismiss(status: number): Promise<boolean> {
    const headers = { "connection": "close", "content-length": "0" };
    await this.#write(writeHead(status, new Headers(headers)));
    return await this.#linger();
  }

  /** Lets the client read its answer, which it may not if we closed while it sends. */
  async #linger(): Promise<false> {
    this.#options.onWait(true);
    const rest = async (): Promise<void> => {
      await this.#conn.closeWrite();
      while (await this.#inbox.more()) this.#inbox.clear();
    };
    await this.#within(LINGER_MS, rest().catch(() => {}));
    return false;
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#options.onWait(true);
    const written = writeAll(this.#conn, bytes).then(() => true, () => false);
    if (!await this.#within(PATIENCE_MS, written)) throw clientGone();
    this.#options.onWait(false);
  }

  /** What comes of the work; `undefined` when it takes too long, or at the end. */
  async #within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const giveUp = this.#giveUp = (): void => resolve(undefined);
    const timer = setTimeout(giveUp, ms);
    // What it does later is of no matter.
    work.catch(() => {});
    try {
      return await Promise.race([work, promise]);
    } finally {
      clearTimeout(timer);
    }
  }
}

const END_OF_CHUNKS = writeChunk(new Uint8Array());

function saysClose(headers: Headers): boolean {
  return /\bclose\b/i.test(headers.get("connection") ?? "");
}

/** How a client is told what is wrong with what it sent. */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof HttpError)) return undefined;
  switch (error.code) {
    case "malformed":
      return 400;
    case "too_large":
      return 431;
    case "client_gone":
      return undefined;
    default:
      return error.code satisfies never;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof HttpError && error.code === "client_gone";
}

function clientGone(): HttpError {
  return new HttpError("client_gone", "nobody is there to read the answer");
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(clientGone()), {
      once: true,
    });
  });
}

async function writeAll(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}
