import { assert, assertEquals } from "@std/assert";

const ROOT = decodeURIComponent(new URL("../..", import.meta.url).pathname);

/** Runs a command in the repository and gives its exit status and what it printed. */
async function run(
  command: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  const [program = "", ...args] = command;
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args,
    cwd: ROOT,
    env,
    stdin: "null",
  }).output();
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), err: text(stderr) };
}

/** A folder with links to the commands named, for a PATH that has nothing else. */
async function pathOf(folder: string, commands: string[]): Promise<string> {
  for (const command of commands) {
    const { out } = await run(["sh", "-c", `command -v ${command}`]);
    await Deno.symlink(out.trim(), `${folder}/${command}`);
  }
  return folder;
}

/** `body` with a fresh folder, removed afterwards. */
async function withFolder(
  body: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await body(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("setup is quiet where Deno and Erlang are there", async () => {
  assertEquals(await run(["scripts/setup"]), { code: 0, out: "", err: "" });
});

Deno.test("setup gives other scripts the program of Deno, not a wrapper around it", async () => {
  const { code, out } = await run([
    "bash",
    "-c",
    'source scripts/setup deno; echo "$DENO"',
  ]);
  assertEquals([code, out.trim()], [0, Deno.execPath()]);
});

Deno.test("setup says what to install where it cannot, and changes nothing", async () => {
  await withFolder(async (folder) => {
    const path = await pathOf(folder, ["bash", "env"]);
    const home = `${folder}/home`;
    const { code, out, err } = await run(["bash", "scripts/setup"], {
      PATH: path,
      HOME: home,
      XDG_CACHE_HOME: "",
    });
    assertEquals([code, out], [1, ""]);
    assert(err.includes("not Debian"), err);
    assert(err.includes("Deno 2.9") && err.includes("Erlang/OTP 25"), err);
    const { out: left } = await run(["ls", folder]);
    assertEquals(left, "bash\nenv\n");
  });
});

Deno.test("setup passes over a Deno that is too old", async () => {
  await withFolder(async (folder) => {
    await Deno.writeTextFile(
      `${folder}/deno`,
      `#!/bin/sh\necho "2.7.1 ${folder}/deno"\n`,
      { mode: 0o755 },
    );
    const cache = `${folder}/cache/beamtap/deno-2.9.6`;
    await Deno.mkdir(cache, { recursive: true });
    await Deno.symlink(Deno.execPath(), `${cache}/deno`);
    const { code, out } = await run(
      ["bash", "-c", 'source scripts/setup deno; echo "$DENO"'],
      {
        PATH: `${folder}:${Deno.env.get("PATH")}`,
        XDG_CACHE_HOME: `${folder}/cache`,
      },
    );
    assertEquals([code, out.trim()], [0, await Deno.realPath(`${cache}/deno`)]);
  });
});

Deno.test("build refuses arguments that it does not know", async () => {
  for (const args of [["--nope"], ["--target"], ["--target="]]) {
    const { code, out, err } = await run(["scripts/build", ...args]);
    assertEquals([code, out], [2, ""]);
    assert(err.startsWith("usage: scripts/build"), err);
  }
});
