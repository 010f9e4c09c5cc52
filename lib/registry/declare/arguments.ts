/**
 * Reads the arguments of a call, each once, and says everything that is wrong
 * with them in one error.
 *
 * @module
 */

import * as z from "zod";
import { isRecord } from "../answer/parts.ts";
import { didYouMean } from "../closest.ts";
import { ToolError } from "../errors.ts";
import { divided, meant, withNodes } from "./leniency.ts";

/**
 * The arguments as the schema gives them; arguments it does not have are
 * refused, whether it is strict or not.
 *
 * @throws {ToolError} `invalid_arguments`
 */
export function checkArguments<Shape extends z.ZodRawShape>(
  name: string,
  input: z.ZodObject<Shape>,
  args: unknown,
): z.output<z.ZodObject<Shape>> {
  const [own] = splitArguments(name, input, NOTHING, args);
  return own;
}

const NOTHING = z.object({});

/**
 * The arguments as two schemas give them that share the work: what the handler
 * itself takes, and what says where it works.
 *
 * @throws {ToolError} `invalid_arguments`
 */
export function splitArguments<
  Own extends z.ZodRawShape,
  Target extends z.ZodRawShape,
>(
  name: string,
  own: z.ZodObject<Own>,
  target: z.ZodObject<Target>,
  given: unknown,
): [z.output<z.ZodObject<Own>>, z.output<z.ZodObject<Target>>] {
  const shape = { ...target.shape, ...own.shape };
  let args = isRecord(given) ? divided(shape, withNodes(shape, given)) : given;
  let [first, second] = [own.safeParse(args), target.safeParse(args)];
  if (!(first.success && second.success) && isRecord(args)) {
    args = meant(shape, args);
    [first, second] = [own.safeParse(args), target.safeParse(args)];
  }
  const unknown = Object.entries(Object(args))
    .flatMap(([key, value]) =>
      Object.hasOwn(shape, key) || value === null ? [] : [key]
    );
  if (first.success && second.success && unknown.length === 0) {
    return [first.data, second.data];
  }
  const issues = [...second.error?.issues ?? [], ...first.error?.issues ?? []]
    .filter((issue, index, all) =>
      // A value of the wrong type is also said to be too long.
      all.findIndex(({ path }) => `${path}` === `${issue.path}`) === index
    );
  const problems = isRecord(args)
    ? [
      ...issues.map((issue) => explain(issue, shape, args)),
      ...explainUnknown(unknown, Object.keys(shape)),
    ]
    : ["the arguments are not an object"];
  throw new ToolError("invalid_arguments", `${name}: ${problems.join("; ")}`, {
    hint: "correct the arguments and call again",
  });
}

/** Maximum unknown arguments to report. */
const MAX_UNKNOWN = 8;

/** Maximum length of a text to repeat, in characters. */
const MAX_REPEATED = 64;

function explainUnknown(
  unknown: readonly string[],
  known: readonly string[],
): string[] {
  if (unknown.length === 0) return [];
  const wrong = unknown.slice(0, MAX_UNKNOWN).map((key) =>
    `there is no argument "${key.slice(0, MAX_REPEATED)}"${
      didYouMean(key, known)
    }`
  );
  return [`${wrong.join("; ")} (arguments: ${known.join(", ") || "none"})`];
}

function explain(
  issue: z.core.$ZodIssue,
  shape: z.ZodRawShape,
  args: unknown,
): string {
  const path = z.core.toDotPath(issue.path);
  const given = valueAt(args, issue.path);
  if (issue.code === "invalid_value") {
    const choices = issue.values.map(String);
    const list = choices.join(", ");
    if (given === undefined) return `${path} is missing (one of ${list})`;
    if (typeof given !== "string") return `${path}: not one of ${list}`;
    const text = JSON.stringify(given.slice(0, MAX_REPEATED));
    const guess = didYouMean(given, choices);
    return `${path}: there is no ${text}${guess} (there are ${list})`;
  }
  if (issue.code === "invalid_type" && given === undefined) {
    const meaning = describe(shape[path]);
    return `${path} is missing (${issue.expected}${meaning && `: ${meaning}`})`;
  }
  const text = inWords(issue, given);
  return path === "" ? text : `${path}: ${text}`;
}

/** What zod calls what was expected, in plain words. */
const EXPECTED: Readonly<Record<string, string>> = {
  int: "a whole number",
  number: "a number",
  string: "a text",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

/** What is wrong with a value, and what would be right. */
function inWords(issue: z.core.$ZodIssue, given: unknown): string {
  switch (issue.code) {
    case "too_big":
      return `at most ${issue.maximum}${unitOf(issue.origin)}`;
    case "too_small":
      return issue.origin === "string" && issue.minimum === 1
        ? "must not be empty"
        : `at least ${issue.minimum}${unitOf(issue.origin)}`;
    case "invalid_type": {
      const text = JSON.stringify(given)?.slice(0, MAX_REPEATED);
      return `${text} is not ${EXPECTED[issue.expected] ?? issue.expected}`;
    }
    default:
      return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  }
}

function unitOf(origin: string): string {
  switch (origin) {
    case "string":
      return " characters";
    case "array":
      return " items";
    default:
      return "";
  }
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
