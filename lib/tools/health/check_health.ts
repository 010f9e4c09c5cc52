/**
 * What is wrong with a node, and who is to blame, from two looks.
 *
 * @module
 */

import * as z from "zod";
import { BeamtapError } from "../../errors.ts";
import {
  type Finding,
  FOCUSES,
  judge,
  leaveOut,
  partsFor,
  SEVERITIES,
  THRESHOLDS,
  type Thresholds,
} from "../../health/mod.ts";
import { defineNodeTool, LOOKS_ONLY, type Tool } from "../../registry/mod.ts";
import { COST } from "../fields.ts";
import { mayHide } from "./gaps.ts";
import { look, QUESTIONS } from "./looks.ts";
import { describe, FINDING, healthCulpritsQuestion, told } from "./suspects.ts";

/** Maximum findings to report, of all kinds and of one. */
const MAX_FINDINGS = 8;
const MAX_OF_A_KIND = 3;

/** Maximum processes whose names and applications are looked up for what to ignore. */
const MAX_IGNORABLE = 100;

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
      "What is wrong with a node, who is to blame, why, and the next call. Start here. Works 60 ms and 10 us a process besides window_ms.",
    toolset: "health",
    annotations: LOOKS_ONLY,
    scopes: ["inspect"],
    deadlineMs: DEADLINE_MS,
    probes: [...QUESTIONS, healthCulpritsQuestion],
    input: {
      focus: z.array(z.enum(FOCUSES)).min(1).optional().describe(
        "Only these.",
      ),
      ignore: z.array(z.string().min(1).max(300)).max(50).optional().describe(
        "Findings, pids, names, applications.",
      ),
      window_ms: z.int().min(50).max(10_000).default(2500).describe(
        "Between two looks.",
      ),
    },
    output: {
      verdict: z.enum([...SEVERITIES, "healthy", "nothing_else", "unknown"])
        .describe(
          "nothing_else: than what was ignored or is out of focus. unknown: nothing found, and not_looked_at.",
        ),
      window_ms: z.int(),
      findings: z.array(FINDING),
      more_findings: z.int().optional(),
      ignored: z.array(z.object({ entry: z.string(), findings: z.int() }))
        .optional(),
      ignored_nothing: z.array(z.string()).optional(),
      out_of_focus: z.array(z.string()).optional(),
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
      const found = judge(snapshot, {
        focus,
        thresholds,
        may: context.granted,
      });
      const unseen = [...missing];
      const described = async (
        findings: readonly Finding[],
        most?: number,
      ): ReturnType<typeof describe> => {
        try {
          return await describe(findings, context, most);
        } catch (error) {
          if (!(error instanceof BeamtapError)) throw error;
          unseen.push(`what the suspects are: ${error.message}`);
          return undefined;
        }
      };
      const kinds = found.map(({ finding }) => finding);
      const outside = judge(snapshot, { thresholds })
        .map(({ finding }) => finding)
        .filter((finding) => !kinds.includes(finding));
      // Names and applications of processes are known once these are described.
      const known = ignore && found.length > 0
        ? await described(found, MAX_IGNORABLE)
        : undefined;
      const { left, ignored, nothing } = leaveOut(
        found.map((finding) => ({ ...told(finding, known), found: finding })),
        ignore ?? [],
      );
      const all = left.map(({ found }) => found);
      const findings = Map.groupBy(all, ({ finding }) => finding).values()
        .toArray().flatMap((kind) => kind.slice(0, MAX_OF_A_KIND))
        .toSorted((a, b) => all.indexOf(a) - all.indexOf(b))
        .slice(0, MAX_FINDINGS);
      const suspects = await described(findings);
      return {
        verdict: all[0]?.severity ??
          (mayHide(unseen)
            ? "unknown" as const
            : ignored.length + outside.length > 0
            ? "nothing_else" as const
            : "healthy" as const),
        window_ms: context.early?.aborted ? 0 : window_ms,
        findings: findings.map((finding) => told(finding, suspects)),
        ...all.length > findings.length && {
          more_findings: all.length - findings.length,
        },
        ...ignored.length > 0 && { ignored: [...ignored] },
        ...nothing.length > 0 && { ignored_nothing: [...nothing] },
        ...outside.length > 0 && { out_of_focus: [...new Set(outside)] },
        ...unseen.length > 0 && { not_looked_at: [...new Set(unseen)] },
        cost,
      };
    },
  });
}
