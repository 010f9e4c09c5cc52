/**
 * The peak of a process's resident memory.
 *
 * @module
 */

/** Resets the peak of a process; returns its current memory, in MB. */
export async function resetPeak(pid: number): Promise<number> {
  try {
    await Deno.writeTextFile(`/proc/${pid}/clear_refs`, "5");
  } catch { /* it has ended, which is found out elsewhere */ }
  return await field(pid, "VmRSS");
}

/** Returns the peak since then, in MB. */
export function peakOf(pid: number): Promise<number> {
  return field(pid, "VmHWM");
}

async function field(pid: number, name: string): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`).catch(() => "");
  const kib = new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1];
  return Number(kib ?? 0) * 1024 / 1e6;
}
