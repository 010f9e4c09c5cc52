// deno-lint-ignore-file no-console
/**
 * What scripts/packaging/Dockerfile makes, without Docker: a root with the executable and the libraries of
 * its base, in which it answers about a node as the image's user, who can write nowhere. Needs root,
 * for chroot and mounts, and an executable: BEAMTAP_BINARY, or dist/beamtap.
 *
 * @module
 */

import { epmdOption } from "../../tests/e2e/support.ts";
import { startBeam } from "../../tests/support/beam.ts";

const DOCKERFILE = await Deno.readTextFile(
  new URL("../packaging/Dockerfile", import.meta.url),
);
const [, user = ""] = DOCKERFILE.match(/^USER (\S+)$/m) ?? [];
const [, place = ""] = DOCKERFILE.match(/^ENTRYPOINT \["([^"]+)"\]$/m) ?? [];
const binary = Deno.env.get("BEAMTAP_BINARY") ?? "dist/beamtap";

async function run(command: string, ...args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(command, {
    args,
    stdin: "null",
  }).output();
  const [out = "", err = ""] = [stdout, stderr]
    .map((it) => new TextDecoder().decode(it));
  if (!success) throw new Error(`${command} ${args.join(" ")}:\n${out}${err}`);
  return out;
}

const root = await Deno.makeTempDir({ prefix: "beamtap_image_" });
try {
  await Deno.chmod(root, 0o755);
  const libraries = (await run("ldd", binary)).match(/\/lib\S+/g) ?? [];
  for (const path of [...libraries, place]) {
    await run("install", "-D", path === place ? binary : path, root + path);
  }
  await Deno.mkdir(`${root}/proc`);
  await using beam = await startBeam();
  const inside = (...args: string[]): Promise<string> =>
    run(
      "unshare",
      ..."--mount --pid --fork --kill-child sh -c".split(" "),
      `mount -t proc proc "$0/proc" && chroot --userspec=${user} "$0" "$@"`,
      ...[root, place, ...args],
    );
  const version = await inside("--version");
  const answer = await inside(
    ...["call", "get_node_info", `node=${beam.name}`],
    ...[`--cookie=${beam.cookie}`, epmdOption(beam.epmd)].flat(),
  );
  if (!answer.includes("otp_release=")) throw new Error(answer);
  console.log(
    `ok: ${version.trim()} answers as ${user} with ${libraries.length} libraries`,
  );
} finally {
  await run("rm", "-rf", "--one-file-system", root);
}
