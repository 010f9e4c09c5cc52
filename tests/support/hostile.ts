/**
 * Damaged bytes, many: only an {@linkcode EtfError} may come of them.
 *
 * @module
 */

import { Decoder, encode, EtfError } from "../../lib/etf/mod.ts";
import { mutations } from "./mutations.ts";

/** What became of the inputs. */
export interface Tally {
  accepted: number;
  /** Refusals by their code. */
  readonly refused: Map<string, number>;
}

/**
 * Decodes that many inputs, and encodes what decodes.
 *
 * @throws {Error} with the input, if anything else than an EtfError is thrown
 */
export function survive(count: number, seed: number): Tally {
  const tally: Tally = { accepted: 0, refused: new Map() };
  for (const bytes of mutations(seed).take(count)) {
    try {
      encode(new Decoder(bytes).readVersioned());
      tally.accepted++;
    } catch (error) {
      if (!isGood(error, bytes)) {
        throw new Error(`seed ${seed}, input ${bytes.toHex()}`, {
          cause: error,
        });
      }
      tally.refused.set(error.code, (tally.refused.get(error.code) ?? 0) + 1);
    }
  }
  return tally;
}

function isGood(error: unknown, bytes: Uint8Array): error is EtfError {
  return error instanceof EtfError && error.offset >= 0 &&
    error.offset <= bytes.length && !error.message.includes("\n");
}
