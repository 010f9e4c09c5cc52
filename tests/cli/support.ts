/**
 * Sessions and files for the tests of the command line.
 *
 * @module
 */

import { parseArguments } from "../../lib/cli/arguments.ts";
import type { Log } from "../../lib/cli/log.ts";
import { openSession, type Session } from "../../lib/cli/session.ts";

/** A folder of its own, gone when `await using` ends. */
export interface Folder extends AsyncDisposable {
  /** The path of a file in it. */
  path(name: string): string;
  /** Writes a file in it, readable by its owner alone; its path. */
  write(name: string, content: unknown): Promise<string>;
}

/** Makes a folder. */
export async function makeFolder(): Promise<Folder> {
  const folder = await Deno.makeTempDir();
  return {
    path: (name) => `${folder}/${name}`,
    async write(name, content): Promise<string> {
      const path = `${folder}/${name}`;
      const text = typeof content === "string"
        ? content
        : JSON.stringify(content);
      // As an editor does it: a new file in place of the old one.
      await Deno.writeTextFile(`${path}.new`, text, { mode: 0o600 });
      await Deno.rename(`${path}.new`, path);
      return path;
    },
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

/** A session as `beamtap serve` with these arguments has it, whatever the environment says; its audit log goes nowhere. */
export function session(...args: string[]): Promise<Session> {
  return loggedSession(() => {}, ...args);
}

/** The same, with its log. */
export async function loggedSession(
  log: Log,
  ...args: string[]
): Promise<Session> {
  const all = ["serve", "--audit-file=/dev/null", ...args];
  const parsed = parseArguments(all, () => undefined);
  const opened = openSession(parsed, parsed.operands, { log, watchMs: 10 });
  try {
    await opened.loadTools();
    return opened;
  } catch (error) {
    await opened[Symbol.asyncDispose]();
    throw error;
  }
}

/** The environment of a beamtap with a home of its own, but with Deno's usual cache. */
export function atHome(home: string): Record<string, string> {
  const cache = Deno.env.get("DENO_DIR") ??
    `${
      Deno.env.get("XDG_CACHE_HOME") || `${Deno.env.get("HOME")}/.cache`
    }/deno`;
  return { HOME: home, DENO_DIR: cache, NO_COLOR: "1" };
}

/** How a command ended. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs beamtap with these permissions of Deno and arguments. */
export async function beamtap(
  permissions: readonly string[],
  ...args: string[]
): Promise<Run> {
  const main = new URL("../../main.ts", import.meta.url).pathname;
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", "--no-prompt", ...permissions, main, ...args],
    stdin: "null",
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  return {
    code,
    stdout: decoder.decode(stdout),
    stderr: decoder.decode(stderr),
  };
}
