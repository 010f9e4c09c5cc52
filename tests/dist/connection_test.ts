import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { FrameError } from "../../lib/bytes/mod.ts";
import {
  DEFAULT_FLAGS,
  DistError,
  PASS_THROUGH_FLAGS,
} from "../../lib/dist/mod.ts";
import {
  atom,
  binary,
  equals,
  EtfError,
  type Term,
  tuple,
} from "../../lib/etf/mod.ts";
import {
  assertBroken,
  linked,
  receive,
  SEND,
  THEM,
  TICK,
  US,
} from "../support/linked.ts";
import { concat, oneByOne } from "../support/streams.ts";

const FORMS = {
  "passed through": PASS_THROUGH_FLAGS,
  "with atom cache and fragments": DEFAULT_FLAGS,
};

for (const [form, flags] of Object.entries(FORMS)) {
  Deno.test(`messages go both ways, frames ${form}`, async () => {
    await using link = await linked({ flags });
    const { connection, node } = link;
    const terms: Term[] = [atom("a"), [atom("a"), atom("b")], binary("x")];
    for (const term of terms) node.send(SEND, term);
    const received = await receive(connection, terms.length);
    for (const [i, term] of terms.entries()) {
      assertEquals(received[i]?.control.type, "send");
      assert(equals(received[i]?.payload ?? 0, term));
    }
    for (const term of terms) connection.send(tuple(22, US, THEM), term);
    for (const term of terms) {
      const { control, payload } = await node.receive();
      assert(equals(control, tuple(22, US, THEM)));
      assert(equals(payload ?? 0, term));
    }
    assertEquals(connection.traffic.messagesIn, 3);
    assertEquals(connection.traffic.messagesOut, 3);
  });

  Deno.test(`a link that trickles in byte by byte is read all the same, frames ${form}`, async () => {
    await using link = await linked({ flags });
    const bytes = concat(
      link.node.encode(SEND, atom("one")),
      TICK,
      link.node.encode(SEND, [atom("one"), atom("two")]),
    );
    const sending = (async (): Promise<void> => {
      for (const byte of oneByOne(bytes)) {
        await link.node.raw(byte);
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    })();
    const [first, second] = await receive(link.connection, 2);
    assertEquals(first?.payload, atom("one"));
    assertEquals(second?.payload, [atom("one"), atom("two")]);
    await sending;
  });

  Deno.test(`a payload that is no term costs no more than itself, frames ${form}`, async () => {
    await using link = await linked({ flags });
    const whole = link.node.encode(SEND, binary("four"));
    const broken = whole.slice();
    broken.set([255], broken.length - 9); // the payload's tag
    await link.node.raw(concat(broken, link.node.encode(SEND, 2)));
    const [first, second] = await receive(link.connection, 2);
    assertEquals(first?.payload, undefined);
    assert(first?.payloadError instanceof EtfError);
    assertEquals(first.control.type, "send");
    assertEquals(second?.payload, 2);
  });

  Deno.test(`an operation we do not know is counted and ignored, frames ${form}`, async () => {
    await using link = await linked({ flags });
    link.node.send(tuple(99, US, THEM), atom("whatever"));
    link.node.send(atom("no_tuple"));
    link.node.send(SEND, 3);
    const messages = await receive(link.connection, 3);
    assertEquals(messages.map((m) => m.control.type), [
      "unknown",
      "unknown",
      "send",
    ]);
    assertEquals(link.connection.traffic.unknownIn, 2);
  });

  Deno.test(`a control message that is no term ends the link, frames ${form}`, async () => {
    await using link = await linked({ flags });
    const head = flags === PASS_THROUGH_FLAGS ? [112, 131] : [131, 68, 0];
    await link.node.frame(Uint8Array.of(...head, 104, 3, 97));
    await assertBroken(link, "protocol_error");
  });

  Deno.test(`a frame of the other form ends the link, frames ${form}`, async () => {
    await using link = await linked({ flags });
    const head = flags === PASS_THROUGH_FLAGS ? [131, 68, 0] : [112, 131];
    await link.node.frame(Uint8Array.of(...head, 97, 1));
    const error = await assertBroken(link, "protocol_error");
    assert(
      /instead of 112|without a distribution header/.test(error.message),
      error.message,
    );
  });
}

Deno.test("a message in the same segment as the handshake's last is not lost", async () => {
  await using link = await linked({
    accept: async (node) => {
      const { flags } = await node.readName();
      node.agree(flags);
      await node.status("ok");
      await node.challenge();
      await node.ack(undefined, concat(TICK, node.encode(SEND, atom("early"))));
    },
  });
  assertEquals((await link.connection.next()).payload, atom("early"));
});

Deno.test("a peer that closes between two messages closed the link", async () => {
  await using link = await linked();
  link.node.close();
  await assertBroken(link, "closed_by_peer");
});

Deno.test("a peer that closes inside a message broke it", async () => {
  await using link = await linked();
  const whole = link.node.encode(SEND, binary("never whole"));
  await link.node.raw(whole.subarray(0, whole.length - 3));
  link.node.close();
  await assertBroken(link, "connection_lost");
});

Deno.test("a frame of 4 GiB ends the link before anything is allocated for it", async () => {
  await using link = await linked();
  await link.node.raw(Uint8Array.of(255, 255, 255, 255, 131, 68));
  const error = await assertBroken(link, "protocol_error");
  assert(error.message.includes("4294967295"), error.message);
});

/** Frames that no node sends, behind the two bytes they all begin with. */
const BAD_FRAMES: Record<string, number[][]> = {
  "a cache slot that was never filled": [[68, 1, 0, 5, 82, 0]],
  "a header cut short": [[68, 9, 0x88]],
  "nothing but a version": [[]],
  "an unknown header tag": [[99, ...new Array<number>(20).fill(0)]],
  "a fragment of sequence 0": [[69, ...id(0), ...id(2), 0, 1]],
  "a fragment of no message": [[70, ...id(7), ...id(1), 1]],
  "a message of 0 fragments": [[69, ...id(7), ...id(0), 0, 1]],
  "fragments out of order": [
    [69, ...id(7), ...id(3), 0, 97],
    [70, ...id(7), ...id(1), 1],
  ],
  "a fragment twice": [
    [69, ...id(7), ...id(3), 0, 97],
    [70, ...id(7), ...id(2), 1],
    [70, ...id(7), ...id(2), 1],
  ],
  "a second beginning of an open sequence": [
    [69, ...id(7), ...id(2), 0, 97],
    [69, ...id(7), ...id(2), 0, 97],
  ],
  "a fragment without its numbers": [[70, 0, 0, 0]],
};

function id(n: number): number[] {
  return [0, 0, 0, 0, 0, 0, 0, n];
}

for (const [what, frames] of Object.entries(BAD_FRAMES)) {
  Deno.test(`${what} ends the link`, async () => {
    await using link = await linked();
    for (const bytes of frames) {
      await link.node.frame(Uint8Array.of(131, ...bytes));
    }
    await assertBroken(link, "protocol_error");
  });
}

Deno.test("interleaved fragments come together, with whole messages between them", async () => {
  await using link = await linked();
  // {2, '', Pid} and "x" with both atoms spelt out, cut in two at any place.
  const frame = link.node.encode(SEND, binary("in two"));
  const atomsEnd = 4 + 2;
  const cutAt = frame.length - 4;
  const first = frame.subarray(atomsEnd, cutAt);
  const head = (tag: number, sequence: number, fragment: number): Uint8Array =>
    Uint8Array.of(131, tag, ...id(sequence), ...id(fragment));
  await link.node.frame(head(69, 1, 2), first);
  await link.node.frame(head(69, 2, 2), Uint8Array.of(0, 104));
  link.node.send(SEND, atom("whole"));
  await link.node.frame(head(70, 2, 1), Uint8Array.of(1, 97, 99));
  await link.node.frame(head(70, 1, 1), frame.subarray(cutAt));
  const [whole, unknown, joined] = await receive(link.connection, 3);
  assertEquals(whole?.payload, atom("whole"));
  assertEquals(unknown?.control, { type: "unknown", operation: 99 });
  assert(equals(joined?.payload ?? 0, binary("in two")));
});

Deno.test("a term that cannot be encoded leaves the link and its atom cache as they were", async () => {
  await using link = await linked();
  let deep: Term = atom("only_in_the_failure");
  for (let i = 0; i < 100_000; i++) deep = [deep];
  assertThrows(
    () => link.connection.send(SEND, [atom("only_in_the_failure"), deep]),
    EtfError,
  );
  link.connection.send(SEND, atom("only_in_the_failure"));
  const { payload } = await link.node.receive();
  assertEquals(payload, atom("only_in_the_failure"));
});

Deno.test("closing ends whoever waits, with the reason given, once", async () => {
  await using link = await linked();
  const { connection, node } = link;
  const waiting = assertRejects(() => connection.next(), DistError);
  const reason = new DistError("aborted", "enough");
  connection.close(reason);
  connection.close(new DistError("closed", "too late"));
  assertEquals(await waiting, reason);
  assertEquals(connection.closeReason, reason);
  await node.gone();
});

Deno.test("a peer that does not read makes senders wait, not memory grow", async () => {
  await using link = await linked({ flags: PASS_THROUGH_FLAGS });
  const chunk = new Uint8Array(1_000_000);
  let waited: Promise<void> | undefined;
  for (let i = 0; i < 64 && !waited; i++) {
    waited = link.connection.send(SEND, chunk);
  }
  assert(waited, "64 MB went out unread and nobody had to wait");
  const reading = (async (): Promise<void> => {
    while ((await link.node.receive()).payload instanceof Uint8Array);
  })();
  await waited;
  link.connection.send(SEND, atom("end"));
  await reading;
});

for (const [form, flags] of Object.entries(FORMS)) {
  Deno.test(`a message too large for a peer that does not read is refused, and the link goes on, frames ${form}`, async () => {
    await using link = await linked({ flags });
    const { connection, node } = link;
    const large = new Uint8Array(100_000_000);
    const first = connection.send(SEND, large);
    const error = assertThrows(
      () => connection.send(SEND, [atom("never_sent"), large]),
      FrameError,
    );
    assertEquals(error.code, "frame_overflow");
    assertEquals(connection.closeReason, undefined);
    connection.send(SEND, atom("never_sent"));
    assert((await node.receive()).payload instanceof Uint8Array);
    assertEquals((await node.receive()).payload, atom("never_sent"));
    await first;
  });
}
