/**
 * Says what is wrong with a call's arguments, so that the next try is right.
 *
 * @module
 */

import type * as z from "zod";
import { didYouMean } from "./closest.ts";

/** One sentence about every issue; `known` are the names of the arguments there are. */
export function explainIssues(
  issues: readonly z.core.$ZodIssue[],
  known: readonly string[],
): string {
  return issues.map((issue) => explain(issue, known)).join("; ");
}

function explain(
  issue: z.core.$ZodIssue,
  known: readonly string[],
): string {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) =>
      `there is no argument "${key}"${didYouMean(key, known)} (arguments: ${
        known.join(", ") || "none"
      })`
    ).join("; ");
  }
  const path = issue.path.join(".");
  const message = lowerFirst(issue.message);
  return path === "" ? message : `${path}: ${message}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
