/**
 * `beamtap serve`: serves MCP on standard input and output until the client
 * disconnects, or over HTTP until it is stopped.
 *
 * @module
 */

import {
  type Confirm,
  isLoopback,
  registerCatalogue,
  serve as serveMcp,
  serveHttp,
} from "../../mcp/mod.ts";
import { isDenoAtLeast } from "../../net/mod.ts";
import { SCOPES } from "../../registry/mod.ts";
import type { Arguments } from "../arguments.ts";
import { badValue } from "../errors.ts";
import { printError } from "../log.ts";
import { parsePort } from "../node_spec.ts";
import { demand } from "../runtime.ts";
import { openSession, type Session } from "../session.ts";
import { oneOf } from "../settings.ts";
import { VERSION } from "../version.ts";

/** Timeout for closing the links, in ms; nodes notice the end of the process anyway. */
const CLOSE_MS = 500;

/** Runs the command; returns the exit status. */
export async function serve(args: Arguments): Promise<number> {
  const session = openSession(args, args.operands);
  const stop = new AbortController();
  const signals = Deno.build.os === "windows"
    ? ["SIGINT", "SIGBREAK"] as const
    : ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const onSignal = (): void => stop.abort();
  for (const signal of signals) Deno.addSignalListener(signal, onSignal);
  try {
    await served(session, args, stop.signal);
  } finally {
    for (const signal of signals) Deno.removeSignalListener(signal, onSignal);
    await Promise.race([
      session[Symbol.asyncDispose](),
      new Promise((resolve) => setTimeout(resolve, CLOSE_MS)),
    ]);
  }
  return 0;
}

async function served(
  {
    registry,
    loadTools,
    principal,
    nodes,
    structured,
    dumps,
    log,
    authenticate,
  }: Session,
  args: Arguments,
  signal: AbortSignal,
): Promise<void> {
  const address = args.text("http");
  let preparing: Promise<void> | undefined;
  const prepare = (): Promise<void> =>
    preparing ??= loadTools().then(() => registerCatalogue(registry));
  // A wrong selection is an error of the command line, so it must show at once.
  const { selection = {} } = principal;
  if (address !== undefined || Object.values(selection).some(Boolean)) {
    await prepare();
  }
  const options = {
    registry,
    version: VERSION,
    nodes: () => nodes.names(),
    signal,
    confirm: readConfirm(args),
    structured,
    dumps,
    onError: (error: Error) => log("info", "MCP", error),
  };
  if (address === undefined) {
    if (Deno.stdin.isTerminal()) {
      printError(
        "beamtap: waiting for an MCP client on standard input; for other commands, run beamtap --help",
      );
    }
    return await serveMcp({ ...options, principal, prepare });
  }
  const where = listeningAddress(address);
  if (authenticate === undefined) {
    throw badValue(
      "--http needs --tokens FILE",
      "every HTTP client needs a token; create one with: beamtap token new NAME --tokens FILE --allow SCOPE",
    );
  }
  if (!isDenoAtLeast(2, 9)) {
    if (!isLoopback(where.hostname)) {
      throw badValue(
        `this executable was built on Deno ${Deno.version.deno}, whose HTTP server does not enforce its limits, so it serves only the loopback interface`,
        "listen on 127.0.0.1, or build the executable on Deno 2.9 or newer",
      );
    }
    printError(
      `beamtap: warning: built on Deno ${Deno.version.deno}, whose HTTP server does not enforce limits on connections and request times`,
    );
  }
  if (!isLoopback(where.hostname)) {
    printError(
      "beamtap: warning: other machines can reach this address, and tokens are sent unencrypted: put a TLS proxy in front of it that sends this address as Host",
    );
  }
  await serveHttp({
    ...options,
    ...where,
    authenticate,
    onListen: (url) => printError(`beamtap: MCP at ${url}`),
  });
}

/** Parses `[HOST:]PORT`; the default host is 127.0.0.1, which only this machine can reach. */
function listeningAddress(text: string): { hostname: string; port: number } {
  const colon = text.lastIndexOf(":");
  const host = colon < 0 ? "127.0.0.1" : text.slice(0, colon);
  const hostname = host.replace(/^\[(.*)\]$/, "$1");
  const port = text.slice(colon + 1);
  const address = {
    hostname: hostname || "127.0.0.1",
    port: port === "0" ? 0 : parsePort(port, "--http"),
  };
  const need = { name: "net", host: `${host}:${port}` } as const;
  demand(`listening on ${need.host}`, need);
  return address;
}

/** Reads `--confirm` and `--confirm-fallback`; returns `undefined` if nothing is to be confirmed. */
function readConfirm(args: Arguments): Confirm | undefined {
  const text = args.text("confirm") ?? "mutate,eval";
  const fallback = args.text("confirm-fallback") ?? "allow";
  return text === "none" ? undefined : {
    scopes: text.split(",").map((scope) => oneOf("confirm", SCOPES, scope)),
    fallback: oneOf("confirm-fallback", ["allow", "deny"], fallback),
  };
}
