import { assert, assertEquals } from "@std/assert";
import {
  body,
  INITIALIZE,
  legacy,
  modern,
  post,
  refusal,
  rig,
  session,
  TOKENS,
} from "./support.ts";
import {
  plainTool,
  principal,
  prompt,
  resource,
  template,
} from "../registry/support.ts";

const BEARER = { authorization: `Bearer ${TOKENS.ann}` };

Deno.test("a request without a good token is refused, whatever its method", async () => {
  const { service } = rig();
  using _service = service;
  const refused = [
    undefined,
    "Bearer wrong",
    "Bearer",
    `Basic ${TOKENS.ann}`,
    `Bearer ${TOKENS.expired}`,
  ];
  for (const authorization of refused) {
    for (const method of ["POST", "GET", "DELETE", "OPTIONS"]) {
      const response = await service.fetch(
        new Request("http://127.0.0.1/mcp", {
          method,
          headers: {
            host: "127.0.0.1",
            ...authorization && { authorization },
          },
        }),
      );
      assertEquals(response.status, 401, `${method} ${authorization}`);
      assert(response.headers.get("www-authenticate")?.startsWith("Bearer"));
      await response.body?.cancel();
    }
  }
});

Deno.test("a host or an origin that is not ours is refused before the token counts", async () => {
  const { service } = rig();
  using _service = service;
  const cases: [Record<string, string>, number][] = [
    [{ host: "evil.example" }, 403],
    [{ host: "localhost.evil.example" }, 403],
    [{ host: "192.168.0.1" }, 403],
    [{ host: "" }, 403],
    [{ host: "localhost/, evil.example" }, 403],
    [{ host: "evil.example@localhost" }, 403],
    [{ host: "localhost", origin: "http://localhost/, http://a.b" }, 403],
    [{ host: "127.0.0.1", origin: "http://evil.example" }, 403],
    [{ host: "127.0.0.1", origin: "null" }, 403],
    [{ host: "127.0.0.1", origin: "http://localhost.evil.example" }, 403],
    [{ host: "127.0.0.1", origin: "http://localhost:5173" }, 200],
    [{ host: "localhost:8080" }, 200],
    [{ host: "[::1]:8080" }, 200],
  ];
  for (const [headers, status] of cases) {
    const response = await service.fetch(
      post(legacy("initialize", INITIALIZE), { ...BEARER, ...headers }),
    );
    assertEquals(response.status, status, JSON.stringify(headers));
    await response.body?.cancel();
  }
});

Deno.test("listening to others, addresses will do as hosts, and names do not", async () => {
  const { service } = rig({ hostname: "0.0.0.0" });
  using _service = service;
  for (
    const [host, origin, status] of [
      ["192.168.0.1:80", undefined, 200],
      ["192.168.0.1:80", "http://192.168.0.1:80", 200],
      ["192.168.0.1:80", "http://6.6.6.6", 403],
      ["evil.example", undefined, 403],
      ["evil.example", "http://evil.example", 403],
    ] as const
  ) {
    const response = await service.fetch(
      post(legacy("initialize", INITIALIZE), {
        ...BEARER,
        host,
        ...origin && { origin },
      }),
    );
    assertEquals(response.status, status, `${host} ${origin}`);
    await response.body?.cancel();
  }
});

Deno.test("there is one path, and headers have an end", async () => {
  const { service } = rig();
  using _service = service;
  const elsewhere = new Request("http://127.0.0.1/other", {
    headers: { ...BEARER, host: "127.0.0.1" },
  });
  assertEquals((await service.fetch(elsewhere)).status, 404);
  const long = post("", { ...BEARER, "x-long": "x".repeat(20_000) });
  assertEquals((await service.fetch(long)).status, 431);
});

Deno.test("a body beyond the limit is refused, declared or not; junk is a parse error", async () => {
  const { service } = rig({ maxBytes: 1000 });
  using _service = service;
  const large = "x".repeat(2000);
  const declared = post(large, { ...BEARER, "content-length": "2000" });
  assertEquals((await service.fetch(declared)).status, 413);
  const chunked = post(ReadableStream.from([large].map(encode)), BEARER);
  assertEquals((await service.fetch(chunked)).status, 413);
  const junk = await service.fetch(post("{junk", BEARER));
  assertEquals(junk.status, 400);
  assertEquals((await junk.json()).error.code, -32700);
});

Deno.test("what is refused is answered under its own id; of a batch, all is", async () => {
  const { service } = rig();
  using _service = service;
  const ids = async (text: string): Promise<unknown> => {
    const response = await service.fetch(post(text, BEARER));
    assertEquals(response.status, 400);
    const json = await response.json();
    return [json].flat().map(({ id, error }) => [id, error.code]);
  };
  assertEquals(await ids(legacy("ping", 5, 8)), [[8, -32602]]);
  assertEquals(await ids(`{"id":"a","method":"ping"}`), [["a", -32600]]);
  assertEquals(
    await ids(`[${legacy("ping", 5, 8)},${legacy("ping", {}, 9)}]`),
    [[8, -32602], [9, -32600]],
  );
  const answer = post(`{"jsonrpc":"2.0","id":8,"result":5}`, BEARER);
  assertEquals((await service.fetch(answer)).status, 400);
});

Deno.test("a body that does not arrive is given up", async () => {
  const { service } = rig({ timeoutMs: 20 });
  using _service = service;
  const silent = new ReadableStream<Uint8Array>({
    start: (controller): void => controller.enqueue(encode("{")),
  });
  assertEquals((await service.fetch(post(silent, BEARER))).status, 408);
});

for (const era of ["2025", "2026"] as const) {
  Deno.test(`${era}: lists are what is granted, to each their own`, async () => {
    const { service } = rig();
    using _service = service;
    for (
      const [token, names] of [
        [TOKENS.ann, ["plain", "progress", "wait"]],
        [TOKENS.bob, ["plain", "progress", "wait", "secret"]],
      ] as const
    ) {
      const ask = await session(service, era, token);
      const { result } = body(await ask("tools/list"));
      assertEquals(result.tools.map((each: { name: string }) => each.name), [
        ...names,
      ]);
    }
    await service.close();
  });

  Deno.test(`${era}: what is hidden answers byte for byte as what is not there`, async () => {
    const { service } = rig();
    using _service = service;
    const ask = await session(service, era, TOKENS.ann);
    const answers: string[] = [];
    for (const name of ["secret", "sacred"]) {
      answers.push(await ask("tools/call", { name, arguments: {} }));
    }
    const [hidden, unknown] = answers.map((text) =>
      text.replaceAll(/secret|sacred/g, "NAME")
    );
    assertEquals(hidden, unknown);
    await service.close();
  });

  Deno.test(`${era}: what cannot be read is an error of the request, never an internal one`, async () => {
    const { service, registry } = rig();
    using _service = service;
    registry.register(template("words"));
    const ask = await session(service, era, TOKENS.ann);
    for (
      const uri of [
        "test://nope@h/words/a",
        "test://a%2Fb/words/a",
        "test://%zz/words/a",
        "test://a@h/words/a%2Fb/c",
        "test://a@h/words/",
        "nothing:at-all",
        "nonsense",
      ]
    ) {
      const { error } = refusal(await ask("resources/read", { uri }));
      assertEquals([error.code, error.data], [-32602, { uri }], uri);
    }
    const refused = refusal(await ask("prompts/get", { name: "nope" }));
    assertEquals(refused.error.code, -32602);
    await service.close();
  });

  Deno.test(`${era}: progress is told to who asks for it`, async () => {
    const { service } = rig();
    using _service = service;
    const ask = await session(service, era, TOKENS.ann);
    const text = await ask("tools/call", {
      name: "progress",
      arguments: {},
      _meta: { progressToken: "p" },
    });
    assert(text.includes('"notifications/progress"'), text);
    assert(text.includes('"progressToken":"p"'), text);
    const silent = await ask("tools/call", { name: "progress", arguments: {} });
    assert(!silent.includes("notifications/progress"), silent);
    await service.close();
  });
}

Deno.test("2026: what earlier protocols had is an unknown method, with its status", async () => {
  const { service } = rig();
  using _service = service;
  for (const method of ["initialize", "ping", "logging/setLevel"]) {
    const { text, headers } = modern(method, {});
    const response = await service.fetch(post(text, { ...BEARER, ...headers }));
    assertEquals(response.status, 404, method);
    assertEquals((await response.json()).error.code, -32601, method);
  }
  await service.close();
});

Deno.test("2025: a session is of nobody but its principal", async () => {
  const { service } = rig();
  using _service = service;
  const opened = await service.fetch(
    post(legacy("initialize", INITIALIZE), BEARER),
  );
  const id = opened.headers.get("mcp-session-id") ?? "";
  await opened.text();
  for (const method of ["POST", "GET", "DELETE"]) {
    const response = await service.fetch(
      new Request("http://127.0.0.1/mcp", {
        method,
        headers: {
          host: "127.0.0.1",
          authorization: `Bearer ${TOKENS.bob}`,
          "mcp-session-id": id,
          accept: "application/json, text/event-stream",
          "content-type": "application/json",
        },
        ...method === "POST" && { body: legacy("tools/list", {}) },
      }),
    );
    assertEquals(response.status, 404, method);
    await response.body?.cancel();
  }
  const own = await service.fetch(
    post(legacy("tools/list", {}), { ...BEARER, "mcp-session-id": id }),
  );
  assertEquals(own.status, 200);
  await own.body?.cancel();
  await service.close();
});

Deno.test("2025: a cancelled call is aborted", async () => {
  const { service, aborted, started } = rig();
  using _service = service;
  const opened = await service.fetch(
    post(legacy("initialize", INITIALIZE), BEARER),
  );
  const headers = {
    ...BEARER,
    "mcp-session-id": opened.headers.get("mcp-session-id") ?? "",
  };
  await opened.text();
  const call = await service.fetch(
    post(legacy("tools/call", { name: "wait", arguments: {} }, 7), headers),
  );
  await started;
  const cancel = {
    jsonrpc: "2.0",
    method: "notifications/cancelled",
    params: { requestId: 7 },
  };
  const noted = await service.fetch(post(JSON.stringify(cancel), headers));
  assertEquals(noted.status, 202);
  await aborted;
  await call.body?.cancel();
  await service.close();
});

Deno.test("2026: a client that goes away aborts its call", async () => {
  const { service, aborted, started } = rig();
  using _service = service;
  const gone = new AbortController();
  const { headers, text } = modern("tools/call", {
    name: "wait",
    arguments: {},
  });
  const request = new Request(post(text, { ...BEARER, ...headers }), {
    signal: gone.signal,
  });
  const answer = service.fetch(request).catch(() => undefined);
  await started;
  gone.abort();
  await aborted;
  await answer;
  await service.close();
});

Deno.test("what is open for a token ends when the token is taken back", async () => {
  const known = new Map([[TOKENS.ann, principal([], { trusted: false })]]);
  const { service, registry } = rig({
    authenticate: (token) => known.get(token),
  });
  using _service = service;
  const opened = await service.fetch(
    post(legacy("initialize", INITIALIZE), BEARER),
  );
  const id = opened.headers.get("mcp-session-id") ?? "";
  await opened.text();
  const stream = await service.fetch(
    new Request("http://127.0.0.1/mcp", {
      headers: {
        ...BEARER,
        host: "127.0.0.1",
        accept: "text/event-stream",
        "mcp-session-id": id,
      },
    }),
  );
  assertEquals(stream.status, 200);
  known.delete(TOKENS.ann);
  registry.touch();
  await stream.text();
  await service.close();
});

Deno.test("of a change, the lists that changed are told on open streams, and no other", async () => {
  const grants = principal(["inspect"]).grants;
  const changing = { ...principal([], { trusted: false }), grants };
  const { service, registry } = rig({
    authenticate: (token) => token === TOKENS.ann ? changing : undefined,
  });
  using _service = service;
  const opened = await service.fetch(
    post(legacy("initialize", INITIALIZE), BEARER),
  );
  const id = opened.headers.get("mcp-session-id") ?? "";
  await opened.text();
  const stream = await service.fetch(
    new Request("http://127.0.0.1/mcp", {
      headers: {
        ...BEARER,
        host: "127.0.0.1",
        accept: "text/event-stream",
        "mcp-session-id": id,
      },
    }),
  );
  assertEquals(stream.status, 200);
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  const told = async (last: string): Promise<string[]> => {
    let seen = "";
    while (!seen.includes(`notifications/${last}/list_changed`)) {
      const chunk = await reader?.read();
      assert(chunk && !chunk.done, seen);
      seen += chunk.value;
    }
    return [...seen.matchAll(/notifications\/(\w+)\/list_changed/g)]
      .map(([, name = ""]) => name);
  };
  registry.touch();
  changing.grants = principal(["inspect", "data"]).grants;
  registry.touch();
  assertEquals(await told("tools"), ["tools"]);
  registry.register(prompt("begin"));
  assertEquals(await told("prompts"), ["prompts"]);
  registry.register(resource("one"));
  assertEquals(await told("resources"), ["resources"]);
  registry.register(template("each"));
  assertEquals(await told("resources"), ["resources"]);
  registry.register({ ...plainTool("hidden"), scopes: ["eval"] });
  registry.unregister("tool", "plain");
  assertEquals(await told("tools"), ["tools"]);
  await reader?.cancel();
  await service.close();
});

Deno.test("at the end, calls are answered, and new ones refused", async () => {
  const { service, started, release } = rig();
  using _service = service;
  const { headers, text } = modern("tools/call", {
    name: "wait",
    arguments: {},
  });
  const request = post(text, { ...BEARER, ...headers });
  const answer = service.fetch(request);
  await started;
  const drained = service.drain();
  const late = await service.fetch(post(text, { ...BEARER, ...headers }));
  assertEquals(late.status, 503);
  release();
  assertEquals((await answer).status, 200);
  await (await answer).body?.cancel();
  await drained;
  await service.close();
});

Deno.test("beyond so many requests at once, others are told to wait", async () => {
  const { service, started, release } = rig({ maxRequests: 1 });
  using _service = service;
  const { headers, text } = modern("tools/call", {
    name: "wait",
    arguments: {},
  });
  const first = service.fetch(post(text, { ...BEARER, ...headers }));
  await started;
  const second = await service.fetch(post(text, { ...BEARER, ...headers }));
  assertEquals([second.status, second.headers.get("retry-after")], [503, "1"]);
  release();
  await (await first).body?.cancel();
  await service.close();
});

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
