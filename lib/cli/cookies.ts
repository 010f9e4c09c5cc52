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
    const { mode } = Deno.statSync(path);
    if (mode !== null && (mode & 0o077) !== 0) {
      throw wrong("is open to others than its owner", `chmod 600 ${path}`);
    }
    text = Deno.readTextFileSync(path);
  } catch (cause) {
    if (cause instanceof CliError) throw cause;
    throw cause instanceof Deno.errors.NotFound
      ? wrong("does not exist")
      : wrong("cannot be read", undefined, cause);
  }
  const match = /^([\x20-\x7e]+)(?:[\r\n][\r\n ]*)?$/.exec(text);
  if (match?.[1] === undefined) {
    throw wrong("does not hold one line of printable characters");
  }
  return match[1];
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
