/**
 * One process of a crash dump: what it was, did and held.
 *
 * @module
 */

import * as z from "zod";
import {
  type Dump,
  type Message,
  type Monitor,
  pidKeyOf,
  type ProcessDetail,
  type ProcessOptions,
  type StackEntry,
} from "../../dump/mod.ts";
import { atom, type Term } from "../../etf/mod.ts";
import { defineTool, type Tool, unlisted } from "../../registry/mod.ts";
import { PROCESS_NAME } from "../fields.ts";
import { CONTENT_INPUT, contentLimits, type Shower } from "../terms.ts";
import { identityIn, kindOf, showerFor } from "./contents.ts";
import { ABOUT, type Dumps, FILE, ofDumps, withDump } from "./dumps.ts";
import { nameOrPid, pidOf, spawnersOf } from "./relations.ts";
import { stackOf } from "./running.ts";
import { atomShown, functionShown, PROCESS, processFields } from "./rows.ts";

/** Maximum messages that are counted by kind. */
const MAX_COUNTED = 2000;

/** What is decoded of terms that are only counted or not shown at all. */
const SMALL = { maxTerms: 50, maxDepth: 3, maxItems: 10, maxBinary: 64 };

/** Least bytes of a term that is worth showing. */
const MIN_ROOM = 20;

/** Of names and calls only. */
const OUTLINE: ProcessOptions = { ...SMALL, messages: 0, dictionary: 50 };

const RELATED = z.object({ count: z.int(), first: z.array(z.string()) });

const HELD = z.array(z.object({ name: z.string(), term: z.string() }))
  .optional();

/** One process of a dump. */
export function getDumpProcess(dumps: Dumps): Tool {
  return defineTool({
    ...ofDumps(dumps),
    name: "get_dump_process",
    title: "One process of a dump",
    description:
      "One process of a crash dump: stack, relations, spawners; with scope data@dump also variables, messages, dictionary.",
    budgetBytes: 40_960,
    input: {
      ...FILE,
      process: PROCESS_NAME.describe("Pid or name."),
      limit: unlisted(
        z.int().min(1).max(100).default(20).describe("Of each list."),
      ),
      detail: unlisted(CONTENT_INPUT.detail),
    },
    output: {
      ...ABOUT,
      ...PROCESS,
      label: z.string().optional(),
      stack: z.array(z.string()).describe("Last call first."),
      spawned_by: z.array(z.string()).describe("Nearest first."),
      ancestors: z.array(z.string()).describe("As OTP knows them."),
      links: RELATED,
      monitors: RELATED,
      monitored_by: RELATED,
      last_calls: z.array(z.string()).optional(),
      messages_counted: z.int().optional().describe("By kind, the oldest."),
      message_kinds: z.array(z.object({
        kind: z.string().describe("_ for what differs."),
        count: z.int(),
      })).optional(),
      messages: z.array(z.string()).optional().describe("Oldest first."),
      variables: HELD.describe("On its stack; a server's state is among them."),
      dictionary: HELD,
      not_shown: z.string().optional(),
    },
    run: (args, context) =>
      withDump(dumps, args, context, async ({ dump, about }) => {
        const { process, limit, detail: how } = args;
        const pid = pidOf(dump, process);
        const { processes } = dump;
        const contents = context.granted("data");
        const limits = contentLimits({ detail: how });
        const shower = showerFor(dump, context, limits.max_bytes);
        const detail = await dump.process(
          pid,
          contents
            ? {
              ...{ messages: limit, dictionary: limit, stack: 200 },
              ...{ maxDepth: limits.depth, maxItems: limits.width },
            }
            : OUTLINE,
        );
        const { dictionary } = contents
          ? await dump.process(pid, OUTLINE)
          : detail;
        const identity = identityIn(dictionary, shower);
        const fields = processFields(dump, processes.find(pidKeyOf(pid)));
        const related = (
          list: readonly string[],
        ): z.infer<typeof RELATED> => ({
          count: list.length,
          first: list.slice(0, limit).map((each) => nameAndPid(dump, each)),
        });
        const monitored = (list: readonly Monitor[]): string[] =>
          list.map((each) => each.with);
        const { mailbox = 0 } = fields;
        return {
          ...about,
          ...fields,
          initial_call: identity.initialCall ?? fields.initial_call,
          label: identity.label,
          stack: stackOf({
            ...detail.row,
            stack: detail.stack.flatMap((entry) =>
              entry.type === "return" ? entry.function : []
            ),
          }).slice(0, limit),
          spawned_by: spawnersOf(dump, pid).slice(0, limit),
          ancestors: identity.ancestors.slice(0, limit),
          links: related(detail.links),
          monitors: related(monitored(detail.monitors)),
          monitored_by: related(monitored(detail.monitoredBy)),
          ...detail.lastCalls.length > 0 && { last_calls: detail.lastCalls },
          ...contents
            ? {
              ...mailbox > 0 && kindsIn(
                mailbox,
                (await dump.process(pid, {
                  ...SMALL,
                  ...{ messages: MAX_COUNTED, dictionary: 0, stack: 0 },
                })).messages,
                limit,
              ),
              ...heldBy(detail, shower),
            }
            : {
              not_shown:
                "messages, variables and dictionary need the scope data@dump",
            },
          ...detail.lacks.length > 0 && contents &&
            { incomplete: [...about.incomplete ?? [], ...detail.lacks] },
        };
      }),
  });
}

function nameAndPid({ processes }: Dump, id: string): string {
  const known = nameOrPid(processes, id);
  return known === id ? atomShown(id) ?? id : `${id} ${known}`;
}

/** Messages by kind, the most first; of a longer mailbox those that were looked at. */
function kindsIn(
  mailbox: number,
  messages: readonly Message[],
  limit: number,
): {
  messages_counted?: number;
  message_kinds: { kind: string; count: number }[];
} {
  const counts = new Map<string, number>();
  for (const { term } of messages) {
    const kind = kindOf(term);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return {
    ...messages.length < mailbox && { messages_counted: messages.length },
    message_kinds: [...counts].map(([kind, count]) => ({ kind, count }))
      .toSorted((a, b) => b.count - a.count).slice(0, limit),
  };
}

/** Keys of a dictionary that are shown elsewhere. */
const SHOWN_ELSEWHERE: ReadonlySet<Term> = new Set(
  ["$ancestors", "$initial_call", "$process_label"].map(atom),
);

/** Terms that it held, as many as fit. */
function heldBy(
  { row, stack, messages, dictionary }: ProcessDetail,
  shower: Shower,
): {
  messages: string[];
  variables: z.infer<typeof HELD>;
  dictionary: z.infer<typeof HELD>;
} {
  const fitting = <Item extends { readonly term: Term }>(
    items: readonly Item[],
    trailOf: (item: Item) => readonly Term[] = () => [],
  ): (Item & { shown: string })[] => {
    const rows: (Item & { shown: string })[] = [];
    let room = Math.floor(shower.maxBytes / 3);
    for (const item of items) {
      if (room < MIN_ROOM) break;
      const shown = shower.show(item.term, trailOf(item), room);
      rows.push({ ...item, shown });
      room -= shown.length;
    }
    return rows;
  };
  const entries = dictionary.filter(({ key }) => !SHOWN_ELSEWHERE.has(key))
    .map(({ key, value }) => ({ key, term: value }));
  return {
    messages: fitting(messages).map(({ shown }) => shown),
    variables: fitting(variablesOf(stack, row.currentFunction))
      .map(({ place, shown }) => ({ name: place, term: shown })),
    dictionary: fitting(entries, ({ key }) => [key])
      .map(({ key, shown }) => ({ name: shower.show(key), term: shown })),
  };
}

/** Variables with the functions that they belong to: those of a call stand before where it returns to. */
function variablesOf(
  stack: readonly StackEntry[],
  current: string | undefined,
): { place: string; term: Term }[] {
  const found: { place: string; term: Term }[] = [];
  let place = functionShown(current) ?? "";
  for (const entry of stack) {
    if (entry.type === "variable") {
      // What is empty says nothing.
      const { term } = entry;
      if (Array.isArray(term) && term.length === 0) continue;
      found.push({ place, term });
    } else if (entry.type === "return") {
      place = functionShown(entry.function) ?? entry.function;
    }
  }
  return found;
}
