/**
 * The log files of a node: the end of one, or its lines that contain a text.
 *
 * @module
 */

import * as z from "zod";
import {
  defineQuestion,
  encodeArgs,
  encodeName,
  refusals,
  s,
} from "../../beam/mod.ts";
import { atom, binary } from "../../etf/mod.ts";
import {
  asBlock,
  defineNodeTool,
  LOOKS_ONLY,
  type NodeContext,
  type Tool,
  unlisted,
} from "../../registry/mod.ts";
import { COST } from "../fields.ts";

/** Arguments of {@linkcode readLogQuestion}. */
export interface ReadLogArgs {
  /** Id of the handler that writes it. @default {`default`, or else the first} */
  readonly handler?: string | undefined;
  /** Number of a rotated file. @default {the current file} */
  readonly rotation?: number | undefined;
  /** Only lines that contain this; the case of ASCII letters is ignored. */
  readonly text?: string | undefined;
  /** Only what is before this byte. */
  readonly before?: number | undefined;
  /** Maximum lines, of those that contain the text if there is one. */
  readonly limit: number;
  /** Lines that are shown after each of these. */
  readonly after: number;
  /** Maximum bytes of all lines. */
  readonly max_bytes: number;
  /** How much is searched. */
  readonly scan_bytes: number;
}

const logRefused = refusals({
  no_log_file: {
    says: "no log handler of {node} writes to a file",
    hint:
      "get_log_config shows where its log goes; capture_logs shows new events",
  },
  no_such_handler: {
    says: "no handler {it} of {node} writes to a file",
    hint: "these do: {*}",
  },
  no_such_file: {
    says: "the handler has no such file on {node}",
    hint: "rotated files that it has: {*}",
  },
  not_a_file: {
    code: "not_readable",
    says: "{0} on {node} is not read: it is not a regular file but {1}",
    hint: "links are not followed: they could point anywhere",
  },
  compressed: {
    code: "not_readable",
    says: "{*} on {node} is compressed, which read_log does not support",
    hint: "read it on the machine itself",
  },
  not_readable: {
    says: "{node} cannot read {0}: {1}",
    hint: "enoent: gone; eacces: not permitted; emfile: no descriptor is free",
  },
  dirty_io_busy: {
    says:
      "all dirty IO schedulers of {node} are busy, so it cannot read files now",
    hint: "get_schedulers shows them; a disk that hangs is the usual cause",
  },
  no_answer: {
    says: "{node} did not read the file in time: its disk may hang",
    hint: "lower scan_bytes, or raise timeout_ms",
  },
});

/** The end of a log file, or lines of it. */
export const readLogQuestion = defineQuestion("read_log", {
  encode: ({ handler, text, ...args }: ReadLogArgs) =>
    encodeArgs({
      handler: handler === undefined
        ? atom("any")
        : encodeName(handler, "no_such_handler"),
      rotation: args.rotation,
      before: args.before,
      // Every character but words for itself; bytes beyond ASCII are.
      pattern: text === undefined
        ? undefined
        : binary(`^.*?${text.replace(/[^\w\u0080-\u{10ffff}]/gu, "\\$&")}.*$`),
      limit: args.limit,
      after: args.after,
      max_bytes: args.max_bytes,
      scan_bytes: args.scan_bytes,
    }),
  shape: s.record({
    handler: s.name,
    file: s.text,
    rotation: s.integer.optional(),
    bytes: s.integer,
    modified: s.moment,
    from_byte: s.integer.describe("What was read begins here."),
    to_byte: s.integer,
    older: s.flag.describe("There is more: pass from_byte as before."),
    lead: s.text,
    text: s.text.optional(),
    matches: s.list(s.row({
      at_byte: s.integer,
      lead: s.text,
      line: s.text,
      left_out_bytes: s.integer,
      after: s.text,
    })).optional(),
    files: s.list(s.row({
      handler: s.name,
      rotation: s.integer.optional(),
      bytes: s.integer,
      modified: s.moment,
      compressed: s.flag,
    })).describe("All that can be chosen."),
  }),
  refused: (refusal, { handler = "" }) => logRefused(refusal, handler),
});

const { lead: _, matches: __, text: ___, ...FIELDS } =
  readLogQuestion.shape.fields;

/** Removes the rest of a secret that started before these lines. */
function withoutRest(
  lead: string,
  lines: string,
  context: Pick<NodeContext, "redact">,
): string {
  const inKey = lead.lastIndexOf("-----BEGIN ") >
    lead.lastIndexOf("-----END ");
  if (inKey) {
    const body = /^(?=[\w+\/=\s\\]{16})[\w+\/=\s\\]*/;
    return lines.replace(body, "[redacted]\n");
  }
  const name = /[\w.$-]{2,64}["'>]{0,3}\s{0,4}(?:=>|[:,=])[ \t\r]*\n$/.exec(
    lead,
  );
  const value = name && binary(`{${name[0]} "a value"}`);
  return value && context.redact(value) !== value
    ? lines.replace(/^[^\n]*/, "[redacted]")
    : lines;
}

/** The log files of a node. */
export const readLog: Tool = defineNodeTool({
  name: "read_log",
  title: "Log files",
  description:
    "What was logged before: the end of a handler's log file, or its lines with a text. Costs a few milliseconds a megabyte.",
  toolset: "logs",
  annotations: LOOKS_ONLY,
  scopes: ["data"],
  budgetBytes: 40_960,
  probes: [readLogQuestion],
  input: {
    handler: z.string().min(1).max(255).optional().describe(
      "Its id.",
    ),
    rotation: z.int().min(0).max(10_000).optional().describe(
      "Number of a rotated file.",
    ),
    text: z.string().min(1).max(300).optional().describe(
      "Only lines with it.",
    ),
    lines: z.int().min(1).max(500).default(50).describe("Lines."),
    after: z.int().min(0).max(30).default(0).describe(
      "Lines after each.",
    ),
    before: z.int().min(1).optional().describe(
      "Only before this byte.",
    ),
    max_bytes: unlisted(
      z.int().min(100).max(24_000).default(8000).describe(
        "Of all lines together.",
      ),
    ),
    scan_bytes: z.int().min(1000).max(64_000_000).default(4_000_000).describe(
      "To search, from the end.",
    ),
  },
  output: {
    ...FIELDS,
    lines: asBlock(
      z.string().describe(
        "The newest last; a handler may hold some back for seconds.",
      ),
    ).optional(),
    matches: z.array(z.object({ at_byte: z.int(), lines: z.string() }))
      .optional().describe("The newest last."),
    cost: COST,
  },
  note: ({ matches, older }) =>
    matches?.length !== 0
      ? undefined
      : older
      ? "no line that was read contains that: pass from_byte as before, or raise scan_bytes"
      : "no line of this file contains that: try another of files",
  run: async ({ lines: limit, ...args }, context) => {
    const { lead, text, matches, ...told } = await context.beam.run(
      readLogQuestion,
      { ...args, limit },
    );
    return {
      ...told,
      lines: text === undefined ? undefined : withoutRest(lead, text, context),
      matches: matches?.map((
        { at_byte, lead, line, left_out_bytes, after },
      ) => ({
        at_byte,
        lines: withoutRest(
          lead,
          line + (left_out_bytes > 0 ? `… (${left_out_bytes} bytes)` : "") +
            after,
          context,
        ),
      })),
    };
  },
});
