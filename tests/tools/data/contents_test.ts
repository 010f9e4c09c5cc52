import { assertEquals } from "@std/assert";
import { type ArgsOf, BeamError, createBeam } from "../../../lib/beam/mod.ts";
import { getAppEnvQuestion } from "../../../lib/tools/data/get_app_env.ts";
import { getMailboxQuestion } from "../../../lib/tools/data/get_mailbox.ts";
import { getProcessStateQuestion } from "../../../lib/tools/data/get_process_state.ts";
import {
  type ReadEtsArgs,
  readEtsQuestion,
} from "../../../lib/tools/data/read_ets.ts";
import { atom } from "../../../lib/etf/mod.ts";
import { startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";

import { erlang, LIMITS } from "../../support/contents.ts";

function messages(
  more: Partial<ArgsOf<typeof getMailboxQuestion>>,
): ArgsOf<typeof getMailboxQuestion> {
  return { process: "plain", view: "kinds", limit: 10, ...LIMITS, ...more };
}

function rows(more: Partial<ReadEtsArgs>): ReadEtsArgs {
  return { table: "open", select: "sample", limit: 5, ...LIMITS, ...more };
}

Deno.test("what is compressed, a large bag and a large configuration are copied only if forced", async () => {
  await using node = await startBeam({
    setup: `spawn(fun() ->
      ets:new(packed, [named_table, public, compressed]), ets:insert(packed, {1, lists:duplicate(1000, 7)}),
      ets:new(crowd, [named_table, public, bag]), [ets:insert(crowd, {I rem 999, I, lists:seq(1, 20)}) || I <- lists:seq(1, 100000)],
      ets:new(small_bag, [named_table, public, bag]), ets:insert(small_bag, {1, 2}),
      application:set_env(kernel, large, lists:seq(1, 1500000)), receive never -> ok end end)`,
  });
  await using over = await connect(node);
  await eventually(
    () => evaluate(over, "ets:info(small_bag, size) =:= 1"),
    "true",
    60_000,
  );
  const beam = createBeam(over);
  const asked = { timeoutMs: 10_000 };
  const code = (run: () => Promise<unknown>): Promise<string> =>
    run().then(
      () => "answered",
      (error) => error instanceof BeamError ? error.code : String(error),
    );
  for (const table of ["packed", "crowd", "small_bag"]) {
    const sample = (force: boolean): Promise<string> =>
      code(() => beam.run(readEtsQuestion, rows({ table, force }), asked));
    assertEquals(
      await sample(false),
      table === "small_bag" ? "answered" : "too_large",
      table,
    );
    assertEquals(await sample(true), "answered", table);
  }
  const env = (force: boolean): Promise<string> =>
    code(() =>
      beam.run(getAppEnvQuestion, {
        application: "kernel",
        key: atom("large"),
        limit: 1,
        force,
        ...LIMITS,
      }, asked)
    );
  await eventually(() => env(false), "too_large");
  assertEquals(await env(true), "answered");
});

Deno.test("what holds contents leaves nothing behind", async () => {
  await using quiet = await startBeam();
  await using over = await connect(quiet);
  const process = "kernel_sup";
  await assertHarmless(over, getProcessStateQuestion, [
    { process, view: "state", path: [{ key: atom("unheard1") }], ...LIMITS },
    { process, view: "state", path: [{ key: atom("unheard2") }], ...LIMITS },
  ]);
  await assertHarmless(over, getMailboxQuestion, [
    messages({ process }),
    messages({ process: "unheard_3" }),
  ]);
  await assertHarmless(over, readEtsQuestion, [
    rows({ table: "ac_tab", select: { key: erlang("{unheard_4, kernel}") } }),
    rows({ table: "unheard_5", select: { key: erlang("#{unheard_6 => 1}") } }),
  ]);
  await assertHarmless(over, getAppEnvQuestion, [
    { application: "kernel", key: atom("unheard_7"), limit: 5, ...LIMITS },
    { application: "unheard_8", key: atom("unheard_9"), limit: 5, ...LIMITS },
  ]);
});
