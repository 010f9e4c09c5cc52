import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import {
  type AnyHandler,
  defineCompletion,
  defineNodeResource,
  defineNodeTool,
  defineResource,
  defineTool,
  LOOKS_ONLY,
  type Outcome,
  withContent,
} from "../../../lib/registry/mod.ts";
import { matchUri } from "../../../lib/registry/declare/uri_template.ts";
import {
  makeRig,
  plainTool,
  principal,
  prompt,
  resource,
  template,
} from "../support.ts";

const words: AnyHandler = defineCompletion({
  name: "words",
  title: "Words",
  description: "Knows words.",
  toolset: "tests",
  scopes: ["inspect"],
  run: ({ known }) =>
    Promise.resolve(["bear", "Ape", "apple", "grape", ...Object.values(known)]),
});

function valueOf<Value>(outcome: Outcome<Value>): Value {
  assert(outcome.ok, outcome.ok ? "" : outcome.text);
  return outcome.value;
}

function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? "ok" : outcome.code;
}

Deno.test("a resource is read at its address, as JSON", async () => {
  const { registry } = makeRig({ tools: [resource("look")] });
  assertEquals(valueOf(await registry.read(principal(), "test://look")), {
    uri: "test://look",
    mimeType: "application/json",
    text: '{"answer":42}',
  });
});

Deno.test("a resource of a node is read at any address of its form", async () => {
  const { registry } = makeRig({ tools: [template("say")], nodes: ["a@h"] });
  const read = async (uri: string): Promise<unknown> =>
    valueOf(await registry.read(principal(), uri));
  assertEquals(await read("test://a@h/say/%3C0.1.2%3E"), {
    uri: "test://a@h/say/%3C0.1.2%3E",
    mimeType: "text/plain",
    text: "<0.1.2> on a@h",
  });
});

Deno.test("an address without a resource is refused with the forms there are", async () => {
  const { registry } = makeRig({ tools: [template("say"), resource("look")] });
  const result = await registry.read(principal(), "test://a@h/say/a/b");
  assertEquals(codeOf(result), "unknown_resource");
  assert(!result.ok && result.hint?.includes("test://{node}/say/{word}"));
});

Deno.test("a resource that is denied looks unknown to a stranger", async () => {
  const secret = template("secret", { scopes: ["data"] });
  const { registry } = makeRig({ tools: [secret, resource("look")] });
  const stranger = principal([], { trusted: false });
  const uri = "test://a@h/secret/x";
  const hidden = await registry.read(stranger, uri);
  registry.unregister("resource_template", "secret");
  assertEquals(hidden, await registry.read(stranger, uri));
});

Deno.test("what can be read is listed, for each node that is granted", () => {
  const overview = defineNodeResource({
    ...template("overview"),
    name: "overview",
    uriTemplate: "test://{node}/overview",
    input: {},
    complete: {},
    output: z.string(),
    run: () => Promise.resolve("fine"),
  });
  const { registry } = makeRig({
    tools: [resource("look"), overview, template("say")],
    nodes: ["a@h", "b@h", "c@g"],
  });
  const uris = registry.readable(principal(["inspect@*@h"]))
    .map(({ uri }) => uri);
  assertEquals(uris, [
    "test://look",
    "test://a@h/overview",
    "test://b@h/overview",
  ]);
});

Deno.test("bytes are a blob, and too many of them are refused", async () => {
  const bytes = (length: number): AnyHandler =>
    defineResource({
      ...resource("bytes"),
      mimeType: "image/png",
      output: z.instanceof(Uint8Array),
      run: () => Promise.resolve(new Uint8Array(length)),
    });
  const read = (length: number): Promise<Outcome<unknown>> =>
    makeRig({ tools: [bytes(length)] }).registry
      .read(principal(), "test://bytes");
  assertEquals(valueOf(await read(3)), {
    uri: "test://bytes",
    mimeType: "image/png",
    blob: "AAAA",
  });
  assertEquals(codeOf(await read(2_000_000)), "answer_too_large");
});

Deno.test("a text resource is cut to its budget", async () => {
  const long = defineResource({
    ...resource("long"),
    budgetBytes: 500,
    mimeType: "text/plain",
    output: z.string(),
    run: () => Promise.resolve("word ".repeat(500)),
  });
  const { registry } = makeRig({ tools: [long] });
  const contents = valueOf(await registry.read(principal(), "test://long"));
  assert("text" in contents && contents.text.length < 500);
  assert("text" in contents && /… \(\d+ bytes left out\)$/.test(contents.text));
});

Deno.test("addresses match forms part by part", () => {
  const form = "beam://{node}/process/{process}";
  assertEquals(matchUri(form, "beam://a@h/process/x%2Fy"), {
    node: "a@h",
    process: "x/y",
  });
  for (
    const other of [
      "beam://a@h/process/",
      "beam://a@h/process/x/y",
      "beam://a@h/process/x?y",
      "beam://a@h/process/%",
      "xbeam://a@h/process/x",
    ]
  ) assertEquals(matchUri(form, other), undefined, other);
});

Deno.test("a prompt gives its messages", async () => {
  const { registry } = makeRig({ tools: [prompt("greet")] });
  const said = await registry.prompt(principal(), "greet", { word: "hello" });
  assertEquals(valueOf(said), [{
    role: "user",
    content: { type: "text", text: "Say hello." },
  }]);
  const wrong = await registry.prompt(principal(), "greet", { wrod: "hello" });
  assertEquals(codeOf(wrong), "invalid_arguments");
  const unknown = await registry.prompt(principal(), "great", {});
  assertEquals(codeOf(unknown), "unknown_prompt");
});

Deno.test("values are completed: those that begin with what is typed first", async () => {
  const { registry } = makeRig({ tools: [prompt("greet"), words] });
  const complete = async (
    argument: string,
    typed: string,
    known = {},
  ): Promise<readonly string[]> =>
    valueOf(
      await registry
        .complete(principal(), { prompt: "greet" }, argument, typed, known),
    ).values;
  assertEquals(await complete("word", "AP"), ["Ape", "apple", "grape"]);
  assertEquals(await complete("word", "z", { other: "zebra" }), ["zebra"]);
  assertEquals(await complete("toString", "a"), []);
});

Deno.test("variables of a resource are completed, and nodes among them", async () => {
  const nodes = defineCompletion({
    name: "node_names",
    title: "Nodes",
    description: "Knows nodes.",
    toolset: "tests",
    scopes: ["inspect"],
    run: async (_query, context) =>
      (await context.nodes()).map(({ node }) => node),
  });
  const { registry } = makeRig({
    tools: [template("say"), words, nodes],
    nodes: ["a@h", "b@h"],
  });
  const of = { template: "test://{node}/say/{word}" };
  const dev = principal(["inspect@b@*"]);
  const found = await registry.complete(dev, of, "node", "");
  assertEquals(valueOf(found).values, ["b@h"]);
  assertEquals(
    valueOf(await registry.complete(dev, of, "word", "be")).values,
    ["bear"],
  );
});

Deno.test("no more values are given than a client may get", async () => {
  const many = defineCompletion({
    ...words,
    name: "words",
    run: () => Promise.resolve(Array.from({ length: 250 }, (_, n) => `w${n}`)),
  });
  const { registry } = makeRig({ tools: [prompt("greet"), many] });
  const { values, total, hasMore } = valueOf(
    await registry.complete(principal(), { prompt: "greet" }, "word", ""),
  );
  assertEquals([values.length, total, hasMore], [100, 250, true]);
});

Deno.test("a completion is denied as anything else is", async () => {
  const secret = defineCompletion({
    ...words,
    name: "words",
    scopes: ["data"],
    run: () => Promise.resolve(["secret"]),
  });
  const { registry } = makeRig({ tools: [prompt("greet"), secret] });
  const of = { prompt: "greet" };
  const denied = await registry.complete(principal(), of, "word", "");
  assertEquals(codeOf(denied), "permission_denied");
});

Deno.test("a structured answer may be followed by pictures and links", async () => {
  const content = [
    { type: "image", data: "AAAA", mimeType: "image/png" },
    { type: "resource_link", uri: "test://look", name: "look" },
  ] as const;
  const tool = defineNodeTool({
    name: "draw",
    title: "Draw",
    description: "Draws.",
    toolset: "tests",
    annotations: LOOKS_ONLY,
    scopes: ["inspect"],
    probes: [],
    input: {},
    output: { points: z.int() },
    run: () => Promise.resolve(withContent({ points: 3 }, content, { a: 1 })),
  });
  const { registry } = makeRig({ tools: [tool] });
  const result = await registry.call(principal(), "draw", {});
  assert(result.ok);
  const text = "node=a@h incarnation=7 points=3";
  assertEquals(result.content, [{ type: "text", text }, ...content]);
  assertEquals([result.text, result.meta], [text, { a: 1 }]);
  assertEquals(result.structured?.points, 3);
});

Deno.test("an answer may be content alone, its texts within the budget", async () => {
  const tool = defineTool({
    ...plainTool("say"),
    name: "say",
    budgetBytes: 300,
    annotations: LOOKS_ONLY,
    input: {},
    output: {},
    run: () =>
      Promise.resolve(withContent({}, [
        { type: "text" as const, text: "password=hunter2" },
        { type: "text" as const, text: "x".repeat(1000) },
      ])),
  });
  const { registry } = makeRig({ tools: [tool] });
  const result = await registry.call(principal(), "say", {});
  assert(result.ok);
  assertEquals(result.structured, {});
  assert(!result.text.includes("hunter2"), result.text);
  assert(result.text.length < 300, result.text);
});

Deno.test("a picture that is too large is refused, not cut", async () => {
  const tool = defineTool({
    ...plainTool("draw"),
    name: "draw",
    input: {},
    output: {},
    run: () =>
      Promise.resolve(withContent({}, [{
        type: "image" as const,
        data: "A".repeat(1_100_000),
        mimeType: "image/png",
      }])),
  });
  const { registry } = makeRig({ tools: [tool] });
  const result = await registry.call(principal(), "draw", {});
  assert(!result.ok);
  assertEquals(result.code, "answer_too_large");
});

Deno.test("links, embedded texts and metadata keep no secret and the budget", async () => {
  const url = "postgres://me:hunter2@db/x";
  const tool = defineTool({
    ...plainTool("say"),
    name: "say",
    budgetBytes: 500,
    input: {},
    output: {},
    run: () =>
      Promise.resolve(withContent({}, [
        { type: "resource_link" as const, uri: url, name: url, title: url },
        {
          type: "resource" as const,
          resource: {
            uri: "test://a",
            mimeType: "text/plain",
            text: `${url} ${"x".repeat(2000)}`,
          },
        },
      ], { seen: url, password: "hunter2", rows: Array(900).fill("row") })),
  });
  const { registry } = makeRig({ tools: [tool] });
  const result = await registry.call(principal(), "say", {});
  assert(result.ok, result.text);
  const all = JSON.stringify(result);
  assert(!all.includes("hunter2"), all);
  assert(all.length < 2000, all);
  assertEquals(result.meta?.password, "[redacted]");
});
