/**
 * Screens of an imaginary node, without a terminal.
 *
 * @module
 */

import { arrived } from "../../../lib/cli/top/arrived.ts";
import { askOf } from "../../../lib/cli/top/asks.ts";
import { plain } from "../../../lib/cli/top/lines.ts";
import { roomFor, screenOf, type Size } from "../../../lib/cli/top/screen.ts";
import { startOf, type State } from "../../../lib/cli/top/state.ts";
import { update, type Updated } from "../../../lib/cli/top/update.ts";
import type { TopAnswer } from "../../../lib/tools/mod.ts";

/** A quarter and a wide terminal. */
export const SMALL: Size = { columns: 80, rows: 24 };
export const LARGE: Size = { columns: 200, rows: 50 };

/** Now, in ms since 1970. */
export const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);

/** The head of an imaginary node, so many seconds after its first one. */
export function glanceAt(seconds: number): TopAnswer<"node">["glance"] {
  const kinds = [["normal", 4, 41.5], ["dirty_cpu", 2, 0], [
    "dirty_io",
    10,
    0.05,
  ]] as const;
  return {
    release: "27",
    uptime_ms: 3_600_000 + 1000 * seconds,
    at_us: 1e6 * seconds,
    seen_us: 1e6 * seconds,
    seen_ms: 20,
    schedulers: kinds.map(([kind, online, used_percent]) => ({
      kind,
      total: online,
      online,
      used_percent,
      each_percent: Array(online).fill(used_percent),
      queue_average: 1.5,
      queue_most: 3,
    })),
    limits: [
      { name: "processes", count: 1234, limit: 262_144 },
      { name: "ports", count: 60_000, limit: 65_536 },
      { name: "atoms", count: 10_000, limit: 1_048_576 },
      { name: "ets_tables", count: 30, limit: 8192 },
    ],
    memory: {
      total: 64 * 2 ** 20 + 2048 * seconds,
      processes: 32 * 2 ** 20,
      binary: 8 * 2 ** 20 - 1024 * seconds,
      ets: 2 ** 20,
      code: 2 ** 20,
      atom: 2 ** 18,
    },
    reductions_per_s: 12_345_678,
    input_bytes_per_s: 2048,
    output_bytes_per_s: 0,
  };
}

/** Processes of the imaginary node. */
export function processesAt(
  seconds: number,
  count = 30,
): TopAnswer<"processes"> {
  const processes = Array.from({ length: count }, (_, i) => ({
    pid: `<0.${100 + i}.0>`,
    registered_name: i === 0
      ? "a_process_with_a_rather_long_name_of_its_own"
      : i === 1
      ? "steer\u001b[31m\u202ename"
      : undefined,
    application: "shop",
    initial_call: `shop_worker_${i}:init/1`,
    current_function: "gen_server:loop/7",
    status: "waiting",
    mailbox: i === 0 ? 10 * seconds : 0,
    memory_bytes: 1024 * (1000 - i),
    heap_bytes: 1000,
    stack_bytes: 8,
    reductions: 1_000_000 - i + 500 * seconds,
    value: i < 20 ? 5000 - i : undefined,
  }));
  return {
    total: 1234,
    matched: 1000,
    window_ms: 2000,
    processes,
    binaries: processes.map(({ pid }) => ({ pid, bytes: 70_000 })),
    glance: glanceAt(seconds),
    cost: { ms_on_target: 20, processes_scanned: 1234 },
  };
}

/** The state after an answer about processes. */
export function seen(
  state: State,
  answer: TopAnswer<"processes">,
  incarnation = 1,
): State {
  return arrived(state, {
    ask: askOf(state, "processes", 1800),
    answer,
    incarnation,
    tookMs: 30,
    now: NOW,
  });
}

/** The state of a screen of this size that has shown processes twice. */
export function shown(size: Size = SMALL): State {
  const start = startOf("shop@10.0.0.5");
  const sized = {
    ...start,
    room: roomFor(start, size),
    columns: size.columns,
  };
  return seen(seen(sized, processesAt(0)), processesAt(2));
}

/** The screen as text. */
export function textOf(state: State, size: Size = SMALL): string[] {
  return screenOf(state, size, NOW).map(plain);
}

/** What keys make of a state, one after the other. */
export function after(state: State, ...keys: string[]): Updated {
  return keys.reduce<Updated>(
    (updated, key) => update(updated.state, key),
    { state },
  );
}
