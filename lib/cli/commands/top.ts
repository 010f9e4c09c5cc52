/**
 * `beamtap top NODE`: a live screen of a node. What draws it is loaded only here.
 *
 * @module
 */

import type { Arguments } from "../arguments.ts";
import { badValue } from "../errors.ts";
import { printError } from "../log.ts";
import { formatOf, write } from "../output.ts";
import { openSession } from "../session.ts";
import { plain } from "../terminal/colour.ts";
import { terminalSize } from "../terminal/screen.ts";
import { nodesNamed } from "./call.ts";

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
  const isColoured = formatOf(args).paint !== plain;
  try {
    if (!once) return await runTop(session, node, isColoured);
    await write(await screenOnce(session, node, terminalSize(), isColoured));
    return 0;
  } catch (error) {
    if (!(error instanceof NoScreen)) throw error;
    printError(`beamtap: ${error.message}`);
    return 1;
  } finally {
    await session[Symbol.asyncDispose]();
  }
}
