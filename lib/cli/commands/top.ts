/**
 * `beamtap top NODE`: a live screen of a node. What draws it is loaded only here.
 *
 * @module
 */

import type { Arguments } from "../arguments.ts";
import { badValue } from "../errors.ts";
import { printError } from "../log.ts";
import { print } from "../output.ts";
import { openSession } from "../session.ts";
import { nodesNamed } from "./call.ts";

/** Size of the screen that is printed where there is no terminal. */
const NO_TERMINAL = { columns: 80, rows: 24 };

/** Runs the command; returns the exit status. */
export async function top(args: Arguments): Promise<number> {
  const [name, ...more] = args.operands;
  const known = args.texts("node").map((text) => text.split(/[=,]/)[0]);
  const named = name ?? (known.length === 1 ? known[0] : undefined);
  if (named === undefined || more.length > 0) {
    throw badValue("top needs one node", "usage: beamtap top NAME@HOST");
  }
  const once = args.flag("once");
  if (!once && !(Deno.stdin.isTerminal() && Deno.stdout.isTerminal())) {
    throw badValue(
      "top needs a terminal for input and output",
      "add --once to print one screen",
    );
  }
  const session = openSession(args, nodesNamed(args, { node: named }));
  const { NoScreen, runTop, screenOnce } = await import("../top/mod.ts");
  const node = session.nodes.resolve(named);
  try {
    if (!once) return await runTop(session, node);
    await print(await screenOnce(session, node, size()));
    return 0;
  } catch (error) {
    if (!(error instanceof NoScreen)) throw error;
    printError(`beamtap: ${error.message}`);
    return 1;
  } finally {
    await session[Symbol.asyncDispose]();
  }
}

function size(): { readonly columns: number; readonly rows: number } {
  return Deno.stdout.isTerminal() ? Deno.consoleSize() : NO_TERMINAL;
}
