/**
 * An Erlang script that answers terms with terms over its standard input and
 * output, in packets of four length bytes.
 *
 * @module
 */

import { decode, encode, type Term } from "../../lib/etf/mod.ts";

/** A running script; it must end with its input. */
export class TermPipe implements AsyncDisposable {
  readonly #child: Deno.ChildProcess;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #reader: ReadableStreamBYOBReader;

  /** Starts `escript` with it. */
  constructor(script: URL) {
    this.#child = new Deno.Command("escript", {
      args: [decodeURIComponent(script.pathname)],
      stdin: "piped",
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    this.#writer = this.#child.stdin.getWriter();
    this.#reader = this.#child.stdout.getReader({ mode: "byob" });
  }

  /** One question, one answer. */
  async ask(question: Term): Promise<Term> {
    const request = encode(question);
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, request.length);
    await this.#writer.write(length);
    await this.#writer.write(request);
    const head = await this.#take(4);
    const size = new DataView(head.buffer, head.byteOffset).getUint32(0);
    return decode(await this.#take(size));
  }

  /** Ends the process, if it has not ended by a crash. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#writer.close().catch(() => {});
    await this.#reader.cancel();
    await this.#child.status;
  }

  async #take(count: number): Promise<Uint8Array> {
    const { value } = await this.#reader.read(new Uint8Array(count), {
      min: count,
    });
    if (value === undefined || value.length < count) {
      throw new Error("OTP ended");
    }
    return value;
  }
}
