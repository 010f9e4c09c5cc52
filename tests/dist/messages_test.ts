import { assertEquals, assertThrows } from "@std/assert";
import {
  digest,
  digestMatches,
  encodeAliveReply,
  encodeChallengeReply,
  encodeSendName,
  parseChallenge,
  parseChallengeAck,
  parseStatus,
} from "../../lib/dist/messages.ts";
import { DistError } from "../../lib/dist/mod.ts";

const utf8 = new TextEncoder();

Deno.test("handshake messages are byte for byte those captured between two OTP 25 nodes", () => {
  assertEquals(
    encodeSendName(0x0d07df7fbdn, 0x6b0002ed, "wire_b@127.0.0.1").toHex(),
    "4e0000000d07df7fbd6b0002ed0010776972655f62403132372e302e302e31",
  );
  assertEquals(
    encodeChallengeReply(0xa9e7d452, digest("wirecookie", 873573118)).toHex(),
    "72a9e7d45204c7b716e1cb3f1efb48e178e894460f",
  );
  assertEquals(encodeAliveReply(true), utf8.encode("strue"));
  assertEquals(encodeAliveReply(false), utf8.encode("sfalse"));
  const challenge = Uint8Array.fromHex(
    "4e0000000d07df7fbd3411aafe6b0002c80010776972655f61403132372e302e302e31",
  );
  assertEquals(parseChallenge(challenge), {
    flags: 0x0d07df7fbdn,
    challenge: 873573118,
    creation: 0x6b0002c8,
    name: "wire_a@127.0.0.1",
  });
  const ack = Uint8Array.fromHex("61476900b2a1257a05435e3aafded90fef");
  assertEquals(
    digestMatches(parseChallengeAck(ack), "wirecookie", 2850542674),
    true,
  );
  assertEquals(digestMatches(parseChallengeAck(ack), "wirecookie", 1), false);
});

Deno.test("parseStatus knows every status", () => {
  for (
    const type of ["ok", "ok_simultaneous", "nok", "not_allowed", "alive"]
  ) assertEquals(parseStatus(utf8.encode(`s${type}`)).type, type);
  const named = Uint8Array.fromHex(
    "736e616d65643a0017" + "314536453039423056585644384031" +
      "32372e302e302e31" + "35ff34c4",
  );
  assertEquals(parseStatus(named), {
    type: "named",
    name: "1E6E09B0VXVD8@127.0.0.1",
    creation: 905917636,
  });
});

Deno.test("messages that are no handshake are protocol_error", () => {
  const junk = [
    new Uint8Array(0),
    utf8.encode("HTTP/1.1 400"),
    utf8.encode("snamed:"),
    utf8.encode("N"),
    utf8.encode("a short"),
  ];
  for (const frame of junk) {
    for (const parse of [parseStatus, parseChallenge, parseChallengeAck]) {
      assertEquals(
        assertThrows(() => parse(frame), DistError).code,
        "protocol_error",
      );
    }
  }
});
