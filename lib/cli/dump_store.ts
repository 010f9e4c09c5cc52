/**
 * Crash dumps that have been read: a second question need not read a dump again.
 *
 * @module
 */

import { type Dump, DumpError, openDump } from "../dump/mod.ts";
import { ToolError } from "../registry/mod.ts";
import type { Dumps, ReadDump } from "../tools/mod.ts";
import { locate } from "./dump_files.ts";

/** Maximum dumps to keep what was read of; each may take 200 MB. */
const MAX_KEPT = 2;

/** Reads dumps in files and folders that the operator names. */
export class DumpStore implements Dumps {
  readonly #roots: () => readonly string[];
  /** By the key of the file, the one used last at the end. */
  readonly #kept = new Map<string, Promise<Dump>>();
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
  async read(given: string | undefined): Promise<ReadDump> {
    const { name, path, key } = locate(this.#roots(), given);
    const dump = this.#kept.get(key) ?? this.#open(path);
    this.#kept.delete(key);
    this.#kept.set(key, dump);
    for (const old of [...this.#kept.keys()].slice(0, -MAX_KEPT)) {
      this.#kept.delete(old);
    }
    try {
      return { file: name, dump: await dump };
    } catch (error) {
      this.#kept.delete(key);
      if (!(error instanceof DumpError)) throw error;
      const { message, hint } = error;
      // The caller need not know where the operator keeps them.
      throw new ToolError("unreadable_dump", message.replaceAll(path, name), {
        cause: error,
        hint: hint?.replaceAll(path, name),
      });
    }
  }

  /** Reads one dump at a time: each takes a processor and much memory. */
  #open(path: string): Promise<Dump> {
    const opened = this.#reading.then(() => openDump(path));
    this.#reading = opened.catch(() => {});
    return opened;
  }
}
