/**
 * The sample node of the demo: the shop of `scripts/demo_app`, run with an EPMD
 * of its own on a free loopback port, a new cookie and its home in a temporary folder, so
 * that it is isolated from everything else on the machine.
 *
 * @module
 */

/** Timeout for compiling and for starting, in ms each. */
const PATIENCE_MS = 30_000;

/** The running sample node. */
export interface DemoNode {
  /** Full node name. */
  readonly name: string;
  /** Port of its EPMD, on 127.0.0.1. */
  readonly epmdPort: number;
  /** Absolute path of its cookie file. */
  readonly cookieFile: string;
  /** Shell command equivalent to {@linkcode DemoNode.stop}. */
  readonly stopCommand: string;
  /** Kills the node and its EPMD by pid, and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Compiles the sample application, starts the node and waits until it is up. Its
 * processes have their own process groups, so Ctrl-C does not reach them directly.
 *
 * @throws {Error} if the node does not start; nothing is left running
 */
export async function startDemoNode(): Promise<DemoNode> {
  const home = await Deno.makeTempDir({ prefix: "beamtap-demo-" });
  const children: Deno.ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    for (const child of children.toReversed()) {
      try {
        child.kill("SIGKILL");
      } catch {
        // It has already ended.
      }
      await child.status;
    }
    await Deno.remove(home, { recursive: true });
  };
  try {
    const { name, epmdPort, cookieFile } = await start(home, children);
    const pids = children.map((child) => child.pid).toReversed().join(" ");
    const stopCommand = `kill -9 ${pids}; rm -rf ${shellWord(home)}`;
    return { name, epmdPort, cookieFile, stopCommand, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Quotes a word for a shell. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,.\/-]+$/.test(word)
    ? word
    : `'${word.replaceAll("'", `'\\''`)}'`;
}

async function start(
  home: string,
  children: Deno.ChildProcess[],
): Promise<Pick<DemoNode, "name" | "epmdPort" | "cookieFile">> {
  await compile(home);
  const cookieFile = `${home}/.erlang.cookie`;
  await Deno.writeTextFile(cookieFile, crypto.randomUUID(), { mode: 0o400 });
  const name = "shop@127.0.0.1";
  const epmdPort = freePort();
  const env = { HOME: home, ERL_EPMD_PORT: `${epmdPort}` };
  const log = `${home}/node.log`;

  const spawn = (...command: string[]): Deno.ChildProcess => {
    const child = new Deno.Command("sh", {
      args: ["-c", 'exec "$@" >>"$0" 2>&1', log, ...command],
      cwd: home,
      env,
      stdin: "null",
      stdout: "null",
      stderr: "null",
      detached: true,
    }).spawn();
    child.unref();
    children.push(child);
    return child;
  };
  spawn("epmd", "-port", `${epmdPort}`, "-address", "127.0.0.1");
  await until("epmd answers", log, () => answers(epmdPort));
  const node = spawn(
    ..."erl -noinput -start_epmd false -pa".split(" "),
    home,
    ...["-name", name, "-kernel", "inet_dist_use_interface", "{127,0,0,1}"],
    "-eval",
    '{ok, _} = application:ensure_all_started(shop, permanent), io:put_chars("the shop is open\\n").',
  );
  let ended = false;
  node.status.then(() => ended = true);
  await until("the node is up", log, async () => {
    if (ended) throw new Error(`The node ended:\n${await read(log)}`);
    return (await read(log)).includes("the shop is open");
  });
  return { name, epmdPort, cookieFile };
}

/** Compiles the sample application into a folder. */
async function compile(folder: string): Promise<void> {
  const sources = new URL("demo_app/", import.meta.url);
  const modules: string[] = [];
  for await (const { name } of Deno.readDir(sources)) {
    if (name.endsWith(".erl")) modules.push(name);
  }
  const { success, stdout } = await new Deno.Command("erlc", {
    args: ["-o", folder, ...modules],
    cwd: sources,
    stdin: "null",
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stdout));
  await Deno.copyFile(new URL("shop.app", sources), `${folder}/shop.app`);
}

/** Returns a TCP port that nothing listens on at the moment. */
function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

/** Returns whether something accepts connections on a loopback port. */
async function answers(port: number): Promise<boolean> {
  try {
    (await Deno.connect({ hostname: "127.0.0.1", port })).close();
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionRefused) return false;
    throw error;
  }
}

async function read(file: string): Promise<string> {
  try {
    return await Deno.readTextFile(file);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}

/** Waits until a condition holds; otherwise throws an error with the node's log. */
async function until(
  what: string,
  log: string,
  holds: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!await holds()) {
    if (Date.now() > deadline) {
      const seconds = PATIENCE_MS / 1000;
      throw new Error(`Not within ${seconds} s: ${what}\n${await read(log)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
