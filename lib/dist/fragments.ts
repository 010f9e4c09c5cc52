/**
 * Puts fragmented messages together again (distribution protocol,
 * "Distribution Header for fragmented messages").
 *
 * @module
 */

import type { Atom } from "../etf/mod.ts";
import { DistError } from "./errors.ts";

/** A whole message body: the control message and its payload, and the atoms they refer to. */
export interface Body {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where the control message begins in `bytes`. */
  readonly offset: number;
  /** The atoms of the distribution header, by index. */
  readonly atoms: readonly Atom[];
  /** Bytes at its end that were let go, because the message is too large to hold. @default {0} */
  readonly lost?: number;
}

/** Limits on messages that are still incomplete. */
export interface FragmentLimits {
  /** Sequences open at once. @default {1024} */
  maxSequences?: number;
  /** Bytes held in all of them, besides the first fragment of each. @default {67108864} */
  maxBytes?: number;
}

interface Sequence {
  readonly first: Uint8Array;
  /** What followed, unless it became too much. */
  readonly rest: Uint8Array[];
  readonly atoms: readonly Atom[];
  /** The fragment expected next; they count down to 1. */
  expected: bigint;
  /** Bytes in `rest`. */
  held: number;
  /** Bytes let go; once there are any, all that follow are. */
  lost: number;
}

/** The open sequences of one link. */
export class Fragments {
  readonly #open = new Map<bigint, Sequence>();
  readonly #maxSequences: number;
  readonly #maxBytes: number;
  #held = 0;
  #heldFirst = 0;

  /** No sequence is open at first. */
  constructor(limits: FragmentLimits = {}) {
    this.#maxSequences = limits.maxSequences ?? 1024;
    this.#maxBytes = limits.maxBytes ?? 64 * 1024 * 1024;
  }

  /** Sequences not complete yet. */
  get open(): number {
    return this.#open.size;
  }

  /**
   * The first fragment of a message of `count` fragments; the message, if it is the only one.
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
    if (this.#open.size >= this.#maxSequences) {
      throw broken(
        `more than ${this.#maxSequences} fragmented messages at once`,
      );
    }
    const first = body.bytes.subarray(body.offset);
    if (this.#heldFirst + first.length > this.#maxBytes) {
      throw broken(`more than ${this.#maxBytes} bytes in first fragments`);
    }
    this.#heldFirst += first.length;
    this.#open.set(sequence, {
      first,
      rest: [],
      atoms: body.atoms,
      expected: count - 1n,
      held: 0,
      lost: 0,
    });
    return undefined;
  }

  /**
   * A further fragment; the message, if it was the last.
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
        `fragment ${fragment} of sequence ${sequence} where ${found.expected} was due`,
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

  /** Of a message too large to hold, the first fragment is kept: it tells whom the message is for. */
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

function broken(what: string): DistError {
  return new DistError("protocol_error", `the peer sent ${what}`);
}
