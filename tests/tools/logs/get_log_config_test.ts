import { assert, assertEquals } from "@std/assert";
import { type AnswerOf, createBeam } from "../../../lib/beam/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { getLogConfigQuestion } from "../../../lib/tools/logs/get_log_config.ts";
import { startBeam } from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate } from "../../support/remote.ts";
import { useTarget } from "../../support/target.ts";

/** A second handler, a level of one module, metadata, a filter. */
const SETUP = `
  logger:add_handler(second, logger_std_h, #{level => error, config => #{type => standard_error,
    drop_mode_qlen => 123}}),
  logger:set_primary_config(metadata, #{api_token => s3cr3t}),
  logger:set_module_level(lists, debug),
  logger:add_primary_filter(quieter, {fun logger_filters:progress/2, stop})`;

let remote: RemoteNode;
useTarget({ setup: SETUP }, (link) => remote = link);

function ask(): Promise<AnswerOf<typeof getLogConfigQuestion>> {
  return createBeam(remote).run(getLogConfigQuestion, { limit: 30 }, {
    timeoutMs: 10_000,
  });
}

Deno.test("levels, filters and handlers are those of logger", async () => {
  const config = await ask();
  assertEquals(config.level, "notice");
  assertEquals(config.filters, [{
    id: "quieter",
    function: "logger_filters:progress/2",
  }]);
  assertEquals(config.module_levels, {
    count: 1,
    first: [{ module: "lists", level: "debug" }],
  });
  const said = await evaluate(
    remote,
    "lists:sort([{I, M, L} || #{id := I, module := M, level := L} <- logger:get_handler_config()])",
  );
  assertEquals(
    `[${
      config.handlers.map(({ id, module, level }) =>
        `{${id},${module},${level}}`
      ).toSorted().join()
    }]`,
    said,
  );
  const second = config.handlers.find(({ id }) => id === "second");
  assertEquals(
    [second?.destination, second?.settings.drop_mode_qlen],
    ["standard_error", 123],
  );
});

Deno.test("keys of metadata are shown, values are not", async () => {
  const config = await ask();
  assertEquals(config.metadata_keys, ["api_token"]);
  assert(!JSON.stringify(config).includes("s3cr3t"));
});

Deno.test("a handler says how it keeps up; one that is stuck does not make us wait", async () => {
  const modes = async (): Promise<(string | undefined)[]> =>
    (await ask()).load.map(({ handler, mode }) => `${handler} ${mode}`);
  assertEquals(await modes(), [
    "logger_proxy async",
    "default async",
    "second async",
  ]);
  await evaluate(
    remote,
    "(fun(S) -> spawn(fun() -> P = whereis(logger_std_h_second), erlang:suspend_process(P), [P ! x || _ <- lists:seq(1, 5)], S ! ready, receive never -> ok end end), receive ready -> ok end end)(self())",
  );
  const stuck = (await ask()).load.find(({ handler }) => handler === "second");
  // The mode is in a table.
  assertEquals([stuck?.mode, stuck?.mailbox], ["async", 5]);
  assertEquals(
    await evaluate(
      remote,
      "process_info(whereis(logger_std_h_second), message_queue_len)",
    ),
    "{message_queue_len,5}",
  );
});

Deno.test("it leaves nothing behind", async () => {
  await using fresh = await startBeam();
  await using over = await connect(fresh);
  await assertHarmless(over, getLogConfigQuestion, [{ limit: 30 }, {
    limit: 1e9,
  }]);
});
