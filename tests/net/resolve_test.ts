import { assertEquals } from "@std/assert";
import { isIP } from "node:net";
import { ipFamily } from "../../lib/net/mod.ts";

const ADDRESSES = [
  ..."0.0.0.0 1.2.3.4 255.255.255.255 256.1.1.1 01.2.3.4 1.2.3 1.2.3.4.".split(
    " ",
  ),
  ..."1.2.3.4.5 1.2.3.4%eth0 1.2.3.x 0x1.2.3.4 1..2.3 127.1".split(" "),
  ...":: ::1 1:: 1:2:3:4:5:6:7:8 1:2:3:4:5:6:7:8:9 1:2:3:4:5:6:7::".split(" "),
  ...":::1 12345:: ::g 1::2::3 ::ffff:1.2.3.4 ::ffff:1.2.3.04 1.2.3.4::".split(
    " ",
  ),
  ..."fe80::1%eth0 fe80::1% fe80::1%a%b fe80::1%a_b FE80::A [::1]".split(" "),
  ...["", " ", "::1\n", "1.2.3.4\n", "localhost", "fe80::1%é", "1:2"],
];

Deno.test("ipFamily() says what node:net says", () => {
  for (const text of ADDRESSES) {
    assertEquals(ipFamily(text) ?? 0, isIP(text), JSON.stringify(text));
  }
});
