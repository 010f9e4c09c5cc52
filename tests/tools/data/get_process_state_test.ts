import { assert, assertEquals, assertRejects } from "@std/assert";
import { BeamError } from "../../../lib/beam/mod.ts";
import {
  type GetProcessStateArgs,
  getProcessStateQuestion,
} from "../../../lib/tools/data/get_process_state.ts";
import { BeamtapError } from "../../../lib/errors.ts";
import { atom, type Term } from "../../../lib/etf/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { evaluate } from "../../support/remote.ts";

import { erlang, LIMITS, text, useContents } from "../../support/contents.ts";

let remote: RemoteNode;
const { ask, codeOf } = useContents((link) => remote = link);

async function state(
  process: string,
  more: Partial<GetProcessStateArgs> = {},
): Promise<string> {
  const args = { process, view: "state", ...LIMITS, ...more } as const;
  return text((await ask(getProcessStateQuestion, args)).term);
}

Deno.test("states of all OTP behaviours are those that sys gives", async () => {
  for (const process of ["door", "events", "kernel_sup", "slept"]) {
    assertEquals(
      await state(process, { width: 1000, max_bytes: 24_000, depth: 30 }),
      await evaluate(remote, `sys:get_state(${process})`),
      process,
    );
  }
});

Deno.test("a state is cut on the node, and says how large it is", async () => {
  const before = remote.traffic.bytesIn;
  const { size_bytes, term, behaviour, module } = await ask(
    getProcessStateQuestion,
    {
      process: "keeper",
      view: "state",
      ...LIMITS,
      width: 3,
    },
  );
  assert(remote.traffic.bytesIn - before < 3000);
  assertEquals([behaviour, module], ["gen_server", "t_keeper"]);
  assertEquals(
    `${size_bytes}`,
    await evaluate(remote, "erts_debug:flat_size(sys:get_state(keeper)) * 8"),
  );
  assert(text(term).startsWith("{'$cut',map,4,"));
});

Deno.test("no limit lifts the ceiling", async () => {
  const before = remote.traffic.bytesIn;
  await state("keeper", { depth: 1e9, width: 1e9, max_bytes: 1e9 });
  assert(remote.traffic.bytesIn - before < 60_000);
});

Deno.test("a path leads through maps, lists, tuples and pairs", async () => {
  const key = (term: string): { key: Term } => ({ key: erlang(term) });
  assertEquals(
    await state("keeper", { path: [key("users"), 2, key("name")] }),
    `<<"bob">>`,
  );
  assertEquals(
    await state("keeper", { path: [key("options"), key("port")] }),
    "80",
  );
  assertEquals(await state("keeper", { path: [key("conf"), 3] }), `<<"x">>`);
  const { trail } = await ask(getProcessStateQuestion, {
    process: "keeper",
    view: "state",
    path: [key("conf"), 3],
    ...LIMITS,
  });
  assertEquals(text(trail), "[conf,conf]");
});

Deno.test("sizes are those of the parts below a path, with their binaries", async () => {
  const sizes = async (
    process: string,
    path: GetProcessStateArgs["path"] = [],
  ): Promise<[string, number][]> => {
    const args = { process, view: "sizes", path, ...LIMITS } as const;
    const answer = await ask(getProcessStateQuestion, args);
    return (answer.sizes ?? []).map(({ part, bytes }) => [text(part), bytes]);
  };
  const whole = await sizes("keeper");
  const keys = await evaluate(
    remote,
    "lists:sort(maps:keys(sys:get_state(keeper)))",
  );
  assertEquals(
    `[${whole.map(([part]) => part).toSorted().join(",")}]`,
    keys,
  );
  assertEquals(
    whole.map(([, b]) => b).toSorted((a, b) => b - a),
    whole.map(([, b]) => b),
  );
  assertEquals(
    (await sizes("keeper", [{ key: atom("conf") }])).map(([part]) => part)
      .toSorted(),
    ["1", "2", "3"],
  );
  await evaluate(
    remote,
    "sys:replace_state(keeper, fun(S) -> S#{blob => binary:copy(<<7>>, 5000)} end)",
  );
  const blob = new Map(await sizes("keeper")).get("blob") ?? 0;
  assert(blob > 5000 && blob < 5200);
  await evaluate(
    remote,
    "sys:replace_state(keeper, fun(S) -> maps:remove(blob, S) end)",
  );
});

Deno.test("a path that leads nowhere says how far it came and what is there", async () => {
  const error = await assertRejects(
    () => state("keeper", { path: [{ key: atom("conf") }, 9] }),
    BeamtapError,
  );
  assertEquals(
    [error.code, error.message],
    [
      "no_such_path",
      "the path leads nowhere after 1 steps: there is a tuple of 3",
    ],
  );
  const missing = await assertRejects(
    () => state("keeper", { path: [{ key: atom("port") }] }),
    BeamtapError,
  );
  assert(missing.hint?.includes("users"));
});

Deno.test("a status has what sys knows of a process", async () => {
  // Its dictionary comes with it, and that nothing bounds.
  assertEquals(
    await codeOf(getProcessStateQuestion, {
      process: "slept",
      view: "status",
      ...LIMITS,
    }),
    "size_unknown",
  );
  const slept = await state("slept", { view: "status", force: true });
  assert(slept.includes("status => suspended"), slept);
  const door = await state("door", {
    view: "status",
    force: true,
    path: [{ key: atom("module") }],
  });
  assertEquals(door, "gen_statem");
});

Deno.test("a process that cannot answer, or whose state is too large, is not asked unless forced", async () => {
  const code = (process: string): Promise<string> =>
    codeOf(getProcessStateQuestion, { process, view: "state", ...LIMITS });
  assertEquals(await code("plain"), "not_otp");
  assertEquals(await code("hung"), "process_busy");
  assertEquals(await code("fat"), "too_large");
  assertEquals(await code("nobody_at_all"), "no_such_name");
  assertEquals(await code("<0.99999.0>"), "no_such_process");
  assertEquals(
    await evaluate(
      remote,
      "[N || P <- [hung, fat], {_, N} <- [process_info(whereis(P), message_queue_len)]]",
    ),
    "[0,0]",
  );
  assert(
    (await state("fat", { force: true })).startsWith("{'$cut',list,3000000"),
  );
  assertEquals(
    await codeOf(getProcessStateQuestion, {
      process: "hung",
      view: "state",
      timeout_ms: 50,
      force: true,
      ...LIMITS,
    }),
    "no_state",
  );
});

Deno.test("a process that is suspended gets no message", async () => {
  await evaluate(
    remote,
    `begin Self = self(), register(holder, spawn(fun() ->
       erlang:suspend_process(whereis(kernel_refc)), Self ! ok, receive stop -> ok end end)), receive ok -> ok end end`,
  );
  const error = await assertRejects(() => state("kernel_refc"), BeamError);
  assertEquals(error.code, "process_busy");
  assertEquals(
    await evaluate(
      remote,
      "process_info(whereis(kernel_refc), message_queue_len)",
    ),
    "{message_queue_len,0}",
  );
  await evaluate(remote, "holder ! stop");
});

Deno.test("whatever a state is, it is shown as the state", async () => {
  for (
    const odd of [
      "{error, boom}",
      "{error, noproc}",
      "{error, {callback_failed, {t, system_get_state}, {exit, x}}}",
      "{'EXIT', timeout}",
      "{refused, no_such_path, 1}",
      "timeout",
      "gone",
      "lost",
      "none",
      "undefined",
      "no_answer",
      "late",
    ]
  ) {
    await evaluate(
      remote,
      `begin {ok, P} = gen_server:start(t_keeper, ${odd}, []), register(odd, P) end`,
    );
    assertEquals(await state("odd"), odd.replaceAll(" ", ""), odd);
    await evaluate(remote, "begin gen_server:stop(odd), timer:sleep(5) end");
  }
  await evaluate(
    remote,
    `begin {ok, P} = gen_statem:start(t_keeper, {statem, error, failed}, []), register(odd, P) end`,
  );
  assertEquals(await state("odd"), "{error,failed}");
});

Deno.test("a process that ends for one of our reasons has ended, and nothing else", async () => {
  await evaluate(
    remote,
    `begin {ok, P} = gen_server:start(t_keeper, none, []), register(dying, P),
       spawn(fun() -> catch gen_server:call(dying, hang, infinity) end), timer:sleep(50),
       spawn(fun() -> timer:sleep(300), exit(P, {refused, no_such_path, 1}) end) end`,
  );
  assertEquals(
    await codeOf(getProcessStateQuestion, {
      process: "dying",
      view: "state",
      force: true,
      ...LIMITS,
    }),
    "no_such_process",
  );
});

Deno.test("a term of the node that looks like a mark of ours is told from one", async () => {
  await evaluate(
    remote,
    `begin {ok, P} = gen_server:start(t_keeper, {'$cut', list, 9, []}, []), register(forger, P) end`,
  );
  assertEquals(await state("forger"), "{'$cut',tuple,4,['$cut',list,9,[]]}");
});

Deno.test("a path through an improper list leads nowhere, and no further", async () => {
  await evaluate(
    remote,
    `begin {ok, P} = gen_server:start(t_keeper, [{a, 1} | b], []), register(improper, P) end`,
  );
  assertEquals(await state("improper", { path: [{ key: atom("a") }] }), "1");
  assertEquals(
    await codeOf(getProcessStateQuestion, {
      process: "improper",
      view: "state",
      path: [{ key: atom("c") }],
      ...LIMITS,
    }),
    "no_such_path",
  );
});

Deno.test("a dictionary is shown if forced, whole or one key of it", async () => {
  await evaluate(
    remote,
    `begin Self = self(), register(keyed, spawn(fun() -> put({k, 1}, [{port, 80}]), put(b, two), Self ! ok,
       receive stop -> ok end end)), receive ok -> ok end end`,
  );
  const forced = { view: "dictionary", force: true } as const;
  assertEquals(
    (await state("keyed", forced)).split("},{").length,
    2,
  );
  assertEquals(
    await state("keyed", {
      ...forced,
      path: [{ key: erlang("{k, 1}") }, { key: atom("port") }],
    }),
    "80",
  );
  assertEquals(
    await codeOf(getProcessStateQuestion, {
      process: "keyed",
      ...forced,
      path: [{ key: atom("none") }],
      ...LIMITS,
    }),
    "no_such_path",
  );
});
