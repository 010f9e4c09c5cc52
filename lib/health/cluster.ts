/**
 * Links to other nodes.
 *
 * @module
 */

import {
  type Finding,
  rate,
  type Rule,
  rule,
  type Severity,
} from "./finding.ts";
import { mebibytes } from "./memory.ts";

const CLUSTER = { tool: "get_cluster", arguments: {} };

/** A node that lives, and is not connected. */
export const unconnected: Rule<never> = rule({
  focus: ["cluster"],
  needs: ["holders"],
  unless: ["netsplit"],
  find: ({ holders: { unconnected, unreachable = [] } }) => [
    ...notConnected(
      "warning",
      unconnected,
      "known to this node and registered with the port mapper of its host, but not connected",
      "the network between them was cut; or global cut it to keep partitions from overlapping (prevent_overlapping_partitions); or somebody disconnected it",
    ),
    ...notConnected(
      "notice",
      unreachable,
      "known to this node, but not connected, and the port mapper of its host does not answer",
      "its host is gone, which is fine if it was meant to go; or the network to it is cut",
    ),
  ],
});

function notConnected(
  severity: Severity,
  nodes: readonly string[],
  what: string,
  cause: string,
): Finding[] {
  return nodes.length === 0 ? [] : [{
    finding: "unconnected_node",
    severity,
    what: `${nodes.join(", ")}: ${what}`,
    measured: [{
      what: "nodes not connected",
      last: nodes.length,
      unit: "nodes",
    }],
    suspects: nodes.slice(0, 5).map((name) => ({ role: "node", name })),
    cause,
    next: CLUSTER,
    weight: nodes.length,
  }];
}

/** Members of one cluster that do not see each other. */
export const netsplit: Rule<never> = rule({
  focus: ["cluster"],
  needs: ["views"],
  find: ({ views: { members, missing } }) =>
    missing.length === 0 ? [] : [{
      finding: "netsplit",
      severity: "critical",
      what: `a partial netsplit: ${
        missing.slice(0, 3).map((pair) => pair.join(" and ")).join("; ")
      } do not see each other, though others see both`,
      measured: [
        { what: "missing connections", last: missing.length, unit: "pairs" },
        { what: "members that answered", last: members, unit: "nodes" },
      ],
      suspects: [...new Set(missing.flat())].slice(0, 6)
        .map((name) => ({ role: "node", name })),
      cause:
        "the network between these nodes is cut; global, pg and Mnesia see different clusters on each side",
      next: CLUSTER,
      weight: 1000 + missing.length,
    }],
});

/** Names or groups that differ, each time the members were asked. */
export const differentNames: Rule<never> = rule({
  focus: ["cluster"],
  needs: ["views"],
  find: ({ views: { names } }) =>
    names.map(({ what, variants }) => ({
      finding: "different_names",
      severity: "warning",
      what: `members of the cluster differ in ${what}`,
      measured: [{ what: "variants", last: variants.length, unit: "variants" }],
      suspects: variants.slice(0, 3).map(({ as, nodes }) => ({
        role: as,
        name: nodes.slice(0, 5).join(", "),
      })),
      cause:
        "after a netsplit the sides were not joined again, or a scope does not run on every member",
      next: CLUSTER,
    })),
});

/** Bytes wait in both looks. */
export const busyLink: Rule<never> = rule({
  focus: ["cluster", "stuck"],
  needs: ["holders"],
  find: ({ holders: { links, window_ms } }, limits) =>
    links.flatMap((link) => {
      const { node, queue_bytes, former_queue_bytes = 0 } = link;
      const least = Math.min(queue_bytes, former_queue_bytes);
      const stands = least > 0 && link.out_bytes === link.former_out_bytes;
      if (least < limits.link_queue_bytes && !stands) return [];
      return [{
        finding: "busy_link",
        severity: stands ? "critical" as const : "warning" as const,
        what: `${mebibytes(queue_bytes)} wait in the link to ${node}${
          stands ? ", and nothing went out between the looks" : ""
        }`,
        measured: [{
          what: "bytes waiting in the link",
          first: former_queue_bytes,
          last: queue_bytes,
          unit: "bytes",
          growth_rate: rate(former_queue_bytes, queue_bytes, window_ms),
        }],
        suspects: [{ role: "node at the other end", name: node }],
        cause:
          "the other node or the network takes less than is sent, or nothing; who sends there is suspended",
        next: { tool: "get_cluster", arguments: { sections: ["links"] } },
        weight: queue_bytes,
      }];
    }),
});
