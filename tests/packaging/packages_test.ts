/**
 * What a release has beside its executables: bundles, the bill of materials, the entry in the
 * MCP registry, the image, the plugin.
 *
 * @module
 */

import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import { parseArguments } from "../../lib/cli/arguments.ts";
import { TOOLS } from "../../lib/tools/mod.ts";
import { manifestOf, mcpb } from "../../scripts/packaging/mcpb.ts";
import { bomOf } from "../../scripts/packaging/sbom.ts";
import {
  executableOf,
  type Target,
  TARGETS,
  VERSION,
} from "../../scripts/packaging/targets.ts";
import { conversation, run } from "../e2e/support.ts";
import { startBeam } from "../support/beam.ts";
import { lint } from "./linters.ts";
import { SERVER_ENTRY } from "./server_schema.ts";

const ROOT = decodeURIComponent(new URL("../../", import.meta.url).pathname);
const [LINUX] = TARGETS;
assert(LINUX);

const MANIFEST = z.object({
  server: z.object({
    entry_point: z.string(),
    mcp_config: z.object({
      command: z.string(),
      args: z.array(z.string()),
      env: z.record(z.string(), z.string()),
    }),
  }),
  user_config: z.record(
    z.string(),
    z.looseObject({
      default: z.union([z.string(), z.number()]).optional(),
      sensitive: z.boolean().optional(),
    }),
  ),
});

/** A folder with an executable of Linux that runs this checkout, and what scripts/package makes of it. */
async function released(
  body: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const executable = `${folder}/${executableOf(LINUX as Target)}`;
    await Deno.writeTextFile(
      executable,
      `#!/bin/sh\nexec ${Deno.execPath()} run --allow-net --allow-env --no-prompt ${ROOT}main.ts "$@"\n`,
    );
    const { success, stderr } = await new Deno.Command("scripts/package", {
      args: [folder],
      cwd: ROOT,
      stdin: "null",
    }).output();
    assert(success, new TextDecoder().decode(stderr));
    await body(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Fills in settings as clients do: those that are not given by their defaults. */
function configured(
  manifest: z.infer<typeof MANIFEST>,
  folder: string,
  settings: Readonly<Record<string, string | readonly string[]>>,
): { command: string; args: string[]; env: Record<string, string> } {
  const { mcp_config: { command, args, env } } = manifest.server;
  const valueOf = (key: string): string | readonly string[] =>
    settings[key] ?? String(manifest.user_config[key]?.default);
  const fill = (text: string): string =>
    text.replaceAll("${__dirname}", folder)
      .replaceAll(/\$\{user_config\.(\w+)\}/g, (_, key) => `${valueOf(key)}`);
  return {
    command: fill(command),
    args: args.flatMap((text) => {
      const [, key] = text.match(/^\$\{user_config\.(\w+)\}$/) ?? [];
      return key ? [valueOf(key)].flat() : [fill(text)];
    }),
    env: Object.fromEntries(
      Object.entries(env).map(([name, text]) => [name, fill(text)]),
    ),
  };
}

Deno.test("a bundle is valid, can be unpacked, and answers with the settings that it asks for", async () => {
  await using beam = await startBeam();
  await released(async (folder) => {
    const bundle = `${folder}/beamtap-${VERSION}-linux-x64.mcpb`;
    const unpacked = `${folder}/unpacked`;
    await mcpb("unpack", bundle, unpacked);
    const file = `${unpacked}/manifest.json`;
    await mcpb("validate", file);
    const manifest = MANIFEST.parse(JSON.parse(await Deno.readTextFile(file)));
    assertEquals(manifest.user_config.cookie?.sensitive, true);
    await Deno.chmod(`${unpacked}/${manifest.server.entry_point}`, 0o755);
    const { command, args, env } = configured(manifest, unpacked, {
      nodes: [beam.name],
      cookie: beam.cookie,
      epmd_port: `${beam.epmd.port}`,
    });
    const program = { name: "bundle", command, args };
    const { stdout, stderr } = await run(program, [], {
      env,
      input: conversation(["tools/call", { name: "get_node_info" }]),
    });
    assert(stdout.includes("otp_release="), stdout + stderr);

    const sums = await Deno.readTextFile(`${folder}/SHA256SUMS`);
    assertEquals(sums.trim().split("\n").length, 3);
    const { success } = await new Deno.Command("sha256sum", {
      args: ["--check", "--quiet", "SHA256SUMS"],
      cwd: folder,
    }).output();
    assert(success);
    const entry = SERVER_ENTRY.parse(
      JSON.parse(await Deno.readTextFile(`${folder}/server.json`)),
    );
    const hashes = entry.packages.flatMap((it) => it.fileSha256 ?? []);
    assertEquals(hashes.length, 1);
    assert(sums.includes(`${hashes[0]}  beamtap-${VERSION}-linux-x64.mcpb`));
  });
});

Deno.test("a manifest lists every tool, and names the program of its platform", async () => {
  const folder = await Deno.makeTempDir();
  try {
    for (const target of TARGETS) {
      const manifest = JSON.stringify(manifestOf(target));
      await Deno.writeTextFile(`${folder}/manifest.json`, manifest);
      await mcpb("validate", `${folder}/manifest.json`);
      assertEquals(
        manifest.includes("server/beamtap.exe"),
        target.platform === "win32",
      );
      for (const { name } of TOOLS) assert(manifest.includes(`"${name}"`));
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("server.json is what the MCP registry takes, and starts beamtap", async () => {
  const text = await Deno.readTextFile(`${ROOT}scripts/packaging/server.json`);
  const { packages } = SERVER_ENTRY.parse(JSON.parse(text));
  for (const { packageArguments = [] } of packages) {
    const words = packageArguments.map(({ value }) => value ?? "a@h");
    assertEquals(parseArguments(words, () => undefined).command, "serve");
  }
  const wrong = text.replace("io.github.beamtap/beamtap", "beamtap");
  assert(!SERVER_ENTRY.safeParse(JSON.parse(wrong)).success);
});

Deno.test("the bill of materials has every package of the lockfile, and what depends on what", async () => {
  const BOM = z.object({
    bomFormat: z.literal("CycloneDX"),
    specVersion: z.literal("1.6"),
    components: z.array(z.object({ "bom-ref": z.string(), name: z.string() })),
    dependencies: z.array(
      z.object({ ref: z.string(), dependsOn: z.array(z.string()) }),
    ),
  });
  const { components, dependencies } = BOM.parse(bomOf("2.9.6"));
  const { npm } = JSON.parse(await Deno.readTextFile(`${ROOT}deno.lock`));
  assertEquals(components.length, Object.keys(npm).length + 1);
  const refs = components.map((it) => it["bom-ref"]);
  assertEquals(
    dependencies.flatMap(({ dependsOn }) => dependsOn)
      .filter((ref) => !refs.includes(ref)),
    [],
  );
  assertEquals(dependencies.length, components.length + 1);
});

Deno.test("the Dockerfile is well-formed, and its base has the libraries that the executable needs", async () => {
  const file = `${ROOT}scripts/packaging/Dockerfile`;
  const linter = "npm:dockerfile-utils@0.16.3";
  const { success, said } = await lint(linter, ["lint", file]);
  assert(success, said);
  const text = await Deno.readTextFile(file);
  assert(/^FROM gcr\.io\/distroless\/cc-debian12:nonroot$/m.test(text));
  assert(/^USER 65532:65532$/m.test(text));
  const { name } = JSON.parse(
    await Deno.readTextFile(`${ROOT}scripts/packaging/server.json`),
  );
  // The registry takes an image only with the name of its entry.
  assert(text.includes(`io.modelcontextprotocol.server.name="${name}"`));
  const binary = Deno.env.get("BEAMTAP_BINARY");
  if (binary === undefined) return;
  const { stdout } = await new Deno.Command("ldd", { args: [binary] }).output();
  const needed = [...new TextDecoder().decode(stdout).matchAll(/(\S+) =>/g)]
    .map(([, library]) => library);
  const inBase = /^(lib(c|m|dl|rt|pthread)\.so\.\d|libgcc_s\.so\.1)$/;
  assertEquals(needed.filter((library) => !inBase.test(library ?? "")), []);
});

Deno.test("the skill of the plugin gives command lines that beamtap takes", async () => {
  const text = await Deno.readTextFile(
    `${ROOT}scripts/packaging/plugin/skills/beamtap/SKILL.md`,
  );
  const [, head = ""] = text.match(/^---\nname: beamtap\n(.*?)\n---\n/s) ?? [];
  assert(head.startsWith("description: ") && head.length < 1024);
  const lines = [...text.matchAll(/^beamtap .*$|`beamtap ([^`]+)`/gm)]
    .map(([line]) => line.replaceAll("`", ""));
  assert(lines.length >= 6, `${lines.length} command lines`);
  const names: readonly string[] = TOOLS.map(({ name }) => name);
  for (const line of lines) {
    const words = line.split(" ").slice(1).map((it) => it.replace(/,$/, ""));
    const { command, operands } = parseArguments(words, () => undefined);
    assertEquals(words[0], command);
    if (command === "call") assert(names.includes(operands[0] ?? ""), line);
  }
});
