import { assert, assertEquals } from "@std/assert";
import { atom, equals, format, type Term, tuple } from "../../lib/etf/mod.ts";
import type { Mailbox, Signal } from "../../lib/node/mod.ts";
import { type Beam, startBeam } from "../support/beam.ts";
import {
  connect,
  evaluate,
  evaluateTerm,
  eventually,
} from "../support/remote.ts";

let beam: Beam;
Deno.test.beforeAll(async () => {
  beam = await startBeam();
});
Deno.test.afterAll(async () => {
  await beam[Symbol.asyncDispose]();
});

async function take(mailbox: Mailbox, count: number): Promise<Signal[]> {
  const signals: Signal[] = [];
  if (count === 0) return signals;
  for await (const signal of mailbox) {
    if (signals.push(signal) === count) break;
  }
  return signals;
}

function text(term: Term): string {
  return format(term, { syntax: "erlang" });
}

Deno.test("a mailbox gets what the target sends, in order", async () => {
  await using node = await connect(beam);
  using mailbox = node.openMailbox();
  await evaluate(node, "[To ! {n, I} || I <- lists:seq(1, 5000)], ok", {
    To: mailbox.pid,
  });
  const signals = await take(mailbox, 5000);
  for (const [i, signal] of signals.entries()) {
    assert(signal.type === "message");
    assert(equals(signal.message, tuple(atom("n"), i + 1)));
  }
  assertEquals(mailbox.dropped, 0);
});

Deno.test("a mailbox that is flooded drops what comes last, and says how much", async () => {
  await using node = await connect(beam);
  using mailbox = node.openMailbox({ maxSignals: 100 });
  await evaluate(node, "[To ! I || I <- lists:seq(1, 1000)], ok", {
    To: mailbox.pid,
  });
  await eventually(() => mailbox.dropped, 900);
  assertEquals(mailbox.waiting, 100);
  const signals = await take(mailbox, 101);
  assertEquals(signals.at(99), { type: "message", message: 100 });
  assertEquals(signals.at(100), { type: "dropped", count: 900 });
  await evaluate(node, "To ! after_all, ok", { To: mailbox.pid });
  const [last] = await take(mailbox, 1);
  assertEquals(last?.type, "message");
});

Deno.test("a mailbox holds only so many bytes", async () => {
  await using node = await connect(beam);
  using mailbox = node.openMailbox({ maxBytes: 1_000_000 });
  await evaluate(
    node,
    "[To ! binary:copy(<<1>>, 300000) || _ <- lists:seq(1, 10)], ok",
    {
      To: mailbox.pid,
    },
  );
  await eventually(() => mailbox.dropped, 7);
  assertEquals(mailbox.waiting, 3);
});

Deno.test("others' calls go on while a mailbox is flooded", async () => {
  await using node = await connect(beam);
  using mailbox = node.openMailbox({ maxSignals: 10 });
  const flood = evaluate(
    node,
    "(fun L(0) -> ok; L(N) -> To ! N, L(N - 1) end)(50000)",
    { To: mailbox.pid },
  );
  for (let i = 0; i < 20; i++) {
    assertEquals(
      await node.call("erlang", "abs", [-i], { timeoutMs: 10_000 }),
      i,
    );
  }
  await flood;
  await eventually(() => mailbox.dropped, 50_000 - 10);
});

Deno.test("a monitor tells once that a process is down, and why", async () => {
  await using node = await connect(beam);
  using mailbox = node.openMailbox();
  const pid = await evaluateTerm(
    node,
    "spawn(fun() -> receive {die, Why} -> exit(Why) end end)",
  );
  assert(typeof pid === "object" && "serial" in pid);
  const reference = mailbox.monitor(pid);
  await mailbox.send(pid, tuple(atom("die"), atom("because")));
  const [down] = await take(mailbox, 1);
  assert(down?.type === "down");
  assert(equals(down.reference, reference));
  assertEquals(text(down.reason), "because");
  const nobody = mailbox.monitor(atom("nobody_of_that_name"));
  const [none] = await take(mailbox, 1);
  assert(none?.type === "down" && equals(none.reference, nobody));
  assertEquals(text(none.reason), "noproc");
});

Deno.test("a mailbox takes its monitors back when it is closed, and tells who watches it", async () => {
  await using node = await connect(beam);
  const mailbox = node.openMailbox();
  const user = node.greeting.user;
  assert(user);
  mailbox.monitor(user);
  const mine = await evaluate(
    node,
    "case lists:keyfind(To, 1, [{P, []} || P <- element(2, process_info(whereis(user), monitored_by))]) of false -> no; _ -> yes end",
    { To: mailbox.pid },
  );
  assertEquals(mine, "yes");
  const watched = evaluate(
    node,
    "(fun() -> R = monitor(process, To), receive {'DOWN', R, _, _, Why} -> Why after 5000 -> timeout end end)()",
    { To: mailbox.pid },
  );
  await eventually(
    () =>
      evaluate(
        node,
        "length([P || P <- processes(), {monitors, M} <- [process_info(P, monitors)], lists:member({process, To}, M)])",
        {
          To: mailbox.pid,
        },
      ),
    "1",
  );
  mailbox.close();
  assertEquals(await watched, "normal");
  assertEquals(
    await evaluate(
      node,
      "lists:member(To, element(2, process_info(whereis(user), monitored_by)))",
      {
        To: mailbox.pid,
      },
    ),
    "false",
  );
});

Deno.test("links to a mailbox: the exit of a linked process arrives, closing tells the linked", async () => {
  await using node = await connect(beam);
  const mailbox = node.openMailbox();
  await evaluate(
    node,
    "(fun() -> spawn(fun() -> link(To), exit(oops) end), ok end)()",
    {
      To: mailbox.pid,
    },
  );
  const [exit] = await take(mailbox, 1);
  assert(exit?.type === "exit");
  assertEquals(text(exit.reason), "oops");
  const linked = evaluate(
    node,
    "(fun() -> process_flag(trap_exit, true), link(To), To ! ready, receive {'EXIT', To, Why} -> Why after 5000 -> timeout end end)()",
    { To: mailbox.pid },
  );
  await take(mailbox, 1);
  mailbox.close();
  assertEquals(await linked, "normal");
});

Deno.test("a process may unlink from a mailbox and link again", async () => {
  await using node = await connect(beam);
  using mailbox = node.openMailbox();
  const result = await evaluate(
    node,
    "(fun() -> [begin link(To), unlink(To) end || _ <- lists:seq(1, 100)], " +
      "element(2, process_info(self(), links)) -- [P || P <- element(2, process_info(self(), links)), P =/= To] end)()",
    { To: mailbox.pid },
  );
  assertEquals(result, "[]");
  assertEquals(mailbox.waiting, 0);
});

Deno.test("a mailbox ends with the link, after what had arrived", async () => {
  const node = await connect(beam);
  using mailbox = node.openMailbox();
  await evaluate(node, "To ! last_words, ok", { To: mailbox.pid });
  await node[Symbol.asyncDispose]();
  const types: string[] = [];
  for await (const signal of mailbox) types.push(signal.type);
  assertEquals(types, ["message", "nodedown"]);
});
