/**
 * The head of a screen: the node, how busy and how full it is, and its worst finding.
 *
 * @module
 */

import type { Finding } from "../terminal/health_page.ts";
import { bytes, compact, duration, percent } from "../terminal/units.ts";
import {
  bar,
  bars,
  fitted,
  flowed,
  type Line,
  line,
  piece,
  spread,
} from "./lines.ts";
import type { Head, State } from "./state.ts";

/** What each kind of scheduler is called. */
const KINDS: Readonly<Record<string, string>> = {
  normal: "normal",
  dirty_cpu: "dirty cpu",
  dirty_io: "dirty io",
};

/** What tables with a limit are called. */
const TABLES: Readonly<Record<string, string>> = { ets_tables: "ETS tables" };

/** What classes of memory are called: heaps are not the number of processes. */
const NAMES: Readonly<Record<string, string>> = {
  processes: "heaps",
  binary: "binaries",
  ets: "ETS",
  atom: "atom texts",
};

/** Classes of memory, the most important first; the rest of `system` is not shown. */
const CLASSES = ["total", "processes", "binary", "ets", "code", "atom"];

/** A screen at least this wide has fewer lines in its head, and a bar for each scheduler. */
const WIDE = 160;

/** Maximum schedulers of a kind that have a bar each. */
const MAX_BARS = 20;

/** From this part of a limit on it is shown as a warning, in percent. */
const NEARLY_FULL = 80;

/** Answers that come later than after so many intervals are missed. */
const SILENT_INTERVALS = 3;

/** From this delay on a link is slow, in ms. */
export const SLOW_MS = 1000;

/** The lines above the view; always as many for a width. */
export function headLines(state: State, width: number, now: number): Line[] {
  const { head } = state;
  const lines = [
    titleLine(state, width, now),
    ...head === undefined
      ? [line("")]
      : [fitted(schedulerLine(head, width), width)],
    fitted(head === undefined ? [] : workLine(head), width),
    ...gauges(head, width),
    fitted(healthLine(state, now), width),
  ];
  return lines;
}

function titleLine(state: State, width: number, now: number): Line {
  const { node, head, paused, intervalMs, lagMs } = state;
  const about = head === undefined
    ? ""
    : `  OTP ${head.glance.release}  up ${duration(head.glance.uptime_ms)}`;
  const time = new Date(now).toISOString().slice(11, 19);
  const every = paused ? "PAUSED" : `every ${duration(intervalMs)}`;
  const slow = lagMs > SLOW_MS ? `slow link: ${duration(lagMs)}  ` : "";
  return spread([piece(node, "bold"), piece(about)], [
    piece(slow, "warn"),
    piece(every, paused ? "warn" : "plain"),
    piece(`  ${time} UTC`),
  ], width);
}

function schedulerLine({ glance }: Head, width: number): Line {
  const columns = width >= WIDE ? 20 : 8;
  return glance.schedulers.flatMap((
    { kind, online, used_percent, each_percent },
    index,
  ) => [
    piece(`${index > 0 ? "  " : ""}${KINDS[kind] ?? kind} `),
    piece(bar(used_percent, columns), used_percent > 90 ? "bad" : "plain"),
    piece(` ${percent(used_percent).padStart(7)}`),
    ...width >= WIDE
      ? [
        piece(` of ${online}`),
        piece(` ${bars(each_percent.slice(0, MAX_BARS))}`),
      ]
      : [],
  ]);
}

function workLine({ glance }: Head): Line {
  const sum = (
    of: (each: typeof glance.schedulers[number]) => number,
  ): number => glance.schedulers.reduce((total, each) => total + of(each), 0);
  const average = sum(({ queue_average }) => queue_average);
  return line([
    `run queue ${Number(average.toFixed(1))} (most ${
      sum(({ queue_most }) => queue_most)
    })`,
    `reductions ${compact(glance.reductions_per_s)}/s`,
    `in ${bytes(glance.input_bytes_per_s)}/s`,
    `out ${bytes(glance.output_bytes_per_s)}/s`,
  ].join("  "));
}

/** Counts against their limits, then memory by class: as many lines as there is room for. */
function gauges(head: Head | undefined, width: number): Line[] {
  const lines = width >= WIDE ? 2 : 3;
  const flow = head === undefined
    ? []
    : flowed([...limitItems(head), ...memoryItems(head)], width)
      .slice(0, lines);
  return [...flow, ...Array<Line>(lines - flow.length).fill([])];
}

function limitItems({ glance }: Head): Line[] {
  return glance.limits.map(({ name, count, limit }) => {
    const used = 100 * count / Math.max(1, limit);
    return [
      piece(`${TABLES[name] ?? name} `),
      piece(
        `${compact(count)} (${percent(used)})`,
        used >= NEARLY_FULL ? "bad" : "plain",
      ),
    ];
  });
}

function memoryItems(head: Head): Line[] {
  const items = CLASSES.flatMap((name) => {
    const size = head.glance.memory[name];
    if (size === undefined) return [];
    const shown = name === "total" ? "memory" : NAMES[name] ?? name;
    return [line(`${shown} ${bytes(size)}${growth(head, name)}`)];
  });
  return items.length > 0
    ? items
    : [line("memory unknown: started with flags +M")];
}

function growth(head: Head, name: string): string {
  const rate = Math.round(head.growth[name] ?? 0);
  return rate === 0 ? "" : ` ${rate > 0 ? "+" : ""}${bytes(rate)}/s`;
}

/** The worst finding; or that the node does not answer. */
function healthLine(
  { trouble, health, head, lagMs, answeredAt, intervalMs, paused }: State,
  now: number,
): Line {
  if (trouble !== undefined) {
    return line(
      `no answer for ${seconds(now - trouble.since)}: ${trouble.message}`,
      "bad",
    );
  }
  const silentMs = paused ? 0 : now - (answeredAt ?? now);
  if (silentMs > SILENT_INTERVALS * intervalMs + lagMs) {
    return line(`no answer for ${seconds(silentMs)}: waiting`, "bad");
  }
  if (health === undefined) {
    return line(
      head === undefined
        ? "asking…"
        : lagMs > SLOW_MS
        ? "health: not looked at by itself over a slow link; h looks"
        : "health: looking…",
      "dim",
    );
  }
  const [worst, ...more] = health.findings;
  const age = `${seconds(now - health.at)} ago`;
  if (worst === undefined) return line(`health: ${health.verdict} (${age})`);
  const others = more.length > 0 ? `, ${more.length} more` : "";
  const who = culpritOf(worst);
  return [
    piece(`${worst.severity} `, worst.severity === "critical" ? "bad" : "warn"),
    ...who === undefined ? [] : [piece(`${who}: `, "bold")],
    piece(`${worst.what} (${age}${others}; h)`),
  ];
}

/** What to call the culprit: what is no process is named with what it is. */
function culpritOf({ suspects: [culprit] }: Finding): string | undefined {
  if (culprit === undefined) return undefined;
  const { role, process, name } = culprit;
  return process === undefined && name !== undefined
    ? `${role} ${name}`
    : name ?? process;
}

/** A time in whole seconds. */
function seconds(ms: number): string {
  return duration(1000 * Math.max(1, Math.round(ms / 1000)));
}
