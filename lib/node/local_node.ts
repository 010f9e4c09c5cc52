/**
 * Ourselves on one link: a name, a creation, and the pids and references made
 * under them.
 *
 * @module
 */

import { randomInt } from "node:crypto";
import { type Atom, atom, Pid, Reference } from "../etf/mod.ts";

/** OTP 23 refuses larger ones; later releases take them too. */
const MAX_ID = 0x7fff;
const MAX_SERIAL = 0x1fff;

/** A creation: 0 to 3 are reserved for nodes of long ago. */
export function newCreation(): number {
  return randomInt(4, 2 ** 32);
}

/** Makes pids and references that no other call on this link carries. */
export class LocalNode {
  readonly name: Atom;
  readonly creation: number;
  readonly #salt = randomInt(2 ** 32);
  #nextPid = 0;
  #nextReference = 0;

  /** The node `name`, as the peer knows it. */
  constructor(name: string, creation: number) {
    this.name = atom(name);
    this.creation = creation;
  }

  /** A pid that was not handed out for some 268 million calls. */
  newPid(): Pid {
    const n = this.#nextPid++;
    const id = (n % MAX_ID) + 1;
    const serial = Math.floor(n / MAX_ID) % (MAX_SERIAL + 1);
    return new Pid(this.name, id, serial, this.creation);
  }

  /** Whether a pid was handed out here, as far as can be told. */
  handedOut({ node, id, serial, creation }: Pid): boolean {
    return node === this.name && creation === this.creation &&
      (this.#nextPid > MAX_ID * (MAX_SERIAL + 1) ||
        serial * MAX_ID + id <= this.#nextPid);
  }

  /** A reference never handed out before on this link. */
  newReference(): Reference {
    const n = this.#nextReference++;
    const low = n % 0x40000;
    const high = Math.floor(n / 0x40000) % 2 ** 32;
    return new Reference(this.name, [low, high, this.#salt], this.creation);
  }
}
