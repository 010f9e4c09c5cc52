/**
 * Crash dumps that have been read: a second question need not read a dump again.
 *
 * @module
 */

import { type Dump, DumpError, openDump, type Patience } from "../dump/mod.ts";
import { type Dumps, type ReadDump, unreadable } from "../tools/mod.ts";
import { locate } from "./dump_files.ts";

/** Maximum dumps to keep what was read of; each may take 200 MB. */
const MAX_KEPT = 2;

/** Reads dumps in files and folders that the operator names. */
export class DumpStore implements Dumps {
  readonly #roots: () => readonly string[];
  /** By the key of the file, the one used last at the end. */
  readonly #kept = new Map<string, Dump>();
  #reading: Promise<unknown> = Promise.resolve();

  /** `roots` may change. */
  constructor(roots: () => readonly string[]) {
    this.#roots = roots;
  }

  /** Whether there is any file or folder. */
  get offered(): boolean {
    return this.#roots().length > 0;
  }

  /** Reads a dump, or finds what was read of it. */
  async read(given: string | undefined, patience: Patience): Promise<ReadDump> {
    const { name, path, key } = locate(this.#roots(), given);
    try {
      const dump = await this.#found(path, key, patience);
      return { file: name, dump: dump.during(patience) };
    } catch (error) {
      throw unreadable(error, path, name);
    }
  }

  /** Reads one dump at a time: each takes a processor and much memory. */
  async #found(path: string, key: string, patience: Patience): Promise<Dump> {
    const before = this.#reading;
    const { promise, resolve } = Promise.withResolvers<void>();
    if (!this.#kept.has(key)) this.#reading = before.then(() => promise);
    try {
      if (!this.#kept.has(key)) await untilDone(before, patience);
      // Meanwhile it may have been read for somebody else.
      const dump = this.#kept.get(key) ?? await openDump(path, patience);
      this.#kept.delete(key);
      // What somebody has cut short is no answer to the next question.
      if (dump.unread !== "stopped") this.#kept.set(key, dump);
      for (const old of [...this.#kept.keys()].slice(0, -MAX_KEPT)) {
        this.#kept.delete(old);
      }
      return dump;
    } finally {
      resolve();
    }
  }
}

/** Waits for the readings before this one. */
async function untilDone(
  before: Promise<unknown>,
  { signal, early }: Patience,
): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = AbortSignal.any([signal, early].filter((each) => !!each));
  const giveUp = (): void =>
    reject(
      signal?.aborted ? signal.reason : new DumpError(
        "stopped",
        "the dump was not read: beamtap reads one dump at a time, and was busy with another one all the time that this question had",
        "ask again",
      ),
    );
  stop.addEventListener("abort", giveUp, { once: true });
  if (stop.aborted) giveUp();
  try {
    await Promise.race([before, promise]);
  } finally {
    stop.removeEventListener("abort", giveUp);
  }
}
