import { collectGarbageQuestion } from "../../../lib/tools/intervention/collect_garbage.ts";
import { disconnectPeerQuestion } from "../../../lib/tools/intervention/disconnect_peer.ts";
import { restartChildQuestion } from "../../../lib/tools/intervention/restart_child.ts";
import { setAppEnvQuestion } from "../../../lib/tools/intervention/set_app_env.ts";
import { setLogLevelQuestion } from "../../../lib/tools/intervention/set_log_level.ts";
import { stopProcessQuestion } from "../../../lib/tools/intervention/stop_process.ts";
import { resumeProcessQuestion } from "../../../lib/tools/intervention/resume_process.ts";
import { suspendProcessQuestion } from "../../../lib/tools/intervention/suspend_process.ts";
import { callFunctionQuestion } from "../../../lib/tools/eval/call_function.ts";
import { evaluateQuestion } from "../../../lib/tools/eval/evaluate.ts";
import { atom } from "../../../lib/etf/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { QUIET, SMALL_TREE } from "../../support/supervisors.ts";
import { useTarget } from "../../support/target.ts";

let remote: RemoteNode;
useTarget({
  setup:
    `${QUIET}, ${SMALL_TREE}, register(victim, spawn(fun() -> receive stop -> ok end end))`,
}, (link) => remote = link);

const LIMITS = { depth: 5, width: 20, max_bytes: 1000, timeout_ms: 5000 };

Deno.test("a dry run leaves nothing behind, whatever would be changed", async () => {
  const victim = { process: "victim", dry_run: true };
  const stranger = { process: "never_seen_1", dry_run: true };
  const stop = { reason: atom("shutdown"), timeout_ms: 0 };
  await assertHarmless(remote, stopProcessQuestion, [
    { ...victim, ...stop },
    { ...stranger, ...stop },
  ]);
  const time = { duration_ms: 1000 };
  await assertHarmless(remote, suspendProcessQuestion, [
    { ...victim, ...time },
    { ...stranger, ...time },
  ]);
  await assertHarmless(remote, resumeProcessQuestion, [victim, stranger]);
  await assertHarmless(remote, restartChildQuestion, [
    { supervisor: "small", child: atom("first"), dry_run: true },
    { supervisor: "small", child: atom("never_seen_2"), dry_run: true },
  ]);
  const env = { application: "kernel", value: 1, dry_run: true, ...LIMITS };
  await assertHarmless(remote, setAppEnvQuestion, [
    { ...env, key: atom("first") },
    { ...env, key: atom("never_seen_3") },
  ]);
  const level = { level: "debug", dry_run: true } as const;
  await assertHarmless(remote, setLogLevelQuestion, [
    { ...level, module: "lists" },
    { ...level, handler: "never_seen_4" },
  ]);
  await assertHarmless(remote, disconnectPeerQuestion, [
    { peer: "a@b", dry_run: true },
    { peer: "never_seen@5", dry_run: true },
  ]);
});

Deno.test("what changes nothing but the process leaves nothing behind", async () => {
  const collect = { type: "major", force: false, dry_run: false } as const;
  await assertHarmless(remote, collectGarbageQuestion, [
    { process: "victim", ...collect },
    { process: "never_seen_6", ...collect },
  ]);
  const call = { module: "lists", dry_run: false, ...LIMITS };
  await assertHarmless(remote, callFunctionQuestion, [
    { ...call, function: "sum", arguments: [[1, 2]] },
    { ...call, function: "never_seen_7", arguments: [atom("never_seen_8")] },
  ]);
  const source = {
    language: "erlang",
    dry_run: false,
    bindings: new Map(),
    ...LIMITS,
  } as const;
  await assertHarmless(remote, evaluateQuestion, [
    {
      ...source,
      source: "[spawn(fun() -> timer:sleep(infinity) end) || _ <- [1, 2]]",
    },
    { ...source, source: "lists:nth(2, [1])" },
  ]);
});
