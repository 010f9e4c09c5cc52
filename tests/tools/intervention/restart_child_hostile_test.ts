import { assert, assertEquals } from "@std/assert";
import { restartChild } from "../../../lib/tools/intervention/restart_child.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { startBeam } from "../../support/beam.ts";
import { connect, evaluate } from "../../support/remote.ts";
import { SHARING } from "../../support/sharing.ts";
import { callerOf } from "../../support/tools.ts";
import { useTarget } from "../../support/target.ts";

let remote: RemoteNode;
useTarget({
  setup: SHARING,
  erl: Deno.env.get("BEAMTAP_TEST_ERL") ?? "erl",
}, (link) => remote = link);

async function refusal(
  args: Record<string, unknown>,
  link = remote,
): Promise<string> {
  const call = callerOf(link, [restartChild], ["mutate"]);
  const { creation: incarnation } = link;
  const result = await call("restart_child", { incarnation, ...args });
  assert(!result.ok, result.text);
  return `${result.code} ${result.text}`;
}

Deno.test("a supervisor whose answers have no bound is asked nothing", async () => {
  for (
    const [process, child] of [
      ["args_sup", "{child, none}"],
      ["ids_sup", "{child, []}"],
    ]
  ) {
    const before = await evaluate(remote, `whereis(${process})`);
    for (const dry_run of [true, false]) {
      const refused = await refusal({ process, child, dry_run });
      assert(/^too_large.*100,000 characters/.test(refused), refused);
      assert(!/force/.test(refused), refused);
    }
    assertEquals(await evaluate(remote, `whereis(${process})`), before);
  }
});

Deno.test("a DynamicSupervisor, which ends at questions it does not know, lives on", async () => {
  await using node = await startBeam({ elixir: "elixir" });
  await using link = await connect(node);
  await evaluate(
    link,
    `begin {ok, _} = application:ensure_all_started(elixir),
       {ok, D} = 'Elixir.DynamicSupervisor':start_link([{strategy, one_for_one}]), unlink(D), register(dynamic, D) end`,
  );
  const before = await evaluate(link, "whereis(dynamic)");
  for (const child of ["undefined", "lists"]) {
    for (const dry_run of [true, false]) {
      const args = { process: "dynamic", child, dry_run };
      const refused = await refusal(args, link);
      assert(/^no_such_child/.test(refused), refused);
    }
  }
  assertEquals(await evaluate(link, "whereis(dynamic)"), before);
});
