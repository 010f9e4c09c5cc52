import { MISBEHAVING } from "../support/misbehaving.ts";
import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  BeamError,
  type Cost,
  createBeam,
  type Probe,
  type RunOptions,
} from "../../lib/beam/mod.ts";
import { defineProbe } from "../../lib/beam/probe.ts";
import { BeamtapError } from "../../lib/errors.ts";
import {
  atom,
  binary,
  format,
  map,
  type Term,
  tuple,
} from "../../lib/etf/mod.ts";
import type { RemoteNode } from "../../lib/node/mod.ts";
import { type Beam as TestNode, startBeam } from "../support/beam.ts";
import { inventory, leftovers } from "../support/leftovers.ts";
import { connect, evaluate, eventually } from "../support/remote.ts";

let target: TestNode;
let remote: RemoteNode;
/** What the node has when nothing of ours is there. */
let before: string;
let untouched: string;

Deno.test.beforeAll(async () => {
  target = await startBeam();
});
Deno.test.beforeEach(async () => {
  remote = await connect(target);
  await ask({ how: "answer", with: 1 });
  before = await inventory(remote);
  untouched = await traces();
});
Deno.test.afterEach(async () => {
  await remote[Symbol.asyncDispose]();
});
Deno.test.afterAll(async () => {
  await target[Symbol.asyncDispose]();
});

interface Reply {
  readonly answer: Term;
  readonly cost: Cost;
}

const probe: Probe<Term, Reply> = defineProbe("misbehaving", {
  encode: (args) => args,
  decode: (answer, { cost }) => ({ answer, cost }),
  refused: ({ code, detail }) =>
    new BeamError("no_answer", `${code}: ${text(detail)}`),
}, MISBEHAVING);

interface Order {
  readonly how: string;
  readonly with?: Term;
  readonly limits?: Term;
}

function order(parts: Order): Term {
  return map(
    Object.entries(parts).map(([key, value]) => [
      atom(key),
      typeof value === "string" ? atom(value) : value,
    ]),
  );
}

function ask(
  parts: Order,
  options: Partial<RunOptions<Reply>> = {},
  over: RemoteNode = remote,
): Promise<Reply> {
  return createBeam(over).run(probe, order(parts), {
    timeoutMs: 10_000,
    ...options,
  });
}

function text(term: Term): string {
  return format(term, { syntax: "erlang" });
}

/** What the node has more than before, and its log filters. */
async function traces(): Promise<string> {
  const filters = await evaluate(
    remote,
    "[F || {F, _} <- maps:get(filters, logger:get_primary_config())]",
  );
  return `${await leftovers(remote, before)}, filters ${filters}`;
}

async function nothingIsLeft(): Promise<void> {
  await eventually(traces, untouched, 20_000);
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await assertRejects(() => promise, BeamtapError);
  return error.code;
}

Deno.test("an answer comes with what it cost, and leaves nothing behind", async () => {
  const { answer, cost } = await ask({ how: "answer", with: [1, 2, 3] });
  assertEquals(text(answer), "[1,2,3]");
  assertEquals(cost.partial, undefined);
  assert(cost.ms_on_target < 1000);
  await nothingIsLeft();
});

Deno.test("probes run under a group leader of the node", async () => {
  const { answer } = await ask({ how: "leader" });
  assertEquals(answer, atom("true"));
});

Deno.test("a refusal is put into words by the probe's own types", async () => {
  const error = await assertRejects(
    () => ask({ how: "refuse", with: 42 }),
    BeamError,
  );
  assertEquals(error.message, "not_today: 42");
});

Deno.test("an exception in a probe is told as such, shortened, and not logged by the node", async () => {
  const before = target.output();
  const error = await assertRejects(
    () => ask({ how: "crash", with: Array(50_000).fill(7) }),
    BeamError,
  );
  assertEquals(error.code, "probe_crashed");
  assert(error.message.includes("{error,{$cut,list,50000,[7,7,7,"));
  assert(error.message.length < 1500);
  await nothingIsLeft();
  assertEquals(target.output(), before);
});

Deno.test("a probe that is killed is told as such", async () => {
  assertEquals(await codeOf(ask({ how: "kill_itself" })), "probe_killed");
  await nothingIsLeft();
});

Deno.test("a probe that does not end is stopped by the node before our own deadline", async () => {
  assertEquals(
    await codeOf(ask({ how: "loop" }, { timeoutMs: 3000 })),
    "target_timeout",
  );
  await nothingIsLeft();
});

Deno.test("a probe that is given up ends on the node, its workers too", async () => {
  for (const how of ["loop", "wait", "wait_in_worker"]) {
    const abort = new AbortController();
    const asked = ask({ how }, { signal: abort.signal });
    await eventually(async () => await traces() !== untouched, true);
    abort.abort();
    assertEquals(await codeOf(asked), "aborted");
    await nothingIsLeft();
  }
});

Deno.test("when the link is lost, everything of ours ends on the node", async () => {
  for (const how of ["loop", "wait", "wait_in_worker"]) {
    const other = await connect(target);
    const asked = codeOf(ask({ how }, {}, other));
    await eventually(async () => await traces() !== untouched, true);
    await other[Symbol.asyncDispose]();
    assertEquals(await asked, "noconnection");
    await nothingIsLeft();
  }
});

Deno.test("a probe that takes too much memory is killed, and the node logs nothing", async () => {
  const before = target.output();
  assertEquals(
    await codeOf(ask({ how: "grow" }, { maxHeapWords: 2_000_000 })),
    "probe_killed",
  );
  await nothingIsLeft();
  assertEquals(target.output(), before);
});

Deno.test("a worker that grows or fails costs only its own result", async () => {
  const limits = { maxHeapWords: 2_000_000 };
  const grown = await ask({ how: "grow_in_worker" }, limits);
  assertEquals(text(grown.answer), "no_answer");
  const failed = await ask({ how: "crash_in_worker" }, limits);
  assertEquals(text(failed.answer), "{raised,oops}");
  await nothingIsLeft();
});

Deno.test("what was known when time was up is the answer, and says so", async () => {
  const seen: Reply[] = [];
  const { answer, cost } = await ask({ how: "report", with: [10, 20, 30] }, {
    timeoutMs: 4000,
    onPartial: (reply) => seen.push(reply),
  });
  assertEquals(answer, 30);
  assertEquals(cost.partial, true);
  assertEquals(cost.processes_scanned, 30);
  assertEquals(seen.map((reply) => reply.answer), [10, 20, 30]);
  assertEquals(seen.map((reply) => reply.cost.partial), [true, true, true]);
  await nothingIsLeft();
});

Deno.test("changes are undone before the answer is there", async () => {
  await ask({ how: "change", with: order({ how: "answer", with: 1 }) });
  assertEquals(await traces(), untouched);
});

Deno.test("changes are undone when the probe fails, is stopped, or grows", async () => {
  for (const how of ["crash", "kill_itself", "loop", "grow"]) {
    const next = order({ how, with: 1 });
    await assertRejects(() =>
      ask({ how: "change", with: next }, {
        timeoutMs: 3000,
        maxHeapWords: 2_000_000,
      }), BeamError);
    await nothingIsLeft();
  }
});

Deno.test("changes are undone when the question is given up", async () => {
  const abort = new AbortController();
  const asked = ask({ how: "change", with: order({ how: "wait" }) }, {
    signal: abort.signal,
  });
  await eventually(async () => (await traces()).includes("second"), true);
  abort.abort();
  assertEquals(await codeOf(asked), "aborted");
  await nothingIsLeft();
});

Deno.test("changes are undone when the link is lost", async () => {
  const other = await connect(target);
  const next = order({ how: "wait" });
  const asked = codeOf(ask({ how: "change", with: next }, {}, other));
  await eventually(async () => (await traces()).includes("second"), true);
  await other[Symbol.asyncDispose]();
  assertEquals(await asked, "noconnection");
  await nothingIsLeft();
});

Deno.test("changes are undone also when somebody kills the guard", async () => {
  const next = order({
    how: "change_without_guard",
    with: order({ how: "answer", with: 1 }),
  });
  await ask({ how: "change", with: next });
  await nothingIsLeft();
});

Deno.test("terms are cut on the node in depth, width and bytes, with their true sizes", async () => {
  const cut = async (
    term: Term,
    [depth, width, bytes]: [number, number, number],
  ): Promise<string> => {
    const limits = map([
      [atom("depth"), depth],
      [atom("width"), width],
      [atom("bytes"), bytes],
    ]);
    return text((await ask({ how: "cut", with: term, limits })).answer);
  };
  const numbers = Array.from({ length: 1000 }, (_, i) => i);
  const nested = tuple(atom("a"), [1, tuple(atom("b"), [2])]);
  const pairs = map([[1, 2], [3, 4], [5, 6]]);
  assertEquals(await cut(nested, [10, 10, 1000]), "{a,[1,{b,[2]}]}");
  assertEquals(
    await cut(nested, [2, 10, 1000]),
    "{a,[1,{'$cut',tuple,2,[]}]}",
  );
  assertEquals(
    await cut(numbers, [5, 3, 1000]),
    "{'$cut',list,1000,[0,1,2]}",
  );
  assertEquals(await cut(pairs, [5, 3, 1000]), "#{1 => 2,3 => 4,5 => 6}");
  assertEquals(
    await cut(pairs, [5, 2, 1000]),
    "{'$cut',map,3,[{1,2},{3,4}]}",
  );
  assertEquals(
    await cut(binary("x".repeat(500)), [5, 4, 1000]),
    `{'$cut',binary,500,<<"xxxx">>}`,
  );
  const wide = Array(50).fill(numbers);
  const bounded = await cut(wide, [5, 1000, 2000]);
  assert(bounded.startsWith("{'$cut',list,50,["));
  assert(bounded.length < 4000);
});

Deno.test("a probe runs twice without a new atom, module or process on the node", async () => {
  const census = (): Promise<string> =>
    evaluate(
      remote,
      "{erlang:system_info(atom_count), lists:sort([M || {M, _} <- code:all_loaded()])}",
    );
  await ask({ how: "answer", with: binary("first") });
  await census();
  const known = await census();
  await ask({ how: "answer", with: binary("second") });
  await nothingIsLeft();
  assertEquals(await census(), known);
});
