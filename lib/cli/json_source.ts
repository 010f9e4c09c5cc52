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
  const lines = new Scanner(source).scan();
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

/** Records the line of each value in JSON, and locates syntax errors. */
class Scanner {
  readonly #source: JsonSource;
  readonly #lines = new Map<string, number>();
  #at = 0;

  constructor(source: JsonSource) {
    this.#source = source;
  }

  scan(): ReadonlyMap<string, number> {
    this.#value([]);
    this.#blanks();
    if (this.#at < this.#source.text.length) {
      this.#fail("there is text after the end");
    }
    return this.#lines;
  }

  #value(path: readonly string[]): void {
    this.#blanks();
    if (path.length > MAX_DEPTH) this.#fail("it is nested too deeply");
    this.#lines.set(keyOf(path), this.#line());
    if (this.#take("{")) this.#object(path);
    else if (this.#take("[")) this.#list(path);
    else this.#token(/"(?:[^"\\\n]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/y);
  }

  #object(path: readonly string[]): void {
    const seen = new Set<string>();
    this.#blanks();
    if (this.#take("}")) return;
    do {
      this.#blanks();
      const line = this.#line();
      const text = this.#token(/"(?:[^"\\\n]|\\.)*"/y);
      const key = String(this.#parse(text));
      if (seen.has(key)) this.#fail(`"${key}" occurs twice`);
      seen.add(key);
      this.#blanks();
      if (!this.#take(":")) this.#fail("expected :");
      this.#value([...path, key]);
      this.#lines.set(keyOf([...path, key]), line);
      this.#blanks();
    } while (this.#take(","));
    if (!this.#take("}")) this.#fail("expected , or }");
  }

  #list(path: readonly string[]): void {
    this.#blanks();
    if (this.#take("]")) return;
    let index = 0;
    do {
      this.#value([...path, String(index++)]);
      this.#blanks();
    } while (this.#take(","));
    if (!this.#take("]")) this.#fail("expected , or ]");
  }

  #token(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [text] = pattern.exec(this.#source.text) ?? [];
    if (text === undefined) {
      return this.#fail("expected a value, or a name in double quotes");
    }
    this.#parse(text);
    this.#at += text.length;
    return text;
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      return this.#fail("not a JSON value");
    }
  }

  #take(char: string): boolean {
    const found = this.#source.text[this.#at] === char;
    if (found) this.#at++;
    return found;
  }

  #blanks(): void {
    while (/[ \t\r\n]/.test(this.#source.text[this.#at] ?? "")) this.#at++;
  }

  #line(): number {
    return this.#source.text.slice(0, this.#at).split("\n").length;
  }

  #fail(why: string): never {
    throw new CliError(
      this.#source.code,
      `${this.#source.path}:${this.#line()}: invalid JSON: ${why}`,
    );
  }
}
