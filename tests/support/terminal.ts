/**
 * Commands on a pseudo-terminal, with somebody at its keyboard: `script` of util-linux.
 *
 * @module
 */

import { delay } from "../../lib/net/mod.ts";

/** What is typed once something has happened, after what was waited for before. */
export interface Keys {
  /** A text on the terminal, or anything else. */
  readonly after: string | (() => Promise<unknown>);
  readonly type: string;
}

/** Ctrl-C, as the keyboard sends it. */
export const CTRL_C = "\x03";

/** How a command on a terminal ended, and all that it wrote there. */
export interface TerminalRun {
  readonly code: number;
  readonly screen: string;
}

/** Runs a command on a terminal of 80 columns; keys are typed one after the other. */
export async function onTerminal(
  command: readonly string[],
  keys: readonly Keys[] = [],
  env: Record<string, string> = {},
): Promise<TerminalRun> {
  const folder = await Deno.makeTempDir();
  const words = command.map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
  const child = new Deno.Command("script", {
    args: [
      ...["--quiet", "--return", "--flush", "--command"],
      `stty cols 80 rows 50; exec ${words.join(" ")}`,
      `${folder}/typescript`,
    ],
    ...{ stdin: "piped", stdout: "piped", stderr: "null", env },
  }).spawn();
  const writer = child.stdin.getWriter();
  let screen = "";
  let ended = false;
  let seen = 0;
  const typing = (async (): Promise<void> => {
    for (const { after, type } of keys) {
      if (typeof after === "string") {
        while (!ended && screen.indexOf(after, seen) < 0) await delay(20);
        seen = screen.indexOf(after, seen) + after.length;
      } else await after();
      if (!ended) await writer.write(new TextEncoder().encode(type));
    }
  })();
  const decoder = new TextDecoder();
  for await (const chunk of child.stdout) {
    screen += decoder.decode(chunk, { stream: true });
  }
  const { code } = await child.status;
  ended = true;
  await typing;
  await writer.close().catch(() => {});
  await Deno.remove(folder, { recursive: true });
  return { code, screen: screen.replaceAll("\r\n", "\n") };
}
