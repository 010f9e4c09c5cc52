/**
 * Where the audit log goes: a file, or standard error.
 *
 * @module
 */

import type { AuditEntry } from "../registry/mod.ts";
import { CliError } from "./errors.ts";
import { printError } from "./log.ts";
import { runtime } from "./runtime.ts";

/**
 * Writes entries as lines of JSON. The file is for its owner alone, and is
 * opened anew for each line, so that it may be rotated away.
 *
 * @throws {CliError} `permission_denied`, `bad_value`
 */
export function auditLog(
  path: string | undefined,
): (entry: AuditEntry) => void {
  if (path === undefined) return (entry) => printError(JSON.stringify(entry));
  const need = { name: "write", path } as const;
  if (!runtime.granted(need)) {
    throw new CliError(
      "permission_denied",
      `the audit file ${path} may not be written`,
      { hint: runtime.remedy(need) },
    );
  }
  const append = (line: string): void =>
    Deno.writeTextFileSync(path, line, { append: true, mode: 0o600 });
  try {
    append("");
  } catch (cause) {
    throw new CliError(
      "bad_value",
      `the audit file ${path} cannot be written`,
      { cause },
    );
  }
  return (entry) => append(`${JSON.stringify(entry)}\n`);
}
