import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import { InMemoryTransport } from "@modelcontextprotocol/server";
import { Client } from "@modelcontextprotocol/client";
import { CATALOGUE } from "../../lib/mcp/catalogue/mod.ts";
import { createServer } from "../../lib/mcp/mod.ts";
import { RUNBOOKS, runbookText } from "../../lib/mcp/catalogue/runbooks.ts";
import type { Principal } from "../../lib/registry/mod.ts";
import { dumpTools, TOOLS } from "../../lib/tools/mod.ts";
import { makeRig, principal, type Rig } from "../registry/support.ts";
import { listTokens, tokens } from "../support/tokens.ts";

const SNAPSHOT = new URL("../fixtures/tools.snap.json", import.meta.url);

/** What lists of tools may cost a model in every session, in tokens (o200k). */
const MAX_DEFAULT = 5_000;
const MAX_ALL = 10_000;
const MAX_TOOL = 350;
const MAX_DESCRIPTION = 40;

/** The tools that are offered with --dumps only. */
const DUMP_TOOLS = dumpTools({
  offered: true,
  read: () => Promise.reject(new Error("nothing to read")),
}, () => ({}));

/** Everything that beamtap has. */
function rig(nodes: string[] = ["a@h"]): Rig {
  const tools = TOOLS.map((tool) =>
    DUMP_TOOLS.find(({ name }) => name === tool.name) ?? tool
  );
  return makeRig({ nodes, tools: [...tools, ...CATALOGUE] });
}

const everything = principal(
  ["inspect", "data", "trace", "mutate", "eval", "admin"],
);

/** A stock client of a server for the principal. */
async function connected(
  who: Principal,
  nodes?: string[],
  structured = false,
): Promise<Client> {
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const server = createServer({
    registry: rig(nodes).registry,
    principal: who,
    version: "1.0.0",
    nodes: () => nodes ?? ["a@h"],
    structured,
  });
  await server.connect(ours);
  const client = new Client({ name: "tests", version: "1" }, {
    versionNegotiation: { mode: "legacy" },
  });
  await client.connect(theirs);
  return client;
}

Deno.test("names, titles, descriptions and schemas of all tools are as they were agreed (UPDATE_SNAPSHOTS=1 accepts new ones)", async () => {
  const client = await connected(everything, undefined, true);
  const { tools } = await client.listTools();
  await client.close();
  if (Deno.env.get("UPDATE_SNAPSHOTS")) {
    const text = JSON.stringify(tools, undefined, 2);
    await Deno.writeTextFile(SNAPSHOT, `${text}\n`);
  }
  const agreed = z.array(z.looseObject({ name: z.string() }))
    .parse(JSON.parse(await Deno.readTextFile(SNAPSHOT)));
  const text = (tool: object | undefined): string => JSON.stringify(tool);
  const differ = [...tools, ...agreed].map(({ name }) => name).filter((name) =>
    text(tools.find((tool) => tool.name === name)) !==
      text(agreed.find((tool) => tool.name === name))
  );
  assertEquals([...new Set(differ)], []);
  assertEquals(tools.map(({ name }) => name), agreed.map(({ name }) => name));
});

const SKILL = z.looseObject({
  uri: z.string(),
  frontmatter: z.object({ name: z.string(), description: z.string() }),
  resources: z.array(z.looseObject({ digest: z.string() })),
});

const FIELD = z.looseObject({ description: z.string().min(1) });
const LISTED = z.looseObject({
  name: z.string().regex(/^[a-z]+(_[a-z]+)*$/),
  title: z.string().min(1),
  description: z.string().min(40).max(700),
  annotations: z.looseObject({
    readOnlyHint: z.boolean(),
    destructiveHint: z.boolean(),
    idempotentHint: z.boolean(),
    openWorldHint: z.literal(false),
  }),
  inputSchema: z.looseObject({
    properties: z.record(z.string(), FIELD).default({}),
    additionalProperties: z.literal(false),
  }),
  outputSchema: z.looseObject({
    properties: z.record(z.string(), z.unknown()),
  }),
});

Deno.test("every tool says all that a model must know", async () => {
  const client = await connected(everything, undefined, true);
  for (const tool of (await client.listTools()).tools) {
    const { error } = LISTED.safeParse(tool);
    assert(error === undefined, `${tool.name}: ${error}`);
  }
  await client.close();
});

Deno.test("lists of tools cost few tokens, and are the same each time", async () => {
  const lists = [[principal(), MAX_DEFAULT], [everything, MAX_ALL]] as const;
  for (const [who, most] of lists) {
    const client = await connected(who);
    const [first, again] = [await client.listTools(), await client.listTools()];
    await client.close();
    assertEquals(first, again);
    const all = listTokens(first.tools);
    assert(all <= most, `${all} tokens`);
    const large = first.tools.filter((it) => listTokens([it]) > MAX_TOOL);
    assertEquals(large.map(({ name }) => name), []);
    const described = first.tools
      .reduce((sum, { description = "" }) => sum + tokens(description), 0);
    assert(described / first.tools.length <= MAX_DESCRIPTION, `${described}`);
  }
});

Deno.test("nodes have resources, and templates those that need a name more", async () => {
  const client = await connected(principal(), ["a@h", "b@h"]);
  const { resources } = await client.listResources();
  const uris = resources.map(({ uri }) => uri);
  for (const path of ["overview", "processes", "applications", "ets"]) {
    assert(uris.includes(`beam://b@h/${path}`), uris.join(" "));
  }
  const { resourceTemplates } = await client.listResourceTemplates();
  const templates = resourceTemplates.map(({ uriTemplate }) => uriTemplate);
  assert(templates.includes("beam://{node}/processes/{process}"));
  assert(!templates.includes("beam://{node}/ets/{table}"), "it needs data");
  await client.close();
});

Deno.test("the reference can be read, a page a toolset and one of errors", async () => {
  const client = await connected(principal());
  const read = async (page: string): Promise<string> => {
    const { contents } = await client.readResource({
      uri: `beamtap://reference/${page}`,
    });
    return z.tuple([z.object({ text: z.string() })]).parse(contents)[0].text;
  };
  for (const toolset of new Set(TOOLS.map(({ toolset }) => toolset))) {
    const page = await read(toolset);
    for (const { name } of TOOLS.filter((it) => it.toolset === toolset)) {
      assert(page.includes(`\n## ${name}\n`), name);
    }
  }
  assert((await read("errors")).includes("| `wrong_cookie` |"));
  await client.close();
});

Deno.test("a resource that is not there is an error that says which there are", async () => {
  const client = await connected(principal());
  const outcome = await client.readResource({ uri: "beam://a@h/nothing" })
    .then(() => "read", (error: Error) => error.message);
  assert(outcome.includes("beam://{node}/overview"), outcome);
  await client.close();
});

Deno.test("node names are completed for prompts and templates", async () => {
  const client = await connected(principal(), ["web1@h", "web2@h", "db@h"]);
  const refs = [
    { type: "ref/prompt", name: "node_is_slow" },
    { type: "ref/resource", uri: "beam://{node}/processes" },
  ] as const;
  for (const ref of refs) {
    const { completion } = await client.complete({
      ref,
      argument: { name: "node", value: "web" },
    });
    assertEquals(completion.values, ["web1@h", "web2@h"]);
  }
  await client.close();
});

/** The calls that a runbook proposes: tools with arguments, as after `beamtap call`. */
function proposed(text: string): [name: string, ...words: string[]][] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, call = ""]) => {
    const [name = "", ...words] = call.split(" ");
    return [name, ...words];
  });
}

function argumentOf(word: string): [name: string, value: unknown] {
  const at = word.indexOf("=");
  const text = word.slice(at + 1);
  return [
    word.slice(0, at),
    /^[[\d]|^true$/.test(text) ? JSON.parse(text) : text,
  ];
}

Deno.test("a runbook names tools that exist, with arguments that they take, and what it is about", async () => {
  const names = new Set(RUNBOOKS.map(({ name }) => name));
  for (const runbook of RUNBOOKS) {
    const text = runbookText(runbook);
    const calls = proposed(text);
    assert(calls.length >= 4, runbook.name);
    for (const [name, ...words] of calls) {
      const tool = TOOLS.find((each) => each.name === name);
      assert(tool, `${runbook.name} names ${name}`);
      if (words.length === 0) continue;
      // Throws for arguments that the tool does not take.
      tool.prepare(Object.fromEntries(words.map(argumentOf)));
    }
    for (const [, name = ""] of text.matchAll(/runbook (\w+)/g)) {
      assert(names.has(name), `${runbook.name} refers to ${name}`);
    }
  }
  const client = await connected(principal());
  const { prompts } = await client.listPrompts();
  assertEquals(
    prompts.map(({ name }) => name),
    RUNBOOKS.map(({ name }) => name),
  );
  const { messages } = await client.getPrompt({
    name: "mailbox_piles_up",
    arguments: { node: "a@h", process: "my_server" },
  });
  const text = JSON.stringify(messages);
  assert(text.includes("node: a@h") && text.includes("process: my_server"));
  await client.close();
});

Deno.test("an unknown prompt and unknown arguments are refused with words", async () => {
  const client = await connected(principal());
  const cases: [string, Record<string, string>, string][] = [
    ["node_is_fast", {}, "node_is_slow"],
    ["node_is_slow", { nod: "a" }, "nod"],
    ["node_is_slow", { node: "b@h" }, 'did you mean "a@h"?'],
  ];
  for (const [name, args, word] of cases) {
    const outcome = await client.getPrompt({ name, arguments: args })
      .then(() => "told", (error: Error) => error.message);
    assert(outcome.includes(word), outcome);
  }
  await client.close();
});

Deno.test("every runbook is a skill, told with the digest of the file that is read", async () => {
  const client = await connected(principal());
  const { skills } = await client.request(
    { method: "skills/list" },
    z.looseObject({ skills: z.array(SKILL) }),
  );
  const { resources } = await client.listResources();
  assertEquals(skills.length, RUNBOOKS.length);
  for (const { uri, frontmatter: { name }, resources: [file] } of skills) {
    assertEquals(resources.find((each) => each.uri === uri)?.name, name);
    const { contents: [read] } = await client.readResource({ uri });
    const text = read && "text" in read ? read.text : "";
    assert(text.startsWith(`---\nname: ${name}\n`), text);
    const bytes = new TextEncoder().encode(text);
    const digest = await crypto.subtle.digest("SHA-256", bytes);
    assertEquals(file?.digest, `sha256:${new Uint8Array(digest).toHex()}`);
    const { skill } = await client.request(
      { method: "skills/get", params: { uri } },
      z.looseObject({ skill: SKILL }),
    );
    assertEquals(skill.uri, uri);
  }
  await client.close();
});

Deno.test("names too long to be any are refused or complete nothing, and are no crash", async () => {
  const { registry, crashes } = rig();
  const long = "x".repeat(500);
  const read = await registry
    .read(principal(), `beam://a@h/modules/${long}`);
  assertEquals(read.ok ? "read" : read.code, "invalid_arguments");
  const form = { template: "beam://{node}/modules/{module}" };
  const found = await registry
    .complete(principal(), form, "module", long, { node: "a@h" });
  assertEquals(found.ok ? "found" : found.code, "invalid_arguments");
  assertEquals(crashes, []);
});
