import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  CallError,
  NodeError,
  NodePool,
  RemoteNode,
} from "../../lib/node/mod.ts";
import { startBeam } from "../support/beam.ts";
import { connect, evaluate } from "../support/remote.ts";
import {
  type ScriptedLink,
  scriptedSpec,
  startScripted,
} from "../support/scripted_node.ts";

/** Holds the only scheduler for a second or so at a time: comparing what shares itself does not yield. */
const HOG =
  "spawn(fun() -> receive after 500 -> ok end, F = fun(_, A) -> {A, A} end, A = lists:foldl(F, x, lists:seq(1, 27)), " +
  "B = lists:foldl(F, x, lists:seq(1, 27)), (fun L() -> A == B, erlang:yield(), L() end)() end)";

/** How a call fails that gets no answer. */
async function failure(
  node: RemoteNode,
  timeoutMs: number,
  what?: string,
): Promise<CallError> {
  const error = await assertRejects(
    () => node.call("m", "never", [], { timeoutMs, what }),
    CallError,
  );
  assertEquals(error.code, "timeout");
  return error;
}

/** A node that answers the smallest question as `pulse` does, and no other. */
function startAnswering(
  pulse: (link: ScriptedLink, reply: () => void) => void,
): ReturnType<typeof startScripted> {
  return startScripted(async (link) => {
    await link.accept();
    await link.serve((call) => {
      if (call.fn === "monotonic_time") pulse(link, () => call.reply(1));
    });
  });
}

Deno.test("a question that takes too long is told from a node that answers late, and both from one that says nothing", async (test) => {
  await test.step("the node answers", async () => {
    await using peer = startAnswering((_, reply) => reply());
    await using node = await RemoteNode.connect(scriptedSpec(peer));
    const { message, hint } = await failure(node, 400, "list_processes on n");
    assert(/^list_processes on n got no answer/.test(message), message);
    assert(message.includes("the node itself is responsive"), message);
    assert(hint?.includes("allow more time"), hint);
  });
  await test.step("late", async () => {
    await using peer = startAnswering((_, reply) =>
      void setTimeout(reply, 700)
    );
    await using node = await RemoteNode.connect(scriptedSpec(peer));
    const { message } = await failure(node, 2000);
    assert(/starved: .* only after \d{3,4} ms/.test(message), message);
  });
  await test.step("not, but the link is alive", async () => {
    await using peer = startAnswering((link) =>
      void link.raw(new Uint8Array(4))
    );
    await using node = await RemoteNode.connect(scriptedSpec(peer));
    const { message } = await failure(node, 1500);
    assert(message.includes("keeps the link up"), message);
  });
  await test.step("nothing at all", async () => {
    await using peer = startAnswering(() => {});
    await using node = await RemoteNode.connect(scriptedSpec(peer));
    const { message, hint } = await failure(node, 1500);
    assert(message.includes("has sent nothing"), message);
    assert(hint?.includes("beamtap doctor scripted@127.0.0.1"), hint);
  });
});

Deno.test("a node that is stopped is told long before a long time-out, and one that waits patiently waits", async () => {
  await using beam = await startBeam();
  await using node = await connect(beam);
  beam.signal("SIGSTOP");
  const patient = node.call("erlang", "abs", [-1], {
    timeoutMs: 600_000,
    patient: true,
  });
  const error = await failure(node, 600_000, "the long question");
  assert(error.message.includes("has sent nothing"), error.message);
  beam.signal("SIGCONT");
  assertEquals(await patient, 1);
});

Deno.test("a starved node is called so, by what was asked", async () => {
  await using beam = await startBeam({ args: ["+S", "1:1"] });
  await using node = await connect(beam);
  await evaluate(node, HOG);
  const error = await assertRejects(
    () =>
      node.call("timer", "sleep", [60_000], {
        timeoutMs: 9000,
        what: "the question",
      }),
    CallError,
  );
  assertEquals(error.code, "timeout");
  assert(/^the question got no answer/.test(error.message), error.message);
  // By how much depends on the machine; that it is the node does not.
  assert(/starved|has sent nothing/.test(error.message), error.message);
});

Deno.test("a dial that takes too long says what it waited for", async () => {
  await using peer = startScripted((link) => link.gone());
  const { name } = scriptedSpec(peer);
  await using pool = new NodePool([scriptedSpec(peer)], { dialTimeoutMs: 100 });
  const error = await assertRejects(() => pool.remote(name), NodeError);
  assertEquals(error.code, "dial_timed_out");
  assert(error.message.includes("accepted the connection"), error.message);
});
