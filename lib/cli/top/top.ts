/**
 * The live screen: asks, shows what arrives, and does what keys say.
 *
 * @module
 */

import { page } from "../terminal/page.ts";
import { arrived } from "./arrived.ts";
import { askedFor, askOf, isLarge, lookMs, RESERVE_MS } from "./asks.ts";
import { type Calls, type Failed, failedOf, isAboutView } from "./caller.ts";
import { SLOW_MS } from "./head.ts";
import { LogView } from "./log_view.ts";
import { roomFor, screenOf } from "./screen.ts";
import type { State } from "./state.ts";
import type { Canvas } from "./terminal.ts";
import { type Effect, kept, update } from "./update.ts";

/** How often the time on the screen changes, and when it has not for this long, in ms. */
const CLOCK_MS = 1000;
const STOPPED_MS = 4000;

/** Keys that come soon after each other make one question, in ms. */
const SETTLE_MS = 80;

/** Window of a health check, in ms; in a shorter one its own work would look like the node's. */
export const CHECK_MS = 2500;

/** Time between two checks, in ms: while others are shown, and while findings are. */
const CHECK_EVERY_MS = 60_000;
const CHECK_OFTEN_MS = 10_000;

/** Part of a core that checks may take while others are shown. */
const CHECK_SHARE = 0.03;

/** A live screen of one node. */
export class Top {
  readonly #caller: Calls;
  readonly #logs: LogView;
  #canvas: Canvas | undefined;
  #state: State;
  /** The calls under way. */
  #head: Promise<void> | undefined;
  #view: AbortController | undefined;
  #check: Promise<void> | undefined;
  #viewDue = 0;
  #checkDue = 0;
  #tickedAt = Date.now();
  #isWanted = true;
  /** Whether the log may not be read. */
  #isLogRefused = false;
  /** Whether the head of one interval is awaited in the next. */
  #isLate = false;
  #wake = Promise.withResolvers<void>();
  readonly #end = Promise.withResolvers<number>();
  #isEnding = false;

  /** Asks nothing yet. */
  constructor(caller: Calls, start: State) {
    this.#caller = caller;
    this.#logs = new LogView(caller);
    this.#state = start;
    // It may fail before anybody waits for it.
    this.#end.promise.catch(() => {});
  }

  /** Takes a key. */
  key(key: string): void {
    const before = this.#state;
    const { state, effect } = update(before, key);
    // Nothing was asked in a pause, so no answer is missed.
    const goesOn = before.paused && !state.paused;
    this.#become(goesOn ? { ...state, answeredAt: Date.now() } : state);
    if (before.view === "logs" && state.view !== "logs") {
      this.#go(this.#logs.close());
    }
    if (effect !== undefined) this.#do(effect);
  }

  /** Draws again. */
  changed(): void {
    this.#become(this.#state);
  }

  /** Shows why something cannot be done. */
  refused(why: string): void {
    this.#become({ ...this.#state, message: why });
  }

  /** Ends the screen. */
  ended(status: number): void {
    this.#isEnding = true;
    this.#end.resolve(status);
    this.#wake.resolve();
  }

  /** Runs until it is ended; returns the exit status. */
  async run(canvas: Canvas): Promise<number> {
    this.#canvas = canvas;
    this.changed();
    const clock = setInterval(() => this.#tick(), CLOCK_MS);
    try {
      while (!this.#isEnding) {
        const start = performance.now();
        const isWanted = this.#isWanted;
        this.#begin(start);
        // After a short look the next one follows at once: the head is not to wait for it.
        const { intervalMs } = this.#state;
        const pause = isWanted ? lookMs(intervalMs, true) : intervalMs;
        await this.#pause(start + pause - performance.now());
      }
      return await this.#end.promise;
    } finally {
      clearInterval(clock);
      // With the link whatever is under way ends, and the capture of a log.
      this.#view?.abort();
    }
  }

  /** Shows the time. Who was stopped for a while has missed no answer. */
  #tick(): void {
    const now = Date.now();
    const wasStopped = now - this.#tickedAt > STOPPED_MS;
    this.#tickedAt = now;
    this.#become(
      wasStopped ? { ...this.#state, answeredAt: now } : this.#state,
    );
  }

  /** Starts the call of this interval: the view with its head, or the head alone, where that is enough. */
  #begin(now: number): void {
    const { view, paused, intervalMs, viewMs, head, lagMs } = this.#state;
    const isWanted = this.#isWanted;
    if (paused && !isWanted) return;
    this.#isWanted = false;
    if (view === "logs" && !this.#isLogRefused) this.#go(this.#readLog());
    const ms = lookMs(intervalMs, isWanted || head === undefined);
    const asked = askedFor(view);
    // Who waits for an answer does not wait for a check too.
    const isFree = this.#view === undefined &&
      (isWanted || this.#check === undefined);
    // What waits for a slow link is not sent more to wait for.
    const isSlow = lagMs > SLOW_MS;
    if (isSlow && !isFree) return;
    const isDue = this.#check === undefined && now >= this.#checkDue &&
      head !== undefined &&
      (!isSlow || view === "health");
    if (isFree && isDue && (!isWanted || asked === "node")) {
      this.#check = this.#go(this.#checkHealth());
    } else if (
      asked !== "node" && isFree && (isWanted || now >= this.#viewDue)
    ) {
      this.#go(this.#askView(asked, ms, now));
      // The head comes with it, unless that takes longer than the head may be old.
      if (viewMs <= intervalMs && !isLarge(this.#state)) return;
    }
    this.#isLate = this.#head !== undefined;
    this.#head ??= this.#go(this.#askHead(ms));
  }

  /** Work that nobody waits for; what it fails with ends the screen, and is reported when the terminal is given back. */
  async #go(work: Promise<void> | undefined): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.#isEnding = true;
      this.#end.reject(error);
      this.#wake.resolve();
    }
  }

  async #askView(
    view: Exclude<ReturnType<typeof askedFor>, "node">,
    ms: number,
    start: number,
  ): Promise<void> {
    const stop = this.#view = new AbortController();
    const ask = { ...askOf(this.#state, view, ms), view };
    const answer = await this.#caller.ask(ask, stop.signal);
    if (stop.signal.aborted || this.#view !== stop) return;
    this.#view = undefined;
    if ("failed" in answer) {
      this.#viewDue = start + this.#state.intervalMs;
      this.#fail(answer, true);
      return;
    }
    this.#become(arrived(this.#state, answer));
    this.#viewDue = start + this.#state.viewMs - RESERVE_MS / 2;
  }

  async #askHead(ms: number): Promise<void> {
    const ask = { ...askOf(this.#state, "node", ms), view: "node" as const };
    const answer = await this.#caller.ask(ask);
    this.#head = undefined;
    // The interval that it was to begin has begun without it.
    if (this.#isLate) this.#wake.resolve();
    this.#isLate = false;
    if ("failed" in answer) this.#fail(answer, false);
    else this.#become(arrived(this.#state, answer));
  }

  async #checkHealth(): Promise<void> {
    const start = performance.now();
    const checked = await this.#caller.check(CHECK_MS);
    this.#check = undefined;
    const isShown = this.#state.view === "health";
    const least = isShown ? CHECK_OFTEN_MS : CHECK_EVERY_MS;
    if ("failed" in checked) {
      this.#checkDue = start + least;
      return;
    }
    const { health, busyMs } = checked;
    const share = isShown ? 3 * CHECK_SHARE : CHECK_SHARE;
    this.#checkDue = start + Math.max(least, busyMs / share);
    this.#become({ ...this.#state, health });
  }

  async #readLog(): Promise<void> {
    const read = await this.#logs.read();
    if (this.#state.view !== "logs") {
      await this.#logs.close();
    } else if ("failed" in read) {
      // Each attempt is recorded.
      this.#isLogRefused = read.code === "permission_denied";
      this.#become({ ...this.#state, viewTrouble: read.failed });
    } else {
      const { lines } = read;
      this.#become({ ...this.#state, logs: lines, viewTrouble: undefined });
    }
  }

  #fail({ failed, code }: Failed, isView: boolean): void {
    if (isView && isAboutView(code)) {
      this.#become({ ...this.#state, viewTrouble: failed });
      return;
    }
    const since = this.#state.trouble?.since ?? Date.now();
    this.#become({ ...this.#state, trouble: { message: failed, since } });
  }

  #do(effect: Effect): void {
    switch (effect.type) {
      case "quit":
        return this.ended(0);
      case "suspend":
        return void this.#go(this.#canvas?.suspend());
      case "redraw":
        return this.#canvas?.redraw();
      case "look":
        this.#view?.abort();
        this.#view = undefined;
        this.#isWanted = true;
        this.#isLogRefused = false;
        if (this.#isCheckOld) this.#checkDue = 0;
        return this.#wake.resolve();
      case "contents":
        return void this.#go(this.#showContents(effect.tool));
      case "rehearse":
        return void this.#go(this.#rehearse());
      case "stop":
        return void this.#go(this.#stop(effect));
    }
    effect satisfies never;
  }

  /** Whether findings are shown that may have changed. */
  get #isCheckOld(): boolean {
    const { view, health } = this.#state;
    return view === "health" && Date.now() - (health?.at ?? 0) > CHECK_OFTEN_MS;
  }

  async #showContents(
    tool: "get_process_state" | "get_mailbox",
  ): Promise<void> {
    const { process, incarnation } = this.#state;
    const sample = tool === "get_mailbox" ? { view: "sample" } : {};
    const result = await this.#caller
      .call(tool, { process, incarnation, ...sample });
    if (this.#state.process !== process) return;
    this.#become(
      result.ok
        ? {
          ...this.#state,
          contents: page(result.structured, {
            width: this.#state.columns,
            wide: false,
            args: {},
          }),
          message: undefined,
          top: Infinity,
        }
        : { ...this.#state, message: failedOf(result).failed },
    );
  }

  async #rehearse(): Promise<void> {
    const { prompt } = this.#state;
    if (prompt?.kind !== "stop") return;
    const { process, incarnation } = prompt;
    const result = await this.#caller
      .rehearse("stop_process", { process, incarnation });
    // The question may have been answered, or be another one by now.
    if (this.#state.prompt !== prompt) return;
    this.#become(
      result.ok
        ? {
          ...this.#state,
          prompt: { ...prompt, action: `${result.structured.action}` },
        }
        : {
          ...this.#state,
          prompt: undefined,
          message: failedOf(result).failed,
        },
    );
  }

  async #stop(
    { process, incarnation, reason }: Extract<Effect, { type: "stop" }>,
  ): Promise<void> {
    const result = await this.#caller
      .call("stop_process", { process, incarnation, reason });
    const message = result.ok
      ? `${result.structured.action}`
      : failedOf(result).failed;
    this.#become({ ...this.#state, message });
    this.#do({ type: "look" });
  }

  #become(state: State): void {
    const size = this.#canvas?.size ?? { columns: 80, rows: 24 };
    const { columns } = size;
    this.#state = kept({ ...state, room: roomFor(state, size), columns });
    if (this.#isEnding) return;
    this.#canvas?.draw(screenOf(this.#state, size, Date.now()));
  }

  /** Waits until it is time, or a key wants an answer sooner. */
  async #pause(ms: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const time = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, Math.max(0, ms));
    });
    await Promise.race([time, this.#wake.promise]);
    clearTimeout(timer);
    if (this.#isWanted && !this.#isEnding) {
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    }
    this.#wake = Promise.withResolvers();
  }
}
