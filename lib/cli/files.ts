/**
 * Files that the operator names, read only where Deno permits it, and looked
 * at again for changes.
 *
 * @module
 */

import { CliError, type CliErrorCode } from "./errors.ts";
import { runtime } from "./runtime.ts";

/** Who may not write a file that decides about access. */
const FORBIDDEN = {
  others: { mask: 0o022, words: "others than its owner may write it" },
  everybody: { mask: 0o002, words: "everybody may write it" },
};

/**
 * The text of a file that decides about access.
 *
 * @throws {CliError} `permission_denied`, or `code` when it cannot be read, or
 * may be written by those who must not
 */
export function readFile(
  path: string,
  what: string,
  code: CliErrorCode,
  forbidden: keyof typeof FORBIDDEN,
): string {
  const need = { name: "read", path } as const;
  if (!runtime.granted(need)) {
    throw new CliError(
      "permission_denied",
      `the ${what} ${path} may not be read`,
      { hint: runtime.remedy(need) },
    );
  }
  const { mask, words } = FORBIDDEN[forbidden];
  try {
    const { isFile, mode } = Deno.statSync(path);
    if (!isFile) throw new CliError(code, `the ${what} ${path} is no file`);
    if (mode !== null && (mode & mask) !== 0) {
      throw new CliError(code, `the ${what} ${path} is not used: ${words}`, {
        hint: `chmod 600 ${path}`,
      });
    }
    return Deno.readTextFileSync(path);
  } catch (cause) {
    if (cause instanceof CliError) throw cause;
    const gone = cause instanceof Deno.errors.NotFound;
    throw new CliError(
      code,
      `the ${what} ${path} ${gone ? "does not exist" : "cannot be read"}`,
      { cause },
    );
  }
}

/** How often a watched file is looked at, in ms. */
const INTERVAL_MS = 1000;

/** What is done about a file that changes. */
export interface Follower {
  /** Reads the file; throws when it cannot be used. */
  read(): void;
  /** Told why it cannot be used, once for each reason. */
  failed(error: unknown): void;
}

/**
 * A file that is looked at again and again. It is known by its path, so that
 * one put in its place by renaming is seen too, and no permission is needed
 * beyond reading it.
 */
export class WatchedFile {
  readonly path: string;
  /** As it was when it was read last. */
  #known: string;

  /** To be made before the file is read for the first time. */
  constructor(path: string) {
    this.path = path;
    this.#known = stamp(path);
  }

  /**
   * Has the file read whenever it has changed, come or gone, and again and again
   * while it cannot be used. An editor may be at work on it, so one look is no
   * failure yet.
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

/** Whether there is no such file. */
export function isGone(path: string): boolean {
  try {
    Deno.statSync(path);
    return false;
  } catch (error) {
    return error instanceof Deno.errors.NotFound;
  }
}

/**
 * What tells one state of a file from another: which file it is, who may write
 * it, and what is in it, since Deno knows its last change only to the second.
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
