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
import { evaluate, eventually } from "../../support/remote.ts";
import { callerOf } from "../../support/tools.ts";
import { TOOLS_OF_INTERVENTION } from "../../../lib/tools/intervention/mod.ts";

let target: Beam;
let remote: RemoteNode;
const { call, refusal } = useChanges(SILENT, async (link, node) => {
  remote = link;
  target = node;
  await registerVictims(link);
});

Deno.test("a dry run of each says what would happen, and changes nothing", async () => {
  const before = await evaluate(
    remote,
    "process_info(whereis(victim), [status, message_queue_len, garbage_collection_info])",
  );
  for (const name of ["collect_garbage", "stop_process", "suspend_process"]) {
    const result = await call(name, { process: "victim", dry_run: true });
    assert(result.ok, result.text);
    assertEquals(result.structured?.done, false);
    assert(/<0\.\d+\.0> \(victim,/.test(result.text), result.text);
  }
  assertEquals(
    await evaluate(
      remote,
      "process_info(whereis(victim), [status, message_queue_len, garbage_collection_info])",
    ),
    before,
  );
});

Deno.test("none of them goes by pid without the incarnation, or with that of another run", async () => {
  const pid = await evaluate(remote, "whereis(victim)");
  for (
    const name of [
      "collect_garbage",
      "resume_process",
      "stop_process",
      "suspend_process",
    ]
  ) {
    const missing = await refusal(name, {
      process: pid,
      incarnation: undefined,
    });
    assert(missing.startsWith("invalid_arguments"), missing);
    // The caller learns which run it is now.
    assert(missing.includes(`${remote.creation} now`), missing);
    const stale = await refusal(name, { process: "victim", incarnation: 1 });
    assert(/stale_incarnation/.test(stale), stale);
    // By name, the process is the one of now.
    const byName = await call(name, {
      ...{ process: "victim", dry_run: true, incarnation: undefined },
    });
    assert(!byName.text.includes("incarnation is"), byName.text);
  }
  assertEquals(await status(remote), "{status,waiting}");
});

Deno.test("what the node needs to live is left alone", async () => {
  const vital = await evaluate(
    remote,
    `[pid_to_list(P) || P <- [hd(processes()), application_controller:get_master(kernel)]
       ++ [P || {_, P, _, _} <- supervisor:which_children(kernel_sup), is_pid(P)]
       ++ [P || P <- processes(), {initial_call, {M, _, _}} <- [process_info(P, initial_call)],
                lists:prefix("erts_", atom_to_list(M))]]`,
  );
  const pids = [...vital.matchAll(/<[\d.]+>/g)].map(([pid]) => pid);
  assert(pids.length > 10, vital);
  for (const process of [...pids, "init", "user", "logger", "code_server"]) {
    for (const name of ["stop_process", "suspend_process"]) {
      const refused = await refusal(name, { process });
      assert(/protected_process/.test(refused), `${process}: ${refused}`);
    }
  }
  assertEquals(await keepers(remote), "0");
});

Deno.test("a process inside native code is not said to have ended, and is not left suspended", async () => {
  await evaluate(
    remote,
    `(fun() ->
      Busy = fun B() -> erts_debug:dirty_cpu(wait, 4000), B() end,
      register(native, spawn(Busy)),
      timer:sleep(100)
    end)()`,
  );
  const before = target.output();
  const process = "native";
  const suspended = await refusal("suspend_process", {
    process,
    duration_ms: 1000,
  });
  assert(/^no_answer.*in native code/s.test(suspended), suspended);
  await eventually(() => keepers(remote), "0");
  // What was asked of it meanwhile is seen to when it leaves native code.
  await evaluate(remote, "timer:sleep(4500)");
  assertEquals(
    await evaluate(remote, "process_info(whereis(native), status)"),
    "{status,running}",
  );
  const collected = await call("collect_garbage", { process });
  assert(collected.ok && collected.structured?.done, collected.text);
  const stopped = await call("stop_process", { process, reason: "kill" });
  assert(stopped.ok && stopped.structured?.ended, stopped.text);
  assertEquals(target.output(), before);
});

Deno.test("without the scope mutate nothing is changed", async () => {
  const poor = callerOf(remote, TOOLS_OF_INTERVENTION, ["inspect", "data"]);
  const result = await poor("stop_process", {
    process: "victim",
    incarnation: remote.creation,
  });
  assert(!result.ok && /permission_denied/.test(result.code));
  assertEquals(await status(remote), "{status,waiting}");
});
