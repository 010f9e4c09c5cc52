import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type AnswerOf,
  type ArgsOf,
  BeamError,
  createBeam,
} from "../../../lib/beam/mod.ts";
import {
  getChildSpecsQuestion,
} from "../../../lib/tools/otp/get_child_specs.ts";

type ChildSpecs = AnswerOf<typeof getChildSpecsQuestion>;
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { evaluate } from "../../support/remote.ts";
import { HUNG_TREE, QUIET, SMALL_TREE } from "../../support/supervisors.ts";
import { useTarget } from "../../support/target.ts";

/** `simple`: 1,200 children of one kind; `twice`: a child that was restarted twice. */
const SETUP = `${QUIET}, ${SMALL_TREE}, ${HUNG_TREE},
  Top(simple, #{strategy => simple_one_for_one},
      [#{id => any, start => {t_sup, worker, []}, restart => temporary}]),
  [{ok, _} = supervisor:start_child(simple, []) || _ <- lists:seq(1, 1200)],
  Top(twice, #{intensity => 5, period => 600}, [
    #{id => steady, start => {t_sup, worker, []}, shutdown => brutal_kill},
    #{id => shaky, start => {t_sup, worker, []}, restart => transient, shutdown => 77},
    #{id => keyed, start => {t_sup, top, [keyed, {#{}, []}]}, type => supervisor}]),
  Kill = fun() -> {shaky, P, _, _} = lists:keyfind(shaky, 1, supervisor:which_children(twice)),
                  exit(P, kill), timer:sleep(20) end,
  Kill(), Kill()`;

let remote: RemoteNode;
useTarget({ setup: SETUP }, (link) => remote = link);

function ask(args: ArgsOf<typeof getChildSpecsQuestion>): Promise<ChildSpecs> {
  return createBeam(remote).run(getChildSpecsQuestion, args, {
    timeoutMs: 10_000,
  });
}

async function refusal(
  args: ArgsOf<typeof getChildSpecsQuestion>,
): Promise<BeamError> {
  return await assertRejects(() => ask(args), BeamError);
}

Deno.test("strategy, intensity and restarts are those of the supervisor", async () => {
  const { specs, cost: _, pid: __, restarted_s_ago, ...rest } = await ask({
    process: "twice",
  });
  assertEquals(rest, {
    callback: "t_sup",
    strategy: "one_for_one",
    intensity: 5,
    period_s: 600,
    children: 3,
    recent_restarts: 2,
  });
  assertEquals(restarted_s_ago.length, 2);
  assertEquals(restarted_s_ago.every((age) => age < 600), true);
  assertEquals(
    specs.map(({ id, restart, shutdown, type, state }) =>
      [id, restart, shutdown, type, state].join(" ")
    ),
    [
      "steady permanent brutal_kill worker running",
      "shaky transient 77 worker running",
      "keyed permanent infinity supervisor running",
    ],
  );
});

Deno.test("each specification is what the supervisor gives for it", async () => {
  const { specs } = await ask({ process: "kernel_sup", limit: 100 });
  const said = await evaluate(
    remote,
    `[{Id, M, F, length(A), maps:get(restart, S), maps:get(type, S)}
      || {Id, _, _, _} <- lists:reverse(supervisor:which_children(kernel_sup)),
         {ok, #{start := {M, F, A}} = S} <- [supervisor:get_childspec(kernel_sup, Id)]]`,
  );
  const shown = specs.map(({ id, start, restart, type }) =>
    `{${[id, start.split(/[:/]/), restart, type].join()}}`
  );
  assertEquals(`[${shown.join()}]`, said);
});

Deno.test("of a temporary child it is not known how many start arguments it had", async () => {
  await evaluate(
    remote,
    "supervisor:start_child(small, #{id => brief, start => {t_sup, worker, []}, restart => temporary})",
  );
  const { specs } = await ask({ process: "small" });
  const brief = specs.find(({ id }) => id === "brief");
  assertEquals(brief?.start, "t_sup:worker/_");
});

Deno.test("start arguments come only where they are asked for", async () => {
  const without = await ask({ process: "twice" });
  assertEquals(without.specs.map((spec) => spec.arguments), [
    undefined,
    undefined,
    undefined,
  ]);
  assert(without.specs[2]?.start.endsWith("/2"));
  const { specs } = await ask({ process: "twice", arguments: true });
  assertEquals(
    specs[2]?.arguments,
    "[keyed,{#{},[]}]",
  );
});

Deno.test("a supervisor of many children is asked only when forced", async () => {
  const error = await refusal({ process: "simple" });
  assertEquals(error.code, "too_many_children");
  const forced = await ask({ process: "simple", force: true });
  assertEquals([forced.children, forced.specs.length], [1200, 1]);
  assertEquals(forced.strategy, "simple_one_for_one");
});

Deno.test("a hung supervisor is not asked, and the answer says what it waits for", async () => {
  const error = await refusal({ process: "hung" });
  assertEquals(error.code, "supervisor_busy");
  assertEquals(/waits in proc_lib:sync_start/.test(error.message), true);
  assertEquals(
    await evaluate(remote, "process_info(whereis(hung), messages)"),
    "{messages,[]}",
  );
});

Deno.test("what is no supervisor is not asked", async () => {
  for (const supervisor of ["code_server", "init", "inet_db", "user"]) {
    assertEquals(
      (await refusal({ process: supervisor })).code,
      "not_a_supervisor",
    );
  }
  assertEquals(
    (await refusal({ process: "<0.9999.0>" })).code,
    "no_such_process",
  );
  assertEquals(
    (await refusal({ process: "nobody_1" })).code,
    "no_such_name",
  );
});

Deno.test("it leaves nothing behind", async () => {
  await assertHarmless(remote, getChildSpecsQuestion, [
    { process: "twice", arguments: true },
    { process: "never_seen_before_2" },
  ]);
});
