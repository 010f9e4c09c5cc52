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

const ROOT = new URL("../", import.meta.url);
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

Deno.test("every command line in the README is one that beamtap takes, with a tool's own arguments", () => {
  const lines = blocks("sh").join("").replaceAll("\\\n", " ").split("\n")
    .filter((line) => /^(beamtap .|claude mcp add .* -- )/.test(line))
    .map((line) => line.replace(/ +#.*$/, "").replace(/.* -- /, ""));
  assert(lines.length >= 12, `${lines.length} commands`);
  for (const line of lines) {
    const words = (line.match(/'[^']*'|[^ ']+/g) ?? [])
      .map((word) => word.replace(/^'(.*)'$/, "$1"));
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
