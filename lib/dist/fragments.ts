/**
 * Reassembles fragmented messages (distribution protocol, "Distribution Header
 * for fragmented messages").
 *
 * @module
 */

import type { Atom } from "../etf/mod.ts";
import { broken } from "./errors.ts";

/** A complete message body: control message, payload, and the atoms they refer to. */
export interface Body {
  /** The message. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Offset of the control message in `bytes`. */
  readonly offset: number;
  /** The atoms of the distribution header, by index. */
  readonly atoms: readonly Atom[];
  /** Bytes missing at the end, because the message exceeded the limit. @default {0} */
  readonly lost?: number;
}

/** Maximum sequences open at once. */
const MAX_SEQUENCES = 1024;
const MAX_BYTES = 64 * 1024 * 1024;

interface Sequence {
  readonly first: Uint8Array;
  /** The following fragments; empty if they exceeded the limit. */
  readonly rest: Uint8Array[];
  readonly atoms: readonly Atom[];
  /** Number of the fragment expected next; they count down to 1. */
  expected: bigint;
  /** Bytes in `rest`. */
  held: number;
  /** Bytes dropped; once above 0, every further fragment is dropped too. */
  lost: number;
}

/** The open sequences of one link. */
export class Fragments {
  readonly #open = new Map<bigint, Sequence>();
  readonly #maxBytes: number;
  #held = 0;
  #heldFirst = 0;

  /** Holds at most `maxBytes` in first fragments, and as many again in all others. */
  constructor(maxBytes: number = MAX_BYTES) {
    this.#maxBytes = maxBytes;
  }

  /** Number of incomplete sequences. */
  get open(): number {
    return this.#open.size;
  }

  /**
   * Adds the first of `count` fragments; returns the message if it is the only one.
   *
   * @throws {DistError} `protocol_error`
   */
  first(sequence: bigint, count: bigint, body: Body): Body | undefined {
    if (sequence === 0n) throw broken("a fragment of sequence 0");
    if (count < 1n) throw broken(`a message of ${count} fragments`);
    if (this.#open.has(sequence)) {
      throw broken(`a second first fragment of sequence ${sequence}`);
    }
    if (count === 1n) return body;
    if (this.#open.size >= MAX_SEQUENCES) {
      throw broken(`more than ${MAX_SEQUENCES} fragmented messages at once`);
    }
    const first = body.bytes.subarray(body.offset);
    if (this.#heldFirst + first.length > this.#maxBytes) {
      throw broken(`more than ${this.#maxBytes} bytes in first fragments`);
    }
    this.#heldFirst += first.length;
    const { atoms } = body;
    const expected = count - 1n;
    this.#open.set(sequence, {
      first,
      rest: [],
      atoms,
      expected,
      held: 0,
      lost: 0,
    });
    return undefined;
  }

  /**
   * Adds a further fragment; returns the message if it was the last.
   *
   * @throws {DistError} `protocol_error`
   */
  next(
    sequence: bigint,
    fragment: bigint,
    part: Uint8Array,
  ): Body | undefined {
    const found = this.#open.get(sequence);
    if (!found) {
      throw broken(`fragment ${fragment} of unknown sequence ${sequence}`);
    }
    if (fragment !== found.expected) {
      throw broken(
        `fragment ${fragment} of sequence ${sequence} instead of ${found.expected}`,
      );
    }
    this.#hold(found, part);
    found.expected--;
    if (fragment !== 1n) return undefined;
    this.#open.delete(sequence);
    this.#held -= found.held;
    this.#heldFirst -= found.first.length;
    const bytes = new Uint8Array(found.first.length + found.held);
    let at = 0;
    for (const piece of [found.first, ...found.rest]) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return { bytes, offset: 0, atoms: found.atoms, lost: found.lost };
  }

  /** Keeps a fragment, or drops the message above the limit; its first fragment, which says whom it is for, is kept. */
  #hold(sequence: Sequence, part: Uint8Array): void {
    if (sequence.lost === 0 && this.#held + part.length <= this.#maxBytes) {
      sequence.rest.push(part);
      sequence.held += part.length;
      this.#held += part.length;
      return;
    }
    this.#held -= sequence.held;
    sequence.lost += sequence.held + part.length;
    sequence.held = 0;
    sequence.rest.length = 0;
  }
}
