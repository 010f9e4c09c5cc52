/**
 * Dialyzer over all the Erlang of the project: what is sent to nodes, what tests and
 * soaks load on theirs, and the generator; in the release that is installed and in a
 * later one. Fails on any warning. What is known of a release is built once, which
 * takes minutes, and kept in the cache folder.
 *
 * @module
 */
// deno-lint-ignore-file no-console

import { parseArgs } from "@std/cli/parse-args";
import { INSTALLED, type Release, setUpReleases } from "./dist/releases.ts";

const HELP = `scripts/soak dialyzer [OPTION]…
  --otp 25,27  the releases to check with (scripts/soaks/otp; needs root);
               default: the one installed, and 27`;

const ROOT = new URL("../../", import.meta.url).pathname;
const NO_DIALYZER = 2;

/** The files `*.erl` below a folder; names are unique, since modules are. */
function* sources(folder: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    if (isDirectory) yield* sources(`${folder}/${name}`);
    else if (name.endsWith(".erl")) yield `${folder}/${name}`;
  }
}

/** The generator as a module; its lines keep their numbers. */
async function generator(): Promise<string> {
  const script = await Deno.readTextFile(`${ROOT}scripts/gen_probes`);
  return script.replace(/^#!.*/, "-module(gen_probes). -export([main/1]).");
}

/** The exact version of OTP, as `25.3.2.8`. */
async function versionOf(erl: string): Promise<string> {
  const { stdout } = await run(
    erl,
    `{ok, V} = file:read_file(filename:join([code:root_dir(), "releases",
       erlang:system_info(otp_release), "OTP_VERSION"])), io:put_chars(V), halt().`,
    "piped",
  );
  return new TextDecoder().decode(stdout).trim();
}

function run(
  erl: string,
  code: string,
  stdout: "piped" | "inherit",
): Promise<Deno.CommandOutput> {
  return new Deno.Command(erl, {
    args: ["-noinput", "-boot", "start_clean", "-eval", code],
    stdin: "null",
    stdout,
    stderr: "inherit",
  }).output();
}

/** Whether the release finds nothing. */
async function check({ name, erl }: Release): Promise<boolean> {
  const cache = `${
    Deno.env.get("XDG_CACHE_HOME") ?? `${Deno.env.get("HOME")}/.cache`
  }/beamtap/plt`;
  const version = await versionOf(erl);
  const kept = `${cache}/otp-${version}.plt`;
  console.log(`OTP ${version} (${name})`);

  // The one place that a release unpacked by scripts/soaks/otp shares with us.
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/src`);
    for (const part of ["lib", "scripts", "tests"]) {
      for (const source of sources(ROOT + part)) {
        const name = source.slice(source.lastIndexOf("/"));
        await Deno.copyFile(source, `${folder}/src${name}`);
      }
    }
    await Deno.writeTextFile(`${folder}/src/gen_probes.erl`, await generator());
    await Deno.copyFile(kept, `${folder}/otp.plt`).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
    const { code } = await run(
      erl,
      `{ok, check, B} = compile:file("${folder}/src/check.erl", [binary]),
       {module, check} = code:load_binary(check, "check.erl", B), check:main("${folder}").`,
      "inherit",
    );
    if (code === NO_DIALYZER) {
      throw new Error(
        `OTP ${version} (${name}) has no dialyzer: install erlang-dialyzer; ` +
          "a release that scripts/soaks/otp unpacked earlier: remove its folder",
      );
    }
    await Deno.mkdir(cache, { recursive: true });
    await Deno.copyFile(`${folder}/otp.plt`, kept);
    return code === 0;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const options = parseArgs(Deno.args, { string: ["otp"] });
if (Deno.args.includes("--help")) {
  console.log(HELP);
  Deno.exit(0);
}
const releases = options.otp === undefined
  ? [INSTALLED, ...await setUpReleases("27")]
  : await setUpReleases(options.otp);
for (const release of releases) {
  if (!await check(release)) Deno.exitCode = 1;
}
