/**
 * Finds the process behind a port of this machine in Linux's /proc, which still
 * tells something when the node hangs. Nothing here prompts for a permission: Deno
 * permits reading /proc only with --allow-all.
 *
 * @module
 */

/** A listening socket of this machine, and the process that owns it. */
export interface Listener {
  /** The address it listens on, in hexadecimal as in /proc/net/tcp. */
  readonly address: string;
  /** Connections waiting to be accepted. */
  readonly waiting: number;
  /** Absent if the process belongs to a user whose files we cannot read. */
  readonly process?: ListenerProcess | undefined;
}

/** The process that owns a listening socket. */
export interface ListenerProcess {
  /** Operating system process id. */
  readonly pid: number;
  /** Name of the program. */
  readonly command: string;
  /** `R`, `S`, `D`, `T`…, as in `ps`. */
  readonly state: string;
  /** Open file descriptors. */
  readonly descriptors: number;
  /** Limit on file descriptors. */
  readonly maxDescriptors: number;
  /** CPU use in CPUs, from a short sample. */
  readonly cpus: number;
  /** Number of its dirty IO schedulers if all of them are at work or wait for something but work, else 0. */
  readonly blockedIo: number;
}

const PERMISSIONS = [
  "read",
  "write",
  "net",
  "env",
  "sys",
  "run",
  "ffi",
] as const;
const LISTEN = "0A";
const SAMPLE_MS = 300;
/** Clock ticks per second, the unit of CPU time in /proc. */
const TICKS = 100;

/** Returns whether /proc can be read without a permission prompt. */
export function maySeeProcesses(): boolean {
  return PERMISSIONS.every((name) =>
    Deno.permissions.querySync({ name }).state === "granted"
  );
}

/** Returns whether an address is one of this machine's; requires {@linkcode maySeeProcesses}. */
export function isOurs(address: string): boolean {
  return isLoopback(address) ||
    Deno.networkInterfaces().some((each) => each.address === address);
}

/** Returns whether an address is a loopback address. */
export function isLoopback(address: string): boolean {
  return address === "localhost" || address === "::1" ||
    address.startsWith("127.");
}

/** Returns the listeners on a port of this machine; empty if they cannot be seen, or on systems other than Linux. */
export async function listenersOn(port: number): Promise<Listener[]> {
  if (Deno.build.os !== "linux" || !maySeeProcesses()) return [];
  const sockets = ["/proc/net/tcp", "/proc/net/tcp6"]
    .flatMap((path) => readText(path).split("\n").slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local = "", , state]) =>
      state === LISTEN &&
      Number.parseInt(local.split(":")[1] ?? "", 16) === port
    );
  return await Promise.all(sockets.map(async (fields) => {
    const [, local = "", , , queues = ""] = fields;
    const pid = ownerOf(fields[9] ?? "");
    return {
      address: local.split(":")[0] ?? "",
      waiting: Number.parseInt(queues.split(":")[1] ?? "0", 16),
      process: pid === undefined ? undefined : await processOf(pid),
    };
  }));
}

/** Returns the first process that has the socket open. */
function ownerOf(inode: string): number | undefined {
  const wanted = `socket:[${inode}]`;
  return entriesOf("/proc").filter((name) => /^\d+$/.test(name)).map(Number)
    .find((pid) =>
      entriesOf(`/proc/${pid}/fd`).some((fd) =>
        ifReadable(() => Deno.readLinkSync(`/proc/${pid}/fd/${fd}`), "") ===
          wanted
      )
    );
}

async function processOf(pid: number): Promise<ListenerProcess | undefined> {
  const before = statOf(pid);
  await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
  const after = statOf(pid);
  if (!before || !after) return undefined;
  const limits = readText(`/proc/${pid}/limits`);
  const max = /^Max open files\s+(\d+)/m.exec(limits)?.[1];
  return {
    pid,
    command: readText(`/proc/${pid}/comm`).trim(),
    blockedIo: blockedIoOf(pid),
    state: after.state,
    descriptors: entriesOf(`/proc/${pid}/fd`).length,
    maxDescriptors: max === undefined ? Infinity : Number(max),
    cpus: (after.ticks - before.ticks) / TICKS / (SAMPLE_MS / 1000),
  };
}

/** Counts the dirty IO schedulers of a node if none is idle; an idle one waits on a futex. */
function blockedIoOf(pid: number): number {
  const threads = entriesOf(`/proc/${pid}/task`)
    .map((thread) => `/proc/${pid}/task/${thread}`)
    .filter((path) => /dirty_io|dios_/.test(readText(`${path}/comm`)));
  const idle = threads.some((path) => {
    const waits = readText(`${path}/wchan`);
    return waits === "" || waits === "0" || waits.startsWith("futex");
  });
  return idle ? 0 : threads.length;
}

/** Reads a process's state and CPU time, from behind its name, which may contain anything, even `)`. */
function statOf(pid: number): { state: string; ticks: number } | undefined {
  const text = readText(`/proc/${pid}/stat`);
  if (text === "") return undefined;
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const ticks = Number(fields[11]) + Number(fields[12]);
  return { state: fields[0] ?? "?", ticks };
}

function readText(path: string): string {
  return ifReadable(() => Deno.readTextFileSync(path), "");
}

function entriesOf(folder: string): string[] {
  return ifReadable(
    () => Array.from(Deno.readDirSync(folder), ({ name }) => name),
    [],
  );
}

/** Returns what `read` does, or `otherwise` if it cannot: processes end, or belong to other users. */
function ifReadable<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
