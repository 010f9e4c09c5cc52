/**
 * Mailboxes that grow, that are searched again and again, or that nobody reads.
 *
 * @module
 */

import { rate, type Rule, rule } from "./finding.ts";
import type { ProcessLook } from "./snapshot.ts";

/** Reductions a second of a process that is at work nearly all the time. */
const AT_WORK = 200_000;

function mailboxOf(
  { former_mailbox, mailbox }: ProcessLook,
  windowMs: number,
): {
  what: string;
  first: number;
  last: number;
  unit: string;
  growth_rate: number;
} {
  const first = former_mailbox ?? mailbox;
  return {
    what: "mailbox (queue)",
    first,
    last: mailbox,
    unit: "messages",
    growth_rate: rate(first, mailbox, windowMs) ?? 0,
  };
}

/** Long in both looks. */
export const longMailbox: Rule<never> = rule({
  focus: ["stuck", "memory", "growth"],
  needs: ["processes"],
  unless: ["stuck_process", "suspended_process", "deadlock", "log_flood"],
  find: ({ processes: { processes, window_ms } }, limits) =>
    processes.flatMap((process) => {
      const { pid, mailbox, former_mailbox = 0, reductions } = process;
      if (Math.min(mailbox, former_mailbox) < limits.mailbox) return [];
      const measured = mailboxOf(process, window_ms);
      const perS = Math.round(1000 * reductions / window_ms);
      const isSteady = Math.abs(measured.growth_rate) < mailbox / 100;
      const searches = isSteady &&
        (process.status === "running" || process.status === "runnable" ||
          perS > AT_WORK);
      const grows = measured.growth_rate > 0 && !isSteady;
      return [{
        finding: searches ? "selective_receive" : "mailbox_growth",
        severity: searches || grows || mailbox > 100 * limits.mailbox
          ? "critical" as const
          : "warning" as const,
        what: searches
          ? `${mailbox} messages stay in its mailbox while it works: it searches them for each message that it receives`
          : grows
          ? `its mailbox grows by ${measured.growth_rate} messages/s: it is slower than its senders`
          : `${mailbox} messages wait in its mailbox`,
        measured: [
          measured,
          ...searches
            ? [{ what: "reductions", last: perS, unit: "reductions/s" }]
            : [],
        ],
        suspects: [{ role: "receiver", process: pid }],
        cause: searches
          ? "a selective receive with messages in the queue that no clause takes (late replies, unknown messages)"
          : "it handles messages more slowly than they arrive; its stack shows where",
        next: {
          tool: "list_processes",
          arguments: {
            sort: searches ? "reductions" : "mailbox",
            window_ms: 1000,
            limit: 5,
          },
        },
        weight: mailbox,
        messages: true,
      }];
    }),
});

/** Messages wait, and nothing is done. */
export const stuckProcess: Rule<never> = rule({
  focus: ["stuck"],
  needs: ["processes"],
  unless: ["suspended_process", "deadlock", "stuck_start"],
  find: ({ processes: { processes, window_ms } }, limits) =>
    processes.flatMap((process) => {
      const { pid, mailbox, former_mailbox = 0, reductions, status } = process;
      const waits = Math.min(mailbox, former_mailbox) >= limits.stuck_mailbox;
      // The first look may have had it take in what was on its way, about three messages a reduction.
      const own = mailbox === former_mailbox ? mailbox / 2 : 0;
      if (!waits || reductions > 100 + own || status === "suspended") return [];
      const native = status === "running";
      return [{
        finding: "stuck_process",
        severity: mailbox >= 10 * limits.stuck_mailbox
          ? "critical" as const
          : "warning" as const,
        what:
          `${mailbox} messages wait, and it has done nothing between the two looks`,
        measured: [mailboxOf(process, window_ms), {
          what: "reductions between the looks, with those of being looked at",
          last: reductions,
          unit: "reductions",
        }],
        suspects: [{ role: "stuck", process: pid }],
        cause: native
          ? "it is inside native code (a NIF or driver) that does not return"
          : `it waits in ${
            process.current_function ?? "a receive"
          } for something that does not come, and takes none of these messages`,
        next: { tool: "get_process", arguments: { process: pid } },
        weight: mailbox,
        messages: true,
      }];
    }),
});

/** Suspended in both looks. */
export const suspendedProcess: Rule<never> = rule({
  focus: ["stuck"],
  needs: ["processes"],
  find: ({ processes: { processes, window_ms } }) =>
    processes.flatMap((process) => {
      const { pid, status, former_status, reductions } = process;
      const stays = status === "suspended" && former_status === status;
      if (!stays || reductions > 100) return [];
      return [{
        finding: "suspended_process",
        severity: process.mailbox > 0
          ? "critical" as const
          : "warning" as const,
        what: "it is suspended: it does not run until it is resumed",
        measured: [mailboxOf(process, window_ms)],
        suspects: [{ role: "suspended", process: pid }],
        cause:
          "somebody called erlang:suspend_process/1 and still runs, or it sends to a port or node that is busy",
        next: { tool: "get_process", arguments: { process: pid } },
        weight: process.mailbox,
      }];
    }),
});
