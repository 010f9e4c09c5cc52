import { assert, assertEquals } from "@std/assert";
import { busyIn, lookMs, pauseFor } from "../../../lib/cli/top/asks.ts";
import { bar } from "../../../lib/cli/top/lines.ts";
import { startOf } from "../../../lib/cli/top/state.ts";
import { widthOf } from "../../../lib/cli/terminal/width.ts";
import {
  after,
  LARGE,
  NOW,
  processesAt,
  seen,
  shown,
  SMALL,
  textOf,
} from "./support.ts";

Deno.test("a screen has as many lines as the terminal, none of them wider", () => {
  const views = ["", "a", "e", "p", "T", "h", "l", "?", "/x"];
  for (const size of [SMALL, LARGE, { columns: 61, rows: 17 }]) {
    for (const keys of views) {
      const lines = textOf(after(shown(size), ...keys).state, size);
      assertEquals(lines.length, size.rows, keys);
      for (const line of lines) {
        assert(widthOf(line) <= size.columns, `${keys}: ${line}`);
      }
    }
  }
  const tiny = textOf(shown(), { columns: 20, rows: 5 });
  assertEquals(tiny.length, 5);
  assert(tiny[0]?.startsWith("40x12 at"), tiny.join("\n"));
});

Deno.test("the head says how busy and how full the node is, and how memory grows", () => {
  const head = textOf(shown()).slice(0, 7).join("\n");
  for (
    const part of [
      /^shop@10\.0\.0\.5 {2}OTP 27 {2}up 1 h .*every 2 s {2}03:04:05 UTC/,
      /normal ███░░░░░ +41\.5 % {2}dirty cpu ░{8} +0 %/,
      // A little is not nothing.
      /dirty io █░{7} +< 0\.1 %/,
      /run queue 4\.5 \(most 9\) {2}reductions 12\.3 M\/s {2}in 2\.0 KiB\/s/,
      /processes 1\.2 k \(0\.5 %\) {2}ports 60\.0 k \(91\.6 %\)/,
      /memory 64\.0 MiB \+2\.0 KiB\/s {2}heaps 32\.0 MiB/,
      /binaries 8\.0 MiB -1\.0 KiB\/s/,
    ]
  ) assert(part.test(head), `${part}\n${head}`);
});

Deno.test("the table has rates, and what a name holds steers no terminal", () => {
  const lines = textOf(shown());
  const [headings, first, second] = lines.slice(8);
  assertEquals(headings?.trim().split(/\s+/).slice(0, 6), [
    ...["pid", "name", "reds/s", "mailbox", "change", "memory"],
  ]);
  assert(
    /^<0\.100\.0> {2}a_.+….+ {2,}2\.5 k +20 +\+20 +1000 KiB/.test(first ?? ""),
    first,
  );
  assert(second?.includes("steer\\x{1"), second);
  // deno-lint-ignore no-control-regex
  assert(lines.every((line) => !/[\x00-\x1f\u202e]/.test(line)));
  const wide = textOf(shown(LARGE), LARGE)[7] ?? "";
  for (const title of ["application", "binaries", "status", "function"]) {
    assert(wide.includes(title), wide);
  }
});

Deno.test("rates are those between two looks, whatever they are sorted by", () => {
  const start = after(shown(), "m").state;
  const { window_ms: _, ...before } = processesAt(2);
  const { window_ms: _w, ...now } = processesAt(4);
  const state = seen(seen(start, before), now);
  assertEquals(state.rates.get("<0.100.0>"), { reductions: 500, mailbox: 20 });
  const fresh = seen(startOf("shop@10.0.0.5"), before);
  assertEquals(
    after(fresh, "m").state.rates.get("<0.129.0>")?.mailbox,
    undefined,
  );
});

Deno.test("two looks at nearly the same moment make no rate", () => {
  const { head } = seen(shown(), processesAt(2.125));
  assertEquals(head?.growth, shown().head?.growth);
  assertEquals(head?.glance.at_us, 2.125e6);
  // An answer that was overtaken changes nothing.
  assertEquals(seen(shown(), processesAt(1)).head, shown().head);
});

Deno.test("the worst finding is on the screen, with how many more there are", () => {
  const finding = {
    severity: "critical",
    finding: "deadlock",
    what: "two processes wait for each other",
    measured: [],
    suspects: [{ role: "waits", process: "<0.100.0>", name: "shop_cart" }],
    cause: "they call each other",
    next: { tool: "get_process_graph", arguments: { limit: 5 } },
  };
  const health = {
    verdict: "critical",
    findings: [finding, finding],
    at: NOW - 5000,
  };
  const state = { ...shown(), health };
  assertEquals(
    textOf(state)[6],
    "critical shop_cart: two processes wait for each other (5 s ago, 1 more; h)",
  );
  const all = textOf(after(state, "h").state).join("\n");
  assert(all.includes("  waits: <0.100.0>, shop_cart\n"), all);
  assert(all.includes("cause: they call each other"), all);
  assert(all.includes("  next: get_process_graph limit=5"), all);
});

Deno.test("a node that does not answer is said not to, and what was seen is faint", () => {
  const since = NOW - 12_000;
  const trouble = { message: "connection refused", since };
  const state = { ...shown(), trouble };
  const lines = textOf(state);
  assertEquals(lines[6], "no answer for 12 s: connection refused");
  assert(lines[9]?.startsWith("<0.100.0>"));
});

Deno.test("a node that is silent is said to be, unless nothing was asked", () => {
  const state = { ...shown(), answeredAt: NOW - 9000 };
  assertEquals(textOf(state)[6], "no answer for 9 s: waiting");
  assertEquals(textOf(after(state, " ").state)[6], "health: looking…");
  // A slow link is known to be slow.
  const slow = textOf({ ...state, lagMs: 8000 })[6] ?? "";
  assert(slow.startsWith("health: not looked at by itself"), slow);
});

Deno.test("a look takes nearly all of an interval, and never longer than a call may", () => {
  assertEquals(lookMs(2000, false), 1800);
  assertEquals(lookMs(2000, true), 400);
  assertEquals(lookMs(60_000, false), 10_000);
  assertEquals(lookMs(60, false), 30);
});

Deno.test("a node that has restarted is another: nothing of the former run is left", () => {
  const before = after(shown(), "enter").state;
  assertEquals([before.view, before.process], ["process", "<0.100.0>"]);
  const state = seen(before, processesAt(1), 2);
  assertEquals([state.view, state.process], ["processes", undefined]);
  assertEquals(state.rates.get("<0.100.0>")?.mailbox, undefined);
  assertEquals(state.head?.growth, {});
  assert(textOf(state).at(-1)?.includes("has restarted"));
});

Deno.test("a look that costs the node much is made less often, and the screen says so", () => {
  assertEquals(pauseFor("processes", 50, 2000), 2000);
  assertEquals(pauseFor("processes", 3000, 2000), 30_000);
  assertEquals(pauseFor("tree", 10, 2000), 5000);
  // Two sweeps with a window between them, and none.
  assertEquals(busyIn(1900, 1800), 200);
  assertEquals(busyIn(3000, 1800), 2400);
  assertEquals(busyIn(6000, 1800), 6000);
  assertEquals(busyIn(700, 0), 700);
  const answer = processesAt(4);
  const glance = { ...answer.glance, seen_ms: 4800 };
  const lines = textOf(seen(shown(LARGE), { ...answer, glance }), LARGE);
  assert(
    lines[6]?.includes("every 48 s to spare the node"),
    lines[6],
  );
  // However long the title and the filter are.
  const filter = { processes: "a".repeat(90) };
  const small = textOf({ ...seen(shown(), { ...answer, glance }), filter });
  assert(
    small.some((text) =>
      /^processes by .*….* every 48 s to spare the node$/.test(text)
    ),
    small.join("\n"),
  );
});

Deno.test("a bar is empty for nothing alone, and full for all alone", () => {
  assertEquals(bar(0, 4), "░░░░");
  assertEquals(bar(0.01, 4), "█░░░");
  assertEquals(bar(99.9, 4), "███░");
  assertEquals(bar(100, 4), "████");
});
