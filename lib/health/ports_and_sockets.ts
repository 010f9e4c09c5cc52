/**
 * Ports and sockets that nobody uses, or that nobody reads.
 *
 * @module
 */

import { type Rule, rule } from "./finding.ts";
import { mebibytes } from "./memory.ts";

/** Many ports or sockets of one owner without traffic. */
export const quietOutlets: Rule<never> = rule({
  focus: ["growth", "memory"],
  needs: ["holders"],
  find: ({ holders: { outlets } }, limits) =>
    outlets.flatMap(({ owner, count, looked_at, quiet, kind }) => {
      // Of very many, some were looked at.
      const all = Math.round(count * quiet / Math.max(1, looked_at));
      if (all < limits.quiet_outlets) return [];
      return [{
        finding: "connection_leak",
        severity: "warning" as const,
        what:
          `it owns ${count} ports or sockets (${kind}), of which ${all} had no traffic between the looks`,
        measured: [
          { what: "ports and sockets of this owner", last: count, unit: kind },
          { what: "without traffic in the window", last: all, unit: kind },
        ],
        suspects: [{ role: "owner", process: owner }],
        cause:
          "connections are opened and not closed, or their peers are gone and nobody noticed; or it is a pool that may idle: two looks do not tell",
        next: {
          tool: "list_ports",
          arguments: { process: owner, window_ms: 2000 },
        },
        weight: all,
      }];
    }),
});

/** Bytes that wait in a port. */
export const fullPort: Rule<never> = rule({
  focus: ["stuck", "memory"],
  needs: ["holders"],
  find: ({ holders: { queues } }, limits) =>
    queues.flatMap(({ port, owner, bytes }) =>
      bytes < limits.port_queue_bytes ? [] : [{
        finding: "port_queue",
        severity: "warning" as const,
        what: `${mebibytes(bytes)} wait in the port ${port}`,
        measured: [{ what: "queue of the port", last: bytes, unit: "bytes" }],
        suspects: [
          { role: "owner", process: owner },
          { role: "port", name: port },
        ],
        cause:
          "the other end reads more slowly than this one writes; processes that send to a busy port are suspended",
        next: {
          tool: "list_ports",
          arguments: { process: owner, sort: "queue" },
        },
        weight: bytes,
      }]
    ),
});
