/**
 * The atom caches of a link, one for each direction: once an atom has been sent,
 * later messages refer to it by number (distribution protocol, "Distribution
 * Header").
 *
 * @module
 */

import { type Atom, atoms } from "../etf/mod.ts";
import { broken, DistError } from "./errors.ts";

/** Slots in a cache: 8 segments of 256. */
const SLOTS = 2048;
/** Maximum atoms in a header. */
const MAX_REFERENCES = 255;
const NEW_ENTRY = 8;
const SEGMENT = 7;

/** A decoded header. */
export interface AtomHeader {
  /** The atoms, by index. */
  readonly atoms: readonly Atom[];
  /** Offset of the message body. */
  readonly end: number;
}

/** Cache of the atoms received from the peer. */
export class InCache {
  readonly #slots = new Array<Atom | undefined>(SLOTS).fill(undefined);

  /**
   * Decodes a distribution header from its number of atoms on, and caches the new
   * atoms.
   *
   * @throws {DistError} `protocol_error`
   */
  read(bytes: Uint8Array, offset: number): AtomHeader {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    atoms.admit(MAX_REFERENCES);
    const flags = offset + 1;
    const nibble = (i: number): number => {
      const byte = view.getUint8(flags + (i >> 1));
      return i & 1 ? byte >> 4 : byte & 15;
    };
    try {
      const count = view.getUint8(offset);
      if (count === 0) return { atoms: [], end: flags };
      const long = (nibble(count) & 1) !== 0;
      let at = flags + (count >> 1) + 1;
      const found = new Array<Atom>(count);
      for (let i = 0; i < count; i++) {
        const flag = nibble(i);
        const slot = (flag & SEGMENT) << 8 | view.getUint8(at++);
        if (flag & NEW_ENTRY) {
          const length = long ? view.getUint16(at) : view.getUint8(at);
          at += long ? 2 : 1;
          if (at + length > bytes.length) throw new RangeError("truncated");
          this.#slots[slot] = atoms.find(bytes, at, at + length);
          at += length;
        }
        const atom = this.#slots[slot];
        if (atom === undefined) {
          throw new DistError(
            "protocol_error",
            `the peer referred to slot ${slot} of the atom cache, which it never filled`,
          );
        }
        found[i] = atom;
      }
      return { atoms: found, end: at };
    } catch (cause) {
      if (cause instanceof DistError) throw cause;
      throw broken(
        "a distribution header that is truncated or contains a malformed atom",
        cause,
      );
    }
  }
}

/** Cache of the atoms sent to the peer, and the header of the next message, filled while its body is encoded. */
export class OutCache {
  readonly #slots = new Array<Atom | undefined>(SLOTS).fill(undefined);
  readonly #indexBySlot = new Map<number, number>();
  #entries: { slot: number; atom: Atom; isNew: boolean }[] = [];
  /** Whether the lengths of new atoms need two bytes. */
  #long = false;

  /** Starts the header of the next message; messages must be sent in this order. */
  begin(): void {
    this.#indexBySlot.clear();
    this.#entries = [];
    this.#long = false;
  }

  /** Returns the index to send for `atom`, or `undefined` if it must be sent in full. */
  indexOf(atom: Atom): number | undefined {
    const slot = (atom.hash >>> 0) % SLOTS;
    const index = this.#indexBySlot.get(slot);
    // A header cannot hold two atoms of the same slot.
    if (index !== undefined) {
      return this.#entries[index]?.atom === atom ? index : undefined;
    }
    if (this.#entries.length === MAX_REFERENCES) return undefined;
    this.#indexBySlot.set(slot, this.#entries.length);
    const isNew = this.#slots[slot] !== atom;
    if (isNew && atom.byteLength > 255) this.#long = true;
    return this.#entries.push({ slot, atom, isNew }) - 1;
  }

  /** Encodes the header, from the number of atoms on. */
  bytes(): Uint8Array<ArrayBuffer> {
    const count = this.#entries.length;
    if (count === 0) return Uint8Array.of(0);
    const flags: number[] = [];
    const references: number[] = [];
    for (const { slot, atom, isNew } of this.#entries) {
      flags.push((isNew ? NEW_ENTRY : 0) | slot >> 8);
      references.push(slot & 255);
      if (!isNew) continue;
      const { utf8 } = atom;
      if (this.#long) references.push(utf8.length >> 8);
      references.push(utf8.length & 255, ...utf8);
    }
    flags.push(this.#long ? 1 : 0);
    const header: number[] = [count];
    for (let i = 0; i <= count; i += 2) {
      header.push((flags[i] ?? 0) | (flags[i + 1] ?? 0) << 4);
    }
    return Uint8Array.from(header.concat(references));
  }

  /** Caches the header's atoms; call it only if the message is sent. */
  commit(): void {
    for (const { slot, atom } of this.#entries) this.#slots[slot] = atom;
  }
}
