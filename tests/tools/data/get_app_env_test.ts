import { assert, assertEquals } from "@std/assert";
import { getAppEnvQuestion } from "../../../lib/tools/data/get_app_env.ts";
import { atom } from "../../../lib/etf/mod.ts";

import { LIMITS, text, useContents } from "../../support/contents.ts";

const { ask, codeOf } = useContents();

Deno.test("an environment is read as a whole, by key, and at a path", async () => {
  const whole = await ask(getAppEnvQuestion, {
    application: "shop",
    limit: 10,
    ...LIMITS,
  });
  assertEquals(whole.keys, 3);
  assertEquals(whole.values.map(({ key }) => text(key)), [
    "'Elixir.Shop.Repo'",
    "list",
    "port",
  ]);
  assert(
    text(whole.values[1]?.term ?? 0).startsWith("{'$cut',list,5000,"),
  );
  const pool = await ask(getAppEnvQuestion, {
    application: "shop",
    key: atom("Elixir.Shop.Repo"),
    path: [{ key: atom("pool") }],
    limit: 1,
    ...LIMITS,
  });
  assertEquals(pool.values.map(({ term }) => text(term)), ["5"]);
  const args = { application: "shop", limit: 1, ...LIMITS };
  // A key that is no atom there yet is none either.
  for (const key of ["kernel", "no_such_atom_there"]) {
    assertEquals(
      await codeOf(getAppEnvQuestion, { ...args, key: atom(key) }),
      "no_such_key",
    );
  }
  assertEquals(
    await codeOf(getAppEnvQuestion, { ...args, application: "shopp" }),
    "no_such_application",
  );
});
