import { assert, assertEquals } from "@std/assert";
import { readFailures, readTotals } from "../../scripts/test_report.ts";

const HEAD = `running 3 tests from ./tests/a_test.ts
fine ... ok (1ms)
  a step ... ok (1ms)
bad ... FAILED (8ms)
`;

const FAILED = `${HEAD}
 ERRORS 

bad => ./tests/a_test.ts:2:6
error: Error: one
    at inner (ext:cli/40_test.js:300:11)
    at file:///x/tests/a_test.ts:2:36
${"    1,\n".repeat(100)}
worse ... a step => ./tests/a_test.ts:9:6
error: Error: ${"x".repeat(5000)}

 FAILURES 

bad => ./tests/a_test.ts:2:6
worse ... a step => ./tests/a_test.ts:9:6

FAILED | 1 passed (1 step) | 2 failed (1 step) (10ms)
`;

Deno.test("totals are those of the last line, or what was told of each test", () => {
  assertEquals(readTotals("ok | 12 passed (3 steps) | 0 failed (9ms)\n"), {
    passed: 12,
    failed: 0,
  });
  assertEquals(readTotals(FAILED), { passed: 1, failed: 2 });
  assertEquals(readTotals(HEAD), { passed: 1, failed: 2 });
});

Deno.test("each failure is told with its place and the beginning of why", () => {
  const [bad = "", worse = ""] = readFailures(FAILED);
  const lines = bad.split("\n");
  assertEquals(lines.slice(0, 3), [
    "bad => ./tests/a_test.ts:2:6",
    "error: Error: one",
    "    at file:///x/tests/a_test.ts:2:36",
  ]);
  assertEquals(lines.at(-1), "… (73 more lines)");
  assert(worse.startsWith("worse ... a step => ./tests/a_test.ts:9:6\nerror"));
  assert(worse.length < 700);
  assertEquals(readFailures("ok | 12 passed | 0 failed (9ms)\n"), []);
});

Deno.test("what was under way when the run was stopped is told", () => {
  const stopped = `${HEAD}hangs ...
SIGINT The following tests were pending:

hangs => ./tests/a_test.ts:3:6

`;
  assertEquals(readFailures(stopped), [
    "hangs => ./tests/a_test.ts:3:6\nstill running when the run was stopped",
  ]);
});
