/**
 * Log handlers that cannot keep up.
 *
 * @module
 */

import { type Rule, rule } from "./finding.ts";

/** Events wait in both looks, or the handler no longer takes them as they come. */
export const logFlood: Rule<never> = rule({
  focus: ["logs", "cpu"],
  needs: ["holders", "processes"],
  find: ({ holders: { handlers }, processes: { logging } }, limits) =>
    handlers.flatMap((row) => {
      const { handler, pid, former_mailbox = 0, mailbox = 0 } = row;
      const modes = [row.former_mode ?? "async", row.mode ?? "async"];
      const late = modes.filter((mode) => mode !== "async");
      const [least, most] = former_mailbox < mailbox
        ? [former_mailbox, mailbox]
        : [mailbox, former_mailbox];
      const seen = late.length > 0 || most >= limits.log_queue;
      const flooded = late.length === 2 || least >= limits.log_queue ||
        (seen && logging.length > 0);
      if (!flooded) return [];
      return [{
        finding: "log_flood",
        severity: "warning" as const,
        what: `events come faster than the log handler ${handler} writes them${
          late.length > 0 ? `: its mode is ${late.at(-1)}` : ""
        }`,
        measured: [{
          what: "queue of the handler",
          first: former_mailbox,
          last: mailbox,
          unit: "events",
        }, {
          what: "processes at work inside logger",
          last: logging.length,
          unit: "processes",
        }],
        suspects: [
          ...logging.slice(0, 3).map((process) => ({
            role: "logs just now",
            process,
          })),
          { role: "handler", name: handler, process: pid },
        ],
        cause:
          "something logs in a loop; callers wait for the handler (sync), or events are lost (drop)",
        next: { tool: "get_log_config", arguments: {} },
        weight: mailbox,
      }];
    }),
});
