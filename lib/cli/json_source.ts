/**
 * JSON from a file that people write, with the line of everything in it, so
 * that what is wrong can be found.
 *
 * @module
 */

import type * as z from "zod";
import { didYouMean } from "../registry/mod.ts";
import { CliError, type CliErrorCode } from "./errors.ts";

/** A file's text, and what to call it when something is wrong. */
export interface JsonSource {
  readonly path: string;
  readonly text: string;
  readonly code: CliErrorCode;
}

/**
 * The value in the file, as its schema has it.
 *
 * @throws {CliError} with the line and the path of what is wrong
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

/** An error at a place in the file. */
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

/** Of an issue about several ways to write something, those of the way that was meant. */
function leaves(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const meant = issue.errors.find((errors) =>
    !errors.some(({ code, path }) =>
      code === "invalid_type" && path.length === 0
    )
  );
  return meant === undefined
    ? [{ ...issue, message: "is not of a form known here" }]
    : meant.map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
}

/** The message of a schema about fields that it does not know. */
export function unknownKeyMessage(
  known: readonly string[],
): (
  issue: { readonly code?: string; readonly keys?: readonly string[] },
) => string | undefined {
  return ({ code, keys = [] }) =>
    code === "unrecognized_keys"
      ? keys.map((key) =>
        `there is no setting "${key}"${didYouMean(key, known)}`
      ).join("; ")
      : undefined;
}

function keyOf(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}

/** Nesting deeper than this is no configuration. */
const MAX_DEPTH = 32;

/** Walks over JSON and notes the line of each value; finds what `JSON.parse` only complains about. */
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
    if (this.#at < this.#source.text.length) this.#fail("something follows");
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
      if (seen.has(key)) this.#fail(`"${key}" is there twice`);
      seen.add(key);
      this.#blanks();
      if (!this.#take(":")) this.#fail("a : is missing");
      this.#value([...path, key]);
      this.#lines.set(keyOf([...path, key]), line);
      this.#blanks();
    } while (this.#take(","));
    if (!this.#take("}")) this.#fail("a , or } is missing");
  }

  #list(path: readonly string[]): void {
    this.#blanks();
    if (this.#take("]")) return;
    let index = 0;
    do {
      this.#value([...path, String(index++)]);
      this.#blanks();
    } while (this.#take(","));
    if (!this.#take("]")) this.#fail("a , or ] is missing");
  }

  #token(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [text] = pattern.exec(this.#source.text) ?? [];
    if (text === undefined) {
      return this.#fail("a value or a name in double quotes is missing");
    }
    this.#parse(text);
    this.#at += text.length;
    return text;
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      return this.#fail("this is no JSON value");
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
      `${this.#source.path}:${this.#line()}: it is not JSON: ${why}`,
    );
  }
}
