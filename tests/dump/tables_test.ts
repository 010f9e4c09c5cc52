import { assertEquals } from "@std/assert";
import { readDump } from "../../lib/dump/mod.ts";
import { NumberTable } from "../../lib/dump/number_table.ts";
import { memorySource } from "../support/damaged_dumps.ts";
import { AGAIN, randomSource, SEED } from "../support/random.ts";

Deno.test("NumberTable finds what a Map finds", () => {
  const random = randomSource(SEED);
  const table = new NumberTable();
  const map = new Map<number, number>();
  for (let i = 0; i < 20_000; i++) {
    // Addresses of a heap, and pids: alike in most of their bits.
    const key = random(2) === 0
      ? 0x7f00_0000_0000 + 16 * random(5000)
      : random(1000) * 2 ** 28 + random(32_768);
    if (!map.has(key)) map.set(key, i);
    table.add(key, i);
  }
  assertEquals(table.size, map.size, AGAIN);
  for (const [key, value] of map) assertEquals(table.get(key), value, AGAIN);
  assertEquals(table.get(5), -1);
});

Deno.test("names that are too many are left out, and a note says so", async () => {
  const processes = Array.from(
    { length: 270_000 },
    (_, i) =>
      `=proc:<0.${i & 0x7fff}.${
        i >> 15
      }>\nName: name_${i}\nSpawned as: a:b/1\nMemory: ${i}\n`,
  );
  const text =
    "=erl_crash_dump:0.5\nSlogan: x\nSystem version: Erlang/OTP 25 [64-bit]\n" +
    `${processes.join("")}=end\n`;
  const bytes = new TextEncoder().encode(text);
  const dump = await readDump("names", memorySource(bytes, () => 1 << 20));
  assertEquals(dump.notes.map(({ code }) => code), ["too_many_names"]);
  assertEquals(dump.processes.count, processes.length);
  const last = processes.length - 1;
  assertEquals(dump.processes.row(last), {
    ...dump.processes.row(last),
    pid: "<0.7855.8>",
    registeredName: undefined,
    spawnedAs: "a:b/1",
    memoryBytes: 269_999,
  });
  assertEquals(dump.processes.row(0).registeredName, "name_0");
});
