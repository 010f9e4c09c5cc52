/**
 * What the README shows works: command lines, configurations, names, paths.
 *
 * @module
 */

import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import { type Arguments, parseArguments } from "../lib/cli/arguments.ts";
import { readConfig } from "../lib/cli/config_file.ts";
import { parseGrant } from "../lib/registry/mod.ts";
import { TOOLS } from "../lib/tools/mod.ts";
import { atHome, makeFolder } from "./cli/support.ts";
import { startBeam } from "./support/beam.ts";
import { die } from "./support/crashes/crash.ts";
import { HELD } from "./support/crashes/held.ts";

const ROOT = new URL("../", import.meta.url);
const MAIN = new URL("main.ts", ROOT).pathname;
const README = await Deno.readTextFile(new URL("README.md", ROOT));

/** The fenced blocks of a language. */
function blocks(language: string): string[] {
  return [...README.matchAll(/^```(\w+)\n(.*?)^```/gms)]
    .filter(([, name]) => name === language).map(([, , text = ""]) => text);
}

/** What follows beamtap in a command line, if it starts beamtap, as beamtap reads it. */
function parseCommand(words: readonly string[]): Arguments | undefined {
  const at = words.findIndex((word) => /(^|\/)(beamtap|main\.ts)$/.test(word));
  if (at < 0) return undefined;
  return parseArguments(words.slice(at + 1), () => undefined);
}

const SERVER = z.object({ command: z.string(), args: z.array(z.string()) });
const CLIENT_CONFIG = z.union([
  SERVER.transform((server) => [server]),
  z.object({ mcpServers: z.record(z.string(), SERVER) })
    .transform(({ mcpServers }) => Object.values(mcpServers)),
]);

Deno.test("every client configuration in the README starts beamtap", () => {
  const servers = blocks("json").filter((text) => !text.includes('"nodes"'))
    .flatMap((text) => CLIENT_CONFIG.parse(JSON.parse(text)));
  assertEquals(servers.length, 2);
  for (const { command, args } of servers) {
    assertEquals(parseCommand([command, ...args])?.command, "serve", command);
  }
});

Deno.test("the config file in the README is one that beamtap reads", async () => {
  const [text = "", ...others] = blocks("json")
    .filter((text) => text.includes('"nodes"'));
  assertEquals(others, []);
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(path, text);
    assertEquals(readConfig(path).nodes.map(({ name }) => name), [
      "shop@10.0.0.5",
      "pay@10.0.0.6",
    ]);
  } finally {
    await Deno.remove(path);
  }
});

/** The lines of the README that start beamtap, as words. */
function commandLines(): string[][] {
  return blocks("sh").join("").replaceAll("\\\n", " ").split("\n")
    .filter((line) => /^(beamtap .|claude mcp add .* -- )/.test(line))
    .map((line) => line.replace(/ +#.*$/, "").replace(/.* -- /, ""))
    .map((line) =>
      (line.match(/'[^']*'|[^ ']+/g) ?? [])
        .map((word) => word.replace(/^'(.*)'$/, "$1"))
    );
}

Deno.test("every command line in the README is one that beamtap takes, with a tool's own arguments", () => {
  const lines = commandLines();
  assert(lines.length >= 12, `${lines.length} commands`);
  for (const words of lines) {
    const line = words.join(" ");
    const parsed = parseCommand(words);
    assert(parsed !== undefined, line);
    assert(words.includes(parsed.command), line);
    parsed.texts("allow").forEach(parseGrant);
    if (parsed.command !== "call") continue;
    const tool = TOOLS.find(({ name }) => name === parsed.operands[0]);
    for (const word of parsed.operands.slice(1)) {
      const [name = ""] = word.split("=");
      assert(tool && Object.hasOwn(tool.input.shape, name), line);
    }
  }
});

Deno.test("every command line in the README that ends by itself does what it says", async () => {
  await using node = await startBeam({
    setup:
      "spawn(fun Loop() -> lists:seq(1, 20), receive after 20 -> Loop() end end)",
  });
  await using dead = await die(HELD);
  await using folder = await makeFolder();
  const cookie = await folder.write("cookie", node.cookie);
  await Deno.chmod(cookie, 0o600);
  const lines = commandLines().filter(([program, command, ...rest]) =>
    program === "beamtap" && command !== "serve" &&
    (command !== "top" || rest.includes("--once"))
  );
  assert(lines.length >= 12, `${lines.length} commands`);
  for (const [, ...words] of lines) {
    const args = words.map((word) =>
      word.replace("/home/me/.shop.cookie", cookie)
        .replace("shop@10.0.0.5", node.name).replace("10.0.0.5", "127.0.0.1")
        .replace("erl_crash.dump", dead.path)
    );
    const { success, stdout, stderr } = await new Deno.Command(
      Deno.execPath(),
      {
        args: ["run", "--no-check", "--no-prompt", "-A", MAIN, ...args],
        cwd: folder.path(""),
        env: {
          ...atHome(folder.path("")),
          ERL_EPMD_PORT: `${node.epmd.port}`,
          BEAMTAP_COOKIE_FILE: cookie,
        },
        stdin: "null",
      },
    ).output();
    const said = [stdout, stderr].map((it) => new TextDecoder().decode(it));
    assert(success, `${words.join(" ")}\n${said.join("\n")}`);
    assert(said[0], words.join(" "));
  }
});

Deno.test("the table of the README names every tool, and only tools", () => {
  const names: string[] = TOOLS.map(({ name }) => name);
  const named = README.split("\n")
    .filter((line) => /^\| `\w+` +\| `/.test(line))
    .flatMap((row) => [...(row.split("|")[2] ?? "").matchAll(/`(\w+)`/g)])
    .map(([, name]) => name);
  assertEquals(named.toSorted(), names.toSorted());
});

Deno.test("the README names no tool that there is not", () => {
  const names = new Set<string>(TOOLS.map(({ name }) => name));
  const named = [
    ...README.matchAll(/(?<![\w:])(?:list|get|read|trace|start|stop|set)_\w+/g),
  ].map(([name]) => name);
  assert(named.length >= 4, `${named.length} names`);
  assertEquals(named.filter((name) => !names.has(name)), []);
});

Deno.test("every file and folder that the README names is there", async () => {
  const paths = [
    ...README.matchAll(
      /`((?:scripts|lib|tests)\/[\w.\/]+|\w+\.(?:json|lock|ts))[^`]*`/g,
    ),
  ].map(([, path = ""]) => path)
    .filter((path) => path !== "claude_desktop_config.json");
  assert(paths.length >= 6, `${paths.length} paths`);
  for (const path of paths) await Deno.stat(new URL(path, ROOT));
});

Deno.test("every layer and file that lib/README.md names is there, and no layer is missing", async () => {
  const lib = new URL("lib/", ROOT);
  const text = await Deno.readTextFile(new URL("README.md", lib));
  const [table = ""] = text.match(/\| layer .*?\n\n/s) ?? [];
  const named = [...table.matchAll(/^\| (`.*?`) +\|/gm)]
    .flatMap(([, cell = ""]) => cell.replaceAll("`", "").split(", "));
  const folders = (await Array.fromAsync(Deno.readDir(lib)))
    .filter(({ isDirectory }) => isDirectory).map(({ name }) => name);
  assertEquals(named.toSorted(), folders.toSorted());
  const paths = [...text.matchAll(/`([\w/]+\/[\w.]+(?:\.\w+)?)`/g)]
    .map(([, path = ""]) => path)
    .filter((path) => !/TOOL|call$|\/\d$/.test(path));
  assert(paths.length >= 8, `${paths.length} paths`);
  for (const path of paths) {
    const places = [new URL(path, ROOT), new URL(path, lib)];
    places.push(new URL(`beam/${path}`, lib), new URL(`tools/${path}`, lib));
    const found = await Promise.all(
      places.map((place) => Deno.stat(place).then(() => true, () => false)),
    );
    assert(found.includes(true), path);
  }
});
