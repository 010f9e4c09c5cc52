/**
 * MCP bundles (MCPB): an executable with a manifest, installed by a click in Claude Desktop and
 * others, which ask for the settings and keep the cookie in the system's keychain.
 *
 * @module
 */

import { TOOLS } from "../../lib/tools/mod.ts";
import {
  bundleOf,
  DESCRIPTION,
  executableOf,
  REPOSITORY,
  type Target,
  VERSION,
} from "./targets.ts";

/** Returns the manifest of the bundle for a platform. */
export function manifestOf(target: Target): object {
  const program = target.platform === "win32" ? "beamtap.exe" : "beamtap";
  return {
    manifest_version: "0.3",
    name: "beamtap",
    display_name: "beamtap",
    version: VERSION,
    description: DESCRIPTION,
    long_description:
      "Joins nodes as a hidden node and answers what a model asks: what is wrong, who is to blame, which processes, tables, ports and modules there are. Only looks, unless you allow more.",
    author: { name: "The beamtap authors", url: REPOSITORY },
    repository: { type: "git", url: REPOSITORY },
    documentation: `${REPOSITORY}#readme`,
    support: `${REPOSITORY}/issues`,
    license: "Apache-2.0",
    keywords: ["erlang", "elixir", "gleam", "otp", "debugging"],
    server: {
      type: "binary",
      entry_point: `server/${program}`,
      mcp_config: {
        command: `\${__dirname}/server/${program}`,
        args: ["serve", "${user_config.nodes}"],
        env: {
          BEAMTAP_COOKIE: "${user_config.cookie}",
          BEAMTAP_COOKIE_FILE: "${user_config.cookie_file}",
          BEAMTAP_ALLOW: "${user_config.allow}",
          BEAMTAP_EPMD_PORT: "${user_config.epmd_port}",
        },
      },
    },
    tools: TOOLS.map(({ name, title }) => ({ name, description: title })),
    prompts_generated: true,
    compatibility: { platforms: [target.platform] },
    user_config: {
      nodes: {
        type: "string",
        title: "Nodes",
        description:
          "Full names, such as shop@10.0.0.5: erlang:node() on the node says it.",
        multiple: true,
        required: true,
      },
      cookie: {
        type: "string",
        title: "Cookie",
        description:
          "The cookie of the nodes. Whoever has it controls them. Empty: the file below, or ~/.erlang.cookie.",
        sensitive: true,
        default: "",
      },
      cookie_file: {
        type: "file",
        title: "Cookie file",
        description: "A file with the cookie, which only you can read.",
        default: "",
      },
      allow: {
        type: "string",
        title: "Allowed",
        description:
          "Scopes, between spaces: inspect, data, trace, mutate, eval, admin; with @GLOB only on some nodes.",
        default: "inspect",
      },
      epmd_port: {
        type: "number",
        title: "Port of the port mapper (EPMD)",
        description: "4369 unless the nodes use another.",
        default: 4369,
        min: 1,
        max: 65535,
      },
    },
  };
}

/**
 * Packs the executable of a platform, from and into a folder, and returns the bundle's file name.
 *
 * @throws {Error} if `mcpb` refuses the manifest
 */
export async function packBundle(
  target: Target,
  folder: string,
): Promise<string> {
  const bundle = bundleOf(target);
  const work = await Deno.makeTempDir({ prefix: "beamtap_bundle_" });
  try {
    await Deno.mkdir(`${work}/server`);
    const program = `${work}/server/beamtap` +
      (target.platform === "win32" ? ".exe" : "");
    await Deno.copyFile(`${folder}/${executableOf(target)}`, program);
    await Deno.chmod(program, 0o755);
    const manifest = JSON.stringify(manifestOf(target), undefined, 2);
    await Deno.writeTextFile(`${work}/manifest.json`, manifest);
    // It validates the manifest first.
    await mcpb("pack", work, `${folder}/${bundle}`);
    return bundle;
  } finally {
    await Deno.remove(work, { recursive: true });
  }
}

/**
 * Runs the bundle tool.
 *
 * @throws {Error} with what it printed, if it fails
 */
export async function mcpb(...args: string[]): Promise<string> {
  const config = decodeURIComponent(
    new URL("deno.json", import.meta.url).pathname,
  );
  const program = "npm:@anthropic-ai/mcpb@2.1.2";
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--allow-all",
      "--config",
      config,
      program,
      ...args,
    ],
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const said = new TextDecoder().decode(stdout) +
    new TextDecoder().decode(stderr);
  if (!success) throw new Error(`mcpb ${args[0]}:\n${said}`);
  return said;
}
