/**
 * OTP's codec to compare ours with.
 *
 * @module
 */

import { atom, binary, type Term, tuple } from "../../lib/etf/mod.ts";
import { TermPipe } from "./term_pipe.ts";

/** What OTP says of terms and bytes. */
export class OtpCodec implements AsyncDisposable {
  readonly #pipe = new TermPipe(
    new URL("./otp_codec.escript", import.meta.url),
  );

  /** For each encoding: how OTP encodes that term, or the atom `badarg`. */
  async recode(encodings: readonly Uint8Array[]): Promise<readonly Term[]> {
    return await this.#ask("recode", encodings);
  }

  /** For each Erlang text and encoding: whether they are the same term to OTP. */
  async means(
    pairs: readonly (readonly [string, Uint8Array])[],
  ): Promise<readonly Term[]> {
    const terms = pairs.map(([text, bytes]) => tuple(binary(text), bytes));
    return await this.#ask("means", terms);
  }

  /** The terms in OTP's order, each as `{Term, EqualToTheOneBefore}`. */
  async sort(terms: readonly Term[]): Promise<readonly Term[]> {
    return await this.#ask("sort", terms);
  }

  /** The encodings of random terms made there. */
  async random(count: number, seed: number): Promise<readonly Uint8Array[]> {
    const answer = await this.#ask("random", count, seed);
    return answer.filter((item) => item instanceof Uint8Array);
  }

  /** Ends the process. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pipe[Symbol.asyncDispose]();
  }

  async #ask(question: string, ...args: Term[]): Promise<readonly Term[]> {
    const answer = await this.#pipe.ask(tuple(atom(question), ...args));
    if (!Array.isArray(answer)) {
      throw new Error("OTP did not answer with a list");
    }
    return answer;
  }
}
