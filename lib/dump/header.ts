/**
 * The start of a dump: why and when it was made, and by which system.
 *
 * @module
 */

import type { OnLine } from "./scanner.ts";
import { textIn } from "./text.ts";

/** What a dump says about itself. */
export interface Header {
  /** When it was made, in the node's local time: `Mon Nov 30 04:49:53 2026`. */
  readonly time: string | undefined;
  /** Why the node ended; may have several lines. */
  readonly slogan: string | undefined;
  /** `Erlang/OTP 25 [erts-13.1.5] [64-bit] …` */
  readonly systemVersion: string | undefined;
  /** OTP release: `25`. */
  readonly release: string | undefined;
  /** Bytes in a word: 8, or 4 on a 32-bit system. */
  readonly wordSize: number;
  /** Libraries with native code, of which a fault can end the node. */
  readonly taints: string | undefined;
  /** Number of atoms. */
  readonly atoms: number | undefined;
  /** Thread that made the dump: `scheduler:2`. */
  readonly callingThread: string | undefined;
}

/** Maximum length of a slogan, in characters, and size of the lines up to the system version. */
const MAX_SLOGAN = 1023;
const MAX_START = 4500;

/** Reads the header's lines. */
export class HeaderLines {
  readonly #start: string[] = [];
  readonly #fields = new Map<string, string>();
  #size = 0;

  /** Whether the slogan may go on: its lines may look like headings. */
  get inSlogan(): boolean {
    return !this.#fields.has("System version") && this.#size < MAX_START;
  }

  /** Reads a line. */
  readonly line: OnLine = (bytes, start, end, piece) => {
    if (piece > 0) return;
    const text = textIn(bytes, start, end, 4096);
    this.#size += text.length + 1;
    const [, key, value] =
      /^(System version|Compiled|Taints|Atoms|Calling Thread): ?(.*)$/
        .exec(text) ?? [];
    if (key !== undefined && value !== undefined) {
      if (!this.#fields.has(key)) this.#fields.set(key, value.trim());
    } else if (this.inSlogan) this.#start.push(text);
  };

  /** What has been read. */
  get header(): Header {
    const [first, ...rest] = this.#start;
    const isTime = first !== undefined && !first.startsWith("Slogan: ");
    const slogan = (isTime ? rest : this.#start).join("\n")
      .replace(/^Slogan: ?/, "");
    const get = (key: string): string | undefined =>
      this.#fields.get(key) || undefined;
    const system = get("System version");
    const atoms = get("Atoms");
    return {
      time: isTime ? first : undefined,
      slogan: Array.from(slogan).slice(0, MAX_SLOGAN).join("") || undefined,
      systemVersion: system,
      release: /^Erlang(?:\/OTP | (?=R))(\S+)/.exec(system ?? "")?.[1],
      wordSize: system?.includes("[64-bit]") ?? true ? 8 : 4,
      taints: get("Taints"),
      atoms: atoms !== undefined && /^\d+$/.test(atoms)
        ? Number(atoms)
        : undefined,
      callingThread: get("Calling Thread"),
    };
  }
}
