import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import { parseArguments } from "../../lib/cli/arguments.ts";
import { readConfig } from "../../lib/cli/config_file.ts";
import { TOOLS } from "../../lib/tools/mod.ts";

const readme = await Deno.readTextFile(
  new URL("../../README.md", import.meta.url),
);

/** The fenced blocks of a language. */
function blocks(language: string): string[] {
  return [...readme.matchAll(/^```(\w+)\n(.*?)^```/gms)]
    .filter(([, name]) => name === language).map(([, , text = ""]) => text);
}

/** The arguments for beamtap in a command line or a list of words, if it starts beamtap. */
function beamtapArguments(words: string[]): string[] | undefined {
  const at = words.findIndex((word) => /(^|\/)(beamtap|main\.ts)$/.test(word));
  return at < 0 ? undefined : words.slice(at + 1);
}

const SERVER = z.object({
  command: z.string(),
  args: z.array(z.string()),
});
const SERVERS = z.record(z.string(), SERVER);
const CONFIG = z.union([
  SERVER.transform((server) => [server]),
  z.object({ mcpServers: SERVERS }).transform((c) =>
    Object.values(c.mcpServers)
  ),
  z.object({ servers: SERVERS }).transform((c) => Object.values(c.servers)),
]);

Deno.test("every configuration of the README is JSON that starts beamtap as it can be started", () => {
  const configs = blocks("json").filter((text) => !text.includes('"nodes"'))
    .flatMap((text) => CONFIG.parse(JSON.parse(text)));
  assertEquals(configs.length, 2);
  for (const { command, args } of configs) {
    const own = beamtapArguments([command, ...args]);
    assert(own !== undefined, command);
    assertEquals(parseArguments(own, () => undefined).command, "serve");
  }
});

Deno.test("the config file of the README is one that beamtap reads", async () => {
  const files = blocks("json").filter((text) => text.includes('"nodes"'));
  assertEquals(files.length, 1);
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(path, files.join(""));
    assertEquals(readConfig(path).nodes.length, 2);
  } finally {
    await Deno.remove(path);
  }
});

Deno.test("every command line of the README is one that beamtap takes", () => {
  const lines = blocks("sh").join("").replaceAll("\\\n", " ").split("\n");
  const commands = lines
    .filter((line) => /^(beamtap|claude mcp add) /.test(line))
    .map((line) => line.replace(/ #.*/, "").replace(/.* -- /, ""))
    .map((line) => line.replaceAll("'", "").trim().split(/\s+/));
  assert(commands.length >= 6, `${commands.length} commands`);
  for (const words of commands) {
    const own = beamtapArguments(words);
    assert(own !== undefined, words.join(" "));
    parseArguments(own, () => undefined);
  }
});

Deno.test("every tool that the README names is there", () => {
  const names = new Set(TOOLS.map(({ name }) => name));
  const named = [
    ...readme.matchAll(/\b(?:list|get|read|trace|start|stop|set)_\w+/g),
  ].map(([name]) => name);
  assert(named.length >= 4, `${named.length} names`);
  assertEquals(named.filter((name) => !names.has(name)), []);
});

Deno.test("every file and folder that the README names is there", async () => {
  const paths = [
    ...readme.matchAll(
      /`((?:scripts|lib|tests)\/[\w.\/]+|\w+\.(?:json|lock|ts))[^`]*`/g,
    ),
  ]
    .map(([, path = ""]) => path).filter((path) =>
      path !== "claude_desktop_config.json"
    );
  assert(paths.length >= 6, `${paths.length} paths`);
  for (const path of paths) {
    await Deno.stat(new URL(`../../${path}`, import.meta.url));
  }
});
