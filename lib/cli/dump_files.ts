/**
 * The crash dumps that may be read: files that the operator names, and those in folders that
 * the operator names. What lies elsewhere is not looked at, whatever a path or a symbolic link
 * says, and an error does not tell whether it exists.
 *
 * @module
 */

import { didYouMean, ToolError } from "../registry/mod.ts";
import { CliError } from "./errors.ts";
import { demand, isAbsolute } from "./runtime.ts";

/** A file that may be read. */
export interface Located {
  /** As a caller may name it. */
  readonly name: string;
  /** Absolute, without symbolic links. */
  readonly path: string;
  /** Differs once the file has changed. */
  readonly key: string;
}

/** Maximum names in a hint. */
const MAX_NAMES = 10;

/** Maximum entries of a folder to look at. */
const MAX_ENTRIES = 10_000;

/**
 * Finds the dump that a caller means: by its path, by its path within a folder or, without
 * `given`, the only one there is.
 *
 * @throws {ToolError} `unknown_dump`
 * @throws {CliError} `permission_denied`
 */
export function locate(
  roots: readonly string[],
  given: string | undefined,
): Located {
  const allowed: Root[] = [];
  let denied: unknown;
  for (const root of roots) {
    try {
      allowed.push(rootOf(root));
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      denied ??= error;
    }
  }
  const folder = allowed.find((root) => root.isFolder && isAt(root, given));
  const meant = folder === undefined ? allowed : [folder];
  const name = (folder === undefined ? given : undefined) ?? onlyOne(meant);
  for (const { path, as, root } of candidates(meant, name)) {
    const found = fileWithin(root, path);
    if (found !== undefined) return { name: as, ...found };
  }
  throw denied ?? unknown(name, allowed);
}

/** A file or a folder that the operator names. */
interface Root {
  /** As it was given, and absolute. */
  readonly paths: readonly string[];
  /** Without symbolic links; `undefined` if it does not exist. */
  readonly real: string | undefined;
  readonly isFolder: boolean;
}

function rootOf(given: string): Root {
  const path = absolute(given);
  const paths = [given, path];
  demand("reading crash dumps there", { name: "read", path });
  try {
    const real = Deno.realPathSync(path);
    demand("reading crash dumps there", { name: "read", path: real });
    return { paths, real, isFolder: Deno.statSync(real).isDirectory };
  } catch (error) {
    if (isMissing(error)) return { paths, real: undefined, isFolder: false };
    throw error;
  }
}

/** Whether the name is that of the root itself. */
function isAt({ paths, real }: Root, name: string | undefined): boolean {
  return name !== undefined && [...paths, real].includes(name);
}

/** Where a dump of this name can be: never outside of a root. */
function candidates(
  roots: readonly Root[],
  name: string,
): { path: string; as: string; root: string }[] {
  return roots.flatMap((each) => {
    const { paths, real, isFolder } = each;
    if (real === undefined) return [];
    if (!isFolder) {
      const as = baseOf(real);
      return isAt(each, name) || name === as
        ? [{ path: real, as, root: real }]
        : [];
    }
    const folder = [...paths, real]
      .find((path) => isAbsolute(path) && name.startsWith(below(path)));
    const as = folder === undefined ? name : name.slice(below(folder).length);
    // Nothing is looked up that leads elsewhere, or that no file is called.
    const leads = isAbsolute(as) || /(^|[/\\])\.\.([/\\]|$)|\0/.test(as);
    return leads ? [] : [{ path: below(real) + as, as, root: real }];
  });
}

/** A regular file that lies at or below `root`; `undefined` for anything else. */
function fileWithin(
  root: string,
  path: string,
): Omit<Located, "name"> | undefined {
  try {
    const real = Deno.realPathSync(path);
    if (real !== root && !real.startsWith(below(root))) return undefined;
    // A device or a pipe could block whoever opens it.
    const { isFile, size, mtime, ino, dev } = Deno.lstatSync(real);
    return isFile
      ? { path: real, key: [real, dev, ino, size, mtime?.getTime()].join(" ") }
      : undefined;
  } catch (error) {
    // Whatever the system has against that name, no dump is there.
    if (error instanceof Deno.errors.NotCapable) throw error;
    return undefined;
  }
}

/** The names of the dumps, newest first, judging by what files are called. */
function names(roots: readonly Root[]): string[] {
  const found: { name: string; time: number }[] = [];
  const add = (path: string, name: string): void => {
    try {
      const { isFile, mtime } = Deno.lstatSync(path);
      if (isFile) found.push({ name, time: mtime?.getTime() ?? 0 });
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  };
  for (const { real, isFolder } of roots) {
    if (real === undefined) continue;
    if (!isFolder) add(real, baseOf(real));
    for (const name of isFolder ? entriesOf(real) : []) {
      if (/dump|crash/i.test(name)) add(`${real}/${name}`, name);
    }
  }
  return found.toSorted((a, b) => b.time - a.time).map(({ name }) => name);
}

/** The names in a folder, of very many the first. */
function entriesOf(folder: string): string[] {
  const entries: string[] = [];
  try {
    for (const { name } of Deno.readDirSync(folder)) {
      entries.push(name);
      if (entries.length >= MAX_ENTRIES) break;
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  return entries;
}

function onlyOne(roots: readonly Root[]): string {
  const [only, ...others] = names(roots);
  if (only !== undefined && others.length === 0) return only;
  if (only === undefined) throw unknown(undefined, roots);
  throw new ToolError("unknown_dump", "there is more than one dump", {
    hint: `pass file, one of these, newest first: ${listed([only, ...others])}`,
  });
}

function unknown(name: string | undefined, roots: readonly Root[]): ToolError {
  const known = names(roots);
  const what = name === undefined
    ? "there is no crash dump"
    : `there is no crash dump "${name}"`;
  const lost = roots.some(({ real }) => real === undefined);
  return new ToolError(
    "unknown_dump",
    `${what}${name === undefined ? "" : didYouMean(name, known)}`,
    {
      hint: known.length > 0
        ? `the dumps that may be read, newest first: ${listed(known)}`
        : lost
        ? `nothing is at the path that the operator gave; ${NONE}`
        : NONE,
    },
  );
}

/** Why there may be no dump. */
const NONE =
  "a node leaves no dump if native code crashed (NIF, driver), if it was killed (kill -9, out-of-memory killer of the system, heart), with ERL_CRASH_DUMP_SECONDS=0, under heart unless that variable is set, or if it could not write to its folder (ERL_CRASH_DUMP); then look into its log, the journal and dmesg";

function listed(known: readonly string[]): string {
  const more = known.length - MAX_NAMES;
  return known.slice(0, MAX_NAMES).join(", ") +
    (more > 0 ? ` and ${more} more` : "");
}

function isMissing(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound ||
    error instanceof Deno.errors.NotADirectory ||
    error instanceof Deno.errors.PermissionDenied ||
    error instanceof Deno.errors.FilesystemLoop;
}

function absolute(path: string): string {
  const whole = isAbsolute(path)
    ? path
    : `${Deno.cwd().replace(/\/$/, "")}/${path.replace(/^\.\//, "")}`;
  return whole.length > 1 ? whole.replace(/\/+$/, "") : whole;
}

/** How the paths of what lies in a folder start. */
function below(folder: string): string {
  return folder.endsWith("/") ? folder : `${folder}/`;
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
