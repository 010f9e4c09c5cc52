import { assert, assertEquals } from "@std/assert";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { registerVictims, SILENT, useChanges } from "../../support/changes.ts";
import { evaluate } from "../../support/remote.ts";

let remote: RemoteNode;
const { call, refusal } = useChanges(SILENT, async (link) => {
  remote = link;
  await registerVictims(link);
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

Deno.test("an application that would end with a process is named; one that takes the node with it is left alone", async () => {
  const first = { process: "sasl_sup", reason: "kill" };
  await evaluate(remote, "application:start(sasl, permanent)");
  for (const kind of ["permanent", "transient"]) {
    const refused = await refusal("stop_process", first);
    assert(/protected_process.*node would stop/.test(refused), refused);
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
