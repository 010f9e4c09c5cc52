import { assertEquals } from "@std/assert";
import {
  bytes,
  compact,
  duration,
  exact,
  percent,
  share,
} from "../../../lib/cli/terminal/units.ts";

Deno.test("bytes are in the largest unit that keeps a digit before the point", () => {
  const cases: [number, string][] = [
    [0, "0 B"],
    [512, "512 B"],
    [1023, "1023 B"],
    [1024, "1.0 KiB"],
    [1_258_291, "1.2 MiB"],
    [102_400, "100 KiB"],
    [1024 ** 2 - 1, "1.0 MiB"],
    [1024 ** 3 * 99.97, "100 GiB"],
    [-2048, "-2.0 KiB"],
    [0.5, "0.5 B"],
    [2 ** 61, "2048 PiB"],
  ];
  for (const [count, text] of cases) assertEquals(bytes(count), text);
});

Deno.test("counts are exact, or short where there is little room", () => {
  assertEquals(exact(1_048_576), "1,048,576");
  assertEquals(exact(-12.25), "-12.25");
  assertEquals(
    [0, 640, 999, 12_345, 999_960, 1_234_567].map(compact),
    ["0", "640", "999", "12.3 k", "1.0 M", "1.2 M"],
  );
});

Deno.test("times have one or two units", () => {
  const cases: [number, string][] = [
    [0, "0 ms"],
    [0.012, "12 µs"],
    [0.4, "0.4 ms"],
    [12.34, "12.3 ms"],
    [999.4, "999 ms"],
    [999.6, "1 s"],
    [3400, "3.4 s"],
    [59_940, "59.9 s"],
    [59_960, "1 min"],
    [125_000, "2 min 5 s"],
    [3_599_600, "1 h"],
    [11_520_000, "3 h 12 min"],
    [86_399_000, "1 d"],
    [356_400_000, "4 d 3 h"],
    [-1500, "-1.5 s"],
  ];
  for (const [ms, text] of cases) assertEquals(duration(ms), text);
});

Deno.test("a percentage that is not all is not written as all, nor a little as nothing", () => {
  assertEquals(
    [0, 0.02, 12.5, 12.54, 99.95, 100, 130].map(percent),
    ["0 %", "< 0.1 %", "12.5 %", "12.5 %", "> 99.9 %", "100 %", "130 %"],
  );
  assertEquals(share(60, 262_144), "60 of 262,144 (< 0.1 %)");
  assertEquals(share(0, 0), "0 of 0");
});
