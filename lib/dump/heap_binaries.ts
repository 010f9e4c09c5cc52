/**
 * Binaries of a dump: on a heap, outside of it, or a part of either.
 *
 * @module
 */

import type { Term } from "../etf/mod.ts";
import {
  type Losses,
  type Surroundings,
  termAt,
  type TermLimits,
  wantedKey,
} from "./around.ts";
import { encodedLength, fromBase64 } from "./base64.ts";
import { type Cursor, Damaged } from "./cursor.ts";

/** Reads binaries. */
export class HeapBinaries {
  readonly #around: Surroundings;
  readonly #limits: TermLimits;
  readonly #losses: Losses;

  constructor(around: Surroundings, limits: TermLimits, losses: Losses) {
    this.#around = around;
    this.#limits = limits;
    this.#losses = losses;
  }

  /** `hSIZE:BASE64` on the heap, `cADDRESS:OFFSET:SIZE` outside it, `s…` a part of either. */
  read(cursor: Cursor): Term {
    const kind = cursor.next();
    const first = cursor.hex();
    cursor.expect(":");
    if (kind === "h") return this.#bytes(cursor, 0, first, first);
    const offset = cursor.hex();
    cursor.expect(":");
    const size = cursor.hex();
    const holder = this.#around.isOutside(first)
      ? undefined
      : termAt(this.#around, first);
    if (holder?.next() === "Y") {
      // A part refers to a binary on the heap, or to one that refers to another outside it.
      const inner = holder.next();
      const length = holder.hex();
      holder.expect(":");
      if (inner === "h") return this.#bytes(holder, offset, size, length);
      const start = holder.hex();
      return this.#outside({ address: length, offset: start + offset, size });
    }
    return this.#outside({ address: first, offset, size });
  }

  #outside(
    { address, offset, size }: {
      address: number;
      offset: number;
      size: number;
    },
  ): Term {
    const length = Math.min(size, this.#limits.maxBinary);
    const wanted = { address, offset, length };
    const bytes = this.#around.binaries.get(wantedKey(wanted));
    if (bytes === undefined) {
      this.#losses.wanted.set(wantedKey(wanted), wanted);
      return this.#losses.absent(size);
    }
    return bytes.length < size
      ? this.#losses.cut("binary", size, bytes)
      : bytes;
  }

  /** A part of `length` bytes in base64 at the cursor. */
  #bytes(cursor: Cursor, offset: number, size: number, length: number): Term {
    if (offset + size > length) throw new Damaged("part outside");
    const end = offset + Math.min(size, this.#limits.maxBinary);
    const skipped = Math.floor(offset / 3);
    cursor.take(skipped * 4);
    const text = cursor.take(encodedLength(end - skipped * 3));
    this.#losses.spend(text.length);
    const bytes = fromBase64(text)
      .subarray(offset - skipped * 3, end - skipped * 3);
    return bytes.length < size
      ? this.#losses.cut("binary", size, bytes)
      : bytes;
  }
}
