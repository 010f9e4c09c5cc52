/**
 * The way of a call does not grow unnoticed.
 *
 * @module
 */

import { assert } from "@std/assert";

/**
 * What one warm call of list_processes runs through at most: what it did when this was
 * written, and what the moment of measuring may add. Lower them when it gets shorter.
 */
const MOST = { files: 66, functions: 273 };

Deno.test("a call runs through no more files and functions than it did", async () => {
  const script = new URL("../../scripts/hops", import.meta.url).pathname;
  const { success, stdout } = await new Deno.Command(script).output();
  const text = new TextDecoder().decode(stdout);
  const [, files, functions] = /^(\d+) files, (\d+) functions$/m.exec(text) ??
    [];
  assert(success && files !== undefined, text);
  assert(Number(files) <= MOST.files, text);
  assert(Number(functions) <= MOST.functions, text);
});
