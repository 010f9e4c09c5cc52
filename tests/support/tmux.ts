/**
 * A terminal with a shell in it, whose screen can be read: a tmux of its own.
 *
 * @module
 */

/** A terminal; the programs in it end with `await using`. */
export interface TmuxTerminal extends AsyncDisposable {
  /** Types a command, and Enter. */
  type(command: string): Promise<void>;
  /** Presses keys by their names in tmux: `q`, `Enter`, `C-z`. */
  press(...keys: string[]): Promise<void>;
  /** The lines of the screen, without spaces at their ends. */
  lines(): Promise<string[]>;
  /** Waits until the screen has this. */
  shows(what: RegExp): Promise<string>;
  /** What a command prints, in one line. */
  output(command: string): Promise<string>;
  /** Gives it another size. */
  resize(columns: number, rows: number): Promise<void>;
  /** Closes the window with whatever runs in it. */
  close(): Promise<void>;
}

/** How long a screen may take to show something, on a busy machine, in ms. */
const PATIENCE_MS = 30_000;

/** Opens a terminal of this size with a shell that prompts `$`. */
export async function openTerminal(
  columns: number,
  rows: number,
): Promise<TmuxTerminal> {
  const folder = await Deno.makeTempDir();
  const tmux = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await new Deno.Command("tmux", {
      args: ["-S", `${folder}/socket`, "-f", "/dev/null", ...args],
      env: { TERM: "xterm-256color", LC_ALL: "C.UTF-8", TMUX: "" },
    }).output();
    const decoder = new TextDecoder();
    if (code !== 0) throw new Error(`tmux: ${decoder.decode(stderr)}`);
    return decoder.decode(stdout);
  };
  await tmux(
    ...["-u", "new-session", "-d", "-s", "t"],
    ...[
      "-x",
      `${columns}`,
      "-y",
      `${rows}`,
      "env HISTFILE= PS1='$ ' bash --norc",
    ],
  );
  // A window that is closed leaves the terminal there.
  await tmux("new-window", "-d", "-t", "t:9", "sleep 600");
  const lines = async (): Promise<string[]> =>
    (await tmux("capture-pane", "-p", "-t", "t:0")).split("\n");
  const terminal: TmuxTerminal = {
    lines,
    async type(command): Promise<void> {
      await tmux("send-keys", "-t", "t:0", "-l", command);
      await tmux("send-keys", "-t", "t:0", "Enter");
    },
    async press(...keys): Promise<void> {
      await tmux("send-keys", "-t", "t:0", ...keys);
    },
    async shows(what): Promise<string> {
      const start = performance.now();
      for (;;) {
        const text = (await lines()).join("\n");
        if (what.test(text)) return text;
        if (performance.now() - start > PATIENCE_MS) {
          throw new Error(`the screen never had ${what}:\n${text}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    },
    async output(command): Promise<string> {
      // The command as it is typed does not look like what it prints.
      const [one, other] = crypto.randomUUID().split("-");
      await terminal.type(`clear; echo "$(${command})" ${one}""${other}`);
      const shown = new RegExp(`^(.*) ${one}${other}$`, "m");
      return shown.exec(await terminal.shows(shown))?.[1] ?? "";
    },
    async resize(width, height): Promise<void> {
      await tmux(
        ...["resize-window", "-t", "t:0", "-x", `${width}`, "-y", `${height}`],
      );
    },
    async close(): Promise<void> {
      await tmux("kill-window", "-t", "t:0");
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await tmux("kill-server");
      await Deno.remove(folder, { recursive: true });
    },
  };
  await terminal.shows(/^\$/m);
  return terminal;
}
