/**
 * Finds the cookie for a node, and explains where to put one if there is none. No
 * message contains a cookie.
 *
 * @module
 */

import type { Cookie } from "../node/mod.ts";
import { CliError } from "./errors.ts";
import { demand, readEnv, runtime } from "./runtime.ts";
import type { Settings } from "./settings.ts";
import { shellWord } from "../shell.ts";
import { cookieInArguments, setsCookie } from "./vm_args.ts";

/** A cookie, or how to provide one. */
export type CookieFinding =
  | { readonly found: true; readonly cookie: Cookie }
  | { readonly found: false; readonly hint: string };

/**
 * Finds the cookie for nodes without one of their own: the file of the
 * settings, else `--cookie`, else `BEAMTAP_COOKIE`, else `RELEASE_COOKIE`, else Erlang's
 * file in the home directory.
 *
 * @throws {CliError} `bad_cookie_file`, `permission_denied`, for `--cookie-file`
 */
export function findCookie(
  { cookieFile, cookie: given }: Pick<Settings, "cookieFile" | "cookie">,
): CookieFinding {
  if (cookieFile !== undefined) {
    return { found: true, cookie: readCookieFile(cookieFile) };
  }
  for (
    const [source, value] of [
      ["--cookie", given],
      ["BEAMTAP_COOKIE", readEnv("BEAMTAP_COOKIE")],
      ["RELEASE_COOKIE", readEnv("RELEASE_COOKIE")],
    ] as const
  ) {
    if (value) return { found: true, cookie: { value, source } };
  }
  return findErlangCookie();
}

/** Maximum size of a file that is read, in bytes; `vm.args` has comments beside the cookie. */
const MAX_FILE_BYTES = 64 * 1024;
/** Maximum length of a cookie. */
const MAX_COOKIE = 255;

/**
 * Reads a cookie file as OTP does: one line of printable characters, including
 * trailing spaces, followed by blank lines only, and accessible to its owner only; or
 * the cookie that a `vm.args` sets.
 *
 * @throws {CliError} `bad_cookie_file`, `permission_denied`
 */
export function readCookieFile(path: string): Cookie {
  demand(`reading the cookie file ${path}`, { name: "read", path });
  const wrong = (why: string, hint?: string, cause?: unknown): CliError =>
    new CliError("bad_cookie_file", `the cookie file ${path} ${why}`, {
      hint,
      cause,
    });
  let text: string;
  try {
    const refused = refusalOf(path, Deno.statSync(path));
    if (refused) throw wrong(...refused);
    text = Deno.readTextFileSync(path);
  } catch (cause) {
    if (cause instanceof CliError) throw cause;
    if (cause instanceof Deno.errors.NotFound) throw wrong(missing(path));
    throw cause instanceof Deno.errors.PermissionDenied
      ? wrong(
        "cannot be read by the user that runs beamtap",
        `make a copy: sudo install -m 600 -o "$USER" ${
          shellWord(path)
        } ~/.beamtap.cookie, and use --cookie-file ~/.beamtap.cookie`,
        cause,
      )
      : wrong("cannot be read", undefined, cause);
  }
  if (setsCookie(text)) {
    const found = cookieInArguments(text);
    if ("flaw" in found) throw wrong(found.flaw, found.hint);
    return { value: found.cookie, source: `-setcookie in ${path}` };
  }
  const [, value] = /^([\x20-\x7e]+)(?:[\r\n][\r\n ]*)?$/.exec(text) ?? [];
  if (value === undefined || value.length > MAX_COOKIE) {
    throw wrong(...flawOf(path, text));
  }
  return { value, source: path };
}

/** Returns why a file is not read at all and how to fix it, if so. */
function refusalOf(
  path: string,
  { mode, size, isFile, isDirectory }: Deno.FileInfo,
): [string, string] | undefined {
  if (isDirectory) return ["is a folder", fileIn(path)];
  if (!isFile) {
    return [
      "is a device, pipe or socket",
      "it is read again for each connection, so it must be a regular file",
    ];
  }
  if (((mode ?? 0) & 0o077) !== 0) {
    return ["is accessible to others than its owner", ownCopy(path)];
  }
  return size <= MAX_FILE_BYTES ? undefined : tooLong(size);
}

function tooLong(bytes: number): [string, string] {
  return [
    `has ${bytes} bytes, but a cookie has at most ${MAX_COOKIE}`,
    "give the file that contains only the cookie",
  ];
}

/** Suggests the cookie file in a folder that was given instead of a file: a home, or that of a release. */
function fileIn(folder: string): string {
  const inside = (name: string): string =>
    `${folder.replace(/\/+$/, "")}/${name}`;
  const ifThere = <T>(look: () => T): T | undefined => {
    try {
      return look();
    } catch {
      return undefined;
    }
  };
  // "13.1.5 0.1.0": the versions of the emulator and of the release.
  const started = ifThere(() =>
    Deno.readTextFileSync(inside("releases/start_erl.data"))
  );
  const [, version] = /^\S+ (\S+)/.exec(started ?? "") ?? [];
  const found = [
    ...[".erlang.cookie", "COOKIE", "releases/COOKIE", "vm.args"],
    ...version === undefined ? [] : [`releases/${version}/vm.args`],
  ].map(inside).find((path) => ifThere(() => Deno.statSync(path))?.isFile);
  return found === undefined
    ? "give the file in it that contains the cookie"
    : `give the file in it: ${found}`;
}

/** Returns what is wrong with the text of a cookie file and how to fix it, without quoting it. */
function flawOf(path: string, text: string): [string, string] {
  if (/(^|[/\\])vm\.args[^/\\]*$/.test(path)) {
    return [
      "sets no cookie: it has no -setcookie",
      "a release made by mix has its cookie in releases/COOKIE, unless RELEASE_COOKIE is set where the node starts",
    ];
  }
  if (/^\s*$/.test(text)) {
    return ["is empty", "write the node's cookie to it, as one line"];
  }
  if (/^[\r\n]/.test(text)) {
    return ["starts with an empty line", "put the cookie on its first line"];
  }
  if (/^[\x20-\x7e]+[\r\n]/.test(text)) {
    return [
      "contains more than one line",
      "OTP refuses it too: remove everything but the cookie",
    ];
  }
  if (text.length > MAX_COOKIE) return tooLong(text.length);
  return [
    "does not consist of one line of printable characters",
    text.startsWith("\ufeff")
      ? "it starts with a byte order mark: save it without one"
      : "OTP accepts only printable ASCII; check that it is the right file",
  ];
}

/** Tells a missing file from a dangling symbolic link. */
function missing(path: string): string {
  try {
    if (Deno.lstatSync(path).isSymlink) {
      return "is a symbolic link to a file that does not exist";
    }
  } catch {
    // There is not even a link.
  }
  return "does not exist";
}

/**
 * Returns the fix for a file that others can read. An application may read it as
 * another user and would lose access, so the fix is a copy, not another mode. Only
 * Erlang's own file may change its mode: Erlang does not accept it otherwise.
 */
function ownCopy(path: string): string {
  return /(^|\/)\.erlang\.cookie$/.test(path)
    ? `run: chmod 400 ${shellWord(path)} (Erlang itself refuses it otherwise)`
    : `leave it as it is and use a copy of your own: install -m 600 ${
      shellWord(path)
    } ~/.beamtap.cookie, and --cookie-file ~/.beamtap.cookie`;
}

/** Reads `~/.erlang.cookie`, else `$XDG_CONFIG_HOME/erlang/.erlang.cookie`, as far as permitted. */
function findErlangCookie(): CookieFinding {
  const variable = Deno.build.os === "windows" ? "USERPROFILE" : "HOME";
  const home = readEnv(variable);
  const config = readEnv("XDG_CONFIG_HOME") || `${home}/.config`;
  const places = home
    ? [`${home}/.erlang.cookie`, `${config}/erlang/.erlang.cookie`]
    : [];
  const problems: string[] = [];
  const need = { name: "env", variable } as const;
  if (!runtime.granted(need)) {
    const remedy = runtime.remedy(need);
    problems.push(`~/.erlang.cookie was not looked for (${remedy})`);
  }
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
    ? "--cookie-file FILE, BEAMTAP_COOKIE or RELEASE_COOKIE"
    : [
      `--cookie-file FILE (${runtime.remedy(file)})`,
      `BEAMTAP_COOKIE (${runtime.remedy(variable)})`,
      "or --cookie COOKIE",
    ].join(", ");
  return [`the operator can provide it with ${ways}`, ...problems].join("; ");
}
