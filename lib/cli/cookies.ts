/**
 * Finds the cookie for a node: where to look, in which order, and what to say
 * when there is none. A cookie is only ever returned, never shown.
 *
 * @module
 */

import { CliError } from "./errors.ts";
import { readEnv, runtime } from "./runtime.ts";

/** Where cookies may come from, in the order they are tried. */
export interface CookieSources {
  readonly cookieFile: string | undefined;
  readonly cookie: string | undefined;
}

/** A cookie, or why there is none. */
export type CookieFinding =
  | { readonly found: true; readonly cookie: string }
  | { readonly found: false; readonly hint: string };

/**
 * The cookie for all nodes that have none of their own: `--cookie-file`,
 * `BEAMTAP_COOKIE`, `--cookie`, Erlang's own file in the home directory.
 *
 * @throws {CliError} `bad_cookie_file`, `permission_denied`, for a file that was asked for
 */
export function findCookie(sources: CookieSources): CookieFinding {
  const { cookieFile } = sources;
  const cookie = cookieFile === undefined
    ? readEnv("BEAMTAP_COOKIE") || sources.cookie
    : readCookieFile(cookieFile);
  if (cookie !== undefined) return { found: true, cookie };
  return findErlangCookie();
}

/** A larger file is not read: a cookie has at most 255 characters. */
const MAX_FILE_BYTES = 4096;

/**
 * Reads a cookie file as OTP does: the first line of printable characters, a
 * trailing space included, nothing but blanks after it, and no access for
 * others than its owner.
 *
 * @throws {CliError} `bad_cookie_file`, `permission_denied`
 */
export function readCookieFile(path: string): string {
  if (!runtime.granted({ name: "read", path })) {
    throw new CliError(
      "permission_denied",
      `the cookie file ${path} may not be read`,
      { hint: runtime.remedy({ name: "read", path }) },
    );
  }
  const wrong = (why: string, hint?: string, cause?: unknown): CliError =>
    new CliError("bad_cookie_file", `the cookie file ${path} ${why}`, {
      hint,
      cause,
    });
  let text: string;
  try {
    const { mode, size, isFile, isDirectory } = Deno.statSync(path);
    if (isDirectory) {
      throw wrong("is a folder", fileIn(path));
    }
    if (!isFile) {
      throw wrong(
        "is a device, pipe or socket",
        "it is read again for each link, so it has to be a file",
      );
    }
    if (mode !== null && (mode & 0o077) !== 0) {
      throw wrong("is open to others than its owner", ownCopy(path));
    }
    if (size > MAX_FILE_BYTES) {
      throw wrong(
        `has ${size} bytes, and a cookie at most 255`,
        "name the file that holds the cookie and nothing else",
      );
    }
    text = Deno.readTextFileSync(path);
  } catch (cause) {
    if (cause instanceof CliError) throw cause;
    if (cause instanceof Deno.errors.NotFound) throw missing(path, wrong);
    throw cause instanceof Deno.errors.PermissionDenied
      ? wrong(
        "cannot be read by the user that runs beamtap",
        `have a copy made: sudo install -m 600 -o "$USER" ${
          quoted(path)
        } ~/.beamtap.cookie, and use --cookie-file ~/.beamtap.cookie`,
        cause,
      )
      : wrong("cannot be read", undefined, cause);
  }
  const match = /^([\x20-\x7e]+)(?:[\r\n][\r\n ]*)?$/.exec(text);
  if (match?.[1] === undefined) throw wrong(...flawOf(text));
  return match[1];
}

/** The file that was meant, where a folder was named. */
function fileIn(folder: string): string {
  const found = [".erlang.cookie", "COOKIE", "releases/COOKIE"]
    .map((name) => `${folder.replace(/\/+$/, "")}/${name}`)
    .find((path) => {
      try {
        return Deno.statSync(path).isFile;
      } catch {
        return false;
      }
    });
  return found === undefined
    ? "name the file in it that holds the cookie"
    : `there is ${found} in it: name that`;
}

/** What is wrong with the text of a cookie file, and the remedy; repeats none of it. */
function flawOf(text: string): [string, string] {
  if (/^\s*$/.test(text)) {
    return ["is empty", "put the cookie of the node into it, as one line"];
  }
  if (/^[\r\n]/.test(text)) {
    return ["begins with an empty line", "put the cookie into its first line"];
  }
  if (/^[\x20-\x7e]+[\r\n]/.test(text)) {
    return [
      "holds more than one line",
      "OTP refuses it too: leave only the cookie in it",
    ];
  }
  return [
    "does not hold one line of printable characters",
    text.startsWith("\ufeff")
      ? "it begins with a byte order mark: save it without"
      : "OTP takes ASCII from the space to ~ alone; is it the right file?",
  ];
}

/** Nothing there, or a symbolic link that leads nowhere. */
function missing(
  path: string,
  wrong: (why: string, hint?: string) => CliError,
): CliError {
  try {
    if (Deno.lstatSync(path).isSymlink) {
      return wrong("is a symbolic link to what does not exist");
    }
  } catch {
    // Nothing is there.
  }
  return wrong("does not exist");
}

/**
 * The remedy for a file that others may read. It may be an application's, which
 * reads it as another user and would lose it: its mode is never to be changed.
 * Erlang's own file is: no Erlang program starts a node with it as it is.
 */
function ownCopy(path: string): string {
  return /(^|\/)\.erlang\.cookie$/.test(path)
    ? `chmod 400 ${quoted(path)}: Erlang itself refuses it otherwise`
    : `leave it as it is and use a copy of your own: install -m 600 ${
      quoted(path)
    } ~/.beamtap.cookie, and --cookie-file ~/.beamtap.cookie`;
}

/** A path as a word of a shell. */
function quoted(path: string): string {
  return /^[\w./@%+:=-]+$/.test(path)
    ? path
    : `'${path.replaceAll("'", `'\\''`)}'`;
}

/** `~/.erlang.cookie`, else `$XDG_CONFIG_HOME/erlang/.erlang.cookie`, as far as both may be read. */
function findErlangCookie(): CookieFinding {
  const home = readEnv(Deno.build.os === "windows" ? "USERPROFILE" : "HOME");
  const places = [
    ...home ? [`${home}/.erlang.cookie`] : [],
    ...home
      ? [
        `${
          readEnv("XDG_CONFIG_HOME") || `${home}/.config`
        }/erlang/.erlang.cookie`,
      ]
      : [],
  ];
  const problems: string[] = [];
  for (const path of places) {
    try {
      return { found: true, cookie: readCookieFile(path) };
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      problems.push([error.message, error.hint].filter(Boolean).join(": "));
    }
  }
  return { found: false, hint: howToGive(problems) };
}

function howToGive(problems: readonly string[]): string {
  const file = { name: "read", path: "FILE" } as const;
  const variable = { name: "env", variable: "BEAMTAP_COOKIE" } as const;
  const ways = Deno.build.standalone
    ? "--cookie-file FILE or BEAMTAP_COOKIE"
    : [
      `--cookie-file FILE (${runtime.remedy(file)})`,
      `BEAMTAP_COOKIE (${runtime.remedy(variable)})`,
      "or --cookie COOKIE",
    ].join(", ");
  return [`the operator gives it by ${ways}`, ...problems].join("; ");
}
