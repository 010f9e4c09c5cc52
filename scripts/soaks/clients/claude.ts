/**
 * Claude Code as its users set it up: `claude mcp add`, `list` and `get`, which connect and need no login.
 *
 * @module
 */

import type { Server } from "./job.ts";

/**
 * Adds a server, and asks whether Claude Code reaches it.
 *
 * @throws when it does not
 */
export async function claudeCode(server: Server): Promise<void> {
  const home = await Deno.makeTempDir({ prefix: "beamtap_claude_" });
  try {
    await claude(
      home,
      ...["mcp", "add"],
      ..."url" in server
        ? [
          ...["--transport", "http", "beamtap", server.url],
          ...["--header", `Authorization: Bearer ${server.token}`],
        ]
        : ["beamtap", "--", server.command, ...server.args],
    );
    for (const args of [["list"], ["get", "beamtap"]]) {
      const said = await claude(home, "mcp", ...args);
      if (!/beamtap/.test(said) || !/✔ Connected/.test(said)) {
        throw new Error(`mcp ${args[0]}: ${said}`);
      }
    }
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

/**
 * Validates the plugin, and installs it from the marketplace of this checkout.
 *
 * @throws when Claude Code refuses either
 */
export async function claudePlugin(): Promise<void> {
  const home = await Deno.makeTempDir({ prefix: "beamtap_claude_" });
  const root = new URL("../../packaging/", import.meta.url).pathname;
  try {
    for (const folder of ["", "plugin", "plugin/skills"]) {
      await claude(home, "plugin", "validate", "--strict", root + folder);
    }
    await claude(home, "plugin", "marketplace", "add", root);
    await claude(home, "plugin", "install", "beamtap@beamtap");
    const said = await claude(home, "plugin", "details", "beamtap");
    if (!/Skills \(1\)/.test(said)) throw new Error(said);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

/** Runs `claude` in a home of its own. */
async function claude(home: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--allow-all"],
      `--config=${new URL("deno.json", import.meta.url).pathname}`,
      ...["@anthropic-ai/claude-code", ...args],
    ],
    cwd: home,
    env: { HOME: home, DENO_DIR: await denoDir() },
    signal: AbortSignal.timeout(120_000),
  }).output();
  const said = new TextDecoder().decode(stdout);
  if (code !== 0) throw new Error(said + new TextDecoder().decode(stderr));
  return said;
}

/** Where Deno keeps packages: it would be in the other home else. */
async function denoDir(): Promise<string> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json"],
  }).output();
  const { denoDir }: { denoDir: string } = JSON.parse(
    new TextDecoder().decode(stdout),
  );
  return denoDir;
}
