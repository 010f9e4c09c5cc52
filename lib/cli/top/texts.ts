/**
 * The views that are text: one process, the findings, the log and the help.
 *
 * @module
 */

import { visible } from "../../etf/mod.ts";
import type { Finding } from "../terminal/health_page.ts";
import { bytes, compact } from "../terminal/units.ts";
import { widthOf, wrapped } from "../terminal/width.ts";
import { type Line, line, piece } from "./lines.ts";
import type { State } from "./state.ts";

/** The lines of a view that is text; `undefined` if it is a table, or nothing is known yet. */
export function textOf(state: State, width: number): Line[] | undefined {
  switch (state.view) {
    case "process":
      return processText(state, width);
    case "health":
      return healthText(state, width);
    case "logs":
      return logText(state, width);
    case "help":
      return helpText();
    default:
      return undefined;
  }
}

/** Texts are not folded to less. */
const MIN_WIDTH = 20;

/** A name before its value. */
const LABEL = 14;

/** A text in lines of at most so many columns; a longer word is broken. */
function folded(text: string, columns: number): string[] {
  const width = Math.max(MIN_WIDTH, columns);
  return wrapped(visible(text), width).flatMap((each) =>
    widthOf(each) <= width
      ? [each]
      // A character may take two columns.
      : each.match(new RegExp(`.{1,${Math.floor(width / 2)}}`, "gu")) ?? []
  );
}

function field(name: string, value: string, width: number): Line[] {
  const lines = folded(value, width - LABEL);
  return lines.map((text, index) => [
    piece((index === 0 ? name : "").padEnd(LABEL), "dim"),
    piece(text),
  ]);
}

function fields(
  pairs: readonly (readonly [string, string | undefined])[],
  width: number,
): Line[] {
  return pairs.flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : field(name, value, width)
  );
}

function processText(state: State, width: number): Line[] | undefined {
  const seen = state.seen.process;
  if (seen === undefined || seen.pid !== (state.process ?? "")) {
    return undefined;
  }
  const others = (
    group: typeof seen.links,
  ): string | undefined =>
    group === undefined || group.count === 0
      ? undefined
      : `${compact(group.count)}: ${
        group.first.map(({ id, registered_name }) => registered_name ?? id)
          .join(", ")
      }${group.first.length < group.count ? ", …" : ""}`;
  const { gc, waiting_for: waits, serving } = seen;
  const names = (list: readonly string[] | undefined): string | undefined =>
    list?.join(" < ");
  return [
    ...fields([
      ["pid", seen.pid],
      ["name", seen.registered_name],
      ["label", seen.label],
      ["application", seen.application],
      ["started with", seen.initial_call],
      ["status", `${seen.status}, priority ${seen.priority}`],
      [
        "mailbox",
        `${compact(seen.mailbox)} message${seen.mailbox === 1 ? "" : "s"}`,
      ],
      [
        "memory",
        `${bytes(seen.memory_bytes)}: heap ${bytes(seen.heap_bytes)}, stack ${
          bytes(seen.stack_bytes)
        }`,
      ],
      ["reductions", compact(seen.reductions)],
      [
        "collections",
        gc &&
        `${gc.minor_gcs} minor since the last major; young ${
          bytes(gc.young_used_bytes)
        } of ${bytes(gc.young_bytes)}, old ${bytes(gc.old_used_bytes)} of ${
          bytes(gc.old_bytes)
        }`,
      ],
      ["traps exits", seen.trap_exit ? "yes" : "no"],
      ["ancestors", names(seen.ancestors)],
      ["started by", seen.parent],
      ["works for", names(seen.callers)],
      ["serving", serving && serving.in],
      ["links", others(seen.links)],
      ["monitors", others(seen.monitors)],
      ["monitored by", others(seen.monitored_by)],
      [
        "waits for",
        waits === undefined || waits.chain.length === 0
          ? undefined
          : `${
            waits.chain.map((step) => step.for.join(" or ")).join(", then ")
          }${waits.cycle ? ": a deadlock" : ""}`,
      ],
      ["not read", seen.not_read],
    ], width),
    line("stack", "dim"),
    ...(seen.stack ?? []).map((frame) => line(`  ${frame}`)),
    ...state.contents === undefined ? [] : [
      line(""),
      ...state.contents.flatMap((text) =>
        folded(text, width).map((each) => line(each))
      ),
    ],
  ];
}

function healthText({ health }: State, width: number): Line[] | undefined {
  if (health === undefined) return undefined;
  if (health.findings.length === 0) return [line(`${health.verdict}.`)];
  return health.findings.flatMap((finding) => [
    [
      piece(
        `${finding.severity} `,
        finding.severity === "critical" ? "bad" : "warn",
      ),
      piece(finding.finding, "bold"),
    ],
    ...[
      finding.what,
      ...finding.suspects.map(suspectText),
      `cause: ${finding.cause}`,
      `next: ${nextText(finding)}`,
    ].flatMap((text) =>
      folded(text, width - 2).map((each) => line(`  ${each}`))
    ),
    line(""),
  ]);
}

function suspectText(suspect: Finding["suspects"][number]): string {
  const { role, process, name, application, initial_call, stack, messages } =
    suspect;
  const parts = [
    ...[process, name, application && `of ${application}`],
    initial_call && `started with ${initial_call}`,
    stack && `in ${stack}`,
    messages && `messages: ${messages}`,
  ].filter((part) => part !== undefined);
  return `${role}: ${parts.join(", ")}`;
}

function nextText({ next }: Finding): string {
  const words = Object.entries(next.arguments).map(([key, each]) =>
    `${key}=${typeof each === "string" ? each : JSON.stringify(each)}`
  );
  return [next.tool, ...words].join(" ");
}

function logText({ logs, filter }: State, width: number): Line[] | undefined {
  const wanted = filter.logs?.toLowerCase();
  const lines = wanted === undefined
    ? logs
    : logs.filter((text) => text.toLowerCase().includes(wanted));
  if (logs.length === 0) return undefined;
  return lines.flatMap((text) => folded(text, width).map((each) => line(each)));
}

/** What each key does. */
const HELP: readonly (readonly [string, string])[] = [
  ["r m b g c", "sort by reductions, memory, binaries, growth, mailbox"],
  ["", "applications: g by number; tables: m g c; ports: r m c"],
  ["/", "filter: part of a name or function; Escape removes it"],
  ["↑ ↓ PgUp PgDn", "select a row (Home, End)"],
  ["Enter", "one process closely; of an application its processes"],
  ["Escape", "back"],
  ["a", "processes by application; again: all processes"],
  ["e p T", "ETS tables; ports and sockets; supervision tree"],
  ["h", "health: all findings, with causes and next calls"],
  ["l", "log events as they happen (needs --allow trace)"],
  ["s x", "of one process: state, messages (need --allow data)"],
  ["k", "end the selected process, after a question (--allow mutate)"],
  ["space", "pause"],
  ["+ -", "look less or more often"],
  ["?", "this help"],
  ["q", "quit"],
];

/** What the numbers mean. */
const NOTES = [
  "Looking at a table takes the node at most 10 % of a core: with very many",
  "processes it is done less often, and the screen says how often.",
  "Memory, processes, ports and atoms are without those of beamtap; its work is",
  "in the use of schedulers and in reductions.",
];

function helpText(): Line[] {
  return [
    ...HELP.map(([keys, what]) => [
      piece(keys.padEnd(LABEL + 1), "bold"),
      piece(what),
    ]),
    line(""),
    ...NOTES.map((text) => line(text, "dim")),
  ];
}
