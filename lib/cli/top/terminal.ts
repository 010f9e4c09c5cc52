/**
 * The terminal: draws lines, reads keys, and is left as it was found, whatever ends
 * the screen.
 *
 * @module
 */

import { terminalSize } from "../terminal/screen.ts";
import { keysOf } from "./keys.ts";
import { type Line, painted } from "./lines.ts";
import type { Size } from "./screen.ts";

/** Where a screen is drawn. */
export type Canvas = Pick<Terminal, "draw" | "redraw" | "size" | "suspend">;

/** What a terminal tells. */
export interface Listener {
  key(key: string): void;
  /** It has another size, or shows something else now: everything is to be drawn again. */
  changed(): void;
  /** Something cannot be done. */
  refused(why: string): void;
  /** The program is to end; `status` is its exit status. */
  ended(status: number): void;
}

/** Another screen without a cursor and without line breaks of the terminal's own; and back. */
const ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[2J";
const LEAVE = "\x1b[?7h\x1b[?25h\x1b[?1049l";

/** What is no more than the beginning of a key may go on so many ms later. */
const SEQUENCE_MS = 50;

/** A terminal that takes nothing for so long, in ms, has been stopped by its user. */
const LATE_MS = 300;

/** So many bytes are written at a time: even a line of 5 kB/s takes them in 100 ms. */
const CHUNK_BYTES = 512;

// deno-lint-ignore no-control-regex
const UNFINISHED = /\x1b(?:\[[0-9;?]*|O)?$/;

/** Signals that end the program, and the exit statuses that shells expect then. */
const ENDING = {
  SIGINT: 130,
  SIGQUIT: 131,
  SIGTERM: 143,
  SIGHUP: 129,
} as const;

/** A screen of its own on the terminal; `await using` gives it back. */
export class Terminal implements AsyncDisposable {
  readonly #listener: Listener;
  readonly #coloured: boolean;
  readonly #undo = new DisposableStack();
  #shown: string[] = [];
  #next: readonly Line[] | undefined;
  /** What is being written; settles soon unless the terminal has stopped taking anything. */
  #writing: Promise<void> | undefined;
  #isOpen = false;
  /** When the terminal last took something of what is being written. */
  #taken = 0;
  /** Lines for the screen that was there before. */
  #beside = "";
  /** How many are about to give it back: nothing more is drawn. */
  #leaving = 0;
  /** Whether it is being given back for good, or until the program is continued. */
  #isEnded = false;
  #isStopping = false;

  /** Takes over standard input and output, which must be a terminal. */
  constructor(listener: Listener, isColoured: boolean) {
    this.#listener = listener;
    this.#coloured = isColoured;
    // Whatever ends the program first.
    const unload = (): void => this.#close();
    globalThis.addEventListener("unload", unload);
    this.#undo.defer(() => globalThis.removeEventListener("unload", unload));
    this.#open();
    for (const [signal, status] of Object.entries(ENDING)) {
      if (isSignal(signal)) this.#on(signal, () => listener.ended(status));
    }
    if (Deno.build.os !== "windows") {
      this.#on("SIGWINCH", () => this.redraw());
      this.#on("SIGTSTP", () => void this.suspend());
      this.#on("SIGCONT", () => void this.#resume());
    }
    this.#read();
  }

  /** Its size, in columns and rows. */
  get size(): Size {
    return terminalSize();
  }

  /** Draws these lines; what has not changed since is not sent again. */
  draw(lines: readonly Line[]): void {
    if (!this.#isOpen || this.#leaving > 0) return;
    this.#next = lines;
    this.#writing ??= this.#flush();
  }

  /** Draws everything again. */
  redraw(): void {
    this.#shown = [];
    this.#listener.changed();
  }

  /** Gives the terminal back and stops, as Ctrl-Z has every program do, until it is continued. */
  async suspend(): Promise<void> {
    if (this.#isStopping) return;
    this.#isStopping = true;
    try {
      // Whatever else gave the screen back meanwhile may have taken it again.
      do await this.#leave(); while (this.#isOpen);
      if (!this.#isEnded) Deno.kill(Deno.pid, "SIGSTOP");
    } catch (error) {
      if (!(error instanceof Deno.errors.NotCapable)) throw error;
      await this.#resume();
      this.#listener.refused(
        `Deno ${Deno.version.deno} stops itself only with --allow-run; 2.9 does without`,
      );
    } finally {
      this.#isStopping = false;
    }
  }

  /** Writes lines where they stay when the screen is gone. */
  async aside(text: string): Promise<void> {
    this.#beside += text;
    if (!this.#isOpen) return;
    await this.#leave();
    if (!this.#isOpen && !this.#isStopping) await this.#resume();
  }

  /** Gives the terminal back. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isEnded = true;
    await this.#leave();
    this.#undo.dispose();
  }

  #on(signal: Deno.Signal, act: () => void): void {
    Deno.addSignalListener(signal, act);
    this.#undo.defer(() => Deno.removeSignalListener(signal, act));
  }

  #open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    try {
      Deno.stdin.setRaw(true);
    } catch { /* it is closed: reading says so */ }
    send(ENTER);
    this.#shown = [];
  }

  #close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    send(LEAVE + this.#beside);
    this.#beside = "";
    try {
      Deno.stdin.setRaw(false);
    } catch { /* it is closed */ }
  }

  /** Takes the screen again: after a stop that was not seen to come, the shell has set the terminal as it likes. */
  async #resume(): Promise<void> {
    await this.#leave();
    if (this.#isEnded) return;
    this.#open();
    this.#listener.changed();
  }

  async #flush(): Promise<void> {
    try {
      while (this.#next !== undefined && this.#isOpen) {
        const lines = this.#next.map((each) => painted(each, this.#coloured));
        this.#next = undefined;
        const text = changes(this.#shown, lines);
        this.#shown = lines;
        await this.#write(text);
      }
    } catch {
      this.#listener.ended(ENDING.SIGHUP);
    } finally {
      this.#writing = undefined;
    }
  }

  /** Writes to the screen, in pieces, for as long as it is ours. */
  async #write(text: string): Promise<void> {
    let left: Uint8Array = new TextEncoder().encode(text);
    this.#taken = performance.now();
    while (left.length > 0 && this.#isOpen && this.#leaving === 0) {
      const count = await Deno.stdout.write(left.subarray(0, CHUNK_BYTES));
      this.#taken = performance.now();
      left = left.subarray(count);
    }
  }

  /**
   * Gives the terminal back when nothing is under way any more, which would be drawn on
   * the other screen. The last look and the change are one step: nobody draws in between.
   */
  async #leave(): Promise<void> {
    this.#leaving++;
    this.#next = undefined;
    while (
      this.#writing !== undefined &&
      performance.now() - this.#taken < LATE_MS
    ) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, LATE_MS);
      });
      await Promise.race([this.#writing, late]);
      clearTimeout(timer);
    }
    this.#leaving--;
    this.#close();
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder();
    const buffer = new Uint8Array(1024);
    let waiting = "";
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      const text = waiting;
      waiting = "";
      for (const key of keysOf(text)) this.#listener.key(key);
    };
    try {
      for (;;) {
        const count = await Deno.stdin.read(buffer);
        if (count === null) break;
        clearTimeout(timer);
        waiting += decoder.decode(buffer.subarray(0, count), { stream: true });
        if (UNFINISHED.test(waiting)) timer = setTimeout(tell, SEQUENCE_MS);
        else tell();
      }
    } catch { /* the terminal is gone */ }
    this.#listener.ended(ENDING.SIGHUP);
  }
}

function isSignal(name: string): name is keyof typeof ENDING {
  return Deno.build.os !== "windows" || name === "SIGINT";
}

/** What to send where the lines on the screen differ from those that should be there. */
function changes(
  shown: readonly string[],
  lines: readonly string[],
): string {
  return lines.flatMap((text, row) =>
    text === shown[row] ? [] : [`\x1b[${row + 1};1H\x1b[2K${text}`]
  ).join("");
}

/** Writes at once; a terminal that is gone needs nothing. */
function send(text: string): void {
  try {
    let left: Uint8Array = new TextEncoder().encode(text);
    while (left.length > 0) left = left.subarray(Deno.stdout.writeSync(left));
  } catch { /* it is closed */ }
}
