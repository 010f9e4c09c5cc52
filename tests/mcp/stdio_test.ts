import { assert, assertEquals } from "@std/assert";
import type { JSONRPCMessage } from "@modelcontextprotocol/server";
import { type StdioOptions, StdioTransport } from "../../lib/mcp/mod.ts";
import { lines } from "../../lib/mcp/stdio.ts";

const encoder = new TextEncoder();

/** A transport over streams that the test holds the other ends of. */
class Rig {
  readonly written: unknown[] = [];
  readonly received: JSONRPCMessage[] = [];
  readonly errors: Error[] = [];
  readonly transport: StdioTransport;
  readonly #input = new TransformStream<Uint8Array, Uint8Array>();
  readonly #writer = this.#input.writable.getWriter();
  readerHasGone = false;
  #arrived: () => void = () => {};

  constructor(options: Partial<StdioOptions> = {}) {
    this.transport = new StdioTransport({
      ...options,
      input: this.#input.readable,
      output: new WritableStream({
        write: (bytes: Uint8Array): void => {
          if (this.readerHasGone) throw new Deno.errors.BrokenPipe("gone");
          const text = new TextDecoder().decode(bytes);
          assert(text.endsWith("\n"));
          this.written.push(JSON.parse(text));
        },
      }),
    });
    this.transport.onmessage = (message): void => {
      this.received.push(message);
      this.#arrived();
    };
    this.transport.onerror = (error): void => {
      this.errors.push(error);
    };
  }

  async feed(text: string): Promise<void> {
    await this.#writer.write(encoder.encode(text));
  }

  /** Waits until so many messages have come through. */
  async messages(count: number): Promise<void> {
    while (this.received.length < count) {
      await new Promise<void>((resolve) => this.#arrived = resolve);
    }
  }

  /** Ends the input. */
  async end(): Promise<void> {
    await this.#writer.close();
  }
}

const request = (id: number, method = "tools/list"): string =>
  `${JSON.stringify({ jsonrpc: "2.0", id, method })}\n`;

const answer = (id: number): JSONRPCMessage => ({
  jsonrpc: "2.0",
  id,
  result: {},
});

async function linesOf(
  chunks: readonly string[],
  maxBytes = 100,
): Promise<(string | undefined)[]> {
  const stream = ReadableStream.from(
    chunks.map((each) => encoder.encode(each)),
  );
  const all = await Array.fromAsync(lines(stream, maxBytes));
  return all.map((line) => typeof line === "string" ? line : undefined);
}

Deno.test("lines come whole however the bytes are cut", async () => {
  assertEquals(await linesOf(["a\nb", "c\n", "\nd"]), ["a", "bc", "", "d"]);
  const bytes = encoder.encode("é\n€\n");
  const single = ReadableStream.from([...bytes].map((b) => Uint8Array.of(b)));
  assertEquals(await Array.fromAsync(lines(single, 10)), ["é", "€"]);
});

Deno.test("a line beyond the limit is dropped, the next is not", async () => {
  assertEquals(
    await linesOf(["12345", "6\nok\n", "1234\n12345"], 4),
    [undefined, "ok", "1234", undefined],
  );
});

Deno.test("what does not open the connection waits for what is prepared after the first answer", async () => {
  const ready = Promise.withResolvers<void>();
  let asked = 0;
  const rig = new Rig({
    prepare(): Promise<void> {
      asked++;
      return ready.promise;
    },
  });
  await rig.transport.start();
  await rig.feed(request(1, "server/discover"));
  await rig.messages(1);
  assertEquals(asked, 0);
  await rig.transport.send(answer(1));
  assertEquals(asked, 1);
  await rig.feed(request(2) + request(3, "server/discover"));
  await rig.end();
  // Everything that is not held back has been delivered by now.
  await new Promise((resolve) => setTimeout(resolve));
  assertEquals(rig.received.length, 1);
  ready.resolve();
  await rig.messages(3);
  for (const id of [2, 3]) await rig.transport.send(answer(id));
  await rig.transport.closed;
  assertEquals([asked, rig.received.map((each) => "id" in each && each.id)], [
    1,
    [1, 2, 3],
  ]);
});

Deno.test("a client is served although preparing failed", async () => {
  const rig = new Rig({ prepare: () => Promise.reject(new Error("wrong")) });
  await rig.transport.start();
  await rig.feed(request(1));
  await rig.messages(1);
  await rig.transport.send(answer(1));
  await rig.end();
  await rig.transport.closed;
  assertEquals(rig.errors.map(({ message }) => message), ["wrong"]);
});

Deno.test("junk is answered and does not end the connection", async () => {
  const rig = new Rig();
  await rig.transport.start();
  await rig.feed(`{nonsense\n{"no":"rpc"}\n\n${request(1)}`);
  await rig.messages(1);
  await rig.transport.send(answer(1));
  await rig.end();
  await rig.transport.closed;
  assertEquals(rig.written, [
    {
      jsonrpc: "2.0",
      id: null,
      error: { code: -32700, message: "Parse error: this is not JSON" },
    },
    {
      jsonrpc: "2.0",
      id: null,
      error: {
        code: -32600,
        message: 'Invalid Request: jsonrpc must be "2.0"',
      },
    },
    answer(1),
  ]);
  assertEquals(rig.received.length, 1);
  assertEquals(rig.errors.length, 2);
});

Deno.test("a message beyond the limit is refused, the next is served", async () => {
  const rig = new Rig({ maxMessageBytes: 100 });
  await rig.transport.start();
  await rig.feed(`"${"x".repeat(200)}"\n${request(1)}`);
  await rig.messages(1);
  await rig.transport.send(answer(1));
  await rig.end();
  await rig.transport.closed;
  assertEquals(rig.written, [
    {
      jsonrpc: "2.0",
      id: null,
      error: {
        code: -32600,
        message: "Invalid Request: the message exceeds 100 bytes",
      },
    },
    answer(1),
  ]);
});

Deno.test("after the end of input, what was asked is answered first", async () => {
  const rig = new Rig();
  let closed = false;
  rig.transport.onclose = (): void => {
    closed = true;
  };
  await rig.transport.start();
  await rig.feed(request(1) + request(2).trimEnd());
  await rig.end();
  await rig.messages(2);
  await rig.transport.send(answer(2));
  assertEquals(closed, false);
  await rig.transport.send(answer(1));
  await rig.transport.closed;
  assertEquals(closed, true);
  assertEquals(rig.written, [answer(2), answer(1)]);
});

Deno.test("requests that share an id are all waited for", async () => {
  const rig = new Rig();
  await rig.transport.start();
  await rig.feed(request(1) + request(1));
  await rig.end();
  await rig.messages(2);
  await rig.transport.send(answer(1));
  await rig.transport.send(answer(1));
  await rig.transport.closed;
  assertEquals(rig.written, [answer(1), answer(1)]);
});

Deno.test("a cancelled request and a subscription are not waited for", async () => {
  const rig = new Rig();
  await rig.transport.start();
  await rig.feed(
    request(1) + request(2, "subscriptions/listen") +
      '{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}\n',
  );
  await rig.end();
  await rig.transport.closed;
});

Deno.test("an answer that never comes is not waited for without end", async () => {
  const rig = new Rig({ drainMs: 10 });
  await rig.transport.start();
  await rig.feed(request(1));
  await rig.end();
  await rig.transport.closed;
});

Deno.test("a reader who has gone closes the transport", async () => {
  const rig = new Rig();
  await rig.transport.start();
  rig.readerHasGone = true;
  await rig.transport.send(answer(1)).then(
    () => assert(false, "it was written"),
    () => {},
  );
  await rig.transport.closed;
  await rig.end();
});
