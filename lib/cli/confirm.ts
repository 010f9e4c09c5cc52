/**
 * Which calls a person is asked about, from the command line.
 *
 * @module
 */

import type { Confirm } from "../mcp/mod.ts";
import { SCOPES } from "../registry/mod.ts";
import type { Arguments } from "./arguments.ts";
import { CliError } from "./errors.ts";

/**
 * Reads `--confirm` and `--confirm-fallback`; `undefined` for no questions.
 *
 * @throws {CliError} `bad_value`
 */
export function readConfirm(args: Arguments): Confirm | undefined {
  const text = args.text("confirm") ?? "mutate,eval";
  const fallback = args.text("confirm-fallback") ?? "allow";
  if (fallback !== "allow" && fallback !== "deny") {
    throw new CliError("bad_value", `--confirm-fallback: not "${fallback}"`, {
      hint: "allow or deny",
    });
  }
  if (text === "none") return undefined;
  const names = text.split(",");
  const scopes = SCOPES.filter((scope) => names.includes(scope));
  if (scopes.length === names.length) return { scopes, fallback };
  throw new CliError("bad_value", `--confirm: not all scopes: "${text}"`, {
    hint: `scopes are ${SCOPES.join(", ")}; none asks about nothing`,
  });
}
