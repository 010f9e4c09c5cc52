/**
 * Whether memory stays flat, ours and the target's.
 *
 * @module
 */

import type { RemoteNode } from "../../../lib/node/mod.ts";
import { evaluate } from "../../../tests/support/remote.ts";

/** One look at what is used. */
export interface Sample {
  /** Our heap and buffers in use, after a collection where the runtime lets us ask for one, in bytes. */
  readonly heapBytes: number;
  /** What the system gives this process, in bytes. */
  readonly residentBytes: number;
  /** Files and sockets this process has open. */
  readonly files: number;
  /** Processes, ports and atoms of the target, and its memory in bytes. */
  readonly target: readonly number[];
}

/** Takes a sample; `node` asks the target. */
export async function sample(node: RemoteNode): Promise<Sample> {
  collectGarbage();
  const { heapUsed, external, rss } = Deno.memoryUsage();
  const counts = await evaluate(
    node,
    "[erlang:system_info(process_count), erlang:system_info(port_count), " +
      "erlang:system_info(atom_count), begin [garbage_collect(P) || P <- processes()], " +
      "erlang:memory(total) end]",
  );
  return {
    heapBytes: heapUsed + external,
    residentBytes: rss,
    files: await openFiles(),
    target: counts.slice(1, -1).split(",").map(Number),
  };
}

/** One line of figures. */
export function show(
  { heapBytes, residentBytes, files, target }: Sample,
): string {
  const [processes, ports, atoms, memory = 0] = target;
  return `heap ${megabytes(heapBytes)}  resident ${
    megabytes(residentBytes)
  }  files ${files}` +
    `  | target: ${processes} processes, ${ports} ports, ${atoms} atoms, ${
      megabytes(memory)
    }`;
}

/** What grew between two samples by more than noise. */
export function growth(from: Sample, to: Sample): string[] {
  const found: string[] = [];
  const [processes = 0, ports = 0, atoms = 0, memory = 0] = from.target;
  const [nowProcesses = 0, nowPorts = 0, nowAtoms = 0, nowMemory = 0] =
    to.target;
  const check = (
    what: string,
    was: number,
    is: number,
    slack: number,
  ): void => {
    if (is > was + slack) found.push(`${what} grew from ${was} to ${is}`);
  };
  check("our heap", from.heapBytes, to.heapBytes, 4e6);
  // Moves by tens of megabytes with when the collector ran.
  check("our resident memory", from.residentBytes, to.residentBytes, 100e6);
  check("our open files", from.files, to.files, 0);
  check("the target's processes", processes, nowProcesses, 0);
  check("the target's ports", ports, nowPorts, 0);
  check("the target's atoms", atoms, nowAtoms, 50);
  check("the target's memory", memory, nowMemory, 4e6);
  return found;
}

/** Where V8 lets us (`--v8-flags=--expose-gc`). */
function collectGarbage(): void {
  const gc: unknown = Reflect.get(globalThis, "gc");
  if (typeof gc === "function") gc();
}

async function openFiles(): Promise<number> {
  let count = 0;
  for await (const _ of Deno.readDir("/proc/self/fd")) count++;
  return count;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
