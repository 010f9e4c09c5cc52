/**
 * The answer of `check_health` as a page: what is wrong, who is to blame, what to do next.
 *
 * @module
 */

import * as z from "zod";
import { visible } from "../../etf/mod.ts";
import { type Fields, layoutOf } from "../../registry/mod.ts";
import { brokenCommand, callWords } from "../../shell.ts";
import { plain, severe } from "./colour.ts";
import { page, type PageOptions, Sheet } from "./page.ts";
import { exact } from "./units.ts";
import { measuredAs, valueText } from "./values.ts";
import { wrapped } from "./width.ts";

const TEXT = z.string().transform(visible);

const SUSPECT = z.object({
  role: TEXT,
  process: TEXT.optional(),
  name: TEXT.optional(),
  application: TEXT.optional(),
  label: TEXT.optional(),
  initial_call: TEXT.optional(),
  place: TEXT.optional(),
  stack: TEXT.optional(),
  messages: TEXT.optional(),
});

const MEASURED = z.object({
  what: TEXT,
  first: z.number().optional(),
  last: z.number(),
  unit: TEXT,
  growth_rate: z.number().optional(),
});

/** A call that an answer proposes. */
export const NEXT = z.object({
  tool: z.string(),
  arguments: z.record(z.string(), z.unknown()),
});

/** What `check_health` answers. */
export const HEALTH = z.looseObject({
  node: z.string(),
  incarnation: z.int(),
  verdict: TEXT,
  findings: z.array(z.object({
    severity: TEXT,
    finding: TEXT,
    what: TEXT,
    measured: z.array(MEASURED),
    suspects: z.array(SUSPECT),
    cause: TEXT,
    next: NEXT,
  })),
});

/** One of its findings. */
export type Finding = z.infer<typeof HEALTH>["findings"][number];

/** Lays out a health check, with these words after each proposed command; returns its lines. */
export function healthPage(
  answer: Fields,
  options: PageOptions,
  more: readonly string[] = [],
): string[] {
  const read = HEALTH.safeParse(answer);
  if (!read.success) return page(answer, options);
  const { node, incarnation, verdict, findings, ...rest } = read.data;
  const { paint = plain } = options;
  const sheet = new Sheet(options);
  sheet.title(node, incarnation, `  ${severe(verdict, verdict, paint)}`);
  sheet.fields(rest, { layout: layoutOf(options.schema) });
  for (const [index, finding] of findings.entries()) {
    sheet.line("");
    addFinding(sheet, index + 1, finding, node, options, more);
  }
  return sheet.end();
}

const INDENT = "  ";

/** The columns that the longest title below takes. */
const TITLE = "application  ".length;

function addFinding(
  sheet: Sheet,
  number: number,
  finding: Finding,
  node: string,
  { width, paint = plain }: PageOptions,
  more: readonly string[],
): void {
  const { severity, what, measured, suspects, cause, next } = finding;
  const [culprit, ...others] = suspects;
  const kind = paint("bold", finding.finding.replaceAll("_", " "));
  const who = culprit ? `: ${titleOf(culprit)}` : "";
  sheet.line(`${number} ${severe(severity, severity, paint)}  ${kind}${who}`);
  for (const line of wrapped(what, width - INDENT.length)) {
    sheet.line(line, INDENT);
  }
  sheet.pairs(
    [
      ["cause", cause],
      ...measured.map((each) => ["measured", measuredText(each)] as const),
      ...detailsOf(culprit),
      ...others.map((each) =>
        ["also", `${nameOf(each)}: ${each.role}`] as const
      ),
      [
        "next",
        brokenCommand(
          [...callWords(next.tool, { node, ...next.arguments }), ...more],
          width - INDENT.length - TITLE,
        ),
      ],
    ],
    INDENT,
    true,
  );
}

/** What to call a suspect: its name and its pid. */
function nameOf(
  { process, name, label, initial_call, role }: z.infer<typeof SUSPECT>,
): string {
  const names = [name ?? label ?? initial_call, process]
    .filter((text) => text !== undefined);
  return [...new Set(names)].join(" ") || role;
}

/** Who is to blame, in the title: what is no process is named with what it is. */
function titleOf(suspect: z.infer<typeof SUSPECT>): string {
  const { process, role } = suspect;
  const name = nameOf(suspect);
  return process !== undefined || name === role ? name : `${role} ${name}`;
}

function detailsOf(
  suspect: z.infer<typeof SUSPECT> | undefined,
): (readonly [string, string])[] {
  if (suspect === undefined) return [];
  const { application, place, stack, messages } = suspect;
  const details = [
    ["application", application],
    ["started by", place],
    ["is in", stack],
    ["messages", messages],
  ] as const;
  return details.flatMap(([title, text]) =>
    text === undefined ? [] : [[title, text] as const]
  );
}

function measuredText(
  { what, first, last, unit, growth_rate }: z.infer<typeof MEASURED>,
): string {
  const key = measuredAs("value", unit);
  const isBytes = key !== "value";
  const number = (value: number): string =>
    isBytes ? valueText(key, value) : exact(value);
  const before = first === undefined ? "" : `${number(first)} → `;
  const growth = growth_rate === undefined
    ? ""
    : `, ${growth_rate > 0 ? "+" : ""}${number(growth_rate)}/s`;
  return `${what} ${before}${number(last)}${
    isBytes ? "" : ` ${unit}`
  }${growth}`;
}
