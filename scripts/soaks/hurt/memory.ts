/**
 * The peak of a process's resident memory.
 *
 * @module
 */

/** Has the peak of a process begin anew; what it holds now, in MB. */
export async function resetPeak(pid: number): Promise<number> {
  try {
    await Deno.writeTextFile(`/proc/${pid}/clear_refs`, "5");
  } catch { /* it has ended, which is found out elsewhere */ }
  return await field(pid, "VmRSS");
}

/** The most that a process has held since then, in MB. */
export function peakOf(pid: number): Promise<number> {
  return field(pid, "VmHWM");
}

async function field(pid: number, name: string): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`).catch(() => "");
  const kib = new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1];
  return Number(kib ?? 0) * 1024 / 1e6;
}
