/**
 * Where the audit log goes: a file, or standard error.
 *
 * @module
 */

import { closeSync, constants, openSync, writeSync } from "node:fs";
import { visibleJson } from "../etf/mod.ts";
import type { AuditEntry } from "../registry/mod.ts";
import { CliError } from "./errors.ts";
import { printError } from "./log.ts";
import { runtime } from "./runtime.ts";

/**
 * Writes entries as lines of JSON. The file is opened anew for each line, so
 * that it may be rotated away; one that we make is for its owner alone, and
 * one that exists keeps its mode, be it a log, a pipe or a device.
 *
 * @throws {CliError} `permission_denied`, `bad_value`
 */
export function auditLog(
  path: string | undefined,
): (entry: AuditEntry) => void {
  if (path === undefined) return (entry) => printError(lineOf(entry));
  const need = { name: "write", path } as const;
  if (!runtime.granted(need)) {
    throw new CliError(
      "permission_denied",
      `the audit file ${path} may not be written`,
      { hint: runtime.remedy(need) },
    );
  }
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

function lineOf(entry: AuditEntry): string {
  return visibleJson(JSON.stringify(entry));
}

/** A pipe that nobody reads is an error at once, not a wait: hence not `Deno.openSync`, and no flag where there is none. */
const FLAGS = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT |
  (constants.O_NONBLOCK ?? 0);

/** `open` sets the mode of a file that it makes, and of no other. */
function append(path: string, line: string): void {
  const file = openSync(path, FLAGS, 0o600);
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
