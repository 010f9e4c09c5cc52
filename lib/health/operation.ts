/**
 * How the node is run: starts that do not end, alarms, code that was replaced, pools without a
 * free connection.
 *
 * @module
 */

import { type Rule, rule } from "./finding.ts";

/** An application that is starting in both looks. */
export const stuckApplication: Rule<never> = rule({
  focus: ["stuck"],
  needs: ["holders"],
  find: ({ holders: { starting, window_ms } }) =>
    starting.map(({ application, starters }) => ({
      finding: "stuck_application",
      severity: "critical",
      what: `the start of the application ${application} does not end`,
      measured: [{
        what: "starting for, at least",
        last: window_ms,
        unit: "ms",
      }],
      suspects: [
        ...starters.map((process) => ({
          role: "runs a start function",
          process,
        })),
        { role: "application", name: application },
      ],
      cause:
        "its start function, or the init of a process that it starts, waits for something that does not come; applications that depend on it do not start either",
      next: { tool: "get_application", arguments: { application } },
      weight: 2000,
    })),
});

/** Set by whoever watches a limit. */
export const alarm: Rule<never> = rule({
  focus: ["memory", "stuck"],
  needs: ["holders"],
  find: ({ holders: { alarms } }) =>
    alarms.length === 0 ? [] : [{
      finding: "alarm",
      severity: "warning",
      what: `alarms are set: ${alarms.join(", ")}`,
      measured: [{ what: "alarms", last: alarms.length, unit: "alarms" }],
      suspects: alarms.map((name) => ({ role: "alarm", name })),
      cause:
        "a monitor of the node (memsup, disksup, or the application's own) found a limit passed",
      next: {
        tool: "get_memory",
        arguments: { sections: ["allocators", "holders"] },
      },
    }],
});

/** Replaced, and still there. */
export const oldCode: Rule<never> = rule({
  focus: ["memory"],
  needs: ["holders"],
  find: ({ holders: { old_code } }) =>
    old_code.length === 0 ? [] : [{
      finding: "old_code",
      severity: "notice",
      what: `old code of ${old_code.join(", ")} is still loaded`,
      measured: [{ what: "modules", last: old_code.length, unit: "modules" }],
      suspects: old_code.slice(0, 5).map((name) => ({ role: "module", name })),
      cause:
        "the module was reloaded and the old code never purged; the next reload kills processes that still run it",
      next: { tool: "list_modules", arguments: { old_code: true } },
    }],
});

/** All connections to a database are taken. */
export const fullPool: Rule<never> = rule({
  focus: ["stuck"],
  needs: ["holders", "processes"],
  find: ({ holders: { pools }, processes: { awaited } }) =>
    pools.filter(({ free }) => free === 0).flatMap(({ pool, connections }) => {
      const waiting = awaited.find(({ process }) => process === pool)?.count ??
        0;
      return [{
        finding: "full_pool",
        severity: waiting > 0 ? "critical" as const : "notice" as const,
        what:
          `no connection of the pool is free, and ${waiting} processes wait for one`,
        measured: [
          { what: "connections", last: connections, unit: "connections" },
          { what: "waiting", last: waiting, unit: "processes" },
        ],
        suspects: [{ role: "pool", process: pool }],
        cause: "queries or transactions are slow, or the pool is too small",
        next: { tool: "get_elixir_overview", arguments: {} },
        weight: waiting,
      }];
    }),
});
