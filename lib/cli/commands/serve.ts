/**
 * `beamtap serve`: MCP on standard input and output until the client goes.
 *
 * @module
 */

import { serve as serveMcp } from "../../mcp/mod.ts";
import type { Arguments } from "../arguments.ts";
import { openSession } from "../session.ts";
import { VERSION } from "../version.ts";

/** How long closing the links may take, in ms; the nodes notice the end anyway. */
const CLOSE_MS = 500;

/** Serves; the exit status. */
export async function serve(args: Arguments): Promise<number> {
  const session = openSession(args, args.operands);
  const { registry, principal, nodes, log } = session;
  const stop = new AbortController();
  const signals = Deno.build.os === "windows"
    ? ["SIGINT", "SIGBREAK"] as const
    : ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const onSignal = (): void => stop.abort();
  for (const signal of signals) Deno.addSignalListener(signal, onSignal);
  await serveMcp({
    registry,
    principal,
    version: VERSION,
    nodes: nodes.names(),
    signal: stop.signal,
    onError: (error) => log("info", "MCP", error),
  });
  for (const signal of signals) Deno.removeSignalListener(signal, onSignal);
  const closing = session[Symbol.asyncDispose]();
  await Promise.race([
    closing,
    new Promise((resolve) => setTimeout(resolve, CLOSE_MS)),
  ]);
  return 0;
}
