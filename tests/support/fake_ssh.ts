/**
 * A program `ssh` for tests, in a folder that comes first in PATH: it connects for
 * `-W`, and says what OpenSSH 9.2 says, or what a test tells it to say.
 *
 * @module
 */

/** What the fake does; else it connects as a server would. */
export interface Plan {
  /** Lines for standard error. */
  say?: readonly string[];
  /** Exit status in place of a connection; -1 waits for ever. */
  exit?: number;
}

/** The fake, in PATH until `await using` ends. */
export interface FakeSsh extends AsyncDisposable {
  /** What it does when it is started next. */
  plan(plan: Plan): Promise<void>;
  /** The arguments of each time that it was started. */
  started(): Promise<string[][]>;
  /** Ends all that run. */
  kill(): Promise<void>;
}

/** Puts the fake into PATH. */
export async function fakeSsh(): Promise<FakeSsh> {
  const folder = await Deno.makeTempDir();
  const program = new URL("ssh_program.ts", import.meta.url).pathname;
  const deno = `'${Deno.execPath()}' run --quiet --no-config --no-check -A`;
  await Deno.writeTextFile(
    `${folder}/ssh`,
    `#!/bin/sh\nexec ${deno} '${program}' '${folder}' "$@"\n`,
    { mode: 0o755 },
  );
  const path = Deno.env.get("PATH") ?? "";
  Deno.env.set("PATH", `${folder}:${path}`);
  const lines = async (file: string): Promise<string[]> => {
    const text = await Deno.readTextFile(`${folder}/${file}`).catch(() => "");
    return text.split("\n").filter((line) => line !== "");
  };
  const kill = async (): Promise<void> => {
    for (const pid of await lines("pids")) {
      try {
        Deno.kill(Number(pid), "SIGKILL");
      } catch {
        // It has ended.
      }
    }
  };
  return {
    kill,
    plan: (plan) =>
      Deno.writeTextFile(`${folder}/plan.json`, JSON.stringify(plan)),
    started: async () =>
      (await lines("started")).map((line) => JSON.parse(line)),
    async [Symbol.asyncDispose](): Promise<void> {
      Deno.env.set("PATH", path);
      await kill();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
