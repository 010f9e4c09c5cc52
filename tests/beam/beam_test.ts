import { assertEquals, assertRejects } from "@std/assert";
import {
  BeamError,
  type Cost,
  createBeam,
  members,
  type Probe,
  type Remote,
  type RemoteCallOptions,
} from "../../lib/beam/mod.ts";
import { defineProbe } from "../../lib/beam/probe.ts";
import { readField, readInteger } from "../../lib/beam/read.ts";
import { BeamtapError } from "../../lib/errors.ts";
import { atom, binary, map, type Term, tuple } from "../../lib/etf/mod.ts";

interface Call {
  readonly mfa: string;
  readonly args: readonly Term[];
  readonly options: RemoteCallOptions;
}

/** A node that answers every call the same way, and remembers the calls. */
function remoteThat(
  answer: (call: Call) => Term | Error,
): { remote: Remote; calls: Call[] } {
  const calls: Call[] = [];
  return {
    calls,
    remote: {
      name: "demo@host",
      creation: 7,
      call(module, fn, args, options): Promise<Term> {
        const call = { mfa: `${module}:${fn}/${args.length}`, args, options };
        calls.push(call);
        const value = answer(call);
        return value instanceof Error
          ? Promise.reject(value)
          : Promise.resolve(value);
      },
    },
  };
}

/** The envelope's reply. */
function reply(outcome: Term): Term {
  const cost = map([[atom("ms_on_target"), 3], [atom("word_bytes"), 8]]);
  return tuple(outcome, cost);
}

async function codeOf(answer: Term | Error): Promise<string> {
  const { remote } = remoteThat(() => answer);
  const error = await assertRejects(
    () => createBeam(remote).run(members, undefined, { timeoutMs: 1000 }),
    BeamtapError,
  );
  return error.code;
}

Deno.test("a question is one call of the interpreter, under the heap limit and the deadline", async () => {
  const { remote, calls } = remoteThat(() => new Error("enough"));
  const { signal } = new AbortController();
  await assertRejects(
    () =>
      createBeam(remote).run(members, undefined, {
        timeoutMs: 5000,
        maxHeapWords: 1000,
        signal,
      }),
    Error,
    "enough",
  );
  assertEquals(calls.map((call) => call.mfa), ["erl_eval:expr/5"]);
  const { options } = calls[0] ?? {};
  assertEquals(options?.timeoutMs, 5000);
  assertEquals(options?.maxHeapWords, 1000);
  assertEquals(options?.signal, signal);
});

Deno.test("arguments of another incarnation are refused before anything is sent", async () => {
  const { remote, calls } = remoteThat(() => atom("never"));
  const beam = createBeam(remote);
  assertEquals([beam.node, beam.incarnation], ["demo@host", 7]);
  const error = await assertRejects(
    () => beam.run(members, undefined, { timeoutMs: 1000, incarnation: 6 }),
    BeamError,
  );
  assertEquals(error.code, "stale_incarnation");
  assertEquals(calls, []);
});

Deno.test("every way to fail on the node has its code", async () => {
  const failed = (code: string): Term =>
    reply(tuple(atom("failed"), atom(code), binary("why")));
  assertEquals(await codeOf(failed("target_timeout")), "target_timeout");
  assertEquals(await codeOf(failed("probe_killed")), "probe_killed");
  assertEquals(await codeOf(failed("probe_crashed")), "probe_crashed");
});

Deno.test("an answer in another shape is told as such", async () => {
  const wrong = [
    atom("hello"),
    reply(atom("hello")),
    reply(tuple(atom("ok"), 42)),
    reply(tuple(atom("refused"), atom("why"), [])),
    reply(tuple(atom("surprise"), 1)),
  ];
  for (const answer of wrong) {
    assertEquals(await codeOf(answer), "unexpected_answer");
  }
});

Deno.test("errors of the link stay what they are, but for those that the probe explains", async () => {
  assertEquals(await codeOf(new BeamtapError("timeout", "x")), "timeout");
  assertEquals(await codeOf(new BeamtapError("killed", "x")), "probe_killed");
  assertEquals(
    await codeOf(new BeamtapError("exception", "x")),
    "probe_crashed",
  );
});

/** A question whose answer is a total. */
const sums: Probe<void, { total: number; cost: Cost }> = defineProbe(
  "get_node_info",
  {
    encode: () => [],
    decode: (answer, { cost }) => ({
      total: readField(answer, "total", readInteger),
      cost,
    }),
  },
);

Deno.test("answers so far reach the asker, with their cost", async () => {
  const answer = map([[atom("total"), 9]]);
  const { remote } = remoteThat(({ options }) => {
    options.onMessage?.(
      tuple(
        atom("partial"),
        answer,
        map([[atom("partial"), atom("true")], [atom("processes_scanned"), 5], [
          atom("word_bytes"),
          8,
        ]]),
      ),
    );
    options.onMessage?.(atom("noise"));
    return reply(tuple(atom("ok"), answer));
  });
  const seen: number[] = [];
  const { total, cost } = await createBeam(remote).run(sums, undefined, {
    timeoutMs: 1000,
    onPartial: (part) => seen.push(part.cost.processes_scanned),
  });
  assertEquals(seen, [5]);
  assertEquals(total, 9);
  assertEquals(cost, {
    ms_on_target: 3,
    processes_scanned: 0,
  });
});
