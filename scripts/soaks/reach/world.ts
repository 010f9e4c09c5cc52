/**
 * Two machines on one: `near`, where beamtap runs, and `far`, at 10.0.0.5 and fd00::5,
 * with an sshd. Each is a network namespace that lives as long as a process of ours, so
 * that nothing is left behind. Needs root.
 *
 * @module
 */

/** How a command ended. */
export interface Run {
  readonly code: number;
  /** What it wrote, to standard output and then to standard error. */
  readonly text: string;
}

/** Shell commands of root on both machines; the address of `far` is {@linkcode FAR}. */
export interface World extends AsyncDisposable {
  /** Home of the user on `near`. */
  readonly home: string;
  /** Runs a line of shell in the home on `near`, where `beamtap` has these permissions of Deno. */
  near(line: string, permissions?: readonly string[]): Promise<Run>;
  /** Runs a line of shell in the home on `far`. */
  far(line: string): Promise<Run>;
  /** A process of a machine, whose namespaces it has. */
  pidOf(machine: Machine): number;
  /** Starts a line of shell on a machine; its standard input stays open. */
  start(machine: Machine, line: string): AsyncDisposable;
  /** Makes `near` reach only these ports of `far`; others are refused as firewalls do it. */
  wall(
    open: readonly number[],
    kind: "reject" | "drop",
  ): Promise<AsyncDisposable>;
  /** Writes a file in the home. */
  write(name: string, text: string, mode?: number): Promise<void>;
}

/** The name of a machine. */
export type Machine = "near" | "far";

/** The addresses of `far`. */
export const FAR = ["10.0.0.5", "fd00::5"] as const;

const ROOT = new URL("../../..", import.meta.url).pathname;
/** What the executable has, and ssh. */
export const ALL_PERMISSIONS = [
  ...["--allow-net", "--allow-read", "--allow-write", "--allow-env"],
  ...["--allow-sys=hostname", "--allow-run=ssh"],
];

/** Makes the machines; throws if that is not permitted. */
export async function makeWorld(): Promise<World> {
  await using stack = new AsyncDisposableStack();
  const home = await Deno.makeTempDir({ prefix: "beamtap-reach-" });
  stack.defer(() => Deno.remove(home, { recursive: true }));
  await Deno.chmod(home, 0o755);
  await Deno.mkdir(`${home}/bin`);
  const write = (name: string, text: string, mode = 0o600): Promise<void> =>
    Deno.writeTextFile(`${home}/${name}`, text, { mode });
  const hold = (): Deno.ChildProcess => {
    const options = ["--net", "--mount", "--propagation", "private"];
    const child = new Deno.Command("unshare", {
      args: [...options, "sleep", "infinity"],
    }).spawn();
    stack.defer(() => end(child));
    return child;
  };
  const [near, far] = [hold(), hold()];
  const inside = (machine: Machine, ...command: string[]): string[] => {
    const { pid } = machine === "near" ? near : far;
    return ["nsenter", "-t", `${pid}`, "-n", "-m", "--", ...command];
  };
  const setUp = async (machine: Machine, lines: string): Promise<void> => {
    const [program = "", ...args] = inside(machine, "sh", "-ec", lines);
    await run(program, args);
  };
  await separated([near.pid, far.pid]);
  await setUp(
    "near",
    `ip link set lo up
     ip link add near type veth peer name far
     ip link set far netns ${far.pid}
     ip addr add 10.0.0.1/24 dev near
     ip -6 addr add fd00::1/64 dev near nodad
     ip link set near up
     mount -t tmpfs none /opt`,
  );
  await setUp(
    "far",
    `ip link set lo up
     ip addr add ${FAR[0]}/24 dev far
     ip -6 addr add ${FAR[1]}/64 dev far nodad
     ip link set far up`,
  );
  await write(
    "bin/beamtap",
    `#!/bin/sh\nexec '${Deno.execPath()}' run --quiet $PERMISSIONS '${ROOT}main.ts' "$@"\n`,
    0o755,
  );
  const start = (machine: Machine, line: string): AsyncDisposable => {
    const [program = "", ...args] = inside(
      machine,
      "sh",
      "-c",
      `cd ${home}; exec ${line}`,
    );
    const child = new Deno.Command(program, {
      args,
      env: environment(home, []),
      clearEnv: true,
      stdin: "piped",
      stdout: "null",
      stderr: "null",
    }).spawn();
    return {
      async [Symbol.asyncDispose](): Promise<void> {
        await child.stdin.close().catch(() => {});
        await end(child);
      },
    };
  };
  const shell = async (
    machine: Machine,
    line: string,
    permissions: readonly string[],
  ): Promise<Run> => {
    const [program = "", ...args] = inside(
      machine,
      ...["sh", "-c", `cd ${home}; ${line}`],
    );
    const { code, stdout, stderr } = await new Deno.Command(program, {
      args,
      env: environment(home, permissions),
      clearEnv: true,
      stdin: "null",
    }).output();
    const decoder = new TextDecoder();
    return { code, text: decoder.decode(stdout) + decoder.decode(stderr) };
  };
  const namespaces = await Promise.all([near.pid, far.pid].map(namespaceOf));
  stack.defer(async () => {
    // What commands started in the background.
    for await (const { name } of Deno.readDir("/proc")) {
      const pid = Number(name);
      if (!pid || [near.pid, far.pid].includes(pid)) continue;
      if (namespaces.includes(await namespaceOf(pid))) kill(pid);
    }
  });
  const kept = stack.move();
  return {
    home,
    write,
    start,
    near: (line, permissions = ALL_PERMISSIONS) =>
      shell("near", line, permissions),
    far: (line) => shell("far", line, []),
    pidOf: (machine) => (machine === "near" ? near : far).pid,
    async wall(open, kind): Promise<AsyncDisposable> {
      // What is looked up first decides: the open ports, then the others.
      const [to, end, verdict] = kind === "reject"
        ? [FAR[0], "dport", "unreachable"] as const
        : ["10.0.0.1", "sport", "blackhole"] as const;
      const rules = [
        ...open.map((port) => `${end} ${port} lookup main`),
        `${end} 1-65534 ${verdict}`,
      ].map((rule) => `to ${to} ipproto tcp ${rule}`);
      const machine = kind === "reject" ? "near" : "far";
      const change = (verb: "add" | "del"): Promise<void> =>
        setUp(
          machine,
          rules.map((rule, at) => `ip rule ${verb} pref ${10 + at} ${rule}`)
            .join("\n"),
        );
      await change("add");
      return { [Symbol.asyncDispose]: () => change("del") };
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

/** The environment of the user on `near`, with nothing of ours but Deno's cache. */
function environment(
  home: string,
  permissions: readonly string[],
): Record<string, string> {
  const { HOME = "", PATH = "", DENO_DIR = `${HOME}/.cache/deno` } = Deno.env
    .toObject();
  return {
    ...{ HOME: home, DENO_DIR, NO_COLOR: "1", LC_ALL: "C.UTF-8" },
    PATH: `${home}/bin:${PATH}`,
    PERMISSIONS: permissions.join(" "),
  };
}

/** Returns the network namespace of a process; `undefined` if it has ended. */
async function namespaceOf(pid: number): Promise<string | undefined> {
  return await Deno.readLink(`/proc/${pid}/ns/net`).catch(() => undefined);
}

/** Waits until the processes have namespaces of their own. */
async function separated(pids: readonly number[]): Promise<void> {
  const ours = await namespaceOf(Deno.pid);
  for (const pid of pids) {
    for (let tries = 0;; tries++) {
      const theirs = await namespaceOf(pid);
      if (theirs !== undefined && theirs !== ours) break;
      if (tries > 100) throw new Error("there are no network namespaces here");
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** Runs a command to its end. */
export async function run(
  program: string,
  args: readonly string[],
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args: [...args],
  }).output();
  const decoder = new TextDecoder();
  if (!success) {
    throw new Error(`${program} ${args.join(" ")}: ${decoder.decode(stderr)}`);
  }
  return decoder.decode(stdout);
}

async function end(child: Deno.ChildProcess): Promise<void> {
  kill(child.pid);
  await child.status;
}

function kill(pid: number): void {
  try {
    Deno.kill(pid, "SIGKILL");
  } catch {
    // It has ended.
  }
}
