/**
 * Supervisors that restart children again and again, and those that hang.
 *
 * @module
 */

import { type Rule, rule } from "./finding.ts";
import type { Restarts } from "./snapshot.ts";

/** What is seen of its children, in words; `perS` of them a second. */
function words(
  { ids, ids_below, started, window_ms }: Restarts,
  perS: number,
): string {
  if (started !== undefined) {
    const of = ids.length > 0 ? ` (modules ${ids.join(", ")})` : "";
    return `at least ${perS} of its children${of} crash a second, and ${
      Math.round(10_000 * started / window_ms) / 10
    } are started`;
  }
  const again = `it restarts ${
    ids.join(", ") || "children"
  } at least ${perS} times a second`;
  return ids_below.length === 0
    ? again
    : `${again}, which ${
      ids.length > 1 ? "give up as their" : "gives up as its"
    } ${ids_below.length > 1 ? "children" : "child"} ${ids_below.join(", ")} ${
      ids_below.length > 1 ? "fail" : "fails"
    }`;
}

/** Restarts, however many are allowed. */
export const restartLoop: Rule<never> = rule({
  focus: ["stuck", "cpu"],
  needs: ["restarts"],
  find: ({ restarts }, limits, may) =>
    restarts.flatMap((look) => {
      const { supervisor, ids, ids_below, window_ms, last_exit, started } =
        look;
      // It was seen to restart some before that: of a slow loop that counts.
      const [restarts, ms] = look.restarts < 2
        ? [look.restarts + 1, 2 * window_ms]
        : [look.restarts, window_ms];
      const perS = Math.round(10_000 * restarts / ms) / 10;
      if (look.restarts < 1 || perS < 0.75 * limits.restarts_per_s) return [];
      // Where more are started than crash, most are no restarts.
      const isPlain = started === undefined;
      const paired = isPlain || started <= 1.5 * look.restarts + 1;
      return [{
        finding: "restart_loop",
        severity: isPlain
          ? "critical" as const
          : paired
          ? "warning" as const
          : "notice" as const,
        what: `${words(look, perS)}${
          last_exit !== undefined
            ? `; the last exit was ${last_exit}`
            : may("data")
            ? ""
            : "; the reason of the last exit needs --allow data"
        }`,
        measured: [{
          what: isPlain ? "restarts" : "crashes of its children",
          last: perS,
          unit: isPlain ? "restarts/s" : "crashes/s",
        }],
        suspects: [
          { role: "supervisor", process: supervisor },
          ...ids_below.slice(0, 3)
            .map((name) => ({ role: "child that fails", name })),
          ...ids.slice(0, 3).map((name) => ({ role: "child", name })),
        ],
        cause: isPlain
          ? "the child fails again and again soon after its start, and the restart intensity allows it"
          : `${
            paired ? "probably restarts" : "perhaps restarts"
          }; which of them are replaced could not be asked: it has too many, their ids or start arguments are too large to copy, or it is too busy`,
        next: {
          tool: "get_supervision_tree",
          // Long enough to see it restart again.
          arguments: {
            root: supervisor,
            window_ms: Math.max(1000, Math.min(5000, Math.ceil(3000 / perS))),
          },
        },
        weight: perS,
      }];
    }),
});

/** A supervisor that waits for something else than a message, before the window and after it. */
export const hungSupervisor: Rule<never> = rule({
  focus: ["stuck"],
  needs: ["hung"],
  unless: ["stuck_start", "stuck_stop", "restart_loop", "suspended_process"],
  find: ({ hung }) =>
    hung.map(({ supervisor, current_function, at_least_ms = 0, again }) => ({
      finding: "hung_supervisor",
      severity: again ? "warning" : "notice",
      what: `this supervisor waits in ${current_function ?? "native code"}${
        again ? ", and did so again after the window" : ""
      }; meanwhile it starts and restarts nothing`,
      measured: [{
        what: "seen so at first, at least",
        last: at_least_ms,
        unit: "ms",
      }],
      suspects: [{ role: "supervisor", process: supervisor }],
      cause:
        "the start function of a child waits, or fails again and again after a while",
      next: {
        tool: "get_supervision_tree",
        arguments: { root: supervisor, window_ms: 1000 },
      },
    })),
});
