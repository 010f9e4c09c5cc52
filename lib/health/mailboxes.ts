/**
 * Mailboxes that grow, that are searched again and again, or that nobody reads.
 *
 * @module
 */

import {
  type May,
  type Measured,
  type Next,
  rate,
  type Rule,
  rule,
} from "./finding.ts";
import type { ProcessLook } from "./snapshot.ts";
import type { Thresholds } from "./thresholds.ts";

/** Searches of its mailbox, at a reduction a message, from which on a process does little else. */
const SEARCHES = 10;

/** Messages by which a mailbox may change whose messages stay: those that are taken come and go. */
const STAYS = 10;

/** Reductions of who takes no message: to take one and wait again costs three at least. */
const STILL = 2;

/** Modules of OTP whose receives wait for a reply, for time or for anything, and search nothing. */
const NO_SEARCH =
  /^(?:timer|gen|gen_(?:server|statem|event|tcp|udp)\w*|prim_(?:inet|file)|erlang|erts_\w+|file\w*|io|sys|proc_lib|supervisor|logger\w*|inet\w*|ssl\w*):/;

/** Its length, and its growth where there were two looks. */
function mailboxOf(
  { former_mailbox, mailbox }: ProcessLook,
  windowMs: number,
): Measured {
  const first = former_mailbox ?? mailbox;
  return {
    what: "mailbox (queue)",
    last: mailbox,
    unit: "messages",
    ...windowMs > 0 &&
      { first, growth_rate: rate(first, mailbox, windowMs) ?? 0 },
  };
}

/** Reductions between the looks that are its own, as far as known. */
function ownReductions({ own_reductions, reductions }: ProcessLook): number {
  return own_reductions ?? reductions;
}

/** Where it was in both looks, if it was in one place. */
function placeOf(
  { current_function, former_function }: ProcessLook,
): string | undefined {
  return current_function === former_function ? current_function : undefined;
}

/** Whether it may search its mailbox again and again, in a receive of its own code. */
function maySearch(process: ProcessLook): boolean {
  return ownReductions(process) >= SEARCHES * process.mailbox &&
    !NO_SEARCH.test(placeOf(process) ?? process.current_function ?? "");
}

/** Whether the same messages stay while it searches; where many come or go, it may as well handle them. */
function searches(process: ProcessLook): boolean {
  const { mailbox, former_mailbox = 0 } = process;
  return Math.abs(mailbox - former_mailbox) <= STAYS && maySearch(process);
}

/** Whether messages wait and it did nothing between the looks. */
function isStuck(process: ProcessLook, limits: Thresholds): boolean {
  const { mailbox, former_mailbox = 0, status } = process;
  return Math.min(mailbox, former_mailbox) >= limits.stuck_mailbox &&
    ownReductions(process) <= STILL && status !== "suspended";
}

/** Length and growth of a mailbox, in words. */
function backlog({ last, growth_rate }: Measured): string {
  const waits = `${last} messages wait in its mailbox`;
  if (growth_rate === undefined) return waits;
  const change = growth_rate === 0
    ? "as many as at the first look"
    : `${growth_rate > 0 ? "growing" : "shrinking"} by ${
      Math.abs(growth_rate)
    } messages/s`;
  return `${waits}, ${change}`;
}

/** Why a mailbox is long, from where its process was. */
function slowness(process: ProcessLook, growthRate?: number): string {
  const once = growthRate === undefined;
  const place = once ? process.current_function : placeOf(process);
  const where = place === undefined
    ? "its stack shows where"
    : `it was in ${place}${once ? "" : " in both looks"}`;
  const slow = "it works more slowly than its senders send";
  return growthRate !== undefined && growthRate < 0
    ? `it fell behind its senders and now takes more than arrive; ${where}`
    : !once && maySearch(process)
    ? `${slow}, or searches these messages for others (a selective receive); ${where}`
    : process.status === "waiting" && !NO_SEARCH.test(place ?? "timer:")
    ? `${slow}, or waits in a receive that takes none of these; ${where}`
    : `${slow}; ${where}`;
}

/** Who tells of its senders; without the scope for that, of itself. */
function nextOf(process: string, may: May): Next {
  return {
    tool: may("trace") ? "get_senders" : "get_process",
    arguments: { process },
  };
}

/** Long in both looks, or in the only one. */
export const longMailbox: Rule<never> = rule({
  focus: ["stuck", "memory", "growth"],
  needs: ["processes"],
  unless: ["suspended_process", "deadlock", "log_flood"],
  find: ({ processes: { processes, window_ms } }, limits, may) =>
    processes.flatMap((process) => {
      const { pid, mailbox, former_mailbox = 0, own_reductions } = process;
      const once = window_ms === 0;
      if (
        (once ? mailbox : Math.min(mailbox, former_mailbox)) < limits.mailbox ||
        !once && isStuck(process, limits)
      ) return [];
      const measured = mailboxOf(process, window_ms);
      const { growth_rate } = measured;
      const waits = backlog(measured);
      const isSearched = !once && searches(process);
      const perS = Math.round(1000 * ownReductions(process) / window_ms);
      const takes = own_reductions !== undefined && own_reductions < mailbox
        ? `; it took at most ${own_reductions} between the looks`
        : "";
      return [{
        finding: isSearched
          ? "selective_receive"
          : once
          ? "long_mailbox"
          : "mailbox_growth",
        // A longer mailbox is never less severe.
        severity: isSearched || (growth_rate ?? 0) > 0 ||
            mailbox > 10 * limits.mailbox
          ? "critical" as const
          : "warning" as const,
        what: isSearched
          ? `${waits}, while it works: it searches them each time it waits for one`
          : `${waits}${takes}`,
        measured: [
          measured,
          ...once
            ? []
            : [{ what: "reductions", last: perS, unit: "reductions/s" }],
        ],
        suspects: [{ role: "receiver", process: pid }],
        cause: `${
          isSearched
            ? "a selective receive with messages in the queue that no clause takes (late replies, unknown messages)"
            : slowness(process, growth_rate)
        }${may("trace") ? "" : "; who sends to it needs --allow trace"}`,
        next: nextOf(pid, may),
        weight: mailbox,
        messages: true,
      }];
    }),
});

/** Messages wait, and nothing is done. */
export const stuckProcess: Rule<never> = rule({
  focus: ["stuck", "memory", "growth"],
  needs: ["processes"],
  unless: ["suspended_process", "deadlock", "stuck_start"],
  find: ({ processes: { processes, window_ms } }, limits) =>
    processes.flatMap((process) => {
      const { pid, mailbox, status } = process;
      if (window_ms === 0 || !isStuck(process, limits)) return [];
      const native = status === "running";
      const measured = mailboxOf(process, window_ms);
      return [{
        finding: "stuck_process",
        severity: mailbox >= 10 * limits.stuck_mailbox
          ? "critical" as const
          : "warning" as const,
        what: `${
          backlog(measured)
        }, and it has done nothing between the two looks`,
        measured: [measured, {
          what: "reductions of its own between the looks",
          last: ownReductions(process),
          unit: "reductions",
        }],
        suspects: [{ role: "stuck", process: pid }],
        cause: native
          ? "it is inside native code (a NIF or driver) that does not return"
          : `it waits in ${
            process.current_function ?? "a receive"
          } for something that did not come between the looks, and took none of these messages`,
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
