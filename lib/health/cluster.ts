/**
 * Links to other nodes.
 *
 * @module
 */

import { rate, type Rule, rule } from "./finding.ts";
import { megabytes } from "./memory.ts";

/** Bytes wait in both looks. */
export const busyLink: Rule<never> = rule({
  focus: ["cluster", "stuck"],
  needs: ["holders"],
  find: ({ holders: { links, window_ms } }, limits) =>
    links.flatMap(({ node, queue_bytes, former_queue_bytes = 0 }) =>
      Math.min(queue_bytes, former_queue_bytes) < limits.link_queue_bytes
        ? []
        : [{
          finding: "busy_link",
          severity: "warning" as const,
          what: `${megabytes(queue_bytes)} wait in the link to ${node}`,
          measured: [{
            what: "bytes waiting",
            first: former_queue_bytes,
            last: queue_bytes,
            unit: "bytes",
            growth_rate: rate(former_queue_bytes, queue_bytes, window_ms),
          }],
          suspects: [{ role: "node at the other end", name: node }],
          cause:
            "the other node or the network takes less than is sent; who sends more is suspended",
          next: { tool: "get_cluster", arguments: { sections: ["links"] } },
          weight: queue_bytes,
        }]
    ),
});
