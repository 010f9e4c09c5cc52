import { assert, assertEquals, assertThrows } from "@std/assert";
import { CliError } from "../../lib/cli/errors.ts";
import type { Session } from "../../lib/cli/session.ts";
import {
  addToken,
  readTokens,
  revokeToken,
} from "../../lib/cli/tokens_file.ts";
import { parseGrant, type Principal } from "../../lib/registry/mod.ts";
import { nodeTool } from "../registry/support.ts";
import { beamtap, makeFolder, session } from "./support.ts";

function granting(
  name: string,
  allow: string[],
  expiresAt?: number,
): Parameters<typeof addToken>[1] {
  return { name, grants: allow.map(parseGrant), expiresAt };
}

function holder({ authenticate }: Session, token: string): Principal {
  const principal = authenticate?.(token);
  assert(principal, "the token is good");
  return principal;
}

Deno.test("a token is in no file, only what proves it", async () => {
  await using folder = await makeFolder();
  const path = folder.path("tokens.json");
  const token = addToken(path, granting("ci", ["inspect"]));
  const text = await Deno.readTextFile(path);
  assert(/^beamtap_ci_[\w-]{43}$/.test(token), token);
  assertEquals(text.includes(token.slice(11)), false);
  const { mode } = await Deno.stat(path);
  assertEquals((mode ?? 0) & 0o777, 0o600);
  const [one, two] = [
    addToken(path, granting("a", [])),
    addToken(path, granting("b", [])),
  ];
  assert(one.slice(-43) !== two.slice(-43));
});

Deno.test("a new file keeps the mode of the old one and the link to it, and follows no link itself", async () => {
  await using folder = await makeFolder();
  const [path, link] = [folder.path("tokens.json"), folder.path("link")];
  const other = await folder.write("other", "untouched");
  addToken(path, granting("a", ["inspect"]));
  await Deno.chmod(path, 0o640);
  await Deno.symlink(path, link);
  await Deno.symlink(other, `${path}.new`);
  addToken(link, granting("b", ["inspect"]));
  assertEquals((await Deno.lstat(link)).isSymlink, true);
  const { mode, isFile } = await Deno.lstat(path);
  assertEquals([isFile, (mode ?? 0) & 0o777], [true, 0o640]);
  assertEquals(readTokens(path).map(({ name }) => name), ["a", "b"]);
  assertEquals(await Deno.readTextFile(other), "untouched");
  const left = await Array.fromAsync(Deno.readDir(folder.path(".")));
  assertEquals(left.map(({ name }) => name).sort(), [
    "link",
    "other",
    "tokens.json",
  ]);
});

Deno.test("who has a token is known by it, and nobody else", async () => {
  await using folder = await makeFolder();
  const path = folder.path("tokens.json");
  const token = addToken(path, granting("ci", ["inspect"]));
  const ended = addToken(path, granting("old", ["inspect"], Date.now() - 1));
  await using open = await session(`--tokens=${path}`);
  const principal = holder(open, token);
  assertEquals([principal.id, principal.trusted], ["token:ci", false]);
  assert(open.authenticate?.(token) === principal, "it stays the same");
  const wrong = token.replace(/.$/, (last) => last === "A" ? "B" : "A");
  for (
    const bad of [
      "",
      "ci",
      wrong,
      ended,
      token.replace("_ci_", "_old_"),
      token.replace("_ci_", "_constructor_"),
      `${token}x`,
      ` ${token}`,
    ]
  ) assertEquals(open.authenticate?.(bad), undefined, bad);
});

Deno.test("a token gives no more than beamtap itself is allowed", async () => {
  await using folder = await makeFolder();
  const path = folder.path("tokens.json");
  const token = addToken(
    path,
    granting("ci", ["inspect", "eval", "data@dev@*"]),
  );
  await using open = await session(`--tokens=${path}`, "--allow=data@*@h");
  const { registry } = open;
  registry.register(nodeTool({ name: "run_code", scopes: ["eval"] }));
  registry.register(nodeTool({ name: "read_it", scopes: ["data"] }));
  const principal = holder(open, token);
  const tool = registry.find("tool", "read_it");
  assert(tool);
  const may = (node: string): boolean =>
    registry.decide(principal, tool, node) === undefined;
  assertEquals([may("dev@h"), may("dev@g"), may("prod@h")], [
    true,
    false,
    false,
  ]);
  const names = registry.visible(principal, "tool").map(({ name }) => name);
  assertEquals(names.includes("read_it"), true);
  assertEquals(names.includes("run_code"), false);
  const hidden = await registry.call(principal, "run_code", {});
  registry.unregister("tool", "run_code");
  assertEquals(hidden, await registry.call(principal, "run_code", {}));
});

Deno.test("a name is given once, and a revoked token is gone", async () => {
  await using folder = await makeFolder();
  const path = folder.path("tokens.json");
  addToken(path, granting("ci", ["inspect"]));
  assertThrows(() => addToken(path, granting("ci", [])), CliError, "already");
  assertThrows(() => addToken(path, granting("C I", [])), CliError, "name");
  assertThrows(() => revokeToken(path, "cd"), CliError, "no token cd");
  revokeToken(path, "ci");
  assertEquals(readTokens(path), []);
});

Deno.test("a file of tokens that others may write is refused", async () => {
  await using folder = await makeFolder();
  const path = folder.path("tokens.json");
  addToken(path, granting("ci", ["inspect"]));
  await Deno.chmod(path, 0o620);
  const error = assertThrows(() => readTokens(path), CliError, "others");
  assertEquals(error.hint, `run: chmod 600 ${path}`);
});

Deno.test("what is wrong in a file of tokens is told with line and path", async () => {
  await using folder = await makeFolder();
  const path = folder.path("tokens.json");
  addToken(path, granting("ci", ["inspect"]));
  const text = await Deno.readTextFile(path);
  await folder.write("tokens.json", text.replace("inspect", "inspekt"));
  assertThrows(
    () => readTokens(path),
    CliError,
    `${path}:8: tokens.0.allow.0: "inspekt" is not a scope`,
  );
});

Deno.test("beamtap token makes, lists and revokes", async () => {
  await using folder = await makeFolder();
  const path = folder.path("tokens.json");
  const token = (...args: string[]): ReturnType<typeof beamtap> =>
    beamtap(
      ["--allow-read", "--allow-write"],
      "token",
      ...args,
      `--tokens=${path}`,
    );
  const made = await token("new", "ci", "--allow=data@dev@*", "--expires=30d");
  assertEquals(made.code, 0, made.stderr);
  assert(/^beamtap_ci_[\w-]{43}\n$/.test(made.stdout), made.stdout);
  const listed = await token("list", "--json");
  assertEquals(listed.code, 0, listed.stderr);
  const [row] = JSON.parse(listed.stdout).tokens;
  assertEquals([row.name, row.allow, row.expired], [
    "ci",
    ["data@dev@*"],
    false,
  ]);
  assertEquals(Math.round((Date.parse(row.expires) - Date.now()) / 864e5), 30);
  assertEquals((await token("revoke", "ci")).code, 0);
  const gone = await token("revoke", "ci");
  assertEquals([gone.code, gone.stdout], [2, ""]);
});

Deno.test("what it takes to write the file of tokens is told at once, and is enough", async () => {
  await using folder = await makeFolder();
  const path = folder.path("tokens.json");
  const make = (...permissions: string[]): ReturnType<typeof beamtap> =>
    beamtap(permissions, "token", "new", "ci", `--tokens=${path}`);
  const refused = await make(`--allow-read=${path}`);
  const [flags = ""] = /--allow-read=\S+ --allow-write=[^\s)]+/
    .exec(refused.stderr) ?? [];
  assertEquals(refused.code, 2, refused.stderr);
  const made = await make(...flags.split(" "));
  assertEquals(made.code, 0, made.stderr);
});
