/**
 * Says on the terminal what a command waits for, while it takes long.
 *
 * @module
 */

import type { Progress } from "../../registry/mod.ts";
import { showStatus } from "../log.ts";
import { duration } from "./units.ts";
import { terminalSize } from "./screen.ts";
import { shortened } from "./width.ts";

const FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

/** Interval between two frames, and time before the first, in ms. */
const FRAME_MS = 100;
const PATIENCE_MS = 400;

/** A line that moves until it is disposed of. */
export class Spinner implements Disposable {
  readonly #begin = performance.now();
  readonly #timer: ReturnType<typeof setInterval>;
  #frame = 0;
  #progress: Progress | undefined;

  /** Starts it; `what` is asked for at each frame. */
  constructor(what: () => string) {
    const draw = (): void => {
      const elapsed = performance.now() - this.#begin;
      if (elapsed < PATIENCE_MS) return;
      this.#frame = (this.#frame + 1) % FRAMES.length;
      const line = `${FRAMES[this.#frame]} ${what()}, ${this.#time(elapsed)}`;
      showStatus(shortened(line, terminalSize().columns - 1));
    };
    this.#timer = setInterval(draw, FRAME_MS);
  }

  /** Takes how much is over of a work of known duration, in ms. */
  progress(progress: Progress): void {
    this.#progress = progress;
  }

  /** Erases the line. */
  [Symbol.dispose](): void {
    clearInterval(this.#timer);
    showStatus("");
  }

  #time(elapsed: number): string {
    const { done, total } = this.#progress ?? {};
    return done !== undefined && total !== undefined
      ? `${duration(done)} of ${duration(total)}`
      : duration(Math.round(elapsed / 100) * 100);
  }
}
