// deno-lint-ignore-file no-console
/**
 * recon, to be asked the same: fetched and compiled into the cache folder, never into the
 * checkout.
 *
 * @module
 */

const SOURCE = "https://github.com/ferd/recon";

/** The folder of its compiled modules; undefined, with a word about it, where it cannot be had. */
export async function compiledRecon(): Promise<string | undefined> {
  const cache = `${
    Deno.env.get("XDG_CACHE_HOME") ?? `${Deno.env.get("HOME")}/.cache`
  }/beamtap/recon`;
  const source = Deno.env.get("RECON_SOURCE") ?? SOURCE;
  const fetched = await Deno.stat(`${cache}/src`).then(() => true, () => false);
  const done = fetched ||
    await run("git", "clone", "--quiet", "--depth", "1", source, cache);
  await Deno.mkdir(`${cache}/ebin`, { recursive: true });
  const compiled = done &&
    await run("sh", "-c", `cd '${cache}' && erlc -o ebin src/*.erl`);
  if (compiled) return `${cache}/ebin`;
  console.log(
    `recon is missing: ${source} cannot be cloned and compiled; RECON_SOURCE names another repository`,
  );
  return undefined;
}

async function run(program: string, ...args: string[]): Promise<boolean> {
  const command = new Deno.Command(program, { args, stdout: "null" });
  return (await command.output()).success;
}
