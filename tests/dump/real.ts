/**
 * Dumps that real runtime systems make, and texts that look like dumps.
 *
 * @module
 */

/** A dump in a folder of its own, which is removed in the end. */
export interface MadeDump extends AsyncDisposable {
  readonly path: string;
  /** What the runtime system printed. */
  readonly output: string;
}

/** Maximum time for a runtime system to end, in ms. */
const MAX_MS = 60_000;

/**
 * Runs Erlang expressions, the last of which ends the runtime system with a dump.
 */
export async function makeDump(
  expressions: string,
  { erl = "erl", args = [], env = {} }: {
    erl?: string;
    args?: string[];
    env?: Record<string, string>;
  } = {},
): Promise<MadeDump> {
  const folder = await Deno.makeTempDir({ prefix: "beamtap_dump_" });
  const path = `${folder}/erl_crash.dump`;
  const { stdout } = await new Deno.Command(erl, {
    args: ["-noshell", "-noinput", ...args, "-eval", `${expressions}.`],
    env: { ERL_CRASH_DUMP: path, HOME: "/nonexistent", ...env },
    stderr: "null",
    signal: AbortSignal.timeout(MAX_MS),
  }).output();
  return {
    path,
    output: new TextDecoder().decode(stdout),
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

/** Writes a dump of one's own making. */
export async function writeDump(
  content: string | Uint8Array,
): Promise<MadeDump> {
  const folder = await Deno.makeTempDir({ prefix: "beamtap_dump_" });
  const path = `${folder}/erl_crash.dump`;
  const bytes = typeof content === "string"
    ? new TextEncoder().encode(content)
    : content;
  await Deno.writeFile(path, bytes);
  return {
    path,
    output: "",
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}
