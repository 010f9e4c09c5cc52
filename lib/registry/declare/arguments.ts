/**
 * Says what is wrong with a call's arguments, so that the next try is right.
 *
 * @module
 */

import * as z from "zod";
import { didYouMean } from "../closest.ts";

/** One sentence about every issue with `args`; `shape` has the arguments there are. */
export function explainIssues(
  issues: readonly z.core.$ZodIssue[],
  shape: z.ZodRawShape,
  args: unknown,
): string {
  return issues.map((issue) => explain(issue, shape, args)).join("; ");
}

/** Of arguments that there are none of, so many are told, each so far: the rest teaches nothing. */
const MAX_KEYS = 8;
const MAX_KEY = 64;

function explain(
  issue: z.core.$ZodIssue,
  shape: z.ZodRawShape,
  args: unknown,
): string {
  const known = Object.keys(shape);
  if (issue.code === "unrecognized_keys") {
    const wrong = issue.keys.slice(0, MAX_KEYS).map((key) =>
      `there is no argument "${key.slice(0, MAX_KEY)}"${didYouMean(key, known)}`
    );
    return `${wrong.join("; ")} (arguments: ${known.join(", ") || "none"})`;
  }
  const path = issue.path.join(".");
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    const given = valueAt(args, issue.path);
    const are = values.join(", ");
    if (given === undefined) return `${path} is missing (one of ${are})`;
    if (typeof given !== "string") return `${path}: not one of ${are}`;
    const guess = didYouMean(given, values);
    const text = JSON.stringify(given.slice(0, MAX_KEY));
    return `${path}: there is no ${text}${guess} (there are ${are})`;
  }
  const [, expected] = /expected (.*), received undefined$/
    .exec(issue.message) ?? [];
  if (expected !== undefined) {
    const meaning = describe(shape[path]);
    return `${path} is missing (${expected}${meaning && `: ${meaning}`})`;
  }
  const message = lowerFirst(issue.message);
  return path === "" ? message : `${path}: ${message}`;
}

function valueAt(args: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      Object.hasOwn(Object(value), key)
        ? Reflect.get(Object(value), key)
        : undefined,
    args,
  );
}

function describe(schema: unknown): string {
  const text = schema instanceof z.ZodType ? schema.description : undefined;
  return text?.replace(/\.$/, "") ?? "";
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
