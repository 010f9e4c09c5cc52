import { assertEquals } from "@std/assert";
import { line } from "../../../lib/cli/top/lines.ts";
import { Terminal } from "../../../lib/cli/top/terminal.ts";

const ENTER = "\x1b[?1049h";
const LEAVE = "\x1b[?1049l";

/** A terminal that takes what is drawn when it is told to, and what became of it. */
interface Slow {
  readonly terminal: Terminal;
  /** What happened, in this order: `screen`, `shell`, lines beside the screen, `stopped`. */
  readonly seen: string[];
  /** How often something was drawn. */
  readonly writes: () => number;
  /** Takes what is being drawn. */
  take(): void;
}

/** Runs with standard input and output of such a terminal. */
async function withSlow(work: (slow: Slow) => Promise<void>): Promise<void> {
  const { stdin, stdout, kill } = Deno;
  const seen: string[] = [];
  let writes = 0;
  let taken = Promise.withResolvers<void>();
  const decoder = new TextDecoder();
  const fakes = {
    stdin: { setRaw: () => {}, read: () => new Promise(() => {}) },
    stdout: {
      async write(bytes: Uint8Array): Promise<number> {
        writes++;
        await taken.promise;
        return bytes.length;
      },
      writeSync(bytes: Uint8Array): number {
        const text = decoder.decode(bytes);
        if (text.includes(ENTER)) seen.push("screen");
        if (text.includes(LEAVE)) {
          seen.push("shell");
          const beside = text.slice(text.indexOf(LEAVE) + LEAVE.length);
          if (beside !== "") seen.push(beside);
        }
        return bytes.length;
      },
    },
    kill: () => seen.push("stopped"),
  };
  Object.assign(Deno, fakes);
  try {
    const terminal = new Terminal({
      key: () => {},
      changed: () => {},
      refused: () => {},
      ended: () => {},
    }, false);
    await work({
      ...{ terminal, seen, writes: () => writes },
      take(): void {
        taken.resolve();
        taken = Promise.withResolvers();
      },
    });
  } finally {
    Object.assign(Deno, { stdin, stdout, kill });
  }
}

Deno.test("a screen that ends while a line is written beside it stays ended", async () => {
  await withSlow(async ({ terminal, seen, take }) => {
    terminal.draw([line("drawn")]);
    const aside = terminal.aside("audited");
    const ended = terminal[Symbol.asyncDispose]();
    take();
    await Promise.all([aside, ended]);
    assertEquals(seen, ["screen", "shell", "audited"]);
  });
});

Deno.test("a screen that is stopped while a line is written beside it is the shell's", async () => {
  await withSlow(async ({ terminal, seen, take }) => {
    terminal.draw([line("drawn")]);
    const aside = terminal.aside("audited");
    const stopped = terminal.suspend();
    take();
    await Promise.all([aside, stopped]);
    assertEquals(seen, ["screen", "shell", "audited", "stopped"]);
    await terminal[Symbol.asyncDispose]();
  });
});

Deno.test("Ctrl-Z twice stops once, and not at all when the screen ends", async () => {
  await withSlow(async ({ terminal, seen, take }) => {
    terminal.draw([line("drawn")]);
    const twice = [terminal.suspend(), terminal.suspend()];
    take();
    await Promise.all(twice);
    assertEquals(seen, ["screen", "shell", "stopped"]);
    await terminal[Symbol.asyncDispose]();
  });
  await withSlow(async ({ terminal, seen, take }) => {
    terminal.draw([line("drawn")]);
    const stopped = terminal.suspend();
    const ended = terminal[Symbol.asyncDispose]();
    take();
    await Promise.all([stopped, ended]);
    assertEquals(seen, ["screen", "shell"]);
  });
});

Deno.test("a slow line does not keep the screen, whatever is still to be drawn", async () => {
  await withSlow(async ({ terminal, seen, writes, take }) => {
    terminal.draw([line("a long line ".repeat(200))]);
    const aside = terminal.aside("audited");
    terminal.draw([line("another")]);
    take();
    await aside;
    assertEquals([seen, writes()], [
      ["screen", "shell", "audited", "screen"],
      1,
    ]);
    await terminal[Symbol.asyncDispose]();
  });
});
