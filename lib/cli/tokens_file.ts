/**
 * The tokens file: the HTTP clients and their grants. It contains salted hashes, not
 * the tokens themselves.
 *
 * @module
 */

import * as z from "zod";
import { type Grant, grantText, type Permission } from "../registry/mod.ts";
import { EXPIRY, GRANT } from "./config_file.ts";
import { badValue, CliError } from "./errors.ts";
import { isGone, readFile } from "./files.ts";
import { readJson } from "./json_source.ts";
import { remedyFor, runtime } from "./runtime.ts";

const NAME = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/;

const TOKEN = z.strictObject({
  name: z.string().regex(NAME, "lower-case letters, digits and - only"),
  /** In hexadecimal, like the hash. */
  salt: z.string().regex(/^[\da-f]{32}$/),
  hash: z.string().regex(/^[\da-f]{64}$/),
  allow: z.array(GRANT),
  expires: EXPIRY.optional(),
});

const FILE = z.strictObject({ tokens: z.array(TOKEN) })
  .refine(
    ({ tokens }) =>
      new Set(tokens.map(({ name }) => name)).size === tokens.length,
    {
      message: "two tokens have the same name",
      path: ["tokens"],
    },
  );

/** A token's entry in the file. */
export type TokenRecord = z.output<typeof TOKEN>;

/**
 * Reads the tokens file.
 *
 * @throws {CliError} `bad_tokens_file` with line and path, `permission_denied`
 */
export function readTokens(path: string): TokenRecord[] {
  const text = readFile(path, "tokens file", "bad_tokens_file", "others");
  return readJson({ path, text, code: "bad_tokens_file" }, FILE).tokens;
}

/**
 * Adds a token to the file, which is created if needed; returns the token, which is
 * stored nowhere.
 *
 * @throws {CliError} `bad_tokens_file`, `bad_value`, `permission_denied`
 */
export function addToken(path: string, token: {
  readonly name: string;
  readonly grants: readonly Grant[];
  /** In ms since 1970; `undefined` for never. */
  readonly expiresAt: number | undefined;
}): string {
  const { name, grants, expiresAt } = token;
  if (!NAME.test(name)) {
    throw badValue(
      `"${name}" is not a name for a token`,
      "use at most 32 lower-case letters, digits and -",
    );
  }
  const tokens = readRaw(path);
  if (tokens.some((each) => each.name === name)) {
    throw badValue(
      `the token ${name} already exists`,
      `to replace it, first run: beamtap token revoke ${name}`,
    );
  }
  const secret = crypto.getRandomValues(new Uint8Array(32))
    .toBase64({ alphabet: "base64url", omitPadding: true });
  const salt = crypto.getRandomValues(new Uint8Array(16)).toHex();
  write(path, [...tokens, {
    name,
    salt,
    hash: hashOf(salt, secret),
    allow: grants.map(grantText),
    ...expiresAt !== undefined &&
      { expires: new Date(expiresAt).toISOString() },
  }]);
  return `beamtap_${name}_${secret}`;
}

/**
 * Removes a token from the file.
 *
 * @throws {CliError} `bad_value` if it is not there; otherwise like {@linkcode addToken}
 */
export function revokeToken(path: string, name: string): void {
  const tokens = readRaw(path);
  const left = tokens.filter((each) => each.name !== name);
  if (left.length === tokens.length) {
    throw badValue(`there is no token ${name} in ${path}`);
  }
  write(path, left);
}

/** Returns whether a secret is that of a token; compares in constant time. */
export function isTokenOf(record: TokenRecord, secret: string): boolean {
  const { salt, hash } = record;
  return process.getBuiltinModule("node:crypto").timingSafeEqual(
    new TextEncoder().encode(hashOf(salt, secret)),
    new TextEncoder().encode(hash),
  );
}

/** Splits a token into name and secret. */
export function parseToken(
  text: string,
): { readonly name: string; readonly secret: string } | undefined {
  const [, name, secret] =
    /^beamtap_([a-z0-9-]{1,32})_([\w-]{43})$/.exec(text) ??
      [];
  return name === undefined || secret === undefined
    ? undefined
    : { name, secret };
}

function hashOf(salt: string, secret: string): string {
  return process.getBuiltinModule("node:crypto").createHash("sha256")
    .update(`${salt}:${secret}`).digest("hex");
}

/** Returns the entries as written in the file, after checking them. */
function readRaw(path: string): readonly { readonly name: string }[] {
  if (runtime.granted({ name: "read", path }) && isGone(path)) return [];
  readTokens(path);
  return JSON.parse(Deno.readTextFileSync(path)).tokens;
}

/**
 * Replaces the file by renaming a new one, so that nobody reads a partial file; keeps
 * its mode and owner, and a symbolic link to it.
 */
function write(given: string, tokens: readonly object[]): void {
  const isNew = isGone(given);
  const path = isNew ? given : Deno.realPathSync(given);
  const fresh = `${path}.new`;
  const needed = (path: string): Permission[] => [
    { name: "read", path },
    { name: "write", path },
  ];
  if (![...needed(path), ...needed(fresh)].every(runtime.granted)) {
    const folder = path.replace(/[^/\\]*$/, "") || ".";
    throw new CliError(
      "permission_denied",
      `Deno does not permit replacing the tokens file ${path} by a new one in its folder`,
      { hint: remedyFor(...needed(folder)) },
    );
  }
  try {
    // It may be left over from an interrupted run.
    if (!isGone(fresh)) Deno.removeSync(fresh);
    const text = `${JSON.stringify({ tokens }, undefined, 2)}\n`;
    Deno.writeTextFileSync(fresh, text, { createNew: true, mode: 0o600 });
    if (!isNew) {
      const { uid, gid, mode } = Deno.statSync(path);
      const made = Deno.statSync(fresh);
      if (uid !== made.uid || gid !== made.gid) Deno.chownSync(fresh, uid, gid);
      if (mode !== null) Deno.chmodSync(fresh, mode & 0o777);
    }
    Deno.renameSync(fresh, path);
  } catch (cause) {
    throw new CliError(
      "bad_tokens_file",
      `the tokens file ${path} cannot be written`,
      { cause },
    );
  }
}
