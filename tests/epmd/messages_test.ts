import { assertEquals, assertThrows } from "@std/assert";
import { EpmdError } from "../../lib/epmd/mod.ts";
import {
  encodeNamesRequest,
  encodePortRequest,
  parseNames,
  parsePort,
} from "../../lib/epmd/messages.ts";

const utf8 = new TextEncoder();

Deno.test("requests are what EPMD expects", () => {
  assertEquals(encodeNamesRequest().toHex(), "00016e");
  assertEquals(encodePortRequest("wire_a").toHex(), "00077a776972655f61");
});

Deno.test("parseNames reads a line for each node", () => {
  const text = "name wire_b at port 19102\nname wire_a at port 19101\n";
  const answer = Uint8Array.of(0, 0, 0x38, 0x21, ...utf8.encode(text));
  assertEquals(parseNames(answer), [
    { name: "wire_b", port: 19102 },
    { name: "wire_a", port: 19101 },
  ]);
  assertEquals(parseNames(Uint8Array.of(0, 0, 0x11, 0x11)), []);
});

Deno.test("parsePort reads PORT2_RESP as OTP 25 sends it, and its refusal", () => {
  const hex = "77004a9d4d00000600050006776972655f610000";
  assertEquals(parsePort(Uint8Array.fromHex(hex)), {
    port: 19101,
    highestVersion: 6,
    lowestVersion: 5,
  });
  assertEquals(parsePort(Uint8Array.of(119, 1)), undefined);
});

Deno.test("anything else is not an EPMD", () => {
  const http = utf8.encode("HTTP/1.1 400 Bad Request\r\n");
  const attempts = [
    (): unknown => parseNames(Uint8Array.of(0, 0)),
    (): unknown => parseNames(http),
    (): unknown => parsePort(http),
    (): unknown => parsePort(new Uint8Array(0)),
    (): unknown => parsePort(Uint8Array.of(119, 0, 1)),
  ];
  for (const attempt of attempts) {
    assertEquals(assertThrows(attempt, EpmdError).code, "epmd_malformed");
  }
});
