import { Program } from "../../../lib/beam/request.ts";
import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import type { Probe } from "../../../lib/beam/mod.ts";
import { BeamError, showErlang } from "../../../lib/beam/mod.ts";
import { atom, binary, encode, map, Pid, tuple } from "../../../lib/etf/mod.ts";
import {
  type Asker,
  defineClusterTool,
  defineNodesTool,
  LOOKS_ONLY,
  type Tool,
  type ToolResult,
} from "../../../lib/registry/mod.ts";
import { makeRig, principal, type Rig } from "../support.ts";

/** Asks for the length of a node's name. */
const question: Probe<unknown, { readonly length: number }> = {
  name: "length_of_name",
  manifest: [],
  source: "",
  program: new Program([], [], [], { often: [], seldom: [] }),
  encode: () => [],
  decode: (answer) => ({ length: z.int().parse(answer) }),
};

const about = {
  title: "Lengths",
  description: "Asks.",
  toolset: "tests",
  annotations: LOOKS_ONLY,
  scopes: ["inspect"],
  input: {},
} as const;

const lengths: Tool = defineNodesTool({
  ...about,
  name: "get_length",
  output: { length: z.int() },
  probe: question,
});

const FAN_OUT = z.object({ nodes: z.array(z.string()) });

/** Nodes of which each sees those listed; `hung` ones give no answer. */
function cluster(
  seen: Record<string, string[]>,
  hung: readonly string[] = [],
): (node: string) => Promise<Asker> {
  const reading = {
    cost: {
      ms_on_target: 0,
      processes_scanned: 0,
    },
  };
  return (node) => {
    const visible = seen[node];
    if (visible === undefined) {
      return Promise.reject(new BeamError("no_answer", `${node} is down`));
    }
    return Promise.resolve({
      node,
      incarnation: 7,
      async run<Args, Answer>(
        probe: Probe<Args, Answer>,
        args: Args,
      ): Promise<Answer> {
        await Promise.resolve();
        const decode = (term: Parameters<typeof probe.decode>[0]): Answer =>
          probe.decode(
            term,
            { node, show: showErlang, wordBytes: 8, ...reading },
            args,
          );
        switch (probe.name) {
          case "members":
            return decode(map([
              [atom("visible"), visible.map(atom)],
              [atom("hidden"), [atom("beamtap@h")]],
            ]));
          case "fan_out":
            return decode(encode(
              FAN_OUT.parse(args).nodes.filter((name) => !hung.includes(name))
                .map((name) =>
                  tuple(
                    binary(name),
                    tuple(
                      atom("ok"),
                      new Pid(atom(name), 1, 0, name.length),
                      tuple(
                        tuple(atom("ok"), name.length),
                        map([[atom("word_bytes"), 8]]),
                      ),
                    ),
                  )
                ),
            ));
          default:
            return decode(node.length);
        }
      },
      call: () => Promise.reject(new Error("nothing is called")),
    });
  };
}

function rig(
  nodes: string[],
  beam: (node: string) => Promise<Asker>,
  tools: Tool[] = [lengths],
): Rig {
  return makeRig({ nodes, beam, tools });
}

const ANSWER = z.object({
  nodes: z.array(z.object({ node: z.string(), length: z.int() })),
  no_answer: z.array(z.object({ node: z.string(), code: z.string() })),
});

function answerOf(result: ToolResult): z.infer<typeof ANSWER> {
  assert(result.ok, result.text);
  return ANSWER.parse(result.structured);
}

function namesOf(rows: readonly { node: string }[]): string[] {
  return rows.map(({ node }) => node);
}

Deno.test("a tool for several nodes asks one, where nothing else is said", async () => {
  const { registry } = rig(["a@h"], cluster({ "a@h": [] }));
  const result = await registry.call(principal(), "get_length", {});
  assert(result.ok, result.text);
  assertEquals(result.structured, { node: "a@h", incarnation: 7, length: 3 });
});

Deno.test("one link serves a whole cluster", async () => {
  const { registry, dialled } = rig(
    ["a@h"],
    cluster({ "a@h": ["c@h", "bb@h"] }),
  );
  const result = await registry
    .call(principal(), "get_length", { nodes: "all" });
  assertEquals(answerOf(result), {
    nodes: [
      { node: "a@h", length: 3 },
      { node: "bb@h", length: 4 },
      { node: "c@h", length: 3 },
    ],
    no_answer: [],
  });
  assertEquals(dialled, ["a@h"]);
});

Deno.test("known nodes that do not see each other are each asked, no node twice", async () => {
  const { registry, dialled } = rig(
    ["a@h", "b@h", "x@g"],
    cluster({ "a@h": ["b@h", "c@h"], "b@h": ["a@h"], "x@g": ["y@g", "c@h"] }),
  );
  const result = await registry
    .call(principal(), "get_length", { nodes: "all" });
  assertEquals(namesOf(answerOf(result).nodes), [
    "a@h",
    "b@h",
    "c@h",
    "x@g",
    "y@g",
  ]);
  assertEquals(dialled, ["a@h", "x@g"]);
});

Deno.test("a glob says which are meant, and the one asked need not be", async () => {
  const { registry } = rig(
    ["a@h"],
    cluster({ "a@h": ["web1@h", "web2@h", "db@h"] }),
  );
  const result = await registry.call(principal(), "get_length", {
    node: "a@h",
    nodes: "web*",
  });
  assertEquals(namesOf(answerOf(result).nodes), ["web1@h", "web2@h"]);
  const several = await registry.call(principal(), "get_length", {
    node: "a@h",
    nodes: "web2@h,d*",
  });
  assertEquals(namesOf(answerOf(several).nodes), ["db@h", "web2@h"]);
  const short = await registry.call(principal(), "get_length", {
    nodes: "web2, web3, x@h",
  });
  const { nodes, no_answer } = answerOf(short);
  assertEquals(namesOf(nodes), ["web2@h"]);
  assertEquals(no_answer, [
    { node: "web3", code: "unknown_node" },
    { node: "x@h", code: "unknown_node" },
  ]);
});

Deno.test("each node is granted for itself; who is not trusted does not learn of others", async () => {
  const { registry } = rig(["a@h"], cluster({ "a@h": ["b@h", "c@g"] }));
  const some = principal(["inspect@*@h"]);
  const seen = answerOf(
    await registry.call(some, "get_length", { nodes: "all" }),
  );
  assertEquals(namesOf(seen.nodes), ["a@h", "b@h"]);
  assertEquals(seen.no_answer, [{ node: "c@g", code: "permission_denied" }]);
  const stranger = { ...some, trusted: false };
  const less = await registry.call(stranger, "get_length", { nodes: "all" });
  assertEquals(answerOf(less).no_answer, []);
  assertEquals(less.text.includes("c@g"), false);
});

Deno.test("a node that does not answer is named, and costs no other its answer", async () => {
  const { registry } = rig(
    ["a@h", "gone@h"],
    cluster({ "a@h": ["b@h"] }, ["b@h"]),
  );
  const { nodes, no_answer } = answerOf(
    await registry.call(principal(), "get_length", { nodes: "all" }),
  );
  assertEquals(namesOf(nodes), ["a@h"]);
  assertEquals(no_answer, [
    { node: "b@h", code: "no_answer" },
    { node: "gone@h", code: "no_answer" },
  ]);
});

Deno.test("an alias is a name where several are asked, too", async () => {
  const { registry } = makeRig({
    nodes: ["a@h", "b@h"],
    aliases: { shop: "b@h", "pay-1": "a@h" },
    beam: cluster({ "a@h": ["b@h", "c@h"], "b@h": ["a@h"] }),
    tools: [lengths],
  });
  const meant = async (nodes: string): Promise<string[]> =>
    namesOf(
      answerOf(await registry.call(principal(), "get_length", { nodes })).nodes,
    );
  assertEquals(await meant("shop"), ["b@h"]);
  assertEquals(await meant("pay*"), ["a@h"]);
  const stranger = principal(["inspect@a@h"], { trusted: false });
  const hidden = await registry
    .call(stranger, "get_length", { nodes: "shop" });
  const none = await registry.call(stranger, "get_length", { nodes: "none" });
  assert(!hidden.ok && !none.ok);
  assertEquals(hidden.text.replace("shop", "none"), none.text);
});

Deno.test("a node that cannot be reached is asked by another that sees it", async () => {
  const { registry, dialled } = rig(
    ["a@h", "b@h"],
    cluster({ "b@h": ["a@h"] }),
  );
  const { nodes, no_answer } = answerOf(
    await registry.call(principal(), "get_length", { nodes: "all" }),
  );
  assertEquals([namesOf(nodes), no_answer], [["a@h", "b@h"], []]);
  assertEquals(dialled, ["a@h", "b@h"]);
});

Deno.test("a first node that hangs leaves the others time to answer", async () => {
  const others = cluster({ "b@h": ["c@h"] });
  const { registry } = rig(
    ["a@h", "b@h"],
    (node) => node === "a@h" ? new Promise(() => {}) : others(node),
    [{ ...lengths, deadlineMs: 5000 }],
  );
  const { nodes, no_answer } = answerOf(
    await registry.call(principal(), "get_length", { nodes: "all" }),
  );
  assertEquals(namesOf(nodes), ["b@h", "c@h"]);
  assertEquals(no_answer, [{ node: "a@h", code: "timeout" }]);
});

Deno.test("each question leaves time for the answer", async () => {
  const beam = cluster({ "a@h": ["b@h"] });
  const given: Record<string, number> = {};
  const { registry } = rig(["a@h"], async (node) => {
    const asker = await beam(node);
    return {
      ...asker,
      run: (probe, args, options) => {
        given[probe.name] = options.timeoutMs;
        return asker.run(probe, args, options);
      },
    };
  }, [{ ...lengths, deadlineMs: 5000 }]);
  answerOf(await registry.call(principal(), "get_length", { nodes: "all" }));
  const { members = Infinity, fan_out = Infinity } = given;
  assert(members <= 2000, `${members} of the first half of 5000 ms`);
  assert(fan_out <= 4500, `${fan_out} of 5000 ms`);
});

Deno.test("where none of several can be reached, each is told in few words", async () => {
  const { registry } = rig(["a@h", "b@h"], (node) =>
    Promise.reject(
      new BeamError("no_answer", `${node} is down${"!".repeat(300)}`),
    ));
  const { ok, text } = await registry
    .call(principal(), "get_length", { nodes: "all" });
  assert(!ok);
  const bangs = "!".repeat(188);
  assertEquals(
    text.split("\n")[0],
    `no_answer: none of 2 nodes answered: a@h (no_answer): a@h is down${bangs}…; b@h (no_answer): b@h is down${bangs}…`,
  );
});

Deno.test("where no node can be reached, the answer is that error", async () => {
  const { registry } = rig(["gone@h"], cluster({}));
  const result = await registry
    .call(principal(), "get_length", { nodes: "all" });
  assertEquals(result.text, "no_answer: gone@h is down");
});

Deno.test("several questions of one call find out once whom to ask", async () => {
  let asked = 0;
  const tool = defineClusterTool({
    ...about,
    name: "get_sum",
    probes: [question],
    output: { sum: z.int() },
    run: async (_args, { ask }) => {
      const [one, two] = [
        await ask(question, undefined),
        await ask(question, undefined),
      ];
      asked = one.answers.length + two.answers.length;
      return { sum: asked };
    },
  });
  const { registry, dialled, audit } = rig(
    ["a@h"],
    cluster({ "a@h": ["b@h"] }),
    [tool, { ...lengths, scopes: ["data"] }],
  );
  const result = await registry.call(principal(), "get_sum", {});
  assert(result.ok, result.text);
  assertEquals([asked, dialled], [4, ["a@h"]]);
  await registry.call(principal(["data"]), "get_length", { nodes: "all" });
  assertEquals(
    audit.map(({ event, nodes, asked }) => ({ event, nodes, asked })),
    [
      { event: "decision", nodes: "*", asked: undefined },
      { event: "end", nodes: "*", asked: ["a@h", "b@h"] },
    ],
  );
});

Deno.test("a probe that is not declared is asked of no node", async () => {
  const tool = defineClusterTool({
    ...about,
    name: "get_sum",
    probes: [],
    output: {},
    run: async (_args, { ask }) => {
      await ask(question, undefined);
      return {};
    },
  });
  const { registry, dialled } = rig(["a@h"], cluster({ "a@h": [] }), [tool]);
  const result = await registry.call(principal(), "get_sum", {});
  assertEquals(result.ok ? "ok" : result.code, "permission_denied");
  assertEquals(dialled, []);
});

Deno.test("the answers of many nodes stay within the budget, and every node is in it", async () => {
  const names = Array.from({ length: 40 }, (_, n) => `n${n}@h`);
  const wordy = defineNodesTool({
    ...about,
    name: "get_words",
    output: { words: z.array(z.string()) },
    probe: {
      ...question,
      decode: () => ({ words: Array.from({ length: 100 }, () => "word") }),
    },
  });
  const { registry } = rig(["a@h"], cluster({ "a@h": names }), [wordy]);
  const result = await registry
    .call(principal(), "get_words", { nodes: "all" });
  assert(result.ok, result.text);
  const { nodes } = z.object({ nodes: z.array(z.unknown()) })
    .parse(result.structured);
  assertEquals(nodes.length, 41);
  assert(result.text.length <= 8192);
});

Deno.test("a glob that no node matches is an error, and says no more of nodes that are not granted", async () => {
  const { registry } = makeRig({
    nodes: ["a@h"],
    beam: cluster({ "a@h": ["prod@h"] }),
    tools: [lengths],
  });
  const stranger = principal(["inspect@a@*"], { trusted: false });
  const ask = async (nodes: string): Promise<string> =>
    (await registry.call(stranger, "get_length", { nodes })).text;
  const none = await ask("none@*");
  assert(none.startsWith("unknown_node: no node that you may ask"), none);
  assertEquals((await ask("prod@*")).replace("prod", "none"), none);
});
