import { assert, assertEquals, assertRejects } from "@std/assert";
import { McpError, serveHttp } from "../../lib/mcp/mod.ts";
import { makeRig } from "../registry/support.ts";
import { HttpServer, type ServerLimits } from "../../lib/mcp/http_server.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const GET = "GET / HTTP/1.1\r\nhost: x\r\n\r\n";

/** A server on a free port, closed at the end. */
async function serving(
  fetch: (request: Request) => Promise<Response>,
  limits?: ServerLimits,
): Promise<AsyncDisposable & { port: number; errors: unknown[] }> {
  const errors: unknown[] = [];
  const server = new HttpServer(fetch, (error) => errors.push(error), limits);
  const port = await server.listen("127.0.0.1", 0);
  return { port, errors, [Symbol.asyncDispose]: () => server.close() };
}

const ok = (): Promise<Response> => Promise.resolve(new Response("ok"));

async function dial(port: number, text = ""): Promise<Deno.TcpConn> {
  const conn = await Deno.connect({ hostname: "127.0.0.1", port });
  await conn.write(encoder.encode(text));
  return conn;
}

/** What comes until the server ends the connection. */
async function rest(conn: Deno.TcpConn): Promise<string> {
  let text = "";
  const buffer = new Uint8Array(4096);
  try {
    for (let size; (size = await conn.read(buffer)) !== null;) {
      text += decoder.decode(buffer.subarray(0, size));
    }
  } catch { /* it was reset */ }
  conn.close();
  return text;
}

Deno.test("requests and responses come through whole, bodies and headers", async () => {
  await using server = await serving(async (request) => {
    const { pathname } = new URL(request.url);
    return new Response(`${pathname} ${await request.text()}`, {
      status: 201,
      headers: { "x-said": request.headers.get("x-say") ?? "" },
    });
  });
  const response = await fetch(`http://127.0.0.1:${server.port}/path?q`, {
    method: "POST",
    headers: { "x-say": "hello" },
    body: "x".repeat(200_000),
  });
  assertEquals(response.status, 201);
  assertEquals(response.headers.get("x-said"), "hello");
  assertEquals(await response.text(), `/path ${"x".repeat(200_000)}`);
  assertEquals(server.errors, []);
});

Deno.test("a response is streamed, and its stream ends when the client goes", async () => {
  const cancelled = Promise.withResolvers<void>();
  await using server = await serving(() =>
    Promise.resolve(
      new Response(
        new ReadableStream({
          start: (controller): void =>
            controller.enqueue(encoder.encode("first")),
          cancel: (): void => cancelled.resolve(),
        }),
      ),
    )
  );
  const response = await fetch(`http://127.0.0.1:${server.port}/`);
  const reader = response.body?.getReader();
  assertEquals(decoder.decode((await reader?.read())?.value), "first");
  await reader?.cancel();
  await cancelled.promise;
});

Deno.test("a client that goes away aborts its request", async () => {
  const aborted = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  await using server = await serving(async ({ signal }) => {
    signal.addEventListener("abort", () => aborted.resolve());
    arrived.resolve();
    await aborted.promise;
    return new Response();
  });
  const conn = await dial(server.port, GET);
  await arrived.promise;
  conn.close();
  await aborted.promise;
});

Deno.test("at the cap, a new connection takes the place of one that does nothing", async () => {
  await using server = await serving(ok, { maxConnections: 3 });
  const idle = await dial(server.port);
  const sending = await dial(
    server.port,
    "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nx",
  );
  const busy: Deno.TcpConn[] = [];
  for (let count = 0; count < 5; count++) busy.push(await dial(server.port));
  assertEquals(await rest(idle), "");
  assert(!(await rest(sending)).includes("ok\r\n\r\nok"));
  const last = busy.at(-1);
  await last?.write(encoder.encode(GET));
  const buffer = new Uint8Array(4096);
  const size = await last?.read(buffer) ?? 0;
  assert(decoder.decode(buffer.subarray(0, size)).includes("200 OK"));
  for (const conn of busy) conn.close();
});

Deno.test("headers that do not arrive, or have no end, are refused", async () => {
  await using server = await serving(ok, {
    timeoutMs: 50,
    maxHeaderBytes: 2000,
  });
  const slow = await dial(server.port, "GET / HT");
  assert((await rest(slow)).includes(" 408 "));
  const endless = await dial(
    server.port,
    `GET / HTTP/1.1\r\nx: ${"x".repeat(9000)}\r\n\r\n`,
  );
  assert((await rest(endless)).includes(" 431 "));
});

Deno.test("one that asks on and on and never reads is ended", async () => {
  let asked = 0;
  const never = new Promise<Response>(() => {});
  await using server = await serving(() => {
    asked++;
    return never;
  });
  const conn = await dial(server.port, GET.repeat(100));
  assertEquals(await rest(conn), "");
  assert(asked <= 8, `${asked} at once`);
});

Deno.test("what goes wrong inside is reported, and shown to nobody", async () => {
  await using server = await serving(() => Promise.reject(new Error("inside")));
  const conn = await dial(server.port, GET);
  assertEquals(await rest(conn), "");
  assertEquals(String(server.errors), "Error: inside");
});

Deno.test("an address that is taken is an error that says so", async () => {
  await using server = await serving(ok);
  const { registry } = makeRig();
  const error = await assertRejects(
    () =>
      serveHttp({
        registry,
        version: "1.0.0",
        nodes: () => [],
        authenticate: () => undefined,
        hostname: "127.0.0.1",
        port: server.port,
        signal: new AbortController().signal,
      }),
    McpError,
  );
  assertEquals(error.code, "cannot_listen");
  assert(error.message.includes(String(server.port)), error.message);
});
