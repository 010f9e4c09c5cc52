import { assert, assertEquals, assertRejects } from "@std/assert";
import { BeamtapError } from "../../lib/errors.ts";
import { serveHttp } from "../../lib/mcp/mod.ts";
import { makeRig } from "../registry/support.ts";
import { HttpServer, type ServerLimits } from "../../lib/mcp/http_server.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const GET = "GET / HTTP/1.1\r\nhost: x\r\n\r\n";
const LAST = GET.replace("host: x", "host: x\r\nconnection: close");

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

Deno.test("headers that do not arrive, or have no end, are refused", async () => {
  await using server = await serving(ok, {
    timeoutMs: 500,
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

Deno.test("while all are busy with our own work, a new connection is refused", async () => {
  const release = Promise.withResolvers<Response>();
  const arrived = Promise.withResolvers<void>();
  await using server = await serving(() => {
    arrived.resolve();
    return release.promise;
  }, { maxConnections: 1 });
  const busy = await dial(server.port, LAST);
  await arrived.promise;
  assertEquals(await rest(await dial(server.port)), "");
  release.resolve(new Response("done"));
  assert((await rest(busy)).includes("done"));
});

Deno.test("requests that come at once are answered in their order", async () => {
  await using server = await serving(async ({ url }) => {
    const { pathname } = new URL(url);
    // The first takes longest.
    if (pathname === "/1") await new Promise((resolve) => setTimeout(resolve));
    return new Response(pathname);
  });
  const text = [1, 2, 3].map((n) => GET.replace("/", `/${n}`)).join("");
  const answers = await rest(await dial(server.port, text + LAST));
  const paths = [...answers.matchAll(/\/\d?(?=\r\n)/g)].map(([path]) => path);
  assertEquals(paths, ["/1", "/2", "/3", "/"]);
});

Deno.test("a request is read whatever the pieces it comes in", async () => {
  await using server = await serving(async (request) =>
    new Response(`${request.headers.get("x")}:${await request.text()}`)
  );
  const conn = await dial(server.port);
  const text = "POST / HTTP/1.1\r\nhost: x\r\nx:  y \r\n" +
    "transfer-encoding: chunked\r\n\r\n" +
    "3;a=b\r\nabc\r\nA\r\n0123456789\r\n0\r\ntrailer: t\r\n\r\n" + LAST;
  for (const char of text) {
    await conn.write(encoder.encode(char));
    await new Promise((resolve) => setTimeout(resolve));
  }
  const answers = await rest(conn);
  assert(answers.includes("y:abc0123456789"), answers);
  assert(answers.includes("null:"), answers);
});

Deno.test("a request that could be read in two ways is refused, and nothing after it is answered", async () => {
  await using server = await serving(async (request) => {
    await request.text();
    return new Response("served");
  }, { timeoutMs: 500 });
  const post = (headers: string, body = ""): string =>
    `POST / HTTP/1.1\r\nhost: x\r\n${headers}\r\n\r\n${body}`;
  const refused = [
    "junk\r\n\r\n",
    "GET /\r\n\r\n",
    "GET / HTTP/2.0\r\n\r\n",
    "GET  / HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nhost : x\r\n\r\n",
    "GET / HTTP/1.1\r\nx: y\r\n folded\r\n\r\n",
    "GET / HTTP/1.1\r\nx: y\nz: w\r\n\r\n",
    "GET / HTTP/1.1\r\nx: \0\r\n\r\n",
    "GET / HTTP/1.1\r\nno colon\r\n\r\n",
    post("content-length: 3\r\ntransfer-encoding: chunked", "0\r\n\r\n"),
    post("content-length: 3\r\ncontent-length: 4", "abcd"),
    post("content-length: -1"),
    post("content-length: 0x1", "a"),
    post("transfer-encoding: chunked", "x\r\n\r\n"),
    post("transfer-encoding: chunked", "1\r\nab\r\n0\r\n\r\n"),
    post("transfer-encoding: chunked", "fffffffff\r\n"),
    post("transfer-encoding: chunked", "1\v\r\na\r\n0\r\n\r\n"),
    post("transfer-encoding: chunked, identity", "0\r\n\r\n"),
    post("transfer-encoding: chunked", "0\r\n\r\n").replace("/1.1", "/1.0"),
    post("content-length: +1", "a"),
    post("content-length:"),
    post("content-length: 1", "a").replace("POST", "get"),
  ];
  for (const text of refused) {
    const answer = await rest(await dial(server.port, text + LAST));
    assert(answer.startsWith("HTTP/1.1 4"), `${text}: ${answer}`);
    assert(!answer.includes("served"), text);
  }
  assertEquals(server.errors, []);
});

Deno.test("a body that nobody wants ends its connection, and its sender reads why", async () => {
  await using server = await serving(() =>
    Promise.resolve(new Response("no", { status: 413 }))
  );
  const conn = await dial(
    server.port,
    "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 900000000\r\n\r\n",
  );
  const sending = (async (): Promise<void> => {
    for (;;) await conn.write(new Uint8Array(65_536));
  })().catch(() => {});
  const answer = await rest(conn);
  assert(answer.startsWith("HTTP/1.1 413"), answer);
  await sending;
});

Deno.test("a body that waits to be asked for is asked for", async () => {
  await using server = await serving(async (request) =>
    new Response(await request.text())
  );
  const conn = await dial(
    server.port,
    "POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n" +
      "content-length: 4\r\nexpect: 100-continue\r\n\r\n",
  );
  const buffer = new Uint8Array(100);
  const size = await conn.read(buffer) ?? 0;
  const first = decoder.decode(buffer.subarray(0, size));
  assert(/^HTTP\/1.1 100 .*\r\n\r\n$/.test(first), first);
  await conn.write(encoder.encode("body"));
  assert((await rest(conn)).includes("body"));
});

Deno.test("HTTP/1.0 gets an answer that ends with its connection", async () => {
  await using server = await serving(ok);
  const answer = await rest(
    await dial(server.port, "GET / HTTP/1.0\r\nhost: x\r\n\r\n"),
  );
  assert(answer.endsWith("\r\n\r\nok"), answer);
  assert(!answer.includes("chunked"), answer);
});

Deno.test("at the end, what is under way is answered, and who asks nothing is not waited for", async () => {
  const release = Promise.withResolvers<Response>();
  const arrived = Promise.withResolvers<void>();
  const server = new HttpServer(() => {
    arrived.resolve();
    return release.promise;
  }, () => {});
  const port = await server.listen("127.0.0.1", 0);
  const idle = await dial(port);
  const busy = await dial(port, GET);
  await arrived.promise;
  const finished = server.finish();
  assertEquals(await rest(idle), "");
  release.resolve(new Response("done"));
  const answer = await rest(busy);
  assert(answer.includes("done") && answer.includes("connection: close"));
  await finished;
  await assertRejects(
    () => Deno.connect({ hostname: "127.0.0.1", port }),
    Deno.errors.ConnectionRefused,
  );
});

Deno.test("what goes wrong inside is reported, and shown to nobody", async () => {
  await using server = await serving(() => Promise.reject(new Error("inside")));
  const answer = await rest(await dial(server.port, LAST));
  assert(answer.startsWith("HTTP/1.1 500"), answer);
  assert(!answer.includes("inside"), answer);
  assertEquals(String(server.errors), "Error: inside");
});

Deno.test("an answer that breaks off is not taken for a whole one", async () => {
  await using server = await serving(() =>
    Promise.resolve(
      new Response(
        new ReadableStream({
          start: (controller): void =>
            controller.enqueue(encoder.encode("half")),
          pull: (controller): void => controller.error(new Error("broken")),
        }),
      ),
    )
  );
  const answer = await rest(await dial(server.port, LAST));
  assert(!answer.endsWith("0\r\n\r\n"), answer);
  assertEquals(String(server.errors), "Error: broken");
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
    BeamtapError,
  );
  assertEquals(error.code, "cannot_listen");
  assert(error.message.includes(`${server.port}: `), error.message);
  assert(error.message.includes("in use"), error.message);
});

Deno.test("a body that breaks off is no error of ours", async () => {
  await using server = await serving(async (request) =>
    new Response(await request.text())
  );
  for (
    const part of [
      "content-length: 9\r\n\r\nx",
      "transfer-encoding: chunked\r\n\r\n9\r\nx",
    ]
  ) {
    const conn = await dial(
      server.port,
      `POST / HTTP/1.1\r\nhost: x\r\n${part}`,
    );
    await conn.closeWrite();
    assertEquals(await rest(conn), "");
  }
  assertEquals(server.errors, []);
});

Deno.test("an answer that is ready when its client has gone is let go", async () => {
  const arrived = Promise.withResolvers<void>();
  const cancelled = Promise.withResolvers<void>();
  await using server = await serving(async ({ signal }) => {
    const aborted = new Promise((resolve) =>
      signal.addEventListener("abort", resolve)
    );
    arrived.resolve();
    await aborted;
    const cancel = (): void => cancelled.resolve();
    return new Response(new ReadableStream({ cancel }));
  });
  const conn = await dial(server.port, GET);
  await arrived.promise;
  conn.close();
  await cancelled.promise;
});

Deno.test("the path is taken to the letter, and the host that a target names counts", async () => {
  await using server = await serving(({ url, headers }) =>
    Promise.resolve(
      new Response(`${new URL(url).pathname} of ${headers.get("host")}`),
    )
  );
  for (
    const [target, answered] of [
      ["/mcp?x=/../y", "/mcp of x"],
      ["http://evil:80/mcp", "/mcp of evil:80"],
      ["//evil/mcp", "//evil/mcp of x"],
      ...[
        ...["mcp", "*", "/a/../mcp", "/\\evil/mcp", "/mcp#", "file:///mcp"],
        ...["http://a@evil/mcp", "//[\\", "http://evil", "@evil/mcp", ":1/mcp"],
      ].map((bad) => [bad, "HTTP/1.1 400"]),
    ]
  ) {
    const text = LAST.replace("/", String(target));
    const answer = await rest(await dial(server.port, text));
    assert(answer.includes(String(answered)), `${target}: ${answer}`);
  }
  assertEquals(server.errors, []);
});
