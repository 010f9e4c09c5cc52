/**
 * Replaces the content of somebody's file: at once or not at all, with a copy of what was
 * there, and with the same mode, owner and symbolic links.
 *
 * @module
 */

import { CliError } from "../errors.ts";

/** What is added to the name of the copy. */
const COPY = ".beamtap-backup";

/** A file as it was read. */
export interface Read {
  /** The path without symbolic links. */
  readonly path: string;
  /** Its text; `undefined` if there is no file. */
  readonly text: string | undefined;
}

/**
 * Reads a file of UTF-8.
 *
 * @throws {CliError} `bad_value` if it cannot be read as text
 */
export function readExisting(path: string): Read {
  try {
    const real = Deno.realPathSync(path);
    // Whoever opens a pipe or a device may wait for ever.
    if (!Deno.statSync(real).isFile) throw failed(path, "is not a file");
    const bytes = Deno.readFileSync(real);
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return { path: real, text: decoder.decode(bytes) };
  } catch (cause) {
    if (cause instanceof CliError) throw cause;
    if (!(cause instanceof Deno.errors.NotFound)) {
      throw failed(path, "cannot be read as text", cause);
    }
  }
  // Symbolic links to a file that is not there yet; a circle of them is an error above.
  let last = path;
  try {
    for (;;) {
      const target = Deno.readLinkSync(last);
      const folder = last.slice(0, last.lastIndexOf("/") + 1);
      last = target.startsWith("/") ? target : folder + target;
    }
  } catch { /* it is no link */ }
  return { path: last, text: undefined };
}

/** Returns the text of the copy of a file, if there is one; not what a link in its place leads to. */
export function readCopy(path: string): string | undefined {
  const copy = `${path}${COPY}`;
  try {
    return Deno.lstatSync(copy).isFile ? readExisting(copy).text : undefined;
  } catch {
    return undefined;
  }
}

/** Removes the copy of a file. */
export function removeCopy(path: string): void {
  try {
    Deno.removeSync(`${path}${COPY}`);
  } catch { /* it may be gone */ }
}

/**
 * Removes a file that was read.
 *
 * @throws {CliError} `bad_value` if it has changed since, or cannot be removed
 */
export function removeFile({ path, text }: Read): void {
  if (readExisting(path).text !== text) {
    throw failed(path, "has changed meanwhile: run the command again");
  }
  checkWritable(path, Deno.statSync(path));
  try {
    Deno.removeSync(path);
  } catch (cause) {
    throw failed(path, "cannot be removed", cause);
  }
}

/**
 * Writes a file in place of what was read; returns the path of the copy of that, unless
 * none is wanted.
 *
 * @throws {CliError} `bad_value` if it has changed since, or cannot be written
 */
export function replaceFile(
  { path, text: before }: Read,
  after: string,
  isCopied: boolean = true,
): string | undefined {
  const beside = `${path}.${crypto.randomUUID().slice(0, 8)}.tmp`;
  const made = [beside];
  try {
    if (before === undefined) {
      const folder = path.slice(0, path.lastIndexOf("/"));
      Deno.mkdirSync(folder || "/", { recursive: true });
    }
    const info = before === undefined ? undefined : Deno.statSync(path);
    const mode = (info?.mode ?? 0o600) & 0o777;
    if (info !== undefined) checkWritable(path, info);
    write(beside, after, mode);
    if (info !== undefined) keepOwner(beside, info);
    if ((info?.nlink ?? 1) > 1) {
      throw failed(path, "has hard links, which would be lost");
    }
    if (readExisting(path).text !== before) {
      throw failed(path, "has changed meanwhile: run the command again");
    }
    const copy = before === undefined || !isCopied
      ? undefined
      : `${path}${COPY}`;
    if (copy !== undefined) {
      // In place of what is there: a link would lead the copy into somebody's other file.
      const copied = `${beside}.copy`;
      made.push(copied);
      write(copied, before ?? "", mode);
      Deno.renameSync(copied, copy);
    }
    Deno.renameSync(beside, path);
    return copy;
  } catch (cause) {
    for (const path of made) {
      try {
        Deno.removeSync(path);
      } catch { /* it was not made, or is in its place */ }
    }
    if (cause instanceof CliError) throw cause;
    throw failed(path, "cannot be written", cause);
  }
}

/** Refuses a file that nobody may write, though its folder would let us replace it. */
function checkWritable(path: string, { mode }: Deno.FileInfo): void {
  if (Deno.build.os === "windows" || ((mode ?? 0o600) & 0o222) !== 0) return;
  throw failed(path, "is read-only: somebody wants it as it is");
}

/** Writes a new file to disk. */
function write(path: string, text: string, mode: number): void {
  using file = Deno.openSync(path, { write: true, createNew: true, mode });
  let left: Uint8Array = new TextEncoder().encode(text);
  while (left.length > 0) left = left.subarray(file.writeSync(left));
  file.syncSync();
  // `mode` was subject to the umask.
  if (Deno.build.os !== "windows") Deno.chmodSync(path, mode);
}

/** Gives a file the owner and group of another, where they differ. */
function keepOwner(path: string, { uid, gid }: Deno.FileInfo): void {
  const own = Deno.statSync(path);
  if (own.uid === uid && own.gid === gid) return;
  Deno.chownSync(path, uid, gid);
}

function failed(path: string, why: string, cause?: unknown): CliError {
  const reason = cause instanceof Error ? `: ${cause.message}` : "";
  return new CliError("bad_value", `${path} ${why}${reason}`, { cause });
}
