/**
 * Limits that the operating system sets: memory, descriptors, CPU.
 *
 * @module
 */

import { type Finding, type Rule, rule, type Severity } from "./finding.ts";
import { mebibytes } from "./memory.ts";

const NEXT = { tool: "get_memory", arguments: { sections: ["os"] } };

/** A group of processes, or the machine, has little memory left. */
export const osMemory: Rule<never> = rule({
  focus: ["memory"],
  needs: ["system"],
  find({ system: { memory, os } }, limits): Finding[] {
    const { machine = {}, cgroup_limits: group = {}, rss_bytes = 0 } = os;
    const total = memory.find(({ name }) => name === "total")?.bytes ?? 0;
    const near = (
      where: string,
      used: number,
      limit: number | undefined,
      severity: Severity,
    ): Finding[] => {
      const percent = Math.round(1000 * used / (limit ?? Infinity)) / 10;
      if (percent < limits.os_memory_percent) return [];
      return [{
        finding: "os_memory",
        severity,
        what: `${where} has used ${percent} % of its ${
          mebibytes(limit ?? 0)
        } of memory; the node itself has ${mebibytes(rss_bytes)}, of which ${
          mebibytes(total)
        } are counted by erlang:memory()`,
        measured: [
          { what: "memory used", last: used, unit: "bytes" },
          { what: "limit", last: limit ?? 0, unit: "bytes" },
          { what: "rss_bytes of the node", last: rss_bytes, unit: "bytes" },
        ],
        suspects: [{ role: "limit", name: where }],
        cause: rss_bytes > 2 * total
          ? "much of the node's memory is outside what the emulator counts: empty carriers, or NIFs and drivers; the kernel kills the process at the limit"
          : "the kernel kills a process at the limit",
        next: NEXT,
        weight: percent,
      }];
    };
    const { memory_bytes = 0, available_bytes = memory_bytes } = machine;
    return [
      ...near(
        "the control group (container)",
        (group.memory_used_bytes ?? 0) - (group.reclaimable_bytes ?? 0),
        group.memory_limit_bytes,
        "critical",
      ),
      // Others may use it.
      ...near(
        "the machine",
        memory_bytes - available_bytes,
        memory_bytes || undefined,
        rss_bytes > memory_bytes / 2 ? "critical" : "notice",
      ),
    ];
  },
});

/** Few descriptors are left. */
export const descriptors: Rule<never> = rule({
  focus: ["growth"],
  needs: ["system", "holders"],
  find({ system: { os, former_os }, holders: { outlets } }, limits): Finding[] {
    const { descriptors = 0, descriptor_limit = Infinity } = os;
    const percent = Math.round(1000 * descriptors / descriptor_limit) / 10;
    if (percent < limits.limit_percent) return [];
    return [{
      finding: "descriptors",
      severity: "critical",
      what:
        `${descriptors} of ${descriptor_limit} file descriptors are open: no file or socket can be opened without one`,
      measured: [{
        what: "descriptors open",
        first: former_os.descriptors,
        last: descriptors,
        unit: "descriptors",
      }, { what: "of the limit", last: percent, unit: "percent" }],
      suspects: outlets.slice(0, 2).map(({ owner, count }) => ({
        role: `owns ${count} ports or sockets`,
        process: owner,
      })),
      cause: "files or sockets are not closed, or the limit (ulimit -n) is low",
      next: NEXT,
      weight: percent,
    }];
  },
});

/** The control group gets no CPU for part of the time. */
export const throttled: Rule<never> = rule({
  focus: ["cpu"],
  needs: ["system"],
  find({ system: { os, former_os } }): Finding[] {
    const [now, then] = [os.cgroup_limits, former_os.cgroup_limits];
    const periods = (now?.periods ?? 0) - (then?.periods ?? 0);
    const held = (now?.throttled_periods ?? 0) - (then?.throttled_periods ?? 0);
    const percent = Math.round(100 * held / Math.max(1, periods));
    if (periods < 5 || percent < 50) return [];
    return [{
      finding: "cpu_throttled",
      severity: "notice",
      what:
        `the control group (container) was held back in ${percent} % of its periods: it may use ${now?.cpu_limit} processors`,
      measured: [
        { what: "periods held back", last: percent, unit: "percent" },
      ],
      suspects: [{ role: "limit", name: "cpu of the control group" }],
      cause:
        "the limit is lower than what the schedulers use; with more schedulers than processors, busy waiting (+sbwt) eats the rest",
      next: NEXT,
      weight: percent,
    }];
  },
});
