/**
 * Writes the audit log to a file, a pipe or standard error.
 *
 * @module
 */

import { visibleJson } from "../etf/mod.ts";
import type { AuditEntry } from "../registry/mod.ts";
import { CliError } from "./errors.ts";
import { printError } from "./log.ts";
import { demand, readEnv, runtime } from "./runtime.ts";

/**
 * Returns a function that writes entries as lines of JSON. The file is opened for
 * each line, so that it can be rotated; a new file is readable by its owner only,
 * an existing file, pipe or device keeps its mode.
 *
 * @throws {CliError} `permission_denied`, `bad_value`
 */
export function auditLog(
  path: string | undefined,
): (entry: AuditEntry) => void {
  if (path === undefined) return (entry) => printError(lineOf(entry));
  demand(`writing the audit file ${path}`, { name: "write", path });
  try {
    append(path, "");
  } catch (cause) {
    throw new CliError(
      "bad_value",
      `the audit file ${path} cannot be written: ${reasonOf(cause)}`,
      { cause },
    );
  }
  return (entry) => append(path, `${lineOf(entry)}\n`);
}

/**
 * Returns the same for a command that a person runs on a terminal: the lines go to a
 * file in the home directory, so that they stay out of the answer; to standard error
 * only if that cannot be written.
 */
export function homeAuditLog(): (entry: AuditEntry) => void {
  const folder = stateFolder();
  if (!folder || !runtime.granted({ name: "write", path: folder })) {
    return auditLog(undefined);
  }
  const path = `${folder}/audit.jsonl`;
  return (entry) => {
    try {
      Deno.mkdirSync(folder, { recursive: true, mode: 0o700 });
      append(path, `${lineOf(entry)}\n`);
    } catch {
      printError(lineOf(entry));
    }
  };
}

/** Returns where programs of a user keep what they note, if the environment may be read. */
function stateFolder(): string | undefined {
  const home = readEnv(Deno.build.os === "windows" ? "USERPROFILE" : "HOME");
  const state = readEnv("XDG_STATE_HOME") || (home && `${home}/.local/state`);
  return state ? `${state}/beamtap` : undefined;
}

function lineOf(entry: AuditEntry): string {
  return visibleJson(JSON.stringify(entry));
}

/**
 * Appends to a file; `open` sets the mode only of a file that it creates. With
 * O_NONBLOCK, where it exists, opening a pipe that nobody reads fails instead of
 * waiting; `Deno.openSync` cannot do that.
 */
function append(path: string, line: string): void {
  const { closeSync, constants, openSync, writeSync } = process
    .getBuiltinModule("node:fs");
  const { O_WRONLY, O_APPEND, O_CREAT, O_NONBLOCK = 0 } = constants;
  const flags = O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK;
  const file = openSync(path, flags, 0o600);
  try {
    let left: Uint8Array = new TextEncoder().encode(line);
    while (left.length > 0) left = left.subarray(writeSync(file, left));
  } finally {
    closeSync(file);
  }
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : "";
  return code === "ENXIO"
    ? "it is a pipe that nobody reads, or a socket"
    : cause instanceof Error
    ? cause.message
    : String(cause);
}
