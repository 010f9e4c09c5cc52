import { assert, assertEquals, assertRejects } from "@std/assert";
import { ByteWriter, FrameReader, FrameWriter } from "../../lib/bytes/mod.ts";
import { bodyCodec } from "../../lib/dist/body.ts";
import {
  Connection,
  DistError,
  PASS_THROUGH_FLAGS,
} from "../../lib/dist/mod.ts";
import { atom, type Pid, type Term, tuple } from "../../lib/etf/mod.ts";
import { RemoteNode } from "../../lib/node/mod.ts";
import { startBeam } from "../support/beam.ts";
import { ALL_FLOODS, startFlood } from "../support/flood.ts";
import { receive, SEND } from "../support/linked.ts";
import { connect, eventually } from "../support/remote.ts";
import {
  SCRIPTED,
  scriptedSpec,
  startScripted,
} from "../support/scripted_node.ts";
import { concat } from "../support/streams.ts";

const soon = { timeoutMs: 30_000 };

/** A byte stream that has whole frames to read whenever it is read, so that no read of it waits. */
function everReady(
  reads: number,
  frame: Uint8Array,
): { stream: ReadableStream; left: number } {
  const flood = {
    left: reads,
    stream: new ReadableStream({
      type: "bytes",
      pull(controller: ReadableByteStreamController): void {
        const request = controller.byobRequest;
        const view = request?.view;
        if (flood.left-- <= 0 || !view) {
          controller.close();
          return request?.respond(0);
        }
        const into = new Uint8Array(view.buffer, view.byteOffset);
        const end = view.byteLength - view.byteLength % frame.length;
        for (let at = 0; at < end; at += frame.length) into.set(frame, at);
        request.respond(end);
      },
    }),
  };
  return flood;
}

Deno.test("timers go on while a link is read that always has something to read", async () => {
  const body = concat(...bodyCodec(PASS_THROUGH_FLAGS).encode(SEND, 1));
  const frame = new ByteWriter().u32(body.length).bytes(body).finish();
  const flood = everReady(300, frame);
  const sink = new WritableStream<Uint8Array>();
  const connection = new Connection({
    kind: "tcp",
    address: "127.0.0.1",
    port: 1,
    readable: flood.stream,
    writable: sink,
    close: () => {},
  }, {
    reader: new FrameReader(flood.stream, 4),
    writer: new FrameWriter(sink),
    name: "beamtap@127.0.0.1",
    creation: 4242,
    peer: SCRIPTED.name,
    peerCreation: SCRIPTED.creation,
    offered: PASS_THROUGH_FLAGS,
    flags: PASS_THROUGH_FLAGS,
  });
  const reading = assertRejects(() => receive(connection, Infinity), DistError);
  await new Promise((resolve) => setTimeout(resolve, 0));
  assert(flood.left > 0, "a timer came before the flood was over");
  connection.close();
  assertEquals(await reading, connection.closeReason);
});

for (const what of ALL_FLOODS) {
  Deno.test(`a call to another node ends while one floods us with ${what}`, async () => {
    using flooding = await startFlood(what);
    await using beam = await startBeam();
    await using node = await connect(beam);
    await using flooded = await RemoteNode.connect({
      name: SCRIPTED.name,
      port: flooding.port,
      cookie: () => SCRIPTED.cookie,
    });
    assertEquals(await flooded.call("m", "begin", [], soon), 0);
    for (let i = 0; i < 20; i++) {
      assertEquals(await node.call("erlang", "abs", [-i], soon), i);
    }
    const reason = await flooded.ended;
    assertEquals(reason.code, "protocol_error");
    assert(reason.message.includes("make no sense"), reason.message);
  });
}

/** A node that sends `count` messages to the pid that `control` gives, once it is called. */
async function afterMany(
  count: number,
  control: (caller: Pid) => Term,
): Promise<string> {
  await using peer = startScripted(async (link) => {
    await link.accept();
    let done = false;
    await link.serve((call) => {
      if (done) return call.reply(2);
      done = true;
      call.reply(1);
      const one = link.encode(control(call.caller));
      link.raw(concat(...Array.from({ length: count }, () => one)))
        .then(() => link.send(control(call.caller)), () => {});
    });
  });
  await using node = await RemoteNode.connect(scriptedSpec(peer));
  await node.call("m", "first", [], soon);
  let over = false;
  node.ended.then(() => over = true);
  await eventually(() => over || node.traffic.messagesIn >= count, true);
  try {
    return `${await node.call("m", "second", [], soon)}`;
  } catch (error) {
    return error instanceof Error ? error.message : `${error}`;
  }
}

Deno.test("messages without sense end a link once they are many, with the reason", async () => {
  const unknown = (): Term => tuple(99, 1);
  assertEquals(await afterMany(9000, unknown), "2");
  const message = await afterMany(10_001, unknown);
  assert(message.includes("10000 messages that make no sense"), message);
  assert(message.includes("operation 99"), message);
});

Deno.test("what comes late for a process of ours that has ended does not end the link", async () => {
  assertEquals(
    await afterMany(12_000, (caller) => tuple(2, atom(""), caller)),
    "2",
  );
});
