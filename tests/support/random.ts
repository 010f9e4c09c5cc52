/**
 * What chance decides in tests follows from one seed. A test that fails prints
 * it, and takes it back:
 *
 *     SEED=123 deno test --config tests/deno.json --allow-all FILE
 *
 * @module
 */

import fc from "fast-check";

/** The seed of this run: `SEED` of the environment, or another one each time. */
export const SEED: number = Number(
  Deno.env.get("SEED") || Math.floor(Math.random() * 2 ** 31),
);

/** How to run what failed again, for its message. */
export const AGAIN = `again with SEED=${SEED}`;

/** Properties and what they are made of; from here, so that they keep to {@linkcode SEED}. */
export { fc };

fc.configureGlobal({
  seed: SEED,
  reporter(run): void {
    if (!run.failed) return;
    throw new Error(`${fc.defaultReportMessage(run)}\n\n${AGAIN}`, {
      cause: run.errorInstance,
    });
  },
});

/** Numbers in [0, 1) that follow from the seed alone (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ state >>> 15, state | 1);
    x ^= x + Math.imul(x ^ x >>> 7, x | 61);
    return ((x ^ x >>> 14) >>> 0) / 2 ** 32;
  };
}

/** Integers from 0 to below a limit that follow from the seed alone. */
export function randomSource(seed: number): (below: number) => number {
  const random = randomFrom(seed);
  return (below) => Math.floor(random() * below);
}
