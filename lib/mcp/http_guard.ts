/**
 * Checks every HTTP request before its body is read: its Host, Origin and token.
 *
 * Host is checked even on the loopback interface: a web page that reaches it by DNS
 * rebinding sends a host name that is not ours.
 *
 * @module
 */

import type { Principal } from "../registry/mod.ts";

/** Options for {@linkcode admit}. */
export interface GuardOptions {
  /** The host to listen on, as given. */
  readonly hostname: string;
  /** Returns the principal of a token, if it is valid. */
  readonly authenticate: (token: string) => Principal | undefined;
}

/** The only path that is served. */
export const PATH = "/mcp";

/** Maximum size of a request's headers, in bytes. */
export const MAX_HEADER_BYTES = 16_384;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|\[[\da-f:.]+\])$/;

/** Returns whether only this machine can reach a host to listen on. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(bracketed(hostname));
}

/** Returns the bearer token of a request. */
export function tokenOf({ headers }: Request): string | undefined {
  return /^bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
}

/** Returns the sender of a request, or the response that refuses it. */
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
      "Host is not allowed: it must be the address given with --http, even behind a proxy",
    );
  }
  const origin = headers.get("origin");
  const from = origin === null ? host : hostOf(origin);
  if (from === undefined || from !== host && !LOOPBACK.test(from)) {
    return refusal(
      403,
      "Origin is not allowed: only pages of this host or of localhost may connect",
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
    return refusal(404, `Not found: the only path is ${PATH}`);
  }
  return principal;
}

/** Returns the host of a URL that has nothing after host and port. */
function hostOf(origin: string): string | undefined {
  const isBare = /^https?:\/\/[\w.:[\]-]+$/i.test(origin);
  return isBare ? URL.parse(origin)?.hostname : undefined;
}

/** Returns whether a Host may be ours; IP addresses are not subject to DNS rebinding. */
function isOurs(hostname: string, listening: string): boolean {
  return LOOPBACK.test(hostname) || hostname === bracketed(listening) ||
    (!isLoopback(listening) && ADDRESS.test(hostname));
}

function bracketed(hostname: string): string {
  const name = hostname.toLowerCase();
  return name.includes(":") && !name.startsWith("[") ? `[${name}]` : name;
}

/** Returns a response that MCP clients read as an error. */
export function refusal(
  status: number,
  message: string,
  headers: Record<string, string> = {},
): Response {
  const body = { jsonrpc: "2.0", id: null, error: { code: -32000, message } };
  return Response.json(body, { status, headers });
}
