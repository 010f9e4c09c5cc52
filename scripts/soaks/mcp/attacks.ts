/**
 * What clients that mean harm do over HTTP.
 *
 * @module
 */

/** Where to attack, and as whom. */
export interface Target {
  readonly hostname: string;
  readonly port: number;
  readonly token: string;
}

const encoder = new TextEncoder();

type Attack = (target: Target) => Promise<void>;

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

/** Every attack, by what it does. */
export const ATTACKS: Readonly<Record<string, Attack>> = {
  "asks on and on and never reads": async (target) => {
    const text = encoder.encode(
      head(target.token, INITIALIZE.length) + INITIALIZE,
    );
    await open(target, 50, async (conn) => {
      for (let count = 0; count < 2000; count++) await write(conn, text);
    });
  },
  "sends one byte a second": async (target) => {
    const text = encoder.encode(head(target.token, 100) + "x".repeat(100));
    await open(target, 200, async (conn) => {
      for (const byte of text) {
        await conn.write(Uint8Array.of(byte));
        await pause(1000);
      }
    });
  },
  "sends headers, and its body one byte a second": async (target) => {
    const begin = encoder.encode(head(target.token, 1000));
    await open(target, 500, async (conn) => {
      await write(conn, begin);
      for (;;) {
        await conn.write(encoder.encode("x"));
        await pause(1000);
      }
    });
  },
  "opens 10,000 connections": async (target) => {
    await open(target, 10_000, () => pause(60_000));
  },
  "posts 100 MB": async (target) => {
    const begin = encoder.encode(
      head(target.token, 0)
        .replace("content-length: 0", "transfer-encoding: chunked"),
    );
    const chunk = new Uint8Array(65_536).fill(120);
    await open(target, 4, async (conn) => {
      await write(conn, begin);
      for (let sent = 0; sent < 100_000_000; sent += chunk.length) {
        await write(conn, encoder.encode(`${chunk.length.toString(16)}\r\n`));
        await write(conn, chunk);
        await write(conn, encoder.encode("\r\n"));
      }
    });
  },
};

/** So many connections, each with work of its own; what the server ends has ended. */
async function open(
  { hostname, port }: Target,
  count: number,
  work: (conn: Deno.TcpConn) => Promise<void>,
): Promise<void> {
  for (let opened = 0; opened < count;) {
    try {
      const conn = await Deno.connect({ hostname, port });
      opened++;
      work(conn).catch(() => {}).finally(() => conn[Symbol.dispose]());
    } catch {
      await pause(10);
    }
  }
}

async function write(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
