import { assertEquals } from "@std/assert";
import { ByteWriter } from "../../lib/bytes/mod.ts";

Deno.test("ByteWriter appends in network byte order and grows as needed", () => {
  const bytes = new ByteWriter().u8(1).u16(0x0203).u32(0x04050607)
    .u64(0x08090a0b0c0d0e0fn).text("é").bytes(new Uint8Array(200)).finish();
  assertEquals([...bytes.subarray(0, 17)], [
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0xc3, 0xa9],
  ]);
  assertEquals(bytes.length, 217);
});
