/**
 * MCP over standard input and output, on Deno's web streams.
 *
 * The SDK's own transport drops requests in flight when input ends, and fails on a long
 * line or a closed output. This one answers all requests before it closes, and survives
 * invalid input.
 *
 * @module
 */

import type { JSONRPCMessage, Transport } from "@modelcontextprotocol/server";
import {
  readMessages,
  type Refusal,
  refusalText,
  tooLong,
} from "./incoming.ts";

/** Options for {@linkcode StdioTransport}. */
export interface StdioOptions {
  /** Messages from the client. @default {standard input} */
  readonly input?: ReadableStream<Uint8Array>;
  /** Messages to the client. @default {standard output} */
  readonly output?: WritableStream<Uint8Array>;
  /** Maximum length of a line, in bytes. @default {16_777_216} */
  readonly maxMessageBytes?: number;
  /** How long to wait for answers after the end of input, in ms. @default {30_000} */
  readonly drainMs?: number;
  /** Called once the first answer is out; messages that do not open the connection wait for it. */
  readonly prepare?: () => Promise<void>;
}

/** Methods that need nothing that has to be prepared. */
const OPENING: ReadonlySet<string> = new Set(["initialize", "server/discover"]);

/** Connection to one client over standard input and output. */
export class StdioTransport implements Transport {
  /** Called when the connection has closed. */
  onclose?: () => void;
  /** Called with errors, for logging. */
  onerror?: (error: Error) => void;
  /** Called with each message from the client. */
  onmessage?: (message: JSONRPCMessage) => void;
  readonly #reader: ReadableStream<Uint8Array>;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #maxMessageBytes: number;
  readonly #drainMs: number;
  readonly #prepare: () => Promise<void>;
  /** Ends when all is prepared and the messages so far are delivered. */
  #delivered: Promise<void> | undefined;
  /** Number of unanswered requests for each id, which a client may use twice. */
  readonly #unanswered = new Map<string | number, number>();
  readonly #ended = Promise.withResolvers<void>();
  #idle: (() => void) | undefined;
  #isClosed = false;

  /** Creates a transport; {@linkcode StdioTransport.start} starts reading. */
  constructor(options: StdioOptions = {}) {
    this.#reader = options.input ?? Deno.stdin.readable;
    this.#writer = (options.output ?? Deno.stdout.writable).getWriter();
    this.#maxMessageBytes = options.maxMessageBytes ?? 16 * 1024 * 1024;
    this.#drainMs = options.drainMs ?? 30_000;
    this.#prepare = options.prepare ?? ((): Promise<void> => Promise.resolve());
  }

  /** Resolves when the connection has closed, for whatever reason. */
  get closed(): Promise<void> {
    return this.#ended.promise;
  }

  /** Starts reading. */
  start(): Promise<void> {
    // Some releases of Deno do not report the first write to a closed pipe.
    this.#writer.closed.catch(() => this.close());
    this.#receive();
    return Promise.resolve();
  }

  /**
   * Writes a message as one line.
   *
   * @throws {Error} if the output is closed; the connection is closed then
   */
  async send(message: JSONRPCMessage): Promise<void> {
    await this.#write(JSON.stringify(message));
    this.#prepared();
    if (!("method" in message) && message.id !== undefined) {
      this.#settle(message.id);
    }
  }

  /** Closes the connection; unanswered calls get no answer. */
  close(): Promise<void> {
    if (!this.#isClosed) {
      this.#isClosed = true;
      this.#idle?.();
      this.onclose?.();
      this.#ended.resolve();
    }
    return Promise.resolve();
  }

  async #receive(): Promise<void> {
    try {
      for await (const line of lines(this.#reader, this.#maxMessageBytes)) {
        if (this.#isClosed) return;
        this.#accept(line);
      }
    } catch (error) {
      this.#report(error);
    }
    await this.#drain();
    await this.close();
  }

  #accept(line: string | Ends): void {
    if (typeof line !== "string") {
      return this.#refuse(tooLong(line.head, line.tail, this.#maxMessageBytes));
    }
    if (line.trim() === "") return;
    for (const incoming of readMessages(line)) {
      if ("message" in incoming) this.#deliver(incoming.message);
      else if ("refusal" in incoming) this.#refuse(incoming.refusal);
      else this.#report(incoming.dropped);
    }
  }

  /** Passes a message on; counts unanswered requests, except subscriptions, which are never answered. */
  #deliver(message: JSONRPCMessage): void {
    const opens = "method" in message && OPENING.has(message.method);
    if ("method" in message) {
      const { method, params } = message;
      if ("id" in message && method !== "subscriptions/listen") {
        const { id } = message;
        this.#unanswered.set(id, (this.#unanswered.get(id) ?? 0) + 1);
      }
      const cancelled = params?.requestId;
      if (
        method === "notifications/cancelled" &&
        (typeof cancelled === "string" || typeof cancelled === "number")
      ) this.#settle(cancelled);
    }
    const pass = (): void => {
      try {
        this.onmessage?.(message);
      } catch (error) {
        this.#report(error);
      }
    };
    if (opens && this.#delivered === undefined) return pass();
    this.#delivered = this.#prepared().then(pass);
  }

  #prepared(): Promise<void> {
    return this.#delivered ??= this.#prepare()
      .catch((error) => this.#report(error));
  }

  #settle(id: string | number): void {
    const left = (this.#unanswered.get(id) ?? 0) - 1;
    if (left > 0) this.#unanswered.set(id, left);
    else this.#unanswered.delete(id);
    if (this.#unanswered.size === 0) this.#idle?.();
  }

  /** Waits until every request is answered, for at most `drainMs`. */
  async #drain(): Promise<void> {
    if (this.#unanswered.size === 0 || this.#isClosed) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#idle = resolve;
    const timer = setTimeout(resolve, this.#drainMs);
    await promise;
    clearTimeout(timer);
  }

  #refuse(refusal: Refusal): void {
    this.#report(refusal.message);
    this.#write(refusalText(refusal)).catch((error) => this.#report(error));
  }

  async #write(json: string): Promise<void> {
    const bytes = new TextEncoder().encode(`${json}\n`);
    try {
      await this.#writer.write(bytes);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  #report(error: unknown): void {
    this.onerror?.(error instanceof Error ? error : new Error(String(error)));
  }
}

const NEWLINE = 10;

/** Bytes kept of the start and of the end of a line that is too long. */
const END_BYTES = 1024;

/** A line that is too long, reduced to its start and end. */
export interface Ends {
  /** Its start. */
  readonly head: string;
  /** Its end. */
  readonly tail: string;
}

/**
 * Yields the lines of a stream without their line ends, including an unterminated last
 * one. A line longer than `maxBytes` is reduced to its start and end as it arrives.
 */
export async function* lines(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<string | Ends> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    let from = 0;
    for (;;) {
      const end = chunk.indexOf(NEWLINE, from);
      const part = chunk.slice(from, end < 0 ? undefined : end);
      if (part.length > 0) parts.push(part);
      size += part.length;
      if (size > maxBytes) parts = endsOf(parts);
      if (end < 0) break;
      yield textOf(parts, size > maxBytes);
      [parts, size, from] = [[], 0, end + 1];
    }
  }
  if (size > 0) yield textOf(parts, size > maxBytes);
}

/** The first and the last bytes. */
function endsOf(parts: readonly Uint8Array[]): Uint8Array[] {
  const whole = new Uint8Array(
    parts.reduce((sum, { length }) => sum + length, 0),
  );
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return [whole.slice(0, END_BYTES), whole.slice(-END_BYTES)];
}

function textOf(
  parts: readonly Uint8Array[],
  isTooLong: boolean,
): string | Ends {
  const decoder = new TextDecoder();
  if (isTooLong) {
    const [head = "", tail = ""] = parts.map((part) => decoder.decode(part));
    return { head, tail };
  }
  let text = "";
  for (const part of parts) text += decoder.decode(part, { stream: true });
  return text + decoder.decode();
}
