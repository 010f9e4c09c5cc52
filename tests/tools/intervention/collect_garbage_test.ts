import { assert, assertEquals } from "@std/assert";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { registerVictims, SILENT, useChanges } from "../../support/changes.ts";
import { evaluate } from "../../support/remote.ts";

let remote: RemoteNode;
const { call } = useChanges(SILENT, async (link) => {
  remote = link;
  await registerVictims(link);
});

Deno.test("garbage is collected, and the answer says how much it was", async () => {
  await evaluate(
    remote,
    "(fun() -> register(messy, spawn(fun() -> garbage_collect(), _ = lists:seq(1, 100000), receive stop -> ok end end)), timer:sleep(50) end)()",
  );
  const result = await call("collect_garbage", { process: "messy" });
  assert(result.ok, result.text);
  assertEquals(result.structured?.done, true);
  assert(Number(result.structured?.freed_bytes) > 500_000, result.text);
  await evaluate(remote, "messy ! stop");
});
