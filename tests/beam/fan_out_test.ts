import { MISBEHAVING } from "../support/misbehaving.ts";
import { assert, assertEquals } from "@std/assert";
import {
  askMembers,
  type AskMembersOptions,
  type Beam as Asked,
  createBeam,
  members,
  type Probe,
} from "../../lib/beam/mod.ts";
import { delay } from "../../lib/net/mod.ts";
import { getLimitsQuestion } from "../../lib/tools/runtime/get_limits.ts";
import { getNodeInfoQuestion } from "../../lib/tools/nodes/get_node_info.ts";
import { getMemoryQuestion } from "../../lib/tools/memory/get_memory.ts";
import { defineProbe } from "../../lib/beam/probe.ts";
import { atom, map } from "../../lib/etf/mod.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import { type Beam, type Epmd, startBeam, startEpmd } from "../support/beam.ts";
import { connect, evaluate, eventually } from "../support/remote.ts";

let epmd: Epmd;
/** Three that are connected to each other, and one that is connected to nobody. */
let nodes: Beam[] = [];
let loner: Beam;
let entry: RemoteNode;
let asked: Asked;

Deno.test.beforeAll(async () => {
  epmd = await startEpmd();
  nodes = await Promise.all([1, 2, 3].map(() => startBeam({ epmd })));
  loner = await startBeam({ epmd });
  await using first = await connect(nodes[0]!);
  for (const { name } of nodes.slice(1)) await join(first, name);
  // The other two find each other by themselves.
  await using last = await connect(nodes[2]!);
  await eventually(() => evaluate(last, "length(nodes())"), "2");
});
Deno.test.beforeEach(async () => {
  entry = await connect(nodes[0]!);
  asked = createBeam(entry);
});
Deno.test.afterEach(async () => {
  await entry[Symbol.asyncDispose]();
});
Deno.test.afterAll(async () => {
  await Promise.all(
    [...nodes, loner].map((node) => node[Symbol.asyncDispose]()),
  );
  await epmd[Symbol.asyncDispose]();
});

async function join(remote: RemoteNode, name: string): Promise<void> {
  assertEquals(
    await evaluate(remote, `net_kernel:connect_node('${name}')`),
    "true",
  );
}

/** The answers or codes of problems, by node. */
async function ask<Args>(
  names: readonly string[],
  probe: Probe<Args, unknown>,
  args: Args,
  options: Partial<AskMembersOptions> = {},
): Promise<string[]> {
  const outcomes = await askMembers(asked, names, probe, args, {
    timeoutMs: 10_000,
    ...options,
  });
  assertEquals(outcomes.map(({ node }) => node), [...names]);
  return outcomes.map((outcome) =>
    "answer" in outcome ? "answered" : outcome.problem.code
  );
}

const names = (): string[] => nodes.map(({ name }) => name);

const troublesome: Probe<string, unknown> = defineProbe("misbehaving", {
  encode: (how) => map([[atom("how"), atom(how)], [atom("with"), 1]]),
  decode: (answer) => answer,
}, MISBEHAVING);

Deno.test("a node says to whom it is connected", async () => {
  const { visible, hidden } = await createBeam(entry).run(members, undefined, {
    timeoutMs: 5000,
  });
  assertEquals([...visible], names().slice(1).toSorted());
  assertEquals(hidden, [entry.localName]);
});

Deno.test("all members answer a question that one was asked, each for itself", async () => {
  const outcomes = await askMembers(
    createBeam(entry),
    names(),
    getNodeInfoQuestion,
    {},
    { timeoutMs: 10_000 },
  );
  for (const [i, outcome] of outcomes.entries()) {
    assert("answer" in outcome, outcome.node);
    await using direct = await connect(nodes[i]!);
    assertEquals(outcome.incarnation, direct.creation);
    assertEquals(
      `${outcome.answer.atoms.limit}`,
      await evaluate(direct, "erlang:system_info(atom_limit)"),
    );
    assertEquals(
      outcome.answer.distribution.connected_visible,
      Number(await evaluate(direct, "length(nodes())")),
    );
  }
});

Deno.test("pids of a member are told as its own", async () => {
  const [, second] = await askMembers(
    createBeam(entry),
    names(),
    getMemoryQuestion,
    {
      sections: ["holders"],
      limit: 1,
    },
    { timeoutMs: 10_000 },
  );
  assert(second && "answer" in second);
  const [process] = second.answer.holders?.processes ?? [];
  assert(/^<0\.\d+\.\d+>$/.test(process?.pid ?? ""), process?.pid);
});

Deno.test("it is one message out and the answer in, and no connection is made for it", async () => {
  await ask(names(), getNodeInfoQuestion, {});
  const before = entry.traffic;
  assertEquals(
    await ask([...names(), loner.name], getNodeInfoQuestion, {}),
    [
      "answered",
      "answered",
      "answered",
      "not_connected",
    ],
  );
  const after = entry.traffic;
  assertEquals(after.messagesOut - before.messagesOut, 1);
  assert(after.messagesIn - before.messagesIn <= 2);
  assert(after.bytesIn - before.bytesIn < 4000);
  await using alone = await connect(loner);
  assertEquals(await evaluate(alone, "nodes()"), "[]");
});

Deno.test("a member that fails, or has too much to say, costs no other its answer", async () => {
  assertEquals(
    await ask(names(), troublesome, "crash"),
    ["probe_crashed", "probe_crashed", "probe_crashed"],
  );
  assertEquals(
    await ask(names(), getNodeInfoQuestion, {}, { mostBytes: 100 }),
    ["answer_too_large", "answer_too_large", "answer_too_large"],
  );
});

Deno.test("a member that hangs is named when its time is over; the others have answered", async () => {
  const stuck = nodes[2]!;
  stuck.signal("SIGSTOP");
  try {
    assertEquals(
      await ask(names(), getNodeInfoQuestion, {}, {
        memberTimeoutMs: 3000,
      }),
      ["answered", "answered", "no_answer"],
    );
  } finally {
    stuck.signal("SIGCONT");
  }
  await eventually(() => ask(names(), getNodeInfoQuestion, {}), [
    "answered",
    "answered",
    "answered",
  ]);
});

Deno.test("whoever wants the answer early gets what members have seen until then, without those that hang", async () => {
  const stuck = nodes[2]!;
  stuck.signal("SIGSTOP");
  const early = new AbortController();
  const answers = askMembers(asked, names(), getLimitsQuestion, {
    window_ms: 8000,
  }, { timeoutMs: 30_000, early: early.signal });
  await delay(500);
  early.abort();
  const seen = await answers.finally(() => stuck.signal("SIGCONT"));
  const windows = seen.map((outcome) =>
    "answer" in outcome ? outcome.answer.window_ms < 7000 : outcome.problem.code
  );
  assertEquals(windows, [true, true, "no_answer"]);
});

Deno.test("an answer that is wanted before the question is sent comes at once", async () => {
  const early = new AbortController();
  const answers = askMembers(asked, names(), getLimitsQuestion, {
    window_ms: 8000,
  }, { timeoutMs: 30_000, early: early.signal });
  early.abort();
  for (const outcome of await answers) {
    assert("answer" in outcome && outcome.answer.window_ms < 7000);
  }
});

Deno.test("when the question is given up, it ends on all members", async () => {
  const links = await Promise.all(nodes.map((node) => connect(node)));
  try {
    const working = (): Promise<string[]> =>
      Promise.all(
        links.map((link) =>
          evaluate(
            link,
            `length([P || P <- processes(), P =/= self(), {priority, low} <- [process_info(P, priority)]])`,
          )
        ),
      );
    await eventually(working, ["0", "0", "0"]);
    const abort = new AbortController();
    const asked = ask(names(), troublesome, "loop", { signal: abort.signal })
      .catch((error) => error.code);
    await eventually(
      async () => (await working()).every((count) => count !== "0"),
      true,
    );
    abort.abort();
    assertEquals(await asked, "aborted");
    await eventually(working, ["0", "0", "0"]);
  } finally {
    await Promise.all(links.map((link) => link[Symbol.asyncDispose]()));
  }
});

Deno.test("nothing is left behind on a member, and no atom is made from names", async () => {
  await using member = await connect(nodes[1]!);
  const links = [member, entry];
  const atoms = (): Promise<string[]> =>
    Promise.all(
      links.map((link) => evaluate(link, "erlang:system_info(atom_count)")),
    );
  await ask([...names(), "first_unknown@host"], getNodeInfoQuestion, {});
  const there = await Promise.all(
    links.map((link) =>
      evaluate(link, "[pid_to_list(P) || P <- processes(), P =/= self()]")
    ),
  );
  await atoms();
  const before = await atoms();
  await ask(
    [...names(), "second_unknown@host"],
    getNodeInfoQuestion,
    {},
  );
  const more = (): Promise<string[]> =>
    Promise.all(links.map((link, i) =>
      evaluate(
        link,
        `[P || P <- processes(), P =/= self(),
           not lists:member(pid_to_list(P), ${there[i]})]`,
      )
    ));
  await eventually(more, ["[]", "[]"]);
  assertEquals(await atoms(), before);
});
