/**
 * `beamtap token`: creates, lists and revokes the tokens of HTTP clients.
 *
 * @module
 */

import { grantText, parseGrant } from "../../registry/mod.ts";
import type { Arguments } from "../arguments.ts";
import { parseExpiry } from "../config_file.ts";
import { badValue } from "../errors.ts";
import { printError } from "../log.ts";
import { formatOf, print, printAnswer } from "../output.ts";
import { readSettings } from "../settings.ts";
import { addToken, readTokens, revokeToken } from "../tokens_file.ts";

/** Runs the command; returns the exit status. */
export async function token(args: Arguments): Promise<number> {
  const [action, name, ...more] = args.operands;
  const { tokens: path } = readSettings(args, []);
  if (path === undefined) {
    throw badValue("token needs a tokens file", "add --tokens FILE");
  }
  if (action === "list" && name === undefined) return await list(args, path);
  if (name !== undefined && more.length === 0) {
    if (action === "new") return await make(args, path, name);
    if (action === "revoke") {
      revokeToken(path, name);
      return 0;
    }
  }
  throw badValue(
    "token needs one of: new NAME, list, revoke NAME",
    "for example: beamtap token new NAME --allow inspect --tokens FILE",
  );
}

async function make(
  args: Arguments,
  path: string,
  name: string,
): Promise<number> {
  const expires = args.text("expires");
  const grants = args.given("allow") === undefined
    ? [parseGrant("inspect")]
    : args.texts("allow").map(parseGrant);
  const expiresAt = expires === undefined ? undefined : parseExpiry(expires);
  const text = addToken(path, { name, grants, expiresAt });
  const until = expiresAt === undefined
    ? ""
    : ` until ${new Date(expiresAt).toISOString()}`;
  printError(
    `a token for ${
      grants.map(grantText).join(", ")
    }${until}, limited to what beamtap itself is allowed; it is not shown again:`,
  );
  await print(text);
  return 0;
}

async function list(args: Arguments, path: string): Promise<number> {
  const tokens = readTokens(path).map(({ name, allow, expires }) => ({
    name,
    allow: allow.map(grantText),
    ...expires !== undefined && {
      expires: new Date(expires).toISOString(),
      expired: expires <= Date.now(),
    },
  }));
  await printAnswer({ fields: { tokens } }, formatOf(args));
  return 0;
}
