import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type AnswerOf,
  type ArgsOf,
  BeamError,
  createBeam,
} from "../../../lib/beam/mod.ts";
import { getModuleQuestion } from "../../../lib/tools/code/get_module.ts";
import { listModulesQuestion } from "../../../lib/tools/code/list_modules.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { evaluate } from "../../support/remote.ts";
import { loading } from "../../support/supervisors.ts";
import { useTarget } from "../../support/target.ts";

const SETUP = `
  ${loading("-module('My.Odd module').")},
  ${
  loading(
    "-module(twice). -behaviour(gen_server). -author(me). -export([a/0, b/1]). a() -> 1. b(X) -> X.",
  )
},
  ${
  loading(
    "-module(twice). -behaviour(gen_server). -author(me). -export([a/0, b/1]). a() -> 2. b(X) -> X.",
  )
}`;

let remote: RemoteNode;
useTarget({ setup: SETUP }, (link) => remote = link);

const TIME = { timeoutMs: 10_000 };

function ask(
  args: Partial<ArgsOf<typeof listModulesQuestion>>,
): Promise<AnswerOf<typeof listModulesQuestion>> {
  return createBeam(remote).run(
    listModulesQuestion,
    { sort: "name", limit: 500, ...args },
    TIME,
  );
}

function names(list: AnswerOf<typeof listModulesQuestion>): string[] {
  return list.modules.map(({ module }) => module);
}

Deno.test("every module that is loaded is listed, with its MD5 and application", async () => {
  const list = await ask({});
  const said = await evaluate(
    remote,
    `[{atom_to_binary(M), binary:encode_hex(M:module_info(md5)),
       case application:get_application(M) of {ok, A} -> A; _ -> undefined end}
      || M <- lists:sort(erlang:loaded())]`,
  );
  const shown = list.modules.map(({ module, md5, application }) =>
    `{<<"${module}">>,<<"${md5?.toUpperCase()}">>,${application}}`
  );
  assertEquals(`[${shown.join()}]`, said);
  assertEquals([list.loaded, list.matched], [shown.length, shown.length]);
  assert(list.modules.every(({ size_bytes }) => size_bytes > 0));
});

Deno.test("old code is found, and its size is not lost", async () => {
  const list = await ask({ old_code: true });
  assertEquals(names(list), ["twice"]);
  assert((list.modules[0]?.old_code_bytes ?? 0) > 0);
  assertEquals(list.old_code_bytes, list.modules[0]?.old_code_bytes);
});

Deno.test("modules are picked by text and application, largest first where asked", async () => {
  assertEquals(names(await ask({ text: "oDD" })), ["My.Odd module"]);
  assertEquals(names(await ask({ text: "LISTS" })), ["lists", "proplists"]);
  assertEquals(names(await ask({ text: ".*" })), []);
  const stdlib = await ask({ application: "stdlib", sort: "size", limit: 5 });
  assert(stdlib.modules.every(({ application }) => application === "stdlib"));
  const sizes = stdlib.modules.map(({ size_bytes }) => size_bytes);
  assertEquals(sizes, sizes.toSorted((a, b) => b - a));
  assert(stdlib.matched > 20);
});

Deno.test("one module says what it is", async () => {
  const module = await createBeam(remote).run(
    getModuleQuestion,
    { module: "twice" },
    TIME,
  );
  assertEquals(module.exports, {
    count: 4,
    first: ["a/0", "b/1", "module_info/0", "module_info/1"],
  });
  assertEquals([module.behaviours, module.old_code], [["gen_server"], true]);
  assert(module.attributes.includes("author"));
  const lists = await createBeam(remote).run(
    getModuleQuestion,
    { module: "lists", text: "KEYF", limit: 0 },
    TIME,
  );
  assertEquals(lists.exports, { count: 1, first: [] });
  assertEquals(
    `<<"${lists.file}">>`,
    await evaluate(remote, "list_to_binary(code:which(lists))"),
  );
});

Deno.test("an unknown name is refused, and nothing is loaded for it", async () => {
  const refused = async (module: string): Promise<BeamError> =>
    await assertRejects(
      () => createBeam(remote).run(getModuleQuestion, { module }, TIME),
      BeamError,
    );
  assertEquals((await refused("xref")).code, "no_such_module");
  assertEquals(await evaluate(remote, "erlang:module_loaded(xref)"), "false");
  assert((await refused("gen_serv")).hint?.includes("gen_server"));
});

Deno.test("they leave nothing behind", async () => {
  await assertHarmless(remote, listModulesQuestion, [
    { sort: "size", limit: 10, text: "gen" },
    { sort: "name", limit: 1e9, text: "never_seen_before_5" },
  ]);
  await assertHarmless(remote, getModuleQuestion, [
    { module: "lists" },
    { module: "Never.Seen.Before6" },
  ]);
});
