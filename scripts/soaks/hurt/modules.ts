/**
 * The modules that hostile nodes run, compiled by the release that runs them.
 *
 * @module
 */

/** Compiled modules; disposing removes the folder. */
export interface Modules extends AsyncDisposable {
  /** The folder, for `-pa`. */
  readonly ebin: string;
  /** The release that compiled them, such as 25. */
  readonly otp: number;
}

const NAMES = ["t_control", "t_hurt", "t_reload"] as const;

/** Compiles them in a folder of their own. */
export async function compileFor(erl: string): Promise<Modules> {
  const ebin = await Deno.makeTempDir({ prefix: "beamtap_hurt_" });
  for (const name of NAMES) {
    const file = new URL(`${name}.erl`, import.meta.url);
    await Deno.copyFile(file, `${ebin}/${name}.erl`);
  }
  const source = `file:set_cwd("${ebin}"),
    [{ok, _} = compile:file(M, [debug_info, report]) || M <- [${NAMES.join()}]],
    io:put_chars(erlang:system_info(otp_release)), halt().`;
  const { success, stdout, stderr } = await new Deno.Command(erl, {
    args: ["-noinput", "-eval", source],
    stdin: "null",
  }).output();
  const text = new TextDecoder();
  if (!success) {
    throw new Error(
      `cannot compile: ${text.decode(stdout)}${text.decode(stderr)}`,
    );
  }
  return {
    ebin,
    otp: Number(text.decode(stdout).trim().split("\n").at(-1)),
    [Symbol.asyncDispose]: () => Deno.remove(ebin, { recursive: true }),
  };
}
