/**
 * `beamtap serve`: MCP on standard input and output until the client goes, or
 * over HTTP until it is stopped.
 *
 * @module
 */

import {
  CATALOGUE,
  isLoopback,
  serve as serveMcp,
  serveHttp,
} from "../../mcp/mod.ts";
import { isDenoAtLeast } from "../../net/mod.ts";
import type { Arguments } from "../arguments.ts";
import { readConfirm } from "../confirm.ts";
import { CliError } from "../errors.ts";
import { printError } from "../log.ts";
import { parsePort } from "../node_spec.ts";
import { runtime } from "../runtime.ts";
import { openSession, type Session } from "../session.ts";
import { VERSION } from "../version.ts";

/** How long closing the links may take, in ms; the nodes notice the end anyway. */
const CLOSE_MS = 500;

/** Serves; the exit status. */
export async function serve(args: Arguments): Promise<number> {
  const session = openSession(args, args.operands);
  const { registry } = session;
  registry.batch(() => {
    for (const handler of CATALOGUE) registry.register(handler);
  });
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
  { registry, principal, nodes, log, authenticate }: Session,
  args: Arguments,
  signal: AbortSignal,
): Promise<void> {
  const address = args.text("http");
  const options = {
    registry,
    version: VERSION,
    nodes: () => nodes.names(),
    signal,
    confirm: readConfirm(args),
    onError: (error: Error) => log("info", "MCP", error),
  };
  if (address === undefined) {
    if (Deno.stdin.isTerminal()) {
      printError(
        "beamtap: waiting for an MCP client on standard input; beamtap --help tells what else there is",
      );
    }
    return await serveMcp({ ...options, principal });
  }
  const where = listeningAddress(address);
  if (authenticate === undefined) {
    throw new CliError("bad_value", "--http needs --tokens FILE", {
      hint:
        "nobody comes in without a token; make one: beamtap token new NAME --tokens FILE --allow SCOPE",
    });
  }
  if (!isDenoAtLeast(2, 9)) {
    if (!isLoopback(where.hostname)) {
      throw new CliError(
        "bad_value",
        `this executable was built on Deno ${Deno.version.deno}, whose HTTP server does not enforce its limits: it serves the loopback interface only`,
        {
          hint:
            "listen on 127.0.0.1, or build the executable on Deno 2.9 or newer",
        },
      );
    }
    printError(
      `beamtap: built on Deno ${Deno.version.deno}, whose HTTP server does not enforce its limits on connections and request times`,
    );
  }
  if (!isLoopback(where.hostname)) {
    printError(
      "beamtap: others can reach this address, and tokens go there unencrypted: put a proxy with TLS before it, which sends this address as Host",
    );
  }
  await serveHttp({
    ...options,
    ...where,
    authenticate,
    onListen: (url) => printError(`beamtap: MCP at ${url}`),
  });
}

/** Reads `[HOST:]PORT`; without a host, this machine alone can reach it. */
function listeningAddress(text: string): { hostname: string; port: number } {
  const colon = text.lastIndexOf(":");
  const host = colon < 0 ? "127.0.0.1" : text.slice(0, colon);
  const hostname = host.replace(/^\[(.*)\]$/, "$1");
  const port = text.slice(colon + 1);
  const need = { name: "net", host: `${host}:${port}` } as const;
  const address = {
    hostname: hostname || "127.0.0.1",
    port: port === "0" ? 0 : parsePort(port, "--http"),
  };
  if (runtime.granted(need)) return address;
  throw new CliError("permission_denied", `${need.host} may not be used`, {
    hint: runtime.remedy(need),
  });
}
