import { assert, assertEquals } from "@std/assert";
import { TOOLS_OF_INTERVENTION } from "../../../lib/tools/intervention/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import type { ToolResult } from "../../../lib/registry/mod.ts";
import { type Beam, startBeam } from "../../support/beam.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";
import { callerOf } from "../../support/tools.ts";

let target: Beam;
let remote: RemoteNode;
let call: (
  name: string,
  args?: Record<string, unknown>,
) => Promise<ToolResult>;

Deno.test.beforeAll(async () => {
  target = await startBeam({ setup: "logger:set_primary_config(level, none)" });
});
Deno.test.beforeEach(async () => {
  remote = await connect(target);
  const { creation: incarnation } = remote;
  const all = callerOf(remote, TOOLS_OF_INTERVENTION, ["mutate"]);
  call = (name, args) => all(name, { incarnation, ...args });
  await evaluate(
    remote,
    `(fun() ->
      [begin M = monitor(process, P), exit(P, kill), receive {'DOWN', M, _, _, _} -> ok end end
        || N <- [victim, deaf], P <- [whereis(N)], is_pid(P)],
      Loop = fun L() -> receive {ping, From} -> From ! pong, L(); stop -> ok end end,
      register(victim, spawn(Loop)),
      register(deaf, spawn(fun() -> process_flag(trap_exit, true), receive stop -> ok end end))
    end)()`,
  );
});
Deno.test.afterEach(async () => {
  await remote[Symbol.asyncDispose]();
});
Deno.test.afterAll(async () => {
  await target[Symbol.asyncDispose]();
});

function status(link = remote): Promise<string> {
  return evaluate(link, "process_info(whereis(victim), status)");
}

/** The keepers of suspended processes that are on the node. */
function keepers(link = remote): Promise<string> {
  return evaluate(
    link,
    "length([P || P <- processes(), {suspending, [_ | _]} <- [process_info(P, suspending)]])",
  );
}

async function refusal(
  name: string,
  args: Record<string, unknown>,
): Promise<string> {
  const result = await call(name, args);
  assert(!result.ok, result.ok ? result.text : "");
  return `${result.code} ${result.text}`;
}

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
  assertEquals(await status(), "{status,waiting}");
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

Deno.test("a process is stopped with the reason given", async () => {
  await evaluate(
    remote,
    "(fun() -> register(witness, spawn(fun() -> M = monitor(process, victim), receive {'DOWN', M, _, _, R} -> receive {why, F} -> F ! R end end end)), timer:sleep(20) end)()",
  );
  const result = await call("stop_process", {
    process: "victim",
    reason: "{shutdown, shutdown}",
  });
  assert(result.ok, result.text);
  assertEquals(result.structured?.ended, true);
  assertEquals(result.structured?.ended_with, "{shutdown,shutdown}");
  assertEquals(
    await evaluate(
      remote,
      "(fun() -> witness ! {why, self()}, receive R -> R end end)()",
    ),
    "{shutdown,shutdown}",
  );
});

Deno.test("a process that traps exits outlives shutdown, and the answer says so", async () => {
  const args = { process: "deaf", timeout_ms: 100 };
  const result = await call("stop_process", args);
  assert(result.ok, result.text);
  assertEquals(result.structured?.ended, false);
  assert(/may live on/.test(result.text), result.text);
  const killed = await call("stop_process", {
    ...args,
    timeout_ms: 5000,
    reason: "kill",
  });
  assert(killed.ok, killed.text);
  assertEquals(killed.structured?.ended_with, "killed");
});

Deno.test("what a process chose to end with is not copied, however it shares its parts", async () => {
  await evaluate(
    remote,
    `(fun() -> S = self(), register(twins, spawn(fun() ->
        process_flag(trap_exit, true),
        Twins = lists:foldl(fun(_, A) -> [A | A] end, [], lists:seq(1, 60)),
        S ! ready,
        receive {'EXIT', _, _} -> exit({bye, Twins}) end
      end)), receive ready -> ok end end)()`,
  );
  const result = await call("stop_process", { process: "twins" });
  assert(result.ok, result.text);
  const { ended, ended_with } = result.structured ?? {};
  assertEquals([ended, ended_with], [true, undefined]);
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
  assertEquals(await keepers(), "0");
});

Deno.test("an application that would end with a process is named; one that takes the node with it is left alone", async () => {
  const first = { process: "sasl_sup", reason: "kill" };
  await evaluate(remote, "application:start(sasl, permanent)");
  for (const kind of ["permanent", "transient"]) {
    const refused = await refusal("stop_process", first);
    assert(/protected_process.*node would end/.test(refused), refused);
    await evaluate(
      remote,
      `[ok, ok] = [application:stop(sasl), application:start(sasl, ${
        kind === "permanent" ? "transient" : "temporary"
      })]`,
    );
  }
  const result = await call("stop_process", { ...first, dry_run: true });
  assert(result.ok && /sasl ends with it/.test(result.text), result.text);
  const other = await call("stop_process", {
    process: "release_handler",
    dry_run: true,
  });
  assert(other.ok && !/ends with it/.test(other.text), other.text);
  await evaluate(remote, "application:stop(sasl)");
});

Deno.test("an unknown reason makes no atom", async () => {
  const refused = await refusal("stop_process", {
    process: "victim",
    reason: "never_seen_reason_1",
  });
  assert(/no_such_atom/.test(refused), refused);
});

Deno.test("a suspended process stands still until its time is over", async () => {
  const args = { process: "victim", duration_ms: 1500 };
  const result = await call("suspend_process", args);
  assert(result.ok, result.text);
  assertEquals(await status(), "{status,suspended}");
  assert(/already_suspended/.test(await refusal("suspend_process", args)));
  await eventually(status, "{status,waiting}");
  await eventually(keepers, "0");
});

Deno.test("a suspended process is resumed before its time", async () => {
  const process = "victim";
  await call("suspend_process", { process, duration_ms: 300_000 });
  const dry = await call("resume_process", { process, dry_run: true });
  assert(dry.ok, dry.text);
  assertEquals(await status(), "{status,suspended}");
  const result = await call("resume_process", { process });
  assert(result.ok, result.text);
  assertEquals(await status(), "{status,waiting}");
  assertEquals(await keepers(), "0");
  assert(/not_suspended/.test(await refusal("resume_process", { process })));
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
  await eventually(keepers, "0");
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

Deno.test("what others suspended stays so, and they are named", async () => {
  await evaluate(
    remote,
    "(fun() -> S = self(), register(debugger, spawn(fun() -> monitor(process, victim), erlang:suspend_process(whereis(victim)), S ! on, receive stop -> ok end end)), receive on -> ok end end)()",
  );
  const refused = await refusal("resume_process", { process: "victim" });
  assert(/it is suspended by <0\.\d+\.0>/.test(refused), refused);
  assertEquals(await status(), "{status,suspended}");
  await evaluate(remote, "debugger ! stop");
});

Deno.test("a process runs again when the link to us is lost, and when our keeper is killed", async () => {
  const process = "victim";
  await call("suspend_process", { process, duration_ms: 300_000 });
  await evaluate(
    remote,
    "[exit(P, kill) || P <- processes(), {suspending, [_ | _]} <- [process_info(P, suspending)]]",
  );
  await eventually(status, "{status,waiting}");
  await call("suspend_process", { process, duration_ms: 300_000 });
  assertEquals(await status(), "{status,suspended}");
  await using watcher = await connect(target, { alive: "watcher" });
  await remote[Symbol.asyncDispose]();
  await eventually(() => status(watcher), "{status,waiting}");
  await eventually(() => keepers(watcher), "0");
});

Deno.test("without the scope mutate nothing is changed", async () => {
  const poor = callerOf(remote, TOOLS_OF_INTERVENTION, ["inspect", "data"]);
  const result = await poor("stop_process", {
    process: "victim",
    incarnation: remote.creation,
  });
  assert(!result.ok && /permission_denied/.test(result.code));
  assertEquals(await status(), "{status,waiting}");
});
