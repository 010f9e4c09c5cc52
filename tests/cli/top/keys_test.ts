import { assertEquals } from "@std/assert";
import { keysOf } from "../../../lib/cli/top/keys.ts";

Deno.test("keys are read out of what terminals send, several at once too", () => {
  assertEquals(keysOf("q/äb\r"), ["q", "/", "ä", "b", "enter"]);
  assertEquals(keysOf("\x1b[A\x1bOB\x1b[5~\x1b[6~\x1b[H\x1b[4~"), [
    ...["up", "down", "pageup", "pagedown", "home", "end"],
  ]);
  assertEquals(keysOf("\x1b"), ["escape"]);
  assertEquals(keysOf("\x1bq"), ["escape", "q"]);
  assertEquals(keysOf("\x03\x1a\x7f\x0c"), [
    ...["ctrl-c", "ctrl-z", "backspace", "ctrl-l"],
  ]);
});

Deno.test("sequences and control characters that are no key here do nothing, least of all as letters", () => {
  // Shift-Tab, F5, the paste brackets, a report of the cursor, Ctrl-K.
  assertEquals(keysOf("\x1b[Z\x1b[15~\x1b[200~\x1b[12;40R\x0b"), []);
});
