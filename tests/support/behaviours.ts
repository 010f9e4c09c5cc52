/**
 * What must hold on a link to any node, whatever its release and however it is
 * reached: one suite for the Debian package's Erlang and for all other releases.
 *
 * @module
 */

import { assert, assertEquals, assertRejects } from "@std/assert";
import { DEFAULT_FLAGS, Flag, PASS_THROUGH_FLAGS } from "../../lib/dist/mod.ts";
import {
  atom,
  binary,
  charlist,
  encode,
  equals,
  float,
  format,
  map,
  type Term,
  tuple,
} from "../../lib/etf/mod.ts";
import {
  CallError,
  type DialOptions,
  type NodeSpec,
  RemoteNode,
} from "../../lib/node/mod.ts";
import { assertNothingLeft, inventory } from "./leftovers.ts";
import { evaluate, evaluateTerm } from "./remote.ts";
import { AGAIN, SEED } from "./random.ts";
import { ECHO_MODULE, storm } from "./storm.ts";

/** A node to try. */
export interface Target {
  readonly spec: NodeSpec;
  readonly dial: DialOptions;
}

/** The forms that frames can take, by the flags offered. */
export const FLAG_SETS: Record<string, bigint> = {
  "passed through": PASS_THROUGH_FLAGS,
  "with fragments": PASS_THROUGH_FLAGS | Flag.FRAGMENTS,
  "with the atom cache": PASS_THROUGH_FLAGS | Flag.DIST_HDR_ATOM_CACHE,
  "with atom cache and fragments": DEFAULT_FLAGS,
};

const soon = { timeoutMs: 30_000 };

/** Each gets a link of its own; nothing may stay behind on the node after all of them. */
export const BEHAVIOURS: Record<string, (node: RemoteNode) => Promise<void>> = {
  async "the greeting is the node's own"(node): Promise<void> {
    const release = charlist(node.greeting.otpRelease);
    const theirs = await node.call(
      "erlang",
      "system_info",
      [atom("otp_release")],
      soon,
    );
    assert(equals(theirs, release));
    assertEquals(
      await evaluate(node, "net_kernel:get_net_ticktime()"),
      `${node.greeting.tickTimeMs / 1000}`,
    );
    assertEquals(
      await evaluate(node, "erlang:system_info(creation)"),
      `${node.creation}`,
    );
    assert(node.greeting.user !== undefined);
  },

  async "terms of every kind go there and back unchanged"(node): Promise<void> {
    const terms: Term = [
      0,
      -1,
      2 ** 31,
      -(2 ** 40),
      2n ** 64n,
      -(2n ** 3000n),
      float(1.5),
      float(-0.0),
      float(1e308),
      atom(""),
      atom("ünï cödé 🙂"),
      atom("é".repeat(255)),
      binary(""),
      binary("text"),
      new Uint8Array(70_000).fill(7),
      [],
      [1, [2, [3]]],
      charlist("text"),
      charlist("тест"),
      tuple(),
      tuple(...new Array<Term>(300).fill(1)),
      map([[atom("a"), 1], [tuple(1), [2]], [float(1), 1], [1, float(1)]]),
    ];
    const back = await node.call("lists", "reverse", [terms], soon);
    assert(Array.isArray(back));
    for (const [i, term] of terms.toReversed().entries()) {
      assert(equals(back[i] ?? 0, term), format(term, { syntax: "erlang" }));
    }
    // Those that only a node can make: they are sent back as they came.
    const theirs = await evaluateTerm(
      node,
      `[self(), make_ref(), hd(erlang:ports()), fun lists:map/2, fun(X) -> X end,
        <<1:3>>, [a | b], erlang:system_info(allocated_areas), init:get_arguments()]`,
    );
    const same = await node.call("erlang", "hd", [[theirs]], soon);
    assertEquals(encode(same), encode(theirs));
  },

  async "answers and arguments of megabytes arrive whole"(node): Promise<void> {
    const sent = crypto.getRandomValues(new Uint8Array(60_000));
    const back = await node.call(
      "binary",
      "copy",
      [sent, 80],
      soon,
    );
    assert(back instanceof Uint8Array && back.length === 4_800_000);
    assertEquals(back.subarray(-60_000), sent);
    assertEquals(
      await node.call("erlang", "byte_size", [back], soon),
      4_800_000,
    );
    const list = await node.call("lists", "seq", [1, 200_000], soon);
    assert(Array.isArray(list) && list.length === 200_000);
    assertEquals(list.at(-1), 200_000);
  },

  async "messages with more atoms than a header holds arrive whole"(
    node,
  ): Promise<void> {
    const names = Array.from({ length: 600 }, (_, i) => atom(`beamtap_t${i}`));
    for (let round = 0; round < 3; round++) {
      const back = await node.call("lists", "reverse", [names], soon);
      assert(equals(back, names.toReversed()));
    }
  },

  async "a description of every process is read"(node): Promise<void> {
    const all = await evaluateTerm(
      node,
      "[{P, process_info(P)} || P <- processes(), P =/= self()]",
    );
    assert(Array.isArray(all) && all.length > 30);
  },

  async "a thousand calls in flight each get their own answer"(
    node,
  ): Promise<void> {
    const answers = await Promise.all(
      Array.from(
        { length: 1000 },
        (_, i) => node.call("erlang", "abs", [-i], soon),
      ),
    );
    assertEquals(answers, answers.map((_, i) => i));
  },

  async "what is raised comes back by class, with the stack of an error"(
    node,
  ): Promise<void> {
    const raised: [string, string, Term[], string, string][] = [
      ["erlang", "hd", [[]], "error", "badarg"],
      ["erlang", "exit", [atom("bye")], "exit", "bye"],
      ["erlang", "throw", [atom("ball")], "throw", "ball"],
      ["no_such_module", "f", [], "error", "undef"],
    ];
    for (const [module, fn, args, kind, reason] of raised) {
      const { code, exception } = await assertRejects(
        () => node.call(module, fn, args, soon),
        CallError,
      );
      assertEquals([code, exception?.class], ["exception", kind]);
      assertEquals(
        format(exception?.reason ?? 0, { syntax: "erlang" }),
        reason,
      );
      assertEquals(Array.isArray(exception?.stack), kind === "error");
    }
  },

  async "a call out of time, given up or above its heap limit leaves no worker"(
    node,
  ): Promise<void> {
    const before = await inventory(node);
    const failing = async (
      expected: string,
      call: Promise<Term>,
    ): Promise<void> => {
      const { code } = await assertRejects(() => call, CallError);
      assertEquals(code, expected);
    };
    const sleep = [atom("infinity")];
    const controller = new AbortController();
    const { signal } = controller;
    const calls = [
      failing("timeout", node.call("timer", "sleep", sleep, { timeoutMs: 20 })),
      failing(
        "aborted",
        node.call("timer", "sleep", sleep, { ...soon, signal }),
      ),
      failing(
        "killed",
        node.call("lists", "seq", [1, 3_000_000], {
          ...soon,
          maxHeapWords: 100_000,
        }),
      ),
    ];
    controller.abort();
    await Promise.all(calls);
    await assertNothingLeft(node, before);
  },

  async "the node may ping, monitor and link to us"(node): Promise<void> {
    const us = `'${node.localName}'`;
    assertEquals(await evaluate(node, `net_adm:ping(${us})`), "pong");
    assertEquals(
      await evaluate(
        node,
        `(fun() -> R = erlang:monitor(process, {nobody, ${us}}),
           receive {'DOWN', R, _, _, Why} -> Why after 20000 -> timeout end end)()`,
      ),
      "noproc",
    );
    // The process that asked, which has ended by now.
    const gone = await evaluateTerm(
      node,
      `(fun() -> {links, Links} = process_info(self(), links),
         hd([P || P <- Links, is_pid(P), node(P) =:= ${us}]) end)()`,
    );
    const noproc = await node.call("erlang", "link", [gone], soon).catch((e) =>
      e
    );
    // The worker dies of the link, or has returned before the exit signal comes.
    assert(noproc === atom("true") || noproc instanceof CallError);
  },

  async "we are a hidden node"(node): Promise<void> {
    assertEquals(await evaluate(node, "nodes()"), "[]");
    assertEquals(
      await evaluate(
        node,
        `lists:member('${node.localName}', nodes(hidden))`,
      ),
      "true",
    );
  },

  async "no answer reaches another caller, however calls end"(
    node,
  ): Promise<void> {
    await evaluate(node, `begin ${ECHO_MODULE}, ok end`);
    const { wrong } = await storm(node, { calls: 500, seed: SEED });
    assertEquals(wrong, [], AGAIN);
  },
};

/** Runs `behaviour` on a link of its own to the target. */
export async function tryOut(
  behaviour: (node: RemoteNode) => Promise<void>,
  { spec, dial }: Target,
): Promise<void> {
  await using node = await RemoteNode.connect(spec, dial);
  await behaviour(node);
}

/** Runs all behaviours; the node must hold nothing of ours afterwards. */
export async function tryAll(target: Target): Promise<void> {
  await using watcher = await RemoteNode.connect(target.spec, {
    alive: "watcher",
  });
  const before = await inventory(watcher);
  for (const [name, behaviour] of Object.entries(BEHAVIOURS)) {
    try {
      await tryOut(behaviour, target);
    } catch (cause) {
      throw new Error(name, { cause });
    }
  }
  await assertNothingLeft(watcher, before);
}
