import { assert, assertEquals } from "@std/assert";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import {
  keepers,
  registerVictims,
  SILENT,
  status,
  useChanges,
} from "../../support/changes.ts";
import { evaluate } from "../../support/remote.ts";

let remote: RemoteNode;
const { call, refusal } = useChanges(SILENT, async (link) => {
  remote = link;
  await registerVictims(link);
});

Deno.test("a suspended process is resumed before its time", async () => {
  const process = "victim";
  await call("suspend_process", { process, duration_ms: 300_000 });
  const dry = await call("resume_process", { process, dry_run: true });
  assert(dry.ok, dry.text);
  assertEquals(await status(remote), "{status,suspended}");
  const result = await call("resume_process", { process });
  assert(result.ok, result.text);
  assertEquals(await status(remote), "{status,waiting}");
  assertEquals(await keepers(remote), "0");
  assert(/not_suspended/.test(await refusal("resume_process", { process })));
});

Deno.test("what others suspended stays so, and they are named", async () => {
  await evaluate(
    remote,
    "(fun() -> S = self(), register(debugger, spawn(fun() -> monitor(process, victim), erlang:suspend_process(whereis(victim)), S ! on, receive stop -> ok end end)), receive on -> ok end end)()",
  );
  const refused = await refusal("resume_process", { process: "victim" });
  assert(/it is suspended by <0\.\d+\.0>/.test(refused), refused);
  assertEquals(await status(remote), "{status,suspended}");
  await evaluate(remote, "debugger ! stop");
});
