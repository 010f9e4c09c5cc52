import { assertEquals } from "@std/assert";
import { Operation } from "../../lib/dist/mod.ts";
import { atom, Pid, tuple } from "../../lib/etf/mod.ts";
import { CallError, RemoteNode } from "../../lib/node/mod.ts";

import { startBeam } from "../support/beam.ts";
import {
  type ScriptedCall,
  scriptedSpec,
  startScripted,
} from "../support/scripted_node.ts";
import { AGAIN, randomFrom, SEED } from "../support/random.ts";
import { ECHO_MODULE, storm } from "../support/storm.ts";
import { assertNothingLeft, inventory } from "../support/leftovers.ts";
import { connect, FRAME_FORMS } from "../support/remote.ts";

const CALLS = 2500;
const soon = { timeoutMs: 20_000 };

for (const [form, flags] of Object.entries(FRAME_FORMS)) {
  Deno.test(`of ${CALLS} calls with random delays, timeouts and aborts none gets another's answer, and nothing stays behind, frames ${form}`, async () => {
    await using beam = await startBeam({ setup: ECHO_MODULE });
    await using watcher = await connect(beam, { alive: "watcher" });
    const before = await inventory(watcher);
    {
      await using node = await connect(beam, flags);
      const outcomes = await storm(node, { calls: CALLS, seed: SEED });
      assertEquals(outcomes.wrong, [], AGAIN);
      assertEquals(
        outcomes.returned + outcomes.timedOut + outcomes.aborted,
        CALLS,
      );
      // Each way to end was taken, or the test would say little.
      for (
        const { least, count } of [
          { least: CALLS / 4, count: outcomes.returned },
          { least: CALLS / 40, count: outcomes.timedOut },
          { least: CALLS / 40, count: outcomes.aborted },
        ]
      ) assertEquals(count >= least, true, JSON.stringify(outcomes));
      assertEquals(node.inFlight, 0);
    }
    await assertNothingLeft(watcher, before);
  });
}

Deno.test("answers in any order, twice, late, forged or of another call never reach a wrong caller", async () => {
  const random = randomFrom(SEED);
  const waiting: ScriptedCall[] = [];
  const answered: ScriptedCall[] = [];
  const pick = (calls: ScriptedCall[]): ScriptedCall | undefined =>
    calls[Math.floor(random() * calls.length)];
  await using peer = startScripted(async (link) => {
    await link.accept();
    await link.serve((call) => {
      waiting.push(call);
      if (waiting.length < 20) return;
      while (waiting.length > 0) {
        const at = Math.floor(random() * waiting.length);
        const [call] = waiting.splice(at, 1);
        if (!call) return;
        const other = pick(waiting) ?? pick(answered);
        // The end of a worker that is not the call's, before and after it started.
        call.end(link.pid(5), call.returning(atom("forged")));
        call.start();
        // To an earlier incarnation of us.
        const { node, id, serial, creation } = call.caller;
        link.send(
          tuple(
            Operation.PAYLOAD_EXIT,
            call.worker,
            new Pid(node, id, serial, creation ^ 1),
          ),
          call.returning(atom("stale")),
        );
        call.end(link.pid(5), call.returning(atom("forged")));
        if (other) call.end(other.worker, other.returning(other.args[0] ?? 0));
        // Of another call, a worker of its own knows no result reference but its own.
        if (other && random() < 0.1) {
          call.end(call.worker, other.returning(other.args[0] ?? 0));
        } else call.end(call.worker, call.returning(call.args[0] ?? 0));
        answered.push(call);
        for (let i = 0; i < 3; i++) {
          const late = pick(answered);
          late?.end(late.worker, late.returning(atom("again")));
          late?.reply(atom("again"));
        }
      }
    });
  });
  await using node = await RemoteNode.connect(scriptedSpec(peer));
  let killed = 0;
  const calls = Array.from({ length: 2000 }, async (_, i) => {
    try {
      assertEquals(await node.call("m", "f", [i], soon), i, AGAIN);
    } catch (error) {
      if (!(error instanceof CallError) || error.code !== "killed") throw error;
      killed++;
    }
  });
  await Promise.all(calls);
  assertEquals(killed > 50 && killed < 500, true, `${killed}, ${AGAIN}`);
  assertEquals(node.inFlight, 0);
});
