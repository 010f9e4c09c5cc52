/**
 * Our own node on one link: its name and creation, and the pids and references it
 * creates.
 *
 * @module
 */

import { type Atom, atom, Pid, Reference } from "../etf/mod.ts";

/** Maximum pid numbers that OTP 23 accepts. */
const MAX_ID = 0x7fff;
const MAX_SERIAL = 0x1fff;

/** Returns a random creation; 0 to 3 are reserved for old releases. */
export function newCreation(): number {
  return 4 + randomUint32() % (2 ** 32 - 4);
}

function randomUint32(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

/** Creates the pids and references of one link, each used once. */
export class LocalNode {
  /** Our name. */
  readonly name: Atom;
  /** Our creation. */
  readonly creation: number;
  readonly #salt = randomUint32();
  #nextPid = 0;
  #nextReference = 0;

  /** Takes our name and creation as the peer knows them. */
  constructor(name: string, creation: number) {
    this.name = atom(name);
    this.creation = creation;
  }

  /** Returns a new pid; pids repeat after some 268 million. */
  newPid(): Pid {
    const n = this.#nextPid++;
    const id = (n % MAX_ID) + 1;
    const serial = Math.floor(n / MAX_ID) % (MAX_SERIAL + 1);
    return new Pid(this.name, id, serial, this.creation);
  }

  /** Returns whether {@linkcode LocalNode.newPid} has returned this pid; always `true` for our own once pids repeat. */
  handedOut({ node, id, serial, creation }: Pid): boolean {
    return node === this.name && creation === this.creation &&
      (this.#nextPid > MAX_ID * (MAX_SERIAL + 1) ||
        serial * MAX_ID + id <= this.#nextPid);
  }

  /** Returns a reference that is new on this link. */
  newReference(): Reference {
    const n = this.#nextReference++;
    const low = n % 0x40000;
    const high = Math.floor(n / 0x40000) % 2 ** 32;
    return new Reference(this.name, [low, high, this.#salt], this.creation);
  }
}
