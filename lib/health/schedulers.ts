/**
 * Schedulers that one process keeps to itself, and dirty schedulers that are all taken.
 *
 * @module
 */

import { type Rule, rule } from "./finding.ts";
import type { Snapshot } from "./snapshot.ts";

/** Whether a process occupies a scheduler, judging by how late sleepers on it woke up. */
export function isHeld(
  { system, silent = [] }: Snapshot,
  pauseMs: number,
): boolean {
  return silent.length > 0 ||
    // One that does not answer is held when it should.
    (system?.sleepers ?? []).some(({ looks, late, most_ms }) =>
      (late >= 2 || looks === 0 || most_ms >= 3 * pauseMs) &&
      most_ms >= pauseMs
    );
}

/** The latest that a sleeper woke up, in ms. */
function latest({ sleepers }: NonNullable<Snapshot["system"]>): number {
  return Math.max(0, ...sleepers.map(({ most_ms }) => most_ms));
}

/** Long pieces of native code, again and again. */
export const heldScheduler: Rule<never> = rule({
  focus: ["cpu", "stuck"],
  needs: ["system", "slices"],
  find: ({ system, slices: { slices } }, limits, may) =>
    // A look begins in the middle of a slice. One that is seen once counts where sleepers saw
    // another before.
    slices.filter(({ times, most_ms }) =>
      2 * most_ms >= limits.pause_ms &&
      (times >= 2 || Math.min(most_ms, latest(system)) >= 1000)
    ).slice(0, 2).map(({ pid, stack, times, most_ms }) => ({
      finding: "held_scheduler",
      severity: most_ms >= limits.pause_ms
        ? "critical" as const
        : "warning" as const,
      what:
        `it occupies a scheduler for up to ${most_ms} ms at a time; other processes queued there wait`,
      measured: [
        { what: "longest slice", last: most_ms, unit: "ms" },
        { what: "long slices seen", last: times, unit: "slices" },
        {
          what: "latest wake-up of a sleeper on a scheduler",
          last: latest(system),
          unit: "ms",
        },
      ],
      suspects: [{ role: "holds a scheduler", process: pid }],
      cause: `native code that does not yield, called in ${
        stack.join(" < ") || "a function unknown"
      }: a NIF, a built-in function on a very large term, or a long collection`,
      next: may("trace")
        ? {
          tool: "watch_system",
          arguments: { long_schedule_ms: 100, duration_ms: 3000 },
        }
        : { tool: "get_process", arguments: { process: pid } },
      weight: most_ms,
    })),
});

/** Did not answer a look at all. */
export const silentProcess: Rule<never> = rule({
  focus: ["stuck", "cpu"],
  needs: ["silent"],
  unless: ["held_scheduler"],
  find: ({ silent }) =>
    silent.slice(0, 3).map((pid) => ({
      finding: "native_code",
      severity: "warning",
      what: "it did not answer when looked at",
      measured: [{
        what: "processes that did not answer",
        last: silent.length,
        unit: "processes",
      }],
      suspects: [{ role: "silent", process: pid }],
      cause:
        "it is inside native code that does not yield (a NIF, a built-in function on a very large term, a long collection)",
      next: { tool: "get_schedulers", arguments: { window_ms: 1000 } },
    })),
});

/** All schedulers of a kind are busy, with a queue. */
export const dirtyQueue: Rule<never> = rule({
  focus: ["cpu", "stuck"],
  needs: ["system", "processes"],
  find: ({ system, processes: { processes } }) =>
    system.schedulers.flatMap((row) => {
      const { kind, online, used_percent, shortest_queue, average_queue } = row;
      if (kind === "normal" || shortest_queue < 1 || used_percent < 95) {
        return [];
      }
      const inside = processes.filter(({ status, former_status }) =>
        status === "running" && former_status === status
      ).toSorted((a, b) => a.reductions - b.reductions).slice(0, 3);
      return [{
        finding: "dirty_schedulers",
        severity: "critical" as const,
        what: `all ${online} ${
          kind.replace("_", " ")
        } schedulers are at work and others wait for one all the time`,
        measured: [
          {
            what: `${kind} schedulers in use`,
            last: used_percent,
            unit: "percent",
          },
          { what: "average queue", last: average_queue, unit: "processes" },
          { what: "shortest queue", last: shortest_queue, unit: "processes" },
        ],
        suspects: inside.map(({ pid }) => ({
          role: "inside one",
          process: pid,
        })),
        cause: kind === "dirty_io"
          ? "files or devices that hang, or NIFs that wait on IO schedulers"
          : "NIFs that compute for long, or large collections of garbage",
        next: { tool: "get_schedulers", arguments: { window_ms: 1000 } },
        weight: average_queue,
      }];
    }),
});

/** More work than the schedulers can do, all through the window. */
export const overload: Rule<never> = rule({
  focus: ["cpu"],
  needs: ["system", "processes"],
  find: ({ system, processes: { processes, window_ms } }) =>
    system.schedulers.flatMap((row) => {
      const { kind, online, used_percent, shortest_queue } = row;
      const isLong = shortest_queue > 2 * online && used_percent > 90;
      if (kind !== "normal" || !isLong) return [];
      const most = processes.toSorted((a, b) => b.reductions - a.reductions)
        .slice(0, 3);
      return [{
        finding: "cpu_overload",
        severity: "notice" as const,
        what:
          `the run queues were never shorter than ${shortest_queue} with ${online} schedulers`,
        measured: [
          {
            what: "shortest run queue",
            last: shortest_queue,
            unit: "processes",
          },
          { what: "schedulers in use", last: used_percent, unit: "percent" },
        ],
        suspects: most.map(({ pid, reductions }) => ({
          role: `${Math.round(1000 * reductions / window_ms)} reductions/s`,
          process: pid,
        })),
        cause: "more work than the schedulers can do",
        next: {
          tool: "list_processes",
          arguments: { sort: "reductions", window_ms: 1000 },
        },
        weight: shortest_queue,
      }];
    }),
});

/** States of a process that works or is about to. */
const AT_WORK = /^(running|runnable|garbage_collecting)$/;

/** Works through both looks and takes most of a scheduler. */
export const busyProcess: Rule<never> = rule({
  focus: ["cpu"],
  needs: ["system", "processes"],
  unless: [
    "selective_receive",
    "mailbox_growth",
    "held_scheduler",
    "native_code",
    "long_gc",
    "cpu_overload",
    "log_flood",
  ],
  find: (
    { system, processes: { processes, reductions: all = 0, window_ms } },
    limits,
    may,
  ) => {
    const normal = system.schedulers.find(({ kind }) => kind === "normal");
    const used = normal ? normal.online * normal.used_percent : 0;
    return processes.flatMap((process) => {
      const { pid, reductions, status, former_status = "" } = process;
      const { current_function, former_function } = process;
      const share = all > 0 ? Math.min(1, reductions / all) : 0;
      const percent = Math.round(Math.min(100, used * share));
      if (
        percent < limits.busy_percent || !AT_WORK.test(status) ||
        !AT_WORK.test(former_status)
      ) return [];
      return [{
        finding: "busy_process",
        severity: "notice" as const,
        what: `it takes about ${percent} % of a scheduler${
          current_function === undefined
            ? ""
            : `, in ${current_function}${
              current_function === former_function ? " in both looks" : ""
            }`
        }`,
        measured: [
          {
            what: "its reductions",
            last: Math.round(1000 * reductions / window_ms),
            unit: "reductions/s",
          },
          {
            what: "of the reductions of all processes",
            last: Math.round(1000 * share) / 10,
            unit: "percent",
          },
        ],
        suspects: [{ role: "works all the time", process: pid }],
        cause:
          "a loop that does not wait, or long work; nothing is wrong if it is meant to do that",
        next: may("trace")
          ? { tool: "profile", arguments: { processes: [pid] } }
          : { tool: "get_process", arguments: { process: pid } },
        weight: percent,
      }];
    });
  },
});
