/**
 * Reads the operator's files, if Deno permits it, and watches them for changes.
 *
 * @module
 */

import { CliError, type CliErrorCode } from "./errors.ts";
import { demand } from "./runtime.ts";

/** Who must not be able to write a file that grants access. */
const FORBIDDEN = {
  others: { mask: 0o022, words: "others than its owner can write to it" },
  everybody: { mask: 0o002, words: "everybody can write to it" },
};

/**
 * Reads a file that grants access.
 *
 * @throws {CliError} `permission_denied`, or `code` if it cannot be read or can be
 * written by those in `forbidden`
 */
export function readFile(
  path: string,
  what: string,
  code: CliErrorCode,
  forbidden: keyof typeof FORBIDDEN,
): string {
  const { mask, words } = FORBIDDEN[forbidden];
  return readText(path, what, code, ({ isFile, mode }) => {
    if (!isFile) throw new CliError(code, `the ${what} ${path} is not a file`);
    if (((mode ?? 0) & mask) === 0) return;
    throw new CliError(code, `the ${what} ${path} is not used: ${words}`, {
      hint: `run: chmod 600 ${path}`,
    });
  });
}

/**
 * Reads a text file that `check`, if given, accepts.
 *
 * @throws {CliError} `permission_denied`, or `code` with `hint` if it cannot be read
 */
export function readText(
  path: string,
  what: string,
  code: CliErrorCode,
  check?: (info: Deno.FileInfo) => void,
  hint?: string,
): string {
  demand(`reading the ${what} ${path}`, { name: "read", path });
  try {
    check?.(Deno.statSync(path));
    return Deno.readTextFileSync(path);
  } catch (cause) {
    if (cause instanceof CliError) throw cause;
    const gone = cause instanceof Deno.errors.NotFound;
    const why = gone ? "does not exist" : "cannot be read";
    throw new CliError(code, `the ${what} ${path} ${why}`, { cause, hint });
  }
}

/** How often a watched file is checked, in ms. */
const INTERVAL_MS = 1000;

/** Callbacks for a file that changes. */
export interface Follower {
  /** Reads the file; throws if it cannot be used. */
  read(): void;
  /** Called when it cannot be used, once for each reason. */
  failed(error: unknown): void;
}

/**
 * A file that is polled for changes. Polling the path also notices a file renamed
 * into its place, and needs no permission except to read it.
 */
export class WatchedFile {
  /** The path. */
  readonly path: string;
  /** State of the file when it was last read. */
  #known: string;

  /** Notes the current state; create it before the file is first read. */
  constructor(path: string) {
    this.path = path;
    this.#known = stamp(path);
  }

  /**
   * Reads the file whenever it has changed, appeared or disappeared, and repeatedly
   * while it cannot be used. A single failure is not reported, because an editor may
   * be writing the file.
   */
  follow(follower: Follower, intervalMs: number = INTERVAL_MS): Disposable {
    let failures = 0;
    let told: string | undefined;
    const look = (): void => {
      const now = stamp(this.path);
      if (now === this.#known && failures === 0) return;
      this.#known = now;
      try {
        follower.read();
        failures = 0;
        told = undefined;
      } catch (error) {
        failures++;
        const reason = String(error);
        if (failures === 1 || reason === told) return;
        told = reason;
        follower.failed(error);
      }
    };
    const timer = setInterval(look, intervalMs);
    return { [Symbol.dispose]: () => clearInterval(timer) };
  }
}

/** Returns whether a file does not exist. */
export function isGone(path: string): boolean {
  try {
    Deno.statSync(path);
    return false;
  } catch (error) {
    return error instanceof Deno.errors.NotFound;
  }
}

/**
 * Returns a text that changes with the file: its identity, mode and content; the
 * times alone do not suffice, because Deno knows them only to the second.
 */
function stamp(path: string): string {
  try {
    const { isFile, mtime, ctime, mode, uid, dev, ino } = Deno.statSync(path);
    const times = [mtime, ctime].map((time) => time?.getTime());
    const content = isFile ? Deno.readTextFileSync(path) : "";
    return [...times, mode, uid, dev, ino, content].join();
  } catch (error) {
    return error instanceof Error ? error.name : "gone";
  }
}
