import { assert, assertEquals } from "@std/assert";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import type { Beam } from "../../support/beam.ts";
import {
  keepers,
  registerVictims,
  SILENT,
  status,
  useChanges,
} from "../../support/changes.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";

let target: Beam;
let remote: RemoteNode;
const { call, refusal } = useChanges(SILENT, async (link, node) => {
  remote = link;
  target = node;
  await registerVictims(link);
});

Deno.test("a suspended process stands still until its time is over", async () => {
  const args = { process: "victim", duration_ms: 1500 };
  const result = await call("suspend_process", args);
  assert(result.ok, result.text);
  assertEquals(await status(remote), "{status,suspended}");
  assert(/already_suspended/.test(await refusal("suspend_process", args)));
  await eventually(() => status(remote), "{status,waiting}");
  await eventually(() => keepers(remote), "0");
});

Deno.test("a process runs again when the link to us is lost, and when our keeper is killed", async () => {
  const process = "victim";
  await call("suspend_process", { process, duration_ms: 300_000 });
  await evaluate(
    remote,
    "[exit(P, kill) || P <- processes(), {suspending, [_ | _]} <- [process_info(P, suspending)]]",
  );
  await eventually(() => status(remote), "{status,waiting}");
  await call("suspend_process", { process, duration_ms: 300_000 });
  assertEquals(await status(remote), "{status,suspended}");
  await using watcher = await connect(target, { alive: "watcher" });
  await remote[Symbol.asyncDispose]();
  await eventually(() => status(watcher), "{status,waiting}");
  await eventually(() => keepers(watcher), "0");
});
