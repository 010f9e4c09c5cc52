/**
 * Reads JSON files written by people, and reports errors with their line.
 *
 * @module
 */

import type * as z from "zod";
import { didYouMean } from "../registry/mod.ts";
import { CliError, type CliErrorCode } from "./errors.ts";

/** A JSON file. */
export interface JsonSource {
  /** Its path, for messages. */
  readonly path: string;
  /** Its text. */
  readonly text: string;
  /** Code of its errors. */
  readonly code: CliErrorCode;
}

/**
 * Parses a file by a schema.
 *
 * @throws {CliError} with the line and path of what is wrong
 */
export function readJson<Schema extends z.ZodType>(
  source: JsonSource,
  schema: Schema,
): z.output<Schema> {
  const lines = linesOf(source);
  const result = schema.safeParse(JSON.parse(source.text));
  if (result.success) return result.data;
  const [issue, ...others] = result.error.issues.flatMap(leaves);
  if (issue === undefined) throw result.error;
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  throw wrong(source, lines, issue.path, `${issue.message}${more}`);
}

/** Returns the error for a value in the file. */
function wrong(
  source: JsonSource,
  lines: ReadonlyMap<string, number>,
  path: readonly PropertyKey[],
  why: string,
): CliError {
  const known = path.findLastIndex((_, end) =>
    lines.has(keyOf(path.slice(0, end + 1)))
  );
  const line = lines.get(keyOf(path.slice(0, known + 1))) ?? 1;
  const where = path.length === 0 ? "" : `${path.map(String).join(".")}: `;
  return new CliError(source.code, `${source.path}:${line}: ${where}${why}`);
}

/** Reduces an issue of a union to those of the alternative that was meant. */
function leaves(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const meant = issue.errors.find((errors) =>
    !errors.some(({ code, path }) =>
      code === "invalid_type" && path.length === 0
    )
  );
  return meant === undefined
    ? [{ ...issue, message: "has none of the accepted forms" }]
    : meant.map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
}

/** Returns a schema's message for unknown fields. */
export function unknownKeyMessage(
  known: readonly string[],
): (
  issue: { readonly code?: string; readonly keys?: readonly string[] },
) => string | undefined {
  return ({ code, keys = [] }) =>
    code === "unrecognized_keys"
      ? keys.map((key) => `unknown setting "${key}"${didYouMean(key, known)}`)
        .join("; ")
      : undefined;
}

function keyOf(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}

/** Maximum nesting; no configuration is deeper. */
const MAX_DEPTH = 32;

const NAME = /"(?:[^"\\\n]|\\.)*"/y;
const SCALAR = /"(?:[^"\\\n]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/y;

/**
 * Returns the line of each value by its path, as {@linkcode keyOf} has it.
 *
 * @throws {CliError} with the line where the text is not JSON, or has a name twice
 */
function linesOf({ path: file, text, code }: JsonSource): Map<string, number> {
  const lines = new Map<string, number>();
  let at = 0;
  const line = (): number => text.slice(0, at).split("\n").length;
  const fail = (why: string): never => {
    throw new CliError(code, `${file}:${line()}: invalid JSON: ${why}`);
  };
  /** Takes what the pattern matches after blanks, if it does. */
  const take = (pattern: RegExp): string => {
    while (/[ \t\r\n]/.test(text[at] ?? "")) at++;
    pattern.lastIndex = at;
    const [token = ""] = pattern.exec(text) ?? [];
    at += token.length;
    return token;
  };
  const token = (pattern: RegExp): string => {
    const token = take(pattern);
    if (token === "") fail("expected a value, or a name in double quotes");
    try {
      return String(JSON.parse(token));
    } catch {
      return fail("not a JSON value");
    }
  };
  const items = (end: string, item: (index: number) => void): void => {
    const last = new RegExp(`\\${end}`, "y");
    if (take(last)) return;
    let index = 0;
    do item(index++); while (take(/,/y));
    if (!take(last)) fail(`expected , or ${end}`);
  };
  const value = (path: readonly string[]): void => {
    if (path.length > MAX_DEPTH) fail("it is nested too deeply");
    take(/(?:)/y);
    lines.set(keyOf(path), lines.get(keyOf(path)) ?? line());
    if (take(/\[/y)) {
      return items("]", (index) => value([...path, String(index)]));
    }
    if (!take(/\{/y)) return void token(SCALAR);
    const seen = new Set<string>();
    items("}", () => {
      take(/(?:)/y);
      const start = line();
      const key = token(NAME);
      if (seen.has(key)) fail(`"${key}" occurs twice`);
      seen.add(key);
      if (!take(/:/y)) fail("expected :");
      lines.set(keyOf([...path, key]), start);
      value([...path, key]);
    });
  };
  value([]);
  take(/(?:)/y);
  if (at < text.length) fail("there is text after the end");
  return lines;
}
