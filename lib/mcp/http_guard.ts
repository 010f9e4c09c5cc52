/**
 * What every HTTP request must pass before anything of it is read: the host it
 * names, where it comes from, and who sent it.
 *
 * A web page that a browser is tricked into treating as local (DNS rebinding)
 * names a host that is not ours, so names are checked even on the loopback
 * interface.
 *
 * @module
 */

import type { Principal } from "../registry/mod.ts";

/** What requests are checked against. */
export interface GuardOptions {
  /** The host that is listened on, as it was given. */
  readonly hostname: string;
  /** Whoever has this token. */
  readonly authenticate: (token: string) => Principal | undefined;
}

/** The one address that is served. */
export const PATH = "/mcp";

/** How long all headers of a request may be, in bytes. */
export const MAX_HEADER_BYTES = 16_384;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|\[[\da-f:.]+\])$/;

/** Whether a host to listen on is reachable from this machine alone. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(bracketed(hostname));
}

/** The bearer token that a request carries. */
export function tokenOf({ headers }: Request): string | undefined {
  return /^bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
}

/** Who sent a request, or the answer that refuses it. */
export function admit(
  request: Request,
  { hostname, authenticate }: GuardOptions,
): Principal | Response {
  const { headers } = request;
  let bytes = request.url.length;
  for (const [name, value] of headers) bytes += name.length + value.length + 4;
  if (bytes > MAX_HEADER_BYTES) return refusal(431, "Headers are too large");
  const host = hostOf(`http://${headers.get("host") ?? ""}`);
  if (host === undefined || !isOurs(host, hostname)) {
    return refusal(
      403,
      "Host is not served here: it must be the address that --http names, also from a proxy",
    );
  }
  const origin = headers.get("origin");
  const from = origin === null ? host : hostOf(origin);
  if (from === undefined || from !== host && !LOOPBACK.test(from)) {
    return refusal(
      403,
      "Origin is not allowed: pages of this host or of localhost may call",
    );
  }
  const token = tokenOf(request);
  const principal = token === undefined ? undefined : authenticate(token);
  if (principal === undefined) {
    const error = token === undefined ? "" : ', error="invalid_token"';
    return refusal(401, "A valid bearer token is required", {
      "www-authenticate": `Bearer realm="beamtap"${error}`,
    });
  }
  if (new URL(request.url).pathname !== PATH) {
    return refusal(404, `There is only ${PATH} here`);
  }
  return principal;
}

/** The host of an address that is a host and a port at most. */
function hostOf(origin: string): string | undefined {
  const isBare = /^https?:\/\/[\w.:[\]-]+$/i.test(origin);
  return isBare ? URL.parse(origin)?.hostname : undefined;
}

/** Without a name to be tricked by, an address is as good as another. */
function isOurs(hostname: string, listening: string): boolean {
  return LOOPBACK.test(hostname) || hostname === bracketed(listening) ||
    (!isLoopback(listening) && ADDRESS.test(hostname));
}

function bracketed(hostname: string): string {
  const name = hostname.toLowerCase();
  return name.includes(":") && !name.startsWith("[") ? `[${name}]` : name;
}

/** An answer that is an error for MCP clients, whatever they asked. */
export function refusal(
  status: number,
  message: string,
  headers: Record<string, string> = {},
): Response {
  const body = { jsonrpc: "2.0", id: null, error: { code: -32000, message } };
  return Response.json(body, { status, headers });
}
