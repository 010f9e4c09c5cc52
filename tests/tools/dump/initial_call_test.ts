import { assertEquals } from "@std/assert";
import { makeDump } from "../../dump/real.ts";
import { dumpCaller, told } from "../../support/dumps.ts";

Deno.test("list_dump_processes groups and filters processes of proc_lib by what it started", async () => {
  await using made = await makeDump(`
    [proc_lib:spawn(timer, sleep, [infinity]) || _ <- lists:seq(1, 7)],
    timer:sleep(50), erlang:halt("calls")`);
  const call = dumpCaller([made.path]);
  const { groups } = told(
    await call("list_dump_processes", {
      file: made.path,
      by: "initial_call",
      initial_call: "timer:sleep",
    }),
  );
  assertEquals(
    Array.isArray(groups) && groups.map(({ kind, count }) => [kind, count]),
    [["timer:sleep/1", 7]],
  );
});
