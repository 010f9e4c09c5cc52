import { assert, assertEquals } from "@std/assert";
import { readMessages, refusalText, tooLong } from "../../lib/mcp/incoming.ts";
import { lines } from "../../lib/mcp/stdio.ts";

/** What each message of a text comes to: what is dispatched, or the answer that refuses it. */
function read(text: string): unknown[] {
  return readMessages(text).map((incoming) => {
    if ("message" in incoming) return incoming.message;
    return "refusal" in incoming
      ? refusalText(incoming.refusal)
      : "not answered";
  });
}

const message = (rest: string, id = "8"): string =>
  `{"jsonrpc":"2.0","id":${id},"method":"tools/list"${rest}}`;

Deno.test("null in place of what may be left out is as good as leaving it out", () => {
  const plain = { jsonrpc: "2.0", id: 8, method: "tools/list" } as const;
  const cases: [string, unknown][] = [
    [message(`,"params":null`), plain],
    [message(`,"params":{"cursor":null}`), { ...plain, params: {} }],
    [message(`,"params":{"_meta":null}`), { ...plain, params: {} }],
    [
      message(`,"params":{"_meta":{"progressToken":null}}`),
      { ...plain, params: { _meta: {} } },
    ],
    [message(`,"sent_at":"today"`), plain],
    [`\uFEFF${message("")}\r`.slice(1), plain],
    [message("", '"a"'), { ...plain, id: "a" }],
    [message("", "0"), { ...plain, id: 0 }],
    [message("", "-1"), { ...plain, id: -1 }],
  ];
  for (const [text, expected] of cases) assertEquals(read(text), [expected]);
  assertEquals(
    read(
      `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"a","arguments":{"b":null}}}`,
    ),
    [{
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: { name: "a", arguments: { b: null } },
    }],
    "what a tool gets is the tool's affair",
  );
});

Deno.test("what is refused is answered under its own id, digit for digit", () => {
  const cases: [string, string, number][] = [
    [message(`,"params":5`), "8", -32602],
    [message(`,"params":[1]`), "8", -32602],
    [message(`,"params":"x"`, '"\\u0061\\n"'), '"a\\n"', -32602],
    [message(`,"params":{"_meta":{"progressToken":true}}`), "8", -32602],
    [message(`,"params":{"_meta":5}`), "8", -32602],
    [message(`,"params":{"cursor":5}`), "8", -32602],
    [`{"jsonrpc":"2.0","id":8,"method":"resources/read"}`, "8", -32602],
    [`{"jsonrpc":"2.0","id":8,"method":"initialize"}`, "8", -32602],
    [
      `{"jsonrpc":"2.0","id":8,"method":"resources/read","params":{"uri":5}}`,
      "8",
      -32602,
    ],
    [message("", "1.5"), "1.5", -32600],
    [message("", "12345678901234567890"), "12345678901234567890", -32600],
    [message("", "1e400"), "1e400", -32600],
    [message("", "null"), "null", -32600],
    [message("", "true"), "null", -32600],
    [message("", '{"id":3}'), "null", -32600],
    [`{"id":8,"method":"ping"}`, "8", -32600],
    [`{"jsonrpc":"1.0","id":8,"method":"ping"}`, "8", -32600],
    [`{"jsonrpc":"2.0","id":8}`, "8", -32600],
    [`{"jsonrpc":"2.0","id":8,"method":5}`, "8", -32600],
    [message(`,"result":{}`), "8", -32600],
    ["{", "null", -32700],
    ["[]", "null", -32600],
    ["5", "null", -32600],
  ];
  for (const [text, id, code] of cases) {
    const [answer, ...more] = read(text);
    assertEquals(more, []);
    assert(
      String(answer).startsWith(
        `{"jsonrpc":"2.0","id":${id},"error":{"code":${code},"message":"`,
      ),
      `${text}: ${answer}`,
    );
  }
});

Deno.test("a notification or an answer that makes no sense is not answered", () => {
  for (
    const text of [
      `{"jsonrpc":"2.0","method":"notifications/progress","params":5}`,
      `{"jsonrpc":"2.0","id":8,"result":5}`,
      `{"jsonrpc":"2.0","id":8,"error":"no"}`,
    ]
  ) assertEquals(read(text), ["not answered"], text);
});

Deno.test("the messages of a batch are read one by one", () => {
  const [first, second, third] = read(`[${message("")},5,${message("", "9")}]`);
  assert(typeof first === "object" && typeof third === "object");
  assert(String(second).includes(`"id":null`));
});

Deno.test("the id of a message too long to be kept is found at either end of it", async () => {
  const long = "x".repeat(5000);
  const cases: [string, string][] = [
    [`{"jsonrpc":"2.0","id":8,"method":"a","params":{"b":"${long}"}}`, "8"],
    [`{ "method": "a", "id" : "s\\"8", "params":{"b":"${long}"}}`, '"s\\"8"'],
    [`{"method":"a","params":{"b":"${long}"},"jsonrpc":"2.0","id":8}`, "8"],
    [`{"method":"a","params":{"b":"${long}"},"id":8,"jsonrpc":"2.0"}`, "8"],
    [`{"method":"a","params":{"b":"${long}","id":7}}`, "null"],
    [`{"method":"a","params":{"id":7,"b":"${long}"}}`, "null"],
    [long, "null"],
  ];
  for (const [text, id] of cases) {
    for (const size of [100, 1500, 100_000]) {
      const bytes = new TextEncoder().encode(`${text}\n`);
      const chunks = Array.from(
        { length: Math.ceil(bytes.length / size) },
        (_, index) => bytes.subarray(index * size, (index + 1) * size),
      );
      const [line] = await Array.fromAsync(
        lines(ReadableStream.from(chunks), 4000),
      );
      assert(typeof line === "object");
      assertEquals(tooLong(line.head, line.tail, 4000).id, id, text.slice(-60));
    }
  }
});
