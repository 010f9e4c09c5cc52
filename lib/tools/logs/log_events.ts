/**
 * Log events: what comes of one from a node, and how answers show it.
 *
 * @module
 */

import * as z from "zod";
import { s, type ValueOf } from "../../beam/mod.ts";
import { Atom, ByteList, type Term } from "../../etf/mod.ts";
import { type Shower, SHOWN, shown } from "../terms.ts";

/** Log levels, most severe first. */
export const EVENT_LEVELS = [
  "emergency",
  "alert",
  "critical",
  "error",
  "warning",
  "notice",
  "info",
  "debug",
] as const;

/** Where events are logged. */
export const SITE = {
  level: s.name,
  function: s.mfa.optional(),
  line: s.integer.optional(),
};

/** An event of `capture_logs.erl`. */
export const EVENT = s.row({
  at: s.moment,
  ...SITE,
  pid: s.pid.optional(),
  odd: s.odd.describe("Metadata of an odd form."),
  metadata: s.list(s.row({ key: s.term, value: s.term })),
  // `text`: a large one that is no report, turned into text where it was logged.
  kind: s.oneOf(["string", "format", "report", "text"]),
  content: s.content,
});

/** See {@linkcode EVENT}. */
export type LogEvent = ValueOf<typeof EVENT>;

const { content: _, kind: __, metadata: ___, ...FIELDS } = EVENT.fields;

/** Events as answers show them. */
export const EVENTS = z.array(z.object({
  ...FIELDS,
  metadata: z.string().optional().describe("The rest of it."),
  ...z.object(SHOWN).shape,
}));

/** The rows of an answer. */
export function rowsOf(
  events: readonly LogEvent[],
  shower: Shower,
): z.input<typeof EVENTS> {
  return events.map(({ content, kind: _, metadata, ...event }) => ({
    ...event,
    metadata: metadata.map(({ key, value }) => pairText(key, value, shower))
      .join(", ") || undefined,
    ...shown(content, shower),
  }));
}

/** `request_id: "F2"`, without secrets; a file's name without quotes. */
function pairText(key: Term, value: Term, shower: Shower): string {
  const name = key instanceof Atom ? key.name : shower.show(key);
  const plain = name === "file" && value instanceof ByteList;
  const text = plain
    ? new TextDecoder().decode(value.bytes)
    : shower.show(value, [key]);
  return `${name}: ${text}`;
}
