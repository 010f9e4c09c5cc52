/**
 * The pids of ours that a node sees are those of calls under way: whoever is
 * told of one may send to it, watch it and link to it.
 *
 * @module
 */

import { assert, assertEquals, assertRejects } from "@std/assert";
import { equals, Pid, type Term } from "../../lib/etf/mod.ts";
import { CallError, type RemoteNode } from "../../lib/node/mod.ts";
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

/** A call that does nothing until it is given up. */
interface Waiting {
  /** Who asked: a process of ours. */
  readonly pid: Pid;
  /** What arrived for it. */
  readonly messages: readonly Term[];
  end(): Promise<void>;
}

async function wait(node: RemoteNode): Promise<Waiting> {
  const fun = await evaluateTerm(
    node,
    `fun() -> {links, Links} = process_info(self(), links),
       [Us] = [P || P <- Links, is_pid(P), node(P) =/= node()],
       Us ! Us, receive never -> ok end end`,
  );
  const controller = new AbortController();
  const messages: Term[] = [];
  const { promise: told, resolve } = Promise.withResolvers<Term>();
  const ended = assertRejects(
    () =>
      node.call("erlang", "apply", [fun, []], {
        timeoutMs: 60_000,
        signal: controller.signal,
        onMessage: (message) => {
          messages.push(message);
          resolve(message);
        },
      }),
    CallError,
  );
  const pid = await told;
  assert(pid instanceof Pid);
  return {
    pid,
    messages,
    async end(): Promise<void> {
      controller.abort();
      assertEquals((await ended).code, "aborted");
    },
  };
}

/** How many processes of the node monitor or are linked to one of ours. */
function watchers(node: RemoteNode, to: Pid): Promise<string> {
  return evaluate(
    node,
    `length([P || P <- processes(), Kind <- [monitors, links],
       {_, Found} <- [process_info(P, Kind)],
       lists:member(To, Found) orelse lists:member({process, To}, Found)])`,
    { To: to },
  );
}

Deno.test("what is sent to a process of ours arrives in order, and nothing once it has ended", async () => {
  await using node = await connect(beam);
  const waiting = await wait(node);
  const { pid, messages } = waiting;
  await evaluate(node, "[To ! I || I <- lists:seq(1, 5000)], ok", { To: pid });
  await eventually(() => messages.length, 5001);
  for (const [i, message] of messages.entries()) {
    assert(equals(message, i === 0 ? pid : i), `${i}`);
  }
  await waiting.end();
  await evaluate(node, "To ! late, ok", { To: pid });
  assertEquals(messages.length, 5001);
});

Deno.test("who monitors or is linked to a process of ours is told when it ends", async () => {
  await using node = await connect(beam);
  const waiting = await wait(node);
  const { pid } = waiting;
  const before = Number(await watchers(node, pid)); // its worker
  const watched = evaluate(
    node,
    "(fun() -> R = monitor(process, To), receive {'DOWN', R, _, _, Why} -> Why after 20000 -> timeout end end)()",
    { To: pid },
  );
  const linked = evaluate(
    node,
    "(fun() -> process_flag(trap_exit, true), link(To), receive {'EXIT', To, Why} -> Why after 20000 -> timeout end end)()",
    { To: pid },
  );
  await eventually(() => watchers(node, pid), `${before + 2}`);
  await waiting.end();
  assertEquals(await Promise.all([watched, linked]), ["normal", "normal"]);
});

Deno.test("a process may unlink from one of ours and link again", async () => {
  await using node = await connect(beam);
  const waiting = await wait(node);
  const { pid } = waiting;
  const links = await evaluate(
    node,
    `(fun() -> [begin link(To), unlink(To) end || _ <- lists:seq(1, 100)],
       lists:member(To, element(2, process_info(self(), links))) end)()`,
    { To: pid },
  );
  assertEquals(links, "false");
  await waiting.end();
});
