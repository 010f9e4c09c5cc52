// deno-lint-ignore-file no-console
/**
 * Clients that do harm over HTTP, and one that must be served all the while.
 *
 * @module
 */

import { HTTP_CLIENTS, HttpProgram } from "../../../tests/e2e/http_support.ts";
import type { Program } from "../../../tests/e2e/support.ts";
import { residentBytes } from "./load.ts";

/** How long the one that means no harm may wait for an answer, in ms. */
const PATIENCE_MS = 5000;
const encoder = new TextEncoder();

/** What does harm; ends what it has begun when the signal fires. */
type Attack = (
  address: { hostname: string; port: number },
  token: string,
  signal: AbortSignal,
) => Promise<void>;

function head(token: string, length: number): string {
  return [
    "POST /mcp HTTP/1.1",
    "host: 127.0.0.1",
    `authorization: Bearer ${token}`,
    "content-type: application/json",
    "accept: application/json, text/event-stream",
    `content-length: ${length}`,
    "",
    "",
  ].join("\r\n");
}

const INITIALIZE = JSON.stringify({
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: {
    protocolVersion: "2025-06-18",
    capabilities: {},
    clientInfo: { name: "hostile", version: "1" },
  },
});

const ATTACKS: Readonly<Record<string, Attack>> = {
  "asks on and on and never reads": async (address, token, signal) => {
    const text = encoder.encode(head(token, INITIALIZE.length) + INITIALIZE);
    await held(address, 50, signal, async (conn) => {
      for (let count = 0; count < 2000; count++) await write(conn, text);
    });
  },
  "sends one byte a second": async (address, token, signal) => {
    const text = encoder.encode(head(token, 100) + "x".repeat(100));
    await held(address, 200, signal, async (conn) => {
      for (let at = 0; at < text.length; at++) {
        await conn.write(text.subarray(at, at + 1));
        await pause(1000, signal);
      }
    });
  },
  "sends headers, and its body one byte a second": async (
    address,
    token,
    signal,
  ) => {
    const begin = encoder.encode(head(token, 1000));
    await held(address, 500, signal, async (conn) => {
      await write(conn, begin);
      for (;;) {
        await conn.write(encoder.encode("x"));
        await pause(1000, signal);
      }
    });
  },
  "opens 10,000 connections": async (address, _token, signal) => {
    await held(address, 10_000, signal, () => pause(60_000, signal));
  },
  "posts 100 MB": async (address, token, signal) => {
    const begin = encoder.encode(
      head(token, 0).replace("content-length: 0", "transfer-encoding: chunked"),
    );
    const chunk = new Uint8Array(65_536).fill(120);
    await held(address, 4, signal, async (conn) => {
      await write(conn, begin);
      for (let sent = 0; sent < 100_000_000; sent += chunk.length) {
        await write(conn, encoder.encode(`${chunk.length.toString(16)}\r\n`));
        await write(conn, chunk);
        await write(conn, encoder.encode("\r\n"));
      }
    });
  },
};

/** Each attack, with calls of another client all the while. */
export async function hostile(program: Program): Promise<void> {
  for (const [what, attack] of Object.entries(ATTACKS)) {
    await using server = await HttpProgram.start(program, ["a@127.0.0.1"]);
    const token = await server.token("ann", ["inspect"]);
    const evil = await server.token("eve", ["inspect"]);
    const { hostname, port } = new URL(server.url);
    const stop = new AbortController();
    const attacked = attack(
      { hostname, port: Number(port) },
      evil,
      stop.signal,
    );
    const times: number[] = [];
    const end = performance.now() + 12_000;
    while (performance.now() < end) {
      for (const kind of HTTP_CLIENTS) {
        const begin = performance.now();
        const client = await kind.connect(server.url, token);
        await client.tools();
        await client[Symbol.asyncDispose]();
        times.push(performance.now() - begin);
      }
    }
    stop.abort();
    await attacked;
    const slowest = Math.max(...times);
    const mib = Math.round(await residentBytes(server.pid) / 2 ** 20);
    console.log(
      `one who ${what}: others were served ${times.length} times, the slowest in ${
        Math.round(slowest)
      } ms, memory ${mib} MiB`,
    );
    if (slowest > PATIENCE_MS) throw new Error(`one who ${what} stops others`);
  }
}

/** So many connections, each in its own hands, until the signal fires; what the server ends has ended. */
async function held(
  address: { hostname: string; port: number },
  count: number,
  signal: AbortSignal,
  work: (conn: Deno.TcpConn) => Promise<void>,
): Promise<void> {
  const conns: Deno.TcpConn[] = [];
  signal.addEventListener("abort", () => {
    for (const conn of conns) close(conn);
  });
  const works: Promise<void>[] = [];
  while (conns.length < count && !signal.aborted) {
    try {
      const conn = await Deno.connect(address);
      conns.push(conn);
      works.push(work(conn).catch(() => {}));
    } catch {
      await pause(10, signal);
    }
  }
  await Promise.all(works);
  for (const conn of conns) close(conn);
}

function close(conn: Deno.TcpConn): void {
  try {
    conn.close();
  } catch { /* it is closed */ }
}

async function write(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}

/** Waits, or ends early. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", abort);
      resolve();
    }, ms);
    signal.addEventListener("abort", abort, { once: true });
  });
}
