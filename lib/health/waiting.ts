/**
 * Processes that wait for each other, for one, or for a start that does not end.
 *
 * @module
 */

import { type Rule, rule } from "./finding.ts";

const GRAPH = { tool: "get_process_graph", arguments: { kind: "wait_for" } };

/** Each waits for the next, the last for the first. */
export const deadlock: Rule<never> = rule({
  focus: ["stuck"],
  needs: ["processes"],
  find: ({ processes: { cycles, possible_cycles } }) =>
    [...cycles, ...possible_cycles].map((cycle) => ({
      finding: "deadlock",
      severity: cycles.includes(cycle) ? "critical" : "warning",
      what: `${cycle.length} processes ${
        cycles.includes(cycle)
          ? ""
          : "(if it is right whom they wait for, which is not certain) "
      }wait for each other in calls: ${[...cycle, cycle[0]].join(" -> ")}`,
      measured: [{
        what: "processes in the cycle",
        last: cycle.length,
        unit: "processes",
      }],
      suspects: cycle.slice(0, 4).map((process) => ({
        role: "waits for the next",
        process,
      })),
      cause: "each of them calls the next while the last calls the first",
      next: {
        tool: "get_process_graph",
        arguments: { ...GRAPH.arguments, process: cycle[0] },
      },
      weight: cycle.length,
    })),
});

/** Many wait for one, and none of them has moved. */
export const convoy: Rule<never> = rule({
  focus: ["stuck", "cpu"],
  needs: ["processes"],
  unless: ["deadlock", "stuck_start", "selective_receive"],
  find: (
    { processes: { awaited, cycles, possible_cycles, window_ms } },
    limits,
  ) => {
    const inCycle = new Set([...cycles, ...possible_cycles].flat());
    // Callers of workers that all wait for one are one convoy.
    return awaited
      .filter(({ count, last }) =>
        count >= Math.min(2, limits.waiters) && !inCycle.has(last)
      )
      .filter((one, place, all) =>
        !all.some((other, at) =>
          other.last === one.last &&
          (other.count > one.count || other.count === one.count && at < place)
        )
      )
      .map(({ process, count, last, idle }) => ({
        finding: "convoy",
        // Who is idle may keep callers on purpose.
        severity: count < limits.waiters * (idle ? 10 : 1)
          ? "notice"
          : count < 10 * limits.waiters || idle
          ? "warning"
          : "critical",
        what: `${count} processes wait for ${process} in calls${
          window_ms > 0
            ? ", and none of them made progress between the looks"
            : ""
        }`,
        measured: [{ what: "waiting callers", last: count, unit: "processes" }],
        suspects: [
          { role: "awaited", process: last },
          ...last === process ? [] : [{ role: "waits for it", process }],
        ],
        cause: idle
          ? `${
            last === process ? "it" : last
          } waits for its next message and answers these callers later, or never: a pool whose members are all taken, a queue without work, replies that were forgotten`
          : last === process
          ? "it is slow, blocked or never answers; its stack says where it is"
          : `${process} itself waits for ${last}, which does not answer`,
        next: GRAPH,
        weight: count,
      }));
  },
});

/** A start or a stop that does not end. */
export const stuckStart: Rule<never> = rule({
  focus: ["stuck"],
  needs: ["processes"],
  find: ({ processes: { starting, window_ms } }) =>
    starting.map(({ supervisor, pid, phase, stack, initial_call }) => {
      const where = stack.find((frame) =>
        !/^(gen|proc_lib|supervisor)/.test(frame)
      );
      // A supervisor runs the start functions of its children itself.
      const runs = phase !== "stopping" && !stack[0]?.startsWith("proc_lib:") &&
        stack.some((frame) => frame.startsWith("supervisor:"));
      const heldUp = runs ? pid : supervisor;
      return {
        finding: phase === "stopping" ? "stuck_stop" : "stuck_start",
        severity: "critical",
        what: runs
          ? `it waits in the start function of a child: ${
            where ?? stack.join(" < ")
          }`
          : `it waits for a child that is ${phase} without progress: ${
            where ?? initial_call
          }`,
        measured: [{
          what: "the same child is waited for, at least",
          last: window_ms,
          unit: "ms",
        }],
        suspects: [
          { role: "held up", process: heldUp },
          runs
            ? { role: "waits until it has started", process: supervisor }
            : { role: `child that is ${phase}`, process: pid },
        ],
        cause: phase === "stopping"
          ? "the child does not end when told to, and its shutdown timeout is long or infinite"
          : `${
            runs ? "the start function" : "the child's init"
          } waits for something that does not come; meanwhile this supervisor starts and restarts nothing`,
        next: {
          tool: "get_supervision_tree",
          arguments: { root: heldUp, timeout_ms: 2 * window_ms },
        },
        weight: 1000,
      };
    }),
});

/** Processes wait for locks of Mnesia that others do not give back. */
export const lockWait: Rule<never> = rule({
  focus: ["stuck"],
  needs: ["locks"],
  find: ({ locks }, limits) =>
    [...Map.groupBy(locks, ({ holder }) => holder)].map(([holder, waits]) => ({
      finding: "lock_wait",
      severity: waits.length >= limits.waiters ? "critical" : "warning",
      what: `${waits.length} processes wait for locks of Mnesia (${
        [...new Set(waits.map(({ table }) => table))].slice(0, 3).join(", ")
      }) that it holds`,
      measured: [{
        what: "waiting for locks",
        last: waits.length,
        unit: "processes",
      }],
      suspects: [
        { role: "holds the lock", process: holder },
        { role: "waits for it", process: waits[0]?.waiter },
      ],
      cause: "a transaction that takes long, or waits for something itself",
      next: { tool: "get_mnesia", arguments: {} },
      weight: waits.length,
    })),
});

/** Processes wait until a socket takes more. */
export const blockedSender: Rule<never> = rule({
  focus: ["stuck"],
  needs: ["processes"],
  unless: ["port_queue", "stuck_process"],
  find: ({ processes: { sending: { count, first } } }, limits) =>
    count === 0 ? [] : [{
      finding: "blocked_sender",
      severity: count >= limits.waiters ? "warning" : "notice",
      what:
        `${count} processes have waited between the looks for a socket to take what they send`,
      measured: [{ what: "blocked senders", last: count, unit: "processes" }],
      suspects: first.slice(0, 3).map((process) => ({
        role: "sends",
        process,
      })),
      cause:
        "the other end does not read; with send_timeout the sender would go on",
      next: { tool: "list_ports", arguments: { sort: "queue" } },
      weight: count,
    }],
});
