import { assertEquals } from "@std/assert";
import { type ControlMessage, readControl } from "../../lib/dist/control.ts";
import { atom, Pid, Reference, type Term, tuple } from "../../lib/etf/mod.ts";

const FROM = new Pid(atom("a@h"), 1, 0, 7);
const TO = new Pid(atom("b@h"), 2, 0, 8);
const REF = new Reference(atom("b@h"), [1, 2, 3], 8);
const NAME = atom("some_name");
const EMPTY = atom("");
const TOKEN = tuple(1, 2, 3, FROM, 4);
const WHY = atom("because");
const MFA = tuple(atom("m"), atom("f"), 1);
const sent = (from: Pid | undefined, to: Pid | Reference): ControlMessage => ({
  type: "send",
  from,
  to,
});
const toName = { type: "send", from: FROM, to: NAME } as const;
const exit = { type: "exit", from: FROM, to: TO } as const;
const exit2 = { type: "exit2", from: FROM, to: TO } as const;
const request = { type: "spawn_request", reference: REF, from: FROM } as const;
const down = { type: "monitor_exit", from: FROM, to: TO } as const;

/** Every operation that a node of OTP 23 to 29 may send, with what it means. */
const OPERATIONS: [string, Term[], ControlMessage][] = [
  ["LINK", [1, FROM, TO], { type: "link", from: FROM, to: TO }],
  ["SEND", [2, EMPTY, TO], sent(undefined, TO)],
  ["EXIT", [3, FROM, TO, WHY], { ...exit, reason: WHY }],
  ["UNLINK", [4, FROM, TO], { type: "unlink", from: FROM, to: TO }],
  ["REG_SEND", [6, FROM, EMPTY, NAME], toName],
  ["GROUP_LEADER", [7, FROM, TO], { type: "group_leader", from: FROM, to: TO }],
  ["EXIT2", [8, FROM, TO, WHY], { ...exit2, reason: WHY }],
  ["SEND_TT", [12, EMPTY, TO, TOKEN], sent(undefined, TO)],
  ["EXIT_TT", [13, FROM, TO, TOKEN, WHY], { ...exit, reason: WHY }],
  ["REG_SEND_TT", [16, FROM, EMPTY, NAME, TOKEN], toName],
  ["EXIT2_TT", [18, FROM, TO, TOKEN, WHY], { ...exit2, reason: WHY }],
  ["MONITOR_P", [19, FROM, NAME, REF], {
    type: "monitor",
    from: FROM,
    to: NAME,
    reference: REF,
  }],
  ["DEMONITOR_P", [20, FROM, TO, REF], {
    type: "demonitor",
    from: FROM,
    to: TO,
    reference: REF,
  }],
  ["MONITOR_P_EXIT", [21, FROM, TO, REF, WHY], {
    ...down,
    reference: REF,
    reason: WHY,
  }],
  ["SEND_SENDER", [22, FROM, TO], sent(FROM, TO)],
  ["SEND_SENDER_TT", [23, FROM, TO, TOKEN], sent(FROM, TO)],
  ["PAYLOAD_EXIT", [24, FROM, TO], { ...exit, reason: undefined }],
  ["PAYLOAD_EXIT_TT", [25, FROM, TO, TOKEN], { ...exit, reason: undefined }],
  ["PAYLOAD_EXIT2", [26, FROM, TO], { ...exit2, reason: undefined }],
  ["PAYLOAD_EXIT2_TT", [27, FROM, TO, TOKEN], { ...exit2, reason: undefined }],
  ["PAYLOAD_MONITOR_P_EXIT", [28, NAME, TO, REF], {
    type: "monitor_exit",
    from: NAME,
    to: TO,
    reference: REF,
    reason: undefined,
  }],
  ["SPAWN_REQUEST", [29, REF, FROM, FROM, MFA, []], request],
  ["SPAWN_REQUEST_TT", [30, REF, FROM, FROM, MFA, [], TOKEN], request],
  ["SPAWN_REPLY", [31, REF, TO, 3, FROM], {
    type: "spawn_reply",
    reference: REF,
    to: TO,
    result: FROM,
  }],
  ["SPAWN_REPLY_TT", [32, REF, TO, 0, WHY, TOKEN], {
    type: "spawn_reply",
    reference: REF,
    to: TO,
    result: WHY,
  }],
  ["ALIAS_SEND", [33, FROM, REF], sent(FROM, REF)],
  ["ALIAS_SEND_TT", [34, FROM, REF, TOKEN], sent(FROM, REF)],
  ["UNLINK_ID", [35, 2n ** 60n, FROM, TO], {
    type: "unlink_id",
    id: 2n ** 60n,
    from: FROM,
    to: TO,
  }],
  ["UNLINK_ID_ACK", [36, 5, FROM, TO], {
    type: "unlink_id_ack",
    id: 5,
    from: FROM,
    to: TO,
  }],
  ["ALTACT_SIG_SEND, a message", [37, 1, FROM, TO], sent(FROM, TO)],
  ["ALTACT_SIG_SEND, to an alias", [37, 4 | 2, FROM, REF, TOKEN], {
    type: "send",
    from: FROM,
    to: REF,
  }],
  ["ALTACT_SIG_SEND, to a name", [37, 8, FROM, NAME], toName],
  ["ALTACT_SIG_SEND, an exit", [37, 16 | 1, FROM, TO], {
    ...exit2,
    reason: undefined,
  }],
  ["ALTACT_SIG_SEND, flags of tomorrow", [37, 2n ** 70n, FROM, TO, 1, 2], {
    type: "send",
    from: FROM,
    to: TO,
  }],
];

for (const [name, elements, message] of OPERATIONS) {
  Deno.test(`${name} is read for what it means`, () => {
    assertEquals(readControl(tuple(...elements)), message);
  });
}

Deno.test("a control message of a wrong shape is unknown, by the number of its operation", () => {
  for (const [, elements] of OPERATIONS) {
    const [operation] = elements;
    const unknown: ControlMessage = {
      type: "unknown",
      operation: Number(operation),
    };
    assertEquals(readControl(tuple(operation ?? 0)), unknown);
    const junk = elements.map((_, i) => i === 0 ? operation ?? 0 : "no term");
    assertEquals(readControl(tuple(...junk.map(() => [1]))).type, "unknown");
    assertEquals(
      readControl(tuple(operation ?? 0, ...junk.slice(1).map(() => [1]))),
      unknown,
    );
  }
});

Deno.test("what is no control message at all is unknown", () => {
  for (
    const term of [
      1,
      NAME,
      [],
      tuple(),
      tuple(NAME),
      tuple(99, FROM),
      tuple(-1),
      tuple(2n ** 80n),
      tuple(5),
    ]
  ) {
    assertEquals(readControl(term).type, "unknown");
  }
  assertEquals(readControl(tuple(99)), { type: "unknown", operation: 99 });
});
