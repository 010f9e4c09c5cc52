import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  atom,
  binary,
  encode,
  equals,
  EtfError,
  format,
  LocalTerm,
  NativeRecord,
  type Term,
} from "../../lib/etf/mod.ts";
import { CallError, RemoteNode } from "../../lib/node/mod.ts";
import { type Beam, startBeam } from "../support/beam.ts";
import { assertNothingLeft, inventory } from "../support/leftovers.ts";
import {
  connect,
  evaluate,
  eventually,
  FRAME_FORMS,
  specOf,
} from "../support/remote.ts";

let beam: Beam;
Deno.test.beforeAll(async () => {
  beam = await startBeam();
});
Deno.test.afterAll(async () => {
  await beam[Symbol.asyncDispose]();
});

const soon = { timeoutMs: 10_000 };

for (const [form, flags] of Object.entries(FRAME_FORMS)) {
  Deno.test(`a call returns what the function returns, frames ${form}`, async () => {
    await using node = await connect(beam, flags);
    assertEquals(node.name, beam.name);
    assertEquals(await node.call("erlang", "abs", [-5], soon), 5);
    const name = await node.call("erlang", "node", [], soon);
    assert(equals(name, atom(beam.name)));
  });

  Deno.test(`large arguments and answers survive, frames ${form}`, async () => {
    await using node = await connect(beam, flags);
    const sent = crypto.getRandomValues(new Uint8Array(60_000));
    const large = new Uint8Array(3_000_000).map((_, i) =>
      sent[i % 60_000] ?? 0
    );
    const back = await node.call(
      "erlang",
      "list_to_binary",
      [[large, sent]],
      soon,
    );
    assert(back instanceof Uint8Array);
    assertEquals(back.length, large.length + sent.length);
    assertEquals(back.subarray(3_000_000), sent);
    const list = await node.call("lists", "seq", [1, 300_000], soon);
    assert(Array.isArray(list));
    assertEquals(list.at(-1), 300_000);
  });

  Deno.test(`messages with hundreds of atoms survive, frames ${form}`, async () => {
    await using node = await connect(beam, flags);
    const atoms = Array.from(
      { length: 600 },
      (_, i) => atom(`beamtap_test_${i}`),
    );
    for (let round = 0; round < 3; round++) {
      const back = await node.call("lists", "reverse", [atoms], soon);
      assert(equals(back, atoms.toReversed()));
    }
    const long = atom("é".repeat(255));
    assert(equals(await node.call("erlang", "hd", [[long]], soon), long));
  });
}

Deno.test("a thousand calls in flight each get their own answer", async () => {
  await using node = await connect(beam);
  const answers = await Promise.all(
    Array.from(
      { length: 1000 },
      (_, i) => node.call("erlang", "abs", [-i], soon),
    ),
  );
  assertEquals(answers, Array.from({ length: 1000 }, (_, i) => i));
  assertEquals(node.inFlight, 0);
});

Deno.test("a slow call delays no other", async () => {
  await using node = await connect(beam);
  const slow = node.call("timer", "sleep", [60_000], { timeoutMs: 60_000 });
  slow.catch(() => {});
  for (let i = 0; i < 50; i++) {
    assertEquals(await node.call("erlang", "abs", [-i], soon), i);
  }
  assertEquals(node.inFlight, 1);
});

Deno.test("what a function raises comes back by class, with its stack", async () => {
  await using node = await connect(beam);
  const raised = async (fn: string, ...args: Term[]): Promise<CallError> =>
    await assertRejects(() => node.call("erlang", fn, args, soon), CallError);
  const error = await raised("hd", []);
  assertEquals([error.code, error.exception?.class], ["exception", "error"]);
  assertEquals(
    format(error.exception?.reason ?? 0, { syntax: "erlang" }),
    "badarg",
  );
  assert(Array.isArray(error.exception?.stack));
  const exit = await raised("exit", binary("bye"));
  assertEquals(exit.exception?.class, "exit");
  const thrown = await raised("throw", 7);
  assertEquals([thrown.exception?.class, thrown.exception?.reason], [
    "throw",
    7,
  ]);
  const undef = await raised("no_such_function", 1);
  assertEquals(
    format(undef.exception?.reason ?? 0, { syntax: "erlang" }),
    "undef",
  );
});

Deno.test("a call out of time is an error at once, and its worker is killed", async () => {
  await using node = await connect(beam);
  const before = await inventory(node);
  const error = await assertRejects(
    () => node.call("timer", "sleep", [60_000], { timeoutMs: 50 }),
    CallError,
  );
  assertEquals(error.code, "timeout");
  await assertNothingLeft(node, before);
});

Deno.test("a call given up before its worker is known leaves none behind", async () => {
  await using node = await connect(beam);
  const before = await inventory(node);
  const calls = Array.from({ length: 50 }, () => {
    const controller = new AbortController();
    const call = node.call("timer", "sleep", [60_000], {
      ...soon,
      signal: controller.signal,
    });
    controller.abort();
    return assertRejects(() => call, CallError);
  });
  for (const error of await Promise.all(calls)) {
    assertEquals(error.code, "aborted");
  }
  await assertNothingLeft(node, before);
});

Deno.test("a call above its heap limit is killed on the target, silently", async () => {
  await using node = await connect(beam);
  const error = await assertRejects(
    () =>
      node.call("lists", "seq", [1, 3_000_000], {
        ...soon,
        maxHeapWords: 100_000,
      }),
    CallError,
  );
  assertEquals(error.code, "killed");
  assert(!beam.output().includes("max_heap_size"), beam.output());
});

Deno.test("workers die with the link", async () => {
  await using watcher = await connect(beam);
  const before = await inventory(watcher);
  const node = await connect(beam);
  const lost = assertRejects(
    () => node.call("timer", "sleep", [60_000], { timeoutMs: 60_000 }),
    CallError,
  );
  const running =
    "[P || P <- processes(), {_, {timer, sleep, 1}} <- [process_info(P, current_function)]]";
  await eventually(
    async () => await evaluate(watcher, running) !== "[]",
    true,
  );
  await node[Symbol.asyncDispose]();
  assertEquals((await lost).code, "noconnection");
  await assertNothingLeft(watcher, before);
});

Deno.test("we are a hidden node, under one name a link", async () => {
  await using first = await connect(beam);
  await using second = await connect(beam);
  assertEquals(first.localName, "beamtap@127.0.0.1");
  assertEquals(second.localName, "beamtap_2@127.0.0.1");
  assertEquals(await evaluate(first, "nodes()"), "[]");
  assertEquals(
    await evaluate(first, "lists:sort(nodes(hidden))"),
    "['beamtap@127.0.0.1','beamtap_2@127.0.0.1']",
  );
});

Deno.test("the target may monitor, link to and ping us, and is answered", async () => {
  await using node = await connect(beam);
  const monitored = await evaluate(
    node,
    "(fun() -> R = erlang:monitor(process, {nobody, 'beamtap@127.0.0.1'}), " +
      "receive {'DOWN', R, _, _, Why} -> Why after 5000 -> timeout end end)()",
  );
  assertEquals(monitored, "noproc");
  assertEquals(
    await evaluate(node, "net_adm:ping('beamtap@127.0.0.1')"),
    "pong",
  );
});

Deno.test("output of a call goes to the target's console, not to nobody", async () => {
  await using own = await startBeam();
  await using node = await connect(own);
  await node.call("io", "put_chars", [binary("written by a call\n")], soon);
  await eventually(() => own.output().includes("written by a call"), true);
});

Deno.test("an argument that is no term fails its own call alone", async () => {
  await using node = await connect(beam);
  let deep: Term = 1;
  for (let i = 0; i < 100_000; i++) deep = [deep];
  await assertRejects(
    () => node.call("erlang", "hd", [deep], soon),
    EtfError,
  );
  assertEquals(await node.call("erlang", "abs", [-1], soon), 1);
});

Deno.test("a term that the target's release does not know fails its own call alone", async () => {
  await using node = await connect(beam);
  // OTP 29 knows native records.
  const knows = await evaluate(node, 'erlang:system_info(otp_release) >= "29"');
  const slow = node.call("timer", "sleep", [300], soon);
  const name = atom("user");
  for (
    const term of [
      ...knows === "true" ? [] : [new NativeRecord(name, name, true, [], [])],
      new LocalTerm(Uint8Array.of(1, 2, 3, 4, 5)),
    ]
  ) {
    const error = await assertRejects(
      () => node.call("erlang", "hd", [[term]], soon),
      EtfError,
    );
    assertEquals(error.code, "not_a_term");
  }
  assert(equals(await slow, atom("ok")));
});

Deno.test("`await using` ends the link", async () => {
  await using watcher = await connect(beam);
  {
    await using _node = await connect(beam);
    assert((await evaluate(watcher, "nodes(hidden)")).includes("beamtap_2"));
  }
  await eventually(
    async () =>
      (await evaluate(watcher, "nodes(hidden)")).includes("beamtap_2"),
    false,
  );
});

Deno.test("terms of every kind go there and back unchanged", async () => {
  await using node = await connect(beam);
  const term = await node.call("erlang", "process_info", [
    node.greeting.user ?? 0,
  ], soon);
  const back = await node.call("erlang", "hd", [[term]], soon);
  assertEquals(encode(back), encode(term));
  assert(node instanceof RemoteNode && specOf(beam).name === node.name);
});
