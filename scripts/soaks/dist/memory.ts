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

/**
 * What grew from some samples to later ones by more than noise. The lowest of
 * each count: what is only waiting to be collected comes and goes.
 */
export function growth(
  earlier: readonly Sample[],
  later: readonly Sample[],
): string[] {
  const found: string[] = [];
  const check = (
    what: string,
    read: (sample: Sample) => number | undefined,
    slack: number,
  ): void => {
    const was = Math.min(...earlier.map((sample) => read(sample) ?? 0));
    const is = Math.min(...later.map((sample) => read(sample) ?? 0));
    if (is > was + slack) found.push(`${what} grew from ${was} to ${is}`);
  };
  check("our heap", (sample) => sample.heapBytes, 4e6);
  // Moves by tens of megabytes with when the collector ran.
  check("our resident memory", (sample) => sample.residentBytes, 100e6);
  check("our open files", (sample) => sample.files, 0);
  check("the target's processes", ({ target }) => target[0], 0);
  check("the target's ports", ({ target }) => target[1], 0);
  check("the target's atoms", ({ target }) => target[2], 50);
  check("the target's memory", ({ target }) => target[3], 4e6);
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
