/**
 * Prints the answers of commands on standard output: to people as pages that fit their
 * terminal, to programs as lines with tabs or as JSON.
 *
 * @module
 */

import type * as z from "zod";
import { visibleJson, visibleLines } from "../etf/mod.ts";
import { type Fields, render } from "../registry/mod.ts";
import type { Arguments } from "./arguments.ts";
import { coloured, type Paint, plain } from "./terminal/colour.ts";
import { page, type PageOptions } from "./terminal/page.ts";
import { type Screen, terminalSize } from "./terminal/screen.ts";
import { oneOf } from "./settings.ts";

/** Forms of an answer; without one, people get a page and programs get lines with tabs. */
export const FORMATS = ["wide", "json", "tsv"] as const;

/** When there is colour. */
export const COLOURS = ["auto", "always", "never"] as const;

/** An answer to print. */
export interface Printable {
  /** Its fields. */
  readonly fields: Fields;
  /** Its schema, if it has one. */
  readonly schema?: z.ZodType | undefined;
  /** The arguments that it answers. @default {none} */
  readonly args?: Fields;
  /** The same as text. @default {rendered from the fields} */
  readonly text?: string;
  /** Lays it out for people. @default {as any answer} */
  readonly layout?: (fields: Fields, options: PageOptions) => string[];
  /** What follows on a page. */
  readonly after?: readonly string[];
}

/** How a command prints its answers. */
export interface Format {
  /** The form. */
  readonly form: "page" | typeof FORMATS[number];
  /** Gives texts their colour. */
  readonly paint: Paint;
}

/**
 * Returns how to print, by the options of a command and what standard output is.
 *
 * @throws {CliError} `bad_value`
 */
export function formatOf(args: Arguments): Format {
  const isTerminal = Deno.stdout.isTerminal();
  const given = args.text("output");
  const colour = oneOf("color", COLOURS, args.text("color") ?? "auto");
  const hasColour = colour === "always" ||
    colour === "auto" && isTerminal && !Deno.noColor;
  return {
    form: args.flag("json")
      ? "json"
      : given !== undefined
      ? oneOf("output", FORMATS, given)
      : isTerminal
      ? "page"
      : "tsv",
    paint: hasColour ? coloured : plain,
  };
}

/** Prints an answer, on a screen in place of the one before. */
export async function printAnswer(
  answer: Printable,
  { form, paint }: Format,
  screen?: Screen,
): Promise<void> {
  const { fields, schema, args = {}, layout = page, after = [] } = answer;
  if (form === "json") return await printJson(fields);
  if (form === "tsv") {
    return await print(answer.text ?? render(fields, schema));
  }
  const wide = form === "wide";
  const lines = layout(fields, {
    width: wide ? Infinity : terminalSize().columns,
    wide,
    paint,
    schema,
    args,
  });
  const all = [...lines, ...after.map(visibleLines)].join("\n");
  await write(screen ? screen.show(all.split("\n")) : all);
}

/** Prints a text. */
export function print(text: string): Promise<void> {
  return write(visibleLines(text));
}

/** Prints a value as indented JSON. */
export function printJson(value: unknown): Promise<void> {
  return print(visibleJson(JSON.stringify(value, undefined, 2)));
}

/** Writes a line as it is, its text made visible before it was painted; a reader that has closed its end is not an error. */
export async function write(line: string): Promise<void> {
  const writer = Deno.stdout.writable.getWriter();
  try {
    await writer.write(new TextEncoder().encode(`${line}\n`));
  } catch (error) {
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  } finally {
    writer.releaseLock();
  }
}
