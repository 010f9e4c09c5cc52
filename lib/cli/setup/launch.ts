/**
 * How a client starts the running program again: with absolute paths, Deno's permissions
 * where it runs under Deno, and never a cookie, only the file that it is in.
 *
 * @module
 */

import type { Arguments } from "../arguments.ts";
import { badValue } from "../errors.ts";
import {
  FLAG_OPTIONS,
  type FlagOption,
  isTextOption,
  OPTIONS,
  optionsOf,
} from "../options.ts";
import { absolute } from "../runtime.ts";
import type { Settings } from "../settings.ts";
import type { Launch } from "./clients.ts";

/** Options of which the value is a file. */
const FILES: ReadonlySet<string> = new Set([
  ...["cookie-file", "config", "tls-ca", "tls-cert", "tls-key", "audit-file"],
]);

/** Options that a server over standard input and output has no use for, and the cookie. */
const LEFT_OUT: ReadonlySet<string> = new Set(["cookie", "tokens", "json"]);

/**
 * Returns the command for `beamtap serve` with the nodes and options of this command.
 * Without a cookie file, `cookieSource` is where the cookie was found.
 *
 * @throws {CliError} `bad_value` for a cookie that is in no file
 */
export function launchOf(
  args: Arguments,
  settings: Settings,
  cookieSource: string | undefined,
): Launch {
  if (args.given("cookie") !== undefined) {
    throw badValue(
      "setup writes no cookie into a client's file",
      "put it into a file that only you may read, and use --cookie-file FILE",
    );
  }
  if (cookieSource !== undefined && /^[A-Z_]+$/.test(cookieSource)) {
    throw badValue(
      `the client does not have ${cookieSource}, where the cookie comes from`,
      "put the cookie into a file that only you may read, and use --cookie-file FILE",
    );
  }
  // Without one of these, it was found in Erlang's own file.
  const isGiven = settings.cookieFile ?? args.text("config");
  const found = cookieSource === undefined || isGiven !== undefined
    ? []
    : [`--cookie-file=${absolute(cookieSource)}`];
  const serve = ["serve", ...args.operands, ...found, ...optionWords(args)];
  if (Deno.build.standalone) return { command: Deno.execPath(), args: serve };
  const files = [
    ...serve.flatMap((word) => FILE_WORD.exec(word)?.[1] ?? []),
    ...settings.nodes.flatMap(({ cookieFile, tls }) => [
      cookieFile,
      tls?.ca,
      tls?.cert,
      tls?.key,
    ]),
  ].filter((path) => path !== undefined).map(absolute);
  const usesSsh = settings.ssh !== undefined ||
    settings.nodes.some(({ ssh }) => ssh !== undefined);
  return {
    command: Deno.execPath(),
    args: [
      ...["run", "--quiet", "--no-prompt", "--allow-net"],
      ...settings.auditFile === undefined
        ? []
        : [permission("write", [absolute(settings.auditFile)])],
      // A config file may name any other.
      ...args.text("config") !== undefined
        ? ["--allow-read"]
        : files.length > 0
        ? [permission("read", [...new Set(files)])]
        : [],
      ...usesSsh ? ["--allow-run=ssh"] : [],
      mainPath(),
      ...serve,
    ],
  };
}

const FILE_WORD = /^--(?:cookie-file|tls-ca|tls-cert|tls-key)=(.*)$/s;

/** The options of this command that `serve` takes too, those from the environment included. */
function optionWords(args: Arguments): string[] {
  const taken = optionsOf("serve").filter((name) =>
    optionsOf("setup").includes(name) && !LEFT_OUT.has(name)
  );
  return taken.flatMap((name) => {
    if (isTextOption(name)) {
      const values = args.texts(name);
      const all = OPTIONS[name]?.repeatable ? values : values.slice(-1);
      return all.map((value) => `--${name}=${absoluteValue(name, value)}`);
    }
    return isFlag(name) && args.flag(name) ? [`--${name}`] : [];
  });
}

function isFlag(name: string): name is FlagOption {
  return Object.hasOwn(FLAG_OPTIONS, name);
}

/** Makes the paths in a value absolute: a client starts the server from another folder. */
function absoluteValue(option: string, value: string): string {
  if (FILES.has(option)) return absolute(value);
  if (option !== "node") return value;
  return value.replaceAll(
    /,(cookie-file|tls-ca|tls-cert|tls-key)=([^,]*)/g,
    (_, key, path) => `,${key}=${absolute(path)}`,
  );
}

/** A flag of Deno, in which a comma is written twice. */
function permission(name: string, paths: readonly string[]): string {
  const list = paths.map((path) => path.replaceAll(",", ",,")).join(",");
  return `--allow-${name}=${list}`;
}

/** The path of the running program, or its address. */
function mainPath(): string {
  const url = new URL(Deno.mainModule);
  if (url.protocol !== "file:") return url.href;
  const path = decodeURIComponent(url.pathname);
  return Deno.build.os === "windows" ? path.slice(1) : path;
}
