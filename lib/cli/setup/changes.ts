/**
 * What setup does to a client's file: it puts the entry in, or takes it out so that the file
 * is again what it was before.
 *
 * @module
 */

import { CliError } from "../errors.ts";
import { type Client, ENTRY } from "./clients.ts";
import { type Entry, withJsonEntry, withoutJsonEntry } from "./json_entry.ts";
import { type Read, readCopy } from "./replace_file.ts";
import { withoutTomlEntry, withTomlEntry } from "./toml_entry.ts";

/** A change of a file. */
export interface Change {
  /** The text afterwards; `undefined` if there shall be no file. */
  readonly after: string | undefined;
  /** Whether a copy of what is there is to be kept. */
  readonly isCopied: boolean;
  /** Whether the older copy has nothing that is not in the file. */
  readonly isCopyDone: boolean;
}

/**
 * Returns the change that puts an entry into a file.
 *
 * @throws {CliError} `bad_value` for a file that cannot be changed safely
 */
export async function putEntry(
  { format }: Client,
  { path, text = "" }: Read,
  keys: readonly string[],
  entry: Entry,
): Promise<Change> {
  const put = format === "toml" ? withTomlEntry : withJsonEntry;
  return {
    after: await about(path, put(text, keys, entry)),
    // A copy of what its user has written stays.
    isCopied: readCopy(path) === undefined || !hasEntry(text),
    isCopyDone: false,
  };
}

/**
 * Returns the change that takes the entry out of a file, and what setup had made around it:
 * objects that the copy does not have, and a file with nothing else in it.
 *
 * @throws {CliError} `bad_value` for a file that cannot be changed safely
 */
export async function removeEntry(
  { format }: Client,
  { path, text = "" }: Read,
  keys: readonly string[],
): Promise<Change> {
  const without = (text: string, before?: string): Promise<string> =>
    format === "toml"
      ? withoutTomlEntry(text, keys)
      : withoutJsonEntry(text, keys, before);
  const hint = "mend the file, or take the entry out of it by hand";
  const copy = readCopy(path);
  const left = await about(path, without(text, copy), hint);
  if (left === text) {
    return { after: text, isCopied: false, isCopyDone: false };
  }
  const isOurs = async (text: string): Promise<boolean> =>
    hasEntry(text) && isEmpty(await without(text, ""));
  if (await isOurs(text) && (copy === undefined || await isOurs(copy))) {
    const isCopyDone = copy !== undefined;
    return { after: undefined, isCopied: false, isCopyDone };
  }
  const squeezed = format === "toml"
    ? (text: string): string => text.trimEnd()
    : withoutSpace;
  const isRestored = copy !== undefined &&
    (squeezed(left) === squeezed(copy) || isEmpty(left) && isEmpty(copy));
  return {
    after: isRestored ? copy : left,
    isCopied: copy === undefined,
    isCopyDone: isRestored,
  };
}

/** Whether there is an entry of ours, in any scope. */
function hasEntry(text: string): boolean {
  return new RegExp(`["'.]${ENTRY}["']?\\s*[\\].:]`).test(text);
}

/** A text of JSON without the space that means nothing. */
function withoutSpace(text: string): string {
  return text.replaceAll(/("(?:\\.|[^"\\])*")|\s+/g, "$1");
}

function isEmpty(text: string): boolean {
  return /^\ufeff?\s*(?:\{\s*\})?\s*$/.test(text);
}

/** Names the file in an error. */
async function about(
  path: string,
  changed: Promise<string>,
  hint?: string,
): Promise<string> {
  try {
    return await changed;
  } catch (cause) {
    if (!(cause instanceof CliError)) throw cause;
    throw new CliError("bad_value", `${path}: ${cause.message}`, {
      hint: hint ?? cause.hint,
      cause,
    });
  }
}
