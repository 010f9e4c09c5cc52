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
    const { mode } = Deno.statSync(path);
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

/**
 * Calls `changed` whenever the file has changed, come or gone. It is looked at
 * by its path, so that one put in its place by renaming is seen too, and no
 * permission is needed beyond reading it.
 */
export function watchFile(
  path: string,
  changed: () => void,
  intervalMs = INTERVAL_MS,
): Disposable {
  let known = stamp(path);
  const timer = setInterval(() => {
    const now = stamp(path);
    if (now === known) return;
    known = now;
    changed();
  }, intervalMs);
  return { [Symbol.dispose]: () => clearInterval(timer) };
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

/** What tells one state of a file from another. */
function stamp(path: string): string {
  try {
    const { mtime, size, ino } = Deno.statSync(path);
    return [mtime?.getTime(), size, ino].join();
  } catch {
    return "gone";
  }
}
