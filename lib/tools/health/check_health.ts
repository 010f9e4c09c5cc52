/**
 * What is wrong with a node, and who is to blame, from two looks.
 *
 * @module
 */

import * as z from "zod";
import {
  FOCUSES,
  judge,
  partsFor,
  SEVERITIES,
  THRESHOLDS,
  type Thresholds,
} from "../../health/mod.ts";
import { defineNodeTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST } from "../fields.ts";
import { look, QUESTIONS } from "./looks.ts";
import { describe, FINDING, healthCulpritsQuestion, told } from "./suspects.ts";

/** Maximum findings to report, of all kinds and of one. */
const MAX_FINDINGS = 8;
const MAX_OF_A_KIND = 3;

/** Time limit of the looks, enough for a node of a million processes, in ms. */
const DEADLINE_MS = 40_000;

/** The verdict on a node. */
export const checkHealth: Tool = checkHealthWith(() => ({}));

/** The same, with the thresholds of each moment in place of the defaults. */
export function checkHealthWith(
  thresholdsNow: () => Partial<Thresholds>,
): Tool {
  return defineNodeTool({
    name: "check_health",
    title: "Health check",
    description:
      "What is wrong with a node, who is to blame, the likely cause and the next call, from two looks. Start here. Costs 60 ms, and 10 us a process.",
    toolset: "health",
    annotations: LOOKS_ONLY,
    scopes: ["inspect"],
    deadlineMs: DEADLINE_MS,
    probes: [...QUESTIONS, healthCulpritsQuestion],
    input: {
      focus: z.array(z.enum(FOCUSES)).min(1).optional().describe(
        "Only what bears on these.",
      ),
      ignore: z.array(z.string().min(1).max(300)).max(50).optional().describe(
        "Findings, processes or names.",
      ),
      window_ms: z.int().min(50).max(10_000).default(2500).describe(
        "Between two looks.",
      ),
    },
    output: {
      verdict: z.enum([...SEVERITIES, "healthy", "unknown"]),
      window_ms: z.int(),
      findings: z.array(FINDING),
      more_findings: z.int().optional(),
      not_looked_at: z.array(z.string()).optional(),
      cost: COST,
    },
    run: async ({ focus, ignore, window_ms }, context) => {
      const thresholds = thresholdsNow();
      const { snapshot, missing, cost } = await look(
        { window_ms, parts: partsFor(focus) },
        { ...THRESHOLDS, ...thresholds },
        context,
      );
      const all = judge(snapshot, { focus, ignore, thresholds });
      const findings = Map.groupBy(all, ({ finding }) => finding).values()
        .toArray().flatMap((kind) => kind.slice(0, MAX_OF_A_KIND))
        .toSorted((a, b) => all.indexOf(a) - all.indexOf(b))
        .slice(0, MAX_FINDINGS);
      const described = await describe(findings, context);
      return {
        verdict: all[0]?.severity ??
          (missing.length > 0 ? "unknown" as const : "healthy" as const),
        window_ms,
        findings: findings.map((finding) => told(finding, described)),
        ...all.length > findings.length && {
          more_findings: all.length - findings.length,
        },
        ...missing.length > 0 && { not_looked_at: missing },
        cost,
      };
    },
  });
}
