import { assertEquals } from "@std/assert";
import { trendOf } from "../../../lib/beam/trend.ts";

Deno.test("growth is a trend only where it is seen all the time", () => {
  const trend = (...values: number[]): number | undefined =>
    trendOf(values.map((value, i) => ({ us: i * 1e6, value }))).growth_per_s;
  assertEquals(trend(0, 5, 10, 15, 20, 25, 30, 35, 40), 5);
  assertEquals(trend(0, 5, 10, 10, 20, 25, 30, 35, 40), 5);
  assertEquals(trend(12, 12, 12, 13, 13, 13, 13, 13, 13), undefined);
  assertEquals(trend(0, 90, 90, 90, 90, 180, 180, 180, 180), undefined);
  assertEquals(trend(9, 8, 9, 7, 9, 8, 9, 8, 10), undefined);
  assertEquals(trend(8, 7, 6, 5, 4, 3, 2, 1, 0), undefined);
  assertEquals(trend(), undefined);
  assertEquals(
    trendOf([{ us: 0, value: 4 }, { us: 1, value: 9 }]).change,
    5,
  );
});
