import { assert, assertEquals } from "@std/assert";

const ROOT = decodeURIComponent(new URL("../..", import.meta.url).pathname);

/** Starts the demo with a folder of its own for temporary files. */
function startDemo(folder: string, ...args: string[]): Deno.ChildProcess {
  return new Deno.Command("scripts/demo", {
    args,
    cwd: ROOT,
    env: { TMPDIR: folder, NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** `body` with a fresh folder, which must be empty afterwards, with no process at home in it. */
async function withCleanFolder(
  body: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await body(folder);
    assertEquals(await Array.fromAsync(Deno.readDir(folder)), []);
    // A child of the node's own ends a moment after it.
    for (let tries = 0; (await processesIn(folder)).length > 0; tries++) {
      assert(tries < 500, "processes are left behind");
      await pause();
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** The ids of processes whose working folder is in a folder. */
async function processesIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name } of Deno.readDir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const cwd = await Deno.readLink(`/proc/${name}/cwd`).catch(() => "");
    if (cwd.startsWith(folder)) found.push(name);
  }
  return found;
}

Deno.test("demo finds both faults, and leaves nothing behind", async () => {
  await withCleanFolder(async (folder) => {
    const { success, stdout, stderr } = await startDemo(folder).output();
    const text = new TextDecoder().decode(stdout);
    assert(success, new TextDecoder().decode(stderr));
    for (
      const part of [
        /^Installed on this machine: \S/m,
        /check_health[^]*1 critical +mailbox growth: shop_mailer/,
        /check_health[^]*2 warning +binary leak: shop_images/,
        /get_binary_holders[^]*shop_images .* MiB/,
      ]
    ) assert(part.test(text), `${part}: ${text}`);
  });
});

Deno.test("demo cleans up when it is interrupted", async () => {
  await withCleanFolder(async (folder) => {
    const demo = startDemo(folder);
    const ended = demo.status.then(() => true);
    while ((await processesIn(folder)).length < 2) { // EPMD and the node
      if (await Promise.race([ended, pause()])) break;
    }
    demo.kill("SIGINT");
    const { success } = await demo.output();
    assertEquals(success, false);
  });
});

Deno.test("demo --keep leaves a node that can be connected to, and stopped, as printed", async () => {
  await withCleanFolder(async (folder) => {
    const { success, stdout } = await startDemo(folder, "--keep").output();
    const lines = new TextDecoder().decode(stdout).trimEnd().split("\n");
    const stop = lines.at(-1)?.trim() ?? "";
    try {
      assert(success);
      assert((await processesIn(folder)).length >= 2, "EPMD and the node");
      const connect = lines.find((line) => line.includes("claude mcp add"));
      const question = connect?.replace(/.* -- /, "")
        .replace(" serve ", " call list_processes sort=mailbox node=") ?? "";
      const { code, stdout } = await shell(question);
      assertEquals(code, 0, question);
      assert(new TextDecoder().decode(stdout).includes("shop_mailer"));
    } finally {
      await shell(stop);
    }
  });
});

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10));
}

/** Runs a line as typed into a shell. */
function shell(line: string): Promise<Deno.CommandOutput> {
  return new Deno.Command("sh", { args: ["-c", line], stdin: "null" }).output();
}
