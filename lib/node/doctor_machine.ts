/**
 * What the operating system shows of a node that does not respond, if it runs on
 * this machine.
 *
 * @module
 */

import {
  isLoopback,
  isOurs,
  type Listener,
  type ListenerProcess,
  listenersOn,
  maySeeProcesses,
} from "./listener.ts";

/** Result of a further check after a failure. */
export interface Clue {
  /** What was found, in one line. */
  readonly text: string;
  /** What to do, one line each. */
  readonly todo: readonly string[];
  /** Whether this is the cause beyond doubt. */
  readonly certain?: true;
}

export function clue(text: string, ...todo: readonly string[]): Clue {
  return { text, todo };
}

/** Target of a connection attempt. */
export interface Place {
  /** What should listen there. */
  readonly to: "node" | "epmd";
  /** The address. */
  readonly address: string;
  /** The port. */
  readonly port: number;
  /** The ssh server that connected, if any. */
  readonly via?: string;
}

const WHO = { node: "the node", epmd: "EPMD" };
/** How long to wait for a connection to be accepted, in ms. */
const ACCEPT_MS = 200;
/** CPU use, in CPUs, from which a process is working rather than waiting. */
const BUSY_CPUS = 0.5;

/** Inspects the process that listens at `place`, as far as Deno and the system permit. */
export async function lookAtMachine(place: Place): Promise<Clue> {
  const { to, address, port, via } = place;
  if (via !== undefined || !maySeeProcesses() || !isOurs(address)) {
    return notSeen(place);
  }
  // An extra connection, which shows up in the queue if nobody accepts it.
  using knocking = await knock(address, port);
  const listeners = await listenersOn(port);
  const [listener] = listeners.toSorted((a, b) => b.waiting - a.waiting);
  if (listener === undefined) return notSeen(place);
  const { process, waiting } = listener;
  if (process) return clueOf(listener, process, to, knocking !== undefined);
  return clue(
    `${count(waiting)} to be accepted by ${
      WHO[to]
    }, whose process belongs to another user`,
    "run doctor as that user or as root to see its state and file descriptors",
  );
}

function clueOf(
  { waiting }: Listener,
  process: ListenerProcess,
  to: Place["to"],
  knocked: boolean,
): Clue {
  const { pid, command, state, descriptors, maxDescriptors, cpus } = process;
  if (to === "node" && !isNode(command)) {
    return clue(
      `on this machine process ${pid} (${command}) listens there: the end of a tunnel, or another program`,
      "if it is a tunnel, look at its far end: nothing there answers",
    );
  }
  const it = `on this machine ${WHO[to]} is process ${pid}`;
  if (state === "T") {
    return clue(
      `${it}, and it is stopped (state T)`,
      `unless it was stopped on purpose, resume it with: kill -CONT ${pid}`,
    );
  }
  if (state === "t") {
    return clue(
      `${it}, and a debugger holds it (state t)`,
      `to find the debugger, run: grep TracerPid /proc/${pid}/status`,
    );
  }
  if (descriptors >= maxDescriptors) {
    return clue(
      `${it}, and it has used all of its ${maxDescriptors} file descriptors, so it accepts no connection`,
      `ls -l /proc/${pid}/fd shows what they are; to raise the limit, set ulimit -n where the process is started`,
    );
  }
  if (to === "node" && process.blockedIo > 0) {
    return clue(
      `${it}, and all of its ${process.blockedIo} dirty IO schedulers are in use: accepting a connection may need one`,
      `they wait for files, most likely on a file system that hangs: grep -H . /proc/${pid}/task/*/wchan, and look for processes in state D`,
      "it can be attached to as soon as one of them is free",
    );
  }
  const facts = `state ${state}, ${cpus.toFixed(1)} CPUs, ` +
    `${descriptors} of ${maxDescriptors} file descriptors`;
  if (to === "epmd") {
    return clue(
      `${it} (${facts})`,
      `it hangs, or it is not an EPMD; check with: ps -fp ${pid}`,
    );
  }
  if (waiting > 0) {
    return clue(
      `${it} (${facts}), and ${count(waiting)} to be accepted`,
      cpus >= BUSY_CPUS
        ? "it is busy: native code may occupy all its schedulers, or it is starting"
        : "it is idle: its net_kernel, which accepts connections, hangs or is suspended; only its own console or a restart helps",
    );
  }
  const open = knocked ? "it accepts connections" : "its port is open";
  return clue(
    `${it} (${facts}); ${open}`,
    cpus >= BUSY_CPUS
      ? `it is overloaded or starting: top -H -p ${pid} shows its threads`
      : "it is idle: the process that handles the connection hangs, or its process table is full (its log says so)",
  );
}

function isNode(command: string): boolean {
  return /^(beam|erl)/.test(command);
}

function count(waiting: number): string {
  return waiting === 1 ? "a connection waits" : `${waiting} connections wait`;
}

/** Returns the checks for a person to make, if doctor cannot see the process. */
function notSeen({ to, address, port, via }: Place): Clue {
  const here = via === undefined && isLoopback(address);
  const permit = Deno.build.standalone
    ? "to let doctor look at the process, run it from source: deno run --allow-all main.ts doctor"
    : "to let doctor look at the process, use deno run --allow-all instead of single permissions";
  const there = here ? "" : "there: ";
  return clue(
    here
      ? `${WHO[to]} is on this machine, but doctor cannot see its process`
      : `check the process on the machine with the address ${address}${
        via === undefined ? "" : `, as ${via} knows it`
      }`,
    ...here && !maySeeProcesses() ? [permit] : [],
    `${there}ss -ltnp 'sport = :${port}' shows the process; Recv-Q above 0 means that it accepts no connections (out of file descriptors, or net_kernel hangs)`,
    "ps -o stat= -p PID shows T if it is stopped; kill -CONT PID resumes it",
    "compare ls /proc/PID/fd | wc -l with Max open files in /proc/PID/limits",
  );
}

/** Opens a connection, sends nothing, and waits as long as accepting it should take. */
async function knock(
  hostname: string,
  port: number,
): Promise<Disposable | undefined> {
  const signal = AbortSignal.timeout(ACCEPT_MS * 5);
  try {
    const conn = await Deno.connect({ hostname, port, signal });
    await new Promise((resolve) => setTimeout(resolve, ACCEPT_MS));
    return conn;
  } catch {
    return undefined;
  }
}
