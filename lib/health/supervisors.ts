/**
 * Supervisors that restart children again and again.
 *
 * @module
 */

import { type Rule, rule } from "./finding.ts";

/** Restarts, however many are allowed. */
export const restartLoop: Rule<never> = rule({
  focus: ["stuck", "cpu"],
  needs: ["restarts"],
  find: ({ restarts }, limits, may) =>
    restarts.flatMap((look) => {
      const { supervisor, ids, ids_below, window_ms, last_exit, ...seen } =
        look;
      // It was seen to restart some before that: of a slow loop that counts.
      const [restarts, ms] = seen.restarts < 2
        ? [seen.restarts + 1, 2 * window_ms]
        : [seen.restarts, window_ms];
      const perS = Math.round(10_000 * restarts / ms) / 10;
      if (seen.restarts < 1 || perS < 0.75 * limits.restarts_per_s) return [];
      return [{
        finding: "restart_loop",
        severity: "critical" as const,
        what: `it restarts ${
          ids.join(", ") || "children"
        } ${perS} times a second${
          ids_below.length === 0
            ? ""
            : `, which gives up as its child ${ids_below.join(", ")} fails`
        }${
          last_exit !== undefined
            ? `; the last exit was ${last_exit}`
            : may("data")
            ? ""
            : "; the reason of the last exit needs --allow data"
        }`,
        measured: [{
          what: "restarts",
          last: perS,
          unit: "restarts/s",
        }],
        suspects: [
          { role: "supervisor", process: supervisor },
          ...ids_below.slice(0, 3)
            .map((name) => ({ role: "child that fails", name })),
          ...ids.slice(0, 3).map((name) => ({ role: "child", name })),
        ],
        cause:
          "the child fails right after its start, and the restart intensity is so high that the supervisor never gives up",
        next: {
          tool: "get_supervision_tree",
          arguments: { root: supervisor, window_ms: 1000 },
        },
        weight: perS,
      }];
    }),
});
