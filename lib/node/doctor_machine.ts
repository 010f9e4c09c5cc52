/**
 * What the machine of a node that does not go on tells of it, where that
 * machine is this one.
 *
 * @module
 */

import type { Clue } from "./doctor_advice.ts";
import {
  isLoopback,
  isOurs,
  type Listener,
  type ListenerProcess,
  listenersOn,
  maySeeProcesses,
} from "./listener.ts";

/** Where a connection was tried, and to whom. */
export interface Place {
  readonly to: "node" | "epmd";
  readonly address: string;
  readonly port: number;
}

const WHO = { node: "the node", epmd: "EPMD" };
/** How long a hung acceptor is given to show that it takes no more, in ms. */
const ACCEPT_MS = 200;
/** CPUs above which a process is at work, not waiting. */
const BUSY_CPUS = 0.5;

/** Looks at the process that listens there, as far as Deno and the system permit. */
export async function lookAtMachine(place: Place): Promise<Clue[]> {
  const { address, port } = place;
  if (!maySeeProcesses() || !isOurs(address)) return [notSeen(place)];
  // One more connection: it queues up where nobody accepts.
  using knocking = await knock(address, port);
  const listeners = await listenersOn(port);
  const [listener] = listeners.toSorted((a, b) => b.waiting - a.waiting);
  if (listener === undefined) return [notSeen(place)];
  const { process } = listener;
  const { to } = place;
  return [
    process
      ? clueOf(listener, process, to, knocking !== undefined)
      : clueOfQueue(listener, WHO[to]),
  ];
}

function clueOf(
  { waiting }: Listener,
  process: ListenerProcess,
  to: Place["to"],
  knocked: boolean,
): Clue {
  const { pid, state, descriptors, maxDescriptors, cpus } = process;
  const it = `on this machine ${WHO[to]} is process ${pid}`;
  if (state === "T") {
    return {
      text: `${it}, and it is stopped (state T)`,
      todo: [`kill -CONT ${pid} wakes it, if it was not stopped on purpose`],
    };
  }
  if (state === "t") {
    return {
      text: `${it}, and a debugger holds it (state t)`,
      todo: [`grep TracerPid /proc/${pid}/status names the debugger`],
    };
  }
  if (descriptors >= maxDescriptors) {
    return {
      text:
        `${it}, and it has used all of its ${maxDescriptors} file descriptors, so it accepts no connection`,
      todo: [
        `ls -l /proc/${pid}/fd shows what they are; the limit is ulimit -n of whatever starts it`,
      ],
    };
  }
  const facts = `state ${state}, ${cpus.toFixed(1)} CPUs, ` +
    `${descriptors} of ${maxDescriptors} file descriptors`;
  if (to === "epmd") {
    return {
      text: `${it} (${facts})`,
      todo: ["it hangs, or it is no EPMD: ps -fp " + pid],
    };
  }
  if (waiting > 0) {
    return {
      text: `${it} (${facts}), and ${count(waiting)} to be accepted`,
      todo: [
        cpus >= BUSY_CPUS
          ? "it is at work: its schedulers may all be held by native code, or it is starting"
          : "it waits: its net_kernel, which takes connections, hangs or is suspended; only its own console or a restart helps",
      ],
    };
  }
  return {
    text: `${it} (${facts}); ${
      knocked ? "it accepts connections" : "its port is open"
    }`,
    todo: [
      cpus >= BUSY_CPUS
        ? `it is at work, and overloaded or starting: top -H -p ${pid} shows its threads`
        : "it waits: the process that takes the connection hangs, or its process table is full (its log says so)",
    ],
  };
}

function clueOfQueue({ waiting }: Listener, who: string): Clue {
  return {
    text: `${
      count(waiting)
    } to be accepted by ${who}, whose process belongs to another user`,
    todo: [
      "as that user or as root, doctor sees its state and its file descriptors",
    ],
  };
}

function count(waiting: number): string {
  return waiting === 1 ? "a connection waits" : `${waiting} connections wait`;
}

/** What a person can look for instead. */
function notSeen({ to, address, port }: Place): Clue {
  const here = isLoopback(address);
  const permit = Deno.build.standalone
    ? "from source, deno run --allow-all main.ts doctor looks itself"
    : "with deno run --allow-all, instead of single permissions, doctor looks itself";
  return {
    text: here
      ? `${WHO[to]} is on this machine, but doctor cannot see its process`
      : `the machine of ${address} knows more`,
    todo: [
      ...here && !maySeeProcesses() ? [permit] : [],
      `${
        here ? "" : "there: "
      }ss -ltnp 'sport = :${port}' names the process; Recv-Q above 0: it accepts nothing (file descriptors used up, net_kernel hung)`,
      "ps -o stat= -p PID: T is stopped, and kill -CONT PID wakes it",
      "ls /proc/PID/fd | wc -l, against Max open files in /proc/PID/limits",
    ],
  };
}

/** A connection that says nothing, held for as long as it takes to be accepted. */
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
