import { assert, assertEquals, assertRejects } from "@std/assert";
import { type Calls, failedOf } from "../../../lib/cli/top/caller.ts";
import { plain } from "../../../lib/cli/top/lines.ts";
import { startOf } from "../../../lib/cli/top/state.ts";
import { Top } from "../../../lib/cli/top/top.ts";
import type { ToolResult } from "../../../lib/registry/mod.ts";
import type { TopAnswer, TopView } from "../../../lib/tools/mod.ts";
import { glanceAt, processesAt, SMALL } from "./support.ts";

const INTERVAL_MS = 60;

/** A node that answers at once, and what was asked of it. */
class Imaginary {
  readonly asked: string[] = [];
  readonly called: [string, object][] = [];
  screen: readonly string[] = [];
  failing: string | undefined;
  bug: Error | undefined;
  seenMs = 1;
  incarnation = 1;
  #seconds = 0;
  readonly top: Top;

  constructor() {
    const start = startOf("shop@10.0.0.5");
    this.top = new Top(this.#calls(), {
      ...start,
      intervalMs: INTERVAL_MS,
      viewMs: INTERVAL_MS,
    });
  }

  /** Runs until the screen is as wanted; then quits. */
  async run(...steps: (() => boolean)[]): Promise<number> {
    const ended = this.top.run({
      size: SMALL,
      draw: (lines) => this.screen = lines.map(plain),
      redraw(): void {},
      suspend: () => Promise.resolve(),
    });
    // It may end before it is waited for.
    ended.catch(() => {});
    try {
      for (const step of steps) {
        for (let tries = 0; !step(); tries++) {
          assert(tries < 400, `${step}:\n${this.screen.join("\n")}`);
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      }
    } finally {
      this.top.key("q");
    }
    return await ended;
  }

  #calls(): Calls {
    const { asked, called } = this;
    const answer = <View extends TopView>(view: View): TopAnswer<View> => {
      const seconds = this.#seconds += INTERVAL_MS / 1000;
      const whole = processesAt(seconds);
      const glance = { ...glanceAt(seconds), seen_ms: this.seenMs };
      const answers: Partial<Record<TopView, unknown>> = {
        node: { glance, cost: whole.cost },
        processes: { ...whole, glance },
      };
      return answers[view] as TopAnswer<View>;
    };
    return {
      ask: (ask) => {
        asked.push(ask.view);
        if (this.bug !== undefined) return Promise.reject(this.bug);
        return Promise.resolve(
          this.failing === undefined
            ? {
              ask,
              answer: answer(ask.view),
              incarnation: this.incarnation,
              tookMs: 10,
              now: Date.now(),
            }
            : { failed: this.failing, code: "connection_lost" },
        );
      },
      check: () => {
        asked.push("check");
        const health = { verdict: "healthy", findings: [], at: Date.now() };
        return Promise.resolve({ health, busyMs: 10 });
      },
      call: (tool, args) => {
        called.push([tool, args]);
        return Promise.resolve(done({ action: "it was ended" }));
      },
      rehearse: (tool, args) => {
        called.push([`rehearse ${tool}`, args]);
        return Promise.resolve(done({ action: "it would end" }));
      },
    };
  }
}

function done(structured: Record<string, unknown>): ToolResult {
  return { ok: true, text: "", structured, content: [], meta: undefined };
}

Deno.test("each interval has one call, whatever is shown; a health check takes the place of the table", async () => {
  const node = new Imaginary();
  const start = performance.now();
  await node.run(() => node.asked.length >= 10);
  const intervals = Math.ceil((performance.now() - start) / INTERVAL_MS);
  assert(node.asked.length <= intervals + 2, `${node.asked} in ${intervals}`);
  assertEquals(node.asked.slice(0, 5), [
    ...["processes", "check", "node", "processes", "processes"],
  ]);
  assertEquals(node.asked.filter((what) => what === "check").length, 1);
});

Deno.test("where the table is not looked at, the head goes on", async () => {
  const node = new Imaginary();
  node.seenMs = 100;
  await node.run(() => node.asked.length >= 8);
  assertEquals(node.asked.slice(0, 8), [
    ...["processes", "check", "node", "node", "node", "node", "node", "node"],
  ]);
});

Deno.test("a node that goes is asked again until it is back, and known to be another then", async () => {
  const node = new Imaginary();
  const status = await node.run(
    () => node.screen.some((line) => line.startsWith("<0.100.0>")),
    () => (node.failing = "connection refused", true),
    () => node.screen[6]?.startsWith("no answer for 1 s: connection") === true,
    () => node.screen.some((line) => line.startsWith("<0.100.0>")),
    () => {
      node.failing = undefined;
      node.incarnation = 2;
      return true;
    },
    () => node.screen.at(-1)?.includes("has restarted") === true,
    () => node.screen.some((line) => line.startsWith("<0.100.0>")),
  );
  assertEquals(status, 0);
});

Deno.test("a process is ended as any call is: in this run of the node, and only once that is clear", async () => {
  const node = new Imaginary();
  await node.run(
    () => node.screen.some((line) => line.startsWith("<0.100.0>")),
    () => (node.top.key("k"), true),
    () => node.screen.at(-2) === "it would end.",
    () => (node.top.key("y"), true),
    () => node.screen.at(-1) === "it was ended",
  );
  const process = { process: "<0.100.0>", incarnation: 1 };
  assertEquals(node.called, [
    ["rehearse stop_process", process],
    ["stop_process", { ...process, reason: "shutdown" }],
  ]);
});

Deno.test("a screen that is paused asks nothing, and goes on", async () => {
  const node = new Imaginary();
  let asked = 0;
  await node.run(
    () => node.asked.length >= 2,
    () => (node.top.key(" "), true),
    () => node.screen[0]?.includes("PAUSED") === true,
    () => (asked = node.asked.length) > 0,
  );
  const paused = new Imaginary();
  paused.top.key(" ");
  const started = performance.now();
  await paused.run(() => {
    if (performance.now() - started < 5 * INTERVAL_MS) return false;
    assertEquals(paused.asked, ["processes"], "the first look alone");
    paused.top.key(" ");
    // It was not asked in between.
    const screen = paused.screen.join("\n");
    assert(!screen.includes("no answer"), screen);
    return true;
  }, () => paused.asked.length > 1);
  assert(asked >= 2);
});

Deno.test("a bug ends the screen before it is reported", async () => {
  const node = new Imaginary();
  const step = (): boolean => {
    node.bug = new TypeError("a bug");
    return node.asked.length >= 2;
  };
  await assertRejects(() => node.run(step), TypeError, "a bug");
});

Deno.test("what a message proposes that has no key here is said to be for a shell", () => {
  const failed = (hint: string): string =>
    failedOf({
      ...{ ok: false, code: "too_large", message: "too large", text: "", hint },
      ...{ content: [], meta: undefined },
    }).failed;
  for (
    const hint of [
      "pass force to copy them",
      "get_process with section waiting_for shows what it waits for",
    ]
  ) {
    assertEquals(
      failed(hint),
      `too large (by beamtap call in a shell: ${hint})`,
    );
  }
  for (
    const hint of ["run: beamtap doctor a@h", "see net_kernel:get_state()"]
  ) {
    assertEquals(failed(hint), `too large (${hint})`);
  }
});
