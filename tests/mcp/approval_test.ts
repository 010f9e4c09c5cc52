import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import { defineTool, type Tool } from "../../lib/registry/mod.ts";
import { modern, post, rig, TOKENS } from "./support.ts";

/** What the tool did. */
const done: string[] = [];

const change: Tool = defineTool({
  name: "change",
  title: "Change",
  description: "Changes something.",
  toolset: "tests",
  annotations: {
    readOnlyHint: false,
    destructiveHint: true,
    idempotentHint: false,
    openWorldHint: false,
  },
  scopes: ["data"],
  input: {
    what: z.string().describe("What."),
    dry_run: z.boolean().default(false).describe("Only says it."),
  },
  output: { action: z.string() },
  run: ({ what, dry_run }) => {
    if (!dry_run) done.push(what);
    return Promise.resolve({ action: `changes ${what}` });
  },
});

const ANSWER = z.looseObject({
  result: z.looseObject({
    isError: z.boolean().optional(),
    requestState: z.string().optional(),
    content: z.array(z.looseObject({ text: z.string() })).optional(),
  }),
});

type Answered = z.output<typeof ANSWER>["result"];

/** Calls the tool as the holder of the token, who can be asked. */
function caller(): (
  what: string,
  more?: Record<string, unknown>,
) => Promise<Answered> {
  const { service, registry } = rig({
    confirm: { scopes: ["data"], fallback: "deny" },
  });
  registry.register(change);
  return async (what, more = {}) => {
    const { text, headers } = modern("tools/call", {
      name: "change",
      arguments: { what },
      ...more,
    });
    const request = post(
      text.replace(
        '/clientCapabilities":{}',
        '/clientCapabilities":{"elicitation":{"form":{}}}',
      ),
      { authorization: `Bearer ${TOKENS.bob}`, ...headers },
    );
    const body = await (await service.fetch(request)).text();
    const [, data = body] = /^data: (.*)$/m.exec(body) ?? [];
    return ANSWER.parse(JSON.parse(data)).result;
  };
}

const YES = { inputResponses: { approval: { action: "accept" } } };

Deno.test("an approval is good for its own call, once", async () => {
  const call = caller();
  const { requestState } = await call("a");
  assert(requestState);
  assertEquals(done.splice(0), []);
  const other = await call("b", { ...YES, requestState });
  assert(
    other.isError && /for another call/.test(other.content?.[0]?.text ?? ""),
  );
  const own = await call("a", { ...YES, requestState });
  assertEquals(own.isError ?? false, false);
  assertEquals(done.splice(0), ["a"]);
  assertEquals((await call("a", { ...YES, requestState })).isError, true);
  assertEquals(done.splice(0), []);
});

Deno.test("to accept the form is to approve, with whatever content", async () => {
  const call = caller();
  for (const content of [undefined, null, {}, { approve: false }, { x: 1 }]) {
    const { requestState } = await call("a");
    const approval = { action: "accept", content };
    const inputResponses = { approval };
    const { isError } = await call("a", { inputResponses, requestState });
    assertEquals(isError ?? false, false, JSON.stringify(content));
    assertEquals(done.splice(0), ["a"]);
  }
});

Deno.test("a state that is not ours, or an answer without one, approves nothing", async () => {
  const call = caller();
  const { requestState = "" } = await call("a");
  const [version, , mac] = requestState.split(".");
  for (const forged of ["x", `${version}.e30.${mac}`, `${requestState}A`]) {
    const result = await call("a", { ...YES, requestState: forged });
    assertEquals(result.isError, true, forged);
  }
  // Asked anew.
  assert((await call("a", YES)).requestState);
  for (
    const approval of [
      { action: "decline" },
      { action: "cancel" },
      { action: "decline", content: { approve: true } },
      { action: "Accept" },
      { content: { approve: true } },
      true,
      undefined,
    ]
  ) {
    const { requestState } = await call("a");
    const { isError } = await call("a", {
      inputResponses: { approval },
      requestState,
    });
    assertEquals(isError, true, JSON.stringify(approval));
  }
  assertEquals(done.splice(0), []);
});
