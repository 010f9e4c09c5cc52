/**
 * Reads from the command line which calls need a person's confirmation.
 *
 * @module
 */

import type { Confirm } from "../mcp/mod.ts";
import { SCOPES } from "../registry/mod.ts";
import type { Arguments } from "./arguments.ts";
import { CliError } from "./errors.ts";

/**
 * Reads `--confirm` and `--confirm-fallback`; returns `undefined` if nothing is to be
 * confirmed.
 *
 * @throws {CliError} `bad_value`
 */
export function readConfirm(args: Arguments): Confirm | undefined {
  const text = args.text("confirm") ?? "mutate,eval";
  const fallback = args.text("confirm-fallback") ?? "allow";
  if (fallback !== "allow" && fallback !== "deny") {
    throw new CliError(
      "bad_value",
      `--confirm-fallback: "${fallback}" is neither allow nor deny`,
    );
  }
  if (text === "none") return undefined;
  const names = text.split(",");
  const scopes = SCOPES.filter((scope) => names.includes(scope));
  if (scopes.length === names.length) return { scopes, fallback };
  const wrong = names.find((name) => !scopes.some((scope) => scope === name)) ??
    text;
  throw new CliError("bad_value", `--confirm: unknown scope "${wrong}"`, {
    hint: `the scopes are ${SCOPES.join(", ")}; none disables confirmation`,
  });
}
