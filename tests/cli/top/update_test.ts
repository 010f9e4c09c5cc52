import { assert, assertEquals } from "@std/assert";
import { askedFor, askOf } from "../../../lib/cli/top/asks.ts";
import { kept } from "../../../lib/cli/top/update.ts";
import { after, processesAt, seen, shown, textOf } from "./support.ts";

Deno.test("each key that sorts asks the node for that order", () => {
  const sorts = [..."rmbgc"].map((key) => {
    const { state, effect } = after(shown(), key);
    assertEquals(effect?.type, "look");
    return askOf(state, "processes", 1800).args.sort;
  });
  assertEquals(sorts, ["reductions", "memory", "binary", "memory", "mailbox"]);
  const grows = askOf(after(shown(), "g").state, "processes", 1800).args;
  assertEquals(grows.window_ms, 1800);
  const level = askOf(after(shown(), "m").state, "processes", 1800).args;
  assertEquals(level.window_ms, undefined);
});

Deno.test("a view without an order says so, and one with fewer says which", () => {
  const tree = after(shown(), "T", "m").state;
  assertEquals(tree.message, "this view has one order");
  const tables = after(shown(), "e", "r").state;
  assertEquals(tables.message, "this view is sorted by m g c");
});

Deno.test("keys lead to views and back", () => {
  const views = [..."aepThl?"].map((key) => after(shown(), key).state.view);
  assertEquals(views, [
    ...["applications", "tables", "ports", "tree", "health", "logs", "help"],
  ]);
  assertEquals(after(shown(), "e", "escape").state.view, "processes");
  assertEquals(after(shown(), "a", "a").state.view, "processes");
  assertEquals(after(shown(), "e", "?", "escape").state.view, "tables");
  assertEquals(after(shown(), "e", "?", "?").state.view, "processes");
  assertEquals(askedFor("logs"), "node");
});

Deno.test("a filter is typed, corrected, applied and removed", () => {
  const typing = after(shown(), "/", "q", "k", "x", "backspace").state;
  assert(textOf(typing).at(-1)?.startsWith("/qk"));
  const { state, effect } = after(typing, "enter");
  assertEquals(effect?.type, "look");
  assertEquals(askOf(state, "processes", 1800).args.text, "qk");
  const removed = after(state, "escape").state;
  assertEquals(askOf(removed, "processes", 1800).args.text, undefined);
  // A filter is of one view.
  assertEquals(
    askOf(after(state, "e").state, "tables", 1).args.text,
    undefined,
  );
});

Deno.test("the selected process stays selected when the order changes", () => {
  const state = after(shown(), "down", "down").state;
  assertEquals(state.selectedKey, "<0.102.0>");
  const answer = processesAt(4);
  const turned = {
    ...answer,
    processes: answer.processes.toReversed(),
  };
  const next = kept(seen(state, turned));
  assertEquals(next.selected, 27);
  assert(next.top + next.room > 27, "it is in sight");
  assertEquals(after(next, "enter").state.process, "<0.102.0>");
});

Deno.test("scrolling asks for more rows where it reaches the last", () => {
  const { state, effect } = after(shown(), "end");
  assertEquals([state.selected, effect?.type], [29, "look"]);
  const { limit } = askOf(state, "processes", 1800).args;
  assert(Number(limit) > 30, `${limit}`);
});

Deno.test("a process is ended only after a question that says what would happen", () => {
  const asked = after(shown(), "k");
  assertEquals(asked.effect?.type, "rehearse");
  assertEquals(asked.state.prompt, {
    kind: "stop",
    process: "<0.100.0>",
    incarnation: 1,
  });
  // Before it is known what it would do, no key ends it.
  assertEquals(after(asked.state, "y").effect, undefined);
  const { prompt } = asked.state;
  if (prompt?.kind !== "stop") throw new TypeError("no question");
  const state = {
    ...asked.state,
    prompt: { ...prompt, action: "exit signal shutdown to <0.100.0>" },
  };
  const screen = textOf(state).slice(-2).join("\n");
  assert(
    /exit signal shutdown to <0\.100\.0>\.\ny: end it/.test(screen),
    screen,
  );
  for (const key of ["n", "enter", "escape", " ", "k", "q"]) {
    assertEquals(after(state, key).effect, undefined, key);
    assertEquals(after(state, key).state.prompt, undefined, key);
  }
  const stop = { type: "stop", process: "<0.100.0>", incarnation: 1 } as const;
  assertEquals(after(state, "y").effect, { ...stop, reason: "shutdown" });
  assertEquals(after(state, "K").effect, { ...stop, reason: "kill" });
});

Deno.test("an application leads to its processes, and Escape back", () => {
  const shownNow = shown();
  const { glance, cost } = processesAt(2);
  const group = { kind: "shop", count: 3, sum: 10, example: "<0.9.0>" };
  const applications = {
    ...{ total: 3, matched: 3, kinds: 1, others: 0, groups: [group] },
    ...{ glance, cost },
  };
  const state = {
    ...after(shownNow, "a").state,
    seen: { applications },
  };
  const inside = after(state, "enter").state;
  assertEquals(askOf(inside, "processes", 1).args.application, "shop");
  const back = after(inside, "escape").state;
  assertEquals([back.view, back.application], ["applications", undefined]);
});

Deno.test("intervals, pause and the end have keys", () => {
  assertEquals(after(shown(), "+").state.intervalMs, 3000);
  assertEquals(after(shown(), "-").state.intervalMs, 1000);
  assertEquals(after(shown(), "-", "-").state.intervalMs, 1000);
  const paused = after(shown(), " ").state;
  assert(textOf(paused)[0]?.includes("PAUSED"));
  assertEquals(after(paused, " ").effect?.type, "look");
  assertEquals(after(shown(), "q").effect?.type, "quit");
  assertEquals(after(shown(), "/", "ctrl-c").effect?.type, "quit");
  assertEquals(after(shown(), "k", "ctrl-z").effect?.type, "suspend");
});
