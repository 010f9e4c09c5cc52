/**
 * The process behind a port of this machine, as Linux shows it in /proc: what
 * no node that hangs can tell by itself. Nothing here asks for a permission;
 * Deno has /proc read under --allow-all alone.
 *
 * @module
 */

/** A listening socket of this machine, and the process that owns it. */
export interface Listener {
  /** The address it listens on, in the hexadecimal of /proc/net/tcp. */
  readonly address: string;
  /** Connections that wait to be accepted. */
  readonly waiting: number;
  /** Left out where the process belongs to somebody whose files we may not see. */
  readonly process?: ListenerProcess | undefined;
}

/** A process that listens. */
export interface ListenerProcess {
  readonly pid: number;
  /** `R`, `S`, `D`, `T`…, as in `ps`. */
  readonly state: string;
  readonly descriptors: number;
  readonly maxDescriptors: number;
  /** CPUs it uses, from a short sample. */
  readonly cpus: number;
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
/** Ticks of the clock that /proc counts CPU time in, a second. */
const TICKS = 100;

/** Whether /proc can be read without Deno asking. */
export function maySeeProcesses(): boolean {
  return PERMISSIONS.every((name) =>
    Deno.permissions.querySync({ name }).state === "granted"
  );
}

/** Whether an address is one of this machine's; only where {@linkcode maySeeProcesses}. */
export function isOurs(address: string): boolean {
  return isLoopback(address) ||
    Deno.networkInterfaces().some((each) => each.address === address);
}

/** Whether an address is the loopback's. */
export function isLoopback(address: string): boolean {
  return address === "localhost" || address === "::1" ||
    address.startsWith("127.");
}

/** Who listens on a port here; nobody as far as can be seen, on other systems than Linux too. */
export async function listenersOn(port: number): Promise<Listener[]> {
  if (Deno.build.os !== "linux" || !maySeeProcesses()) return [];
  const sockets = ["/proc/net/tcp", "/proc/net/tcp6"].flatMap(readText)
    .flatMap((text) => text.split("\n").slice(1))
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

/** The first process that has the socket open. */
function ownerOf(inode: string): number | undefined {
  const wanted = `socket:[${inode}]`;
  return entriesOf("/proc").filter((name) => /^\d+$/.test(name)).map(Number)
    .find((pid) =>
      entriesOf(`/proc/${pid}/fd`).some((fd) =>
        linkOf(`/proc/${pid}/fd/${fd}`) === wanted
      )
    );
}

async function processOf(pid: number): Promise<ListenerProcess | undefined> {
  const before = statOf(pid);
  await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
  const after = statOf(pid);
  if (!before || !after) return undefined;
  const [limits = ""] = readText(`/proc/${pid}/limits`);
  const max = /^Max open files\s+(\d+)/m.exec(limits)?.[1];
  return {
    pid,
    state: after.state,
    descriptors: entriesOf(`/proc/${pid}/fd`).length,
    maxDescriptors: max === undefined ? Infinity : Number(max),
    cpus: (after.ticks - before.ticks) / TICKS / (SAMPLE_MS / 1000),
  };
}

/** Its state and CPU time; the name before them may hold anything, brackets too. */
function statOf(
  pid: number,
): { readonly state: string; readonly ticks: number } | undefined {
  const [text] = readText(`/proc/${pid}/stat`);
  if (text === undefined) return undefined;
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return {
    state: fields[0] ?? "?",
    ticks: Number(fields[11]) + Number(fields[12]),
  };
}

/** A file's text, or nothing where it cannot be read: processes end, and belong to others. */
function readText(path: string): string[] {
  try {
    return [Deno.readTextFileSync(path)];
  } catch {
    return [];
  }
}

function entriesOf(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].map(({ name }) => name);
  } catch {
    return [];
  }
}

function linkOf(path: string): string | undefined {
  try {
    return Deno.readLinkSync(path);
  } catch {
    return undefined;
  }
}
