import { assert, assertEquals } from "@std/assert";
import * as z from "zod";
import { TOOLS_OF_DATA } from "../../../lib/tools/data/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import type { ToolResult } from "../../../lib/registry/mod.ts";
import { loading } from "../../support/supervisors.ts";
import { callerOf } from "../../support/tools.ts";
import { useTarget } from "../../support/target.ts";

const SERVER = loading(`
-module(t_vault).
-behaviour(gen_server).
-export([init/1, handle_call/3, handle_cast/2]).
init(S) -> put(password, <<"hunter2">>), {ok, S}.
handle_call(_, _, S) -> {reply, ok, S}.
handle_cast(_, S) -> {noreply, S}.
`);

/** Secrets in every place that these tools show. */
const CAST = `${SERVER},
  {ok, V} = gen_server:start(t_vault, #{db => #{password => <<"hunter2">>, port => 5432},
    options => [{api_token, "hunter2"}, {size, 5}], 'Elixir.Conf' => {secret_key, <<"hunter2">>, 1},
    users => ['Elixir.Ann']}, []), register(vault, V),
  register(box, spawn_opt(fun() -> receive stop -> ok end end, [{message_queue_data, off_heap}])),
  box ! {login, #{password => <<"hunter2">>, user => <<"ann">>}},
  spawn(fun() -> ets:new(accounts, [named_table]),
    ets:insert(accounts, [{1, #{name => <<"ann">>, password_hash => <<"hunter2">>}}, {'Elixir.Ann', 2}]),
    ets:new(long, [named_table]), [ets:insert(long, {I, row, "of some length", I * I}) || I <- lists:seq(1, 60)],
    receive stop -> ok end end),
  application:load({application, shop, [{vsn, "1"}, {modules, []}, {registered, []}, {applications, []},
    {env, [{port, 8080}, {secret_key_base, "hunter2"},
      {url, <<"postgres://ann:hunter2hunter2hunter2@db/shop">>}, {'Elixir.Shop.Repo', [{password, "hunter2"}, {pool, 5}]}]}]}),
  timer:sleep(50)`;

const ROWS = z.object({
  all_shown: z.boolean(),
  rows: z.array(z.object({ term: z.string() })),
});

let remote: RemoteNode;
let call: (
  name: string,
  args?: Record<string, unknown>,
) => Promise<ToolResult>;
useTarget({ setup: CAST }, (link) => {
  remote = link;
  call = callerOf(remote, TOOLS_OF_DATA);
});

Deno.test("no secret gets out, whatever the tool, the path or the syntax", async () => {
  const calls: readonly [string, Record<string, unknown>][] = [
    ["get_process_state", { process: "vault" }],
    ["get_process_state", { process: "vault", view: "status", force: true }],
    [
      "get_process_state",
      { process: "vault", view: "dictionary", force: true },
    ],
    ["get_process_state", {
      process: "vault",
      view: "dictionary",
      path: ["password"],
      force: true,
    }],
    ["get_process_state", { process: "vault", path: ["db"] }],
    ["get_process_state", { process: "vault", path: ["db", "password"] }],
    ["get_process_state", { process: "vault", path: ["options", "api_token"] }],
    ["get_process_state", { process: "vault", path: ["options", 1, 2] }],
    ["get_process_state", { process: "vault", path: ["'Elixir.Conf'", 2] }],
    ["get_mailbox", { process: "box", view: "sample" }],
    ["get_mailbox", { process: "box" }],
    ["read_ets", { table: "accounts" }],
    ["read_ets", { table: "accounts", key: "1" }],
    ["get_app_env", { application: "shop" }],
    ["get_app_env", { application: "shop", key: "url" }],
    ["get_app_env", { application: "shop", key: "secret_key_base" }],
    [
      "get_app_env",
      { application: "shop", key: "'Elixir.Shop.Repo'", path: ["password"] },
    ],
  ];
  for (const syntax of ["erlang", "elixir", "gleam", "lfe"] as const) {
    const ask = callerOf(
      ...[remote, TOOLS_OF_DATA, ["data"], undefined, syntax] as const,
    );
    for (const [name, args] of calls) {
      const result = await ask(name, args);
      assert(result.ok, result.text);
      const all = result.text + JSON.stringify(result.structured);
      assert(!all.includes("hunter2"), `${name} ${JSON.stringify(args)}`);
      // As a list of characters: "hunt…".
      assert(!all.includes("104,117,110"), `${name} ${JSON.stringify(args)}`);
    }
  }
  const shown = await call("get_process_state", {
    process: "vault",
    path: ["db", "port"],
  });
  assert(shown.ok);
  assertEquals(shown.structured?.term, "5432");
});

Deno.test("terms are read in either language, and shown in that of the node", async () => {
  const elixir = callerOf(
    ...[
      remote,
      TOOLS_OF_DATA,
      ["inspect", "data"],
      undefined,
      "elixir",
    ] as const,
  );
  for (const [ask, ann] of [[call, "'Elixir.Ann'"], [elixir, "Ann"]] as const) {
    for (const key of ["Ann", ':"Elixir.Ann"']) {
      const row = await ask("read_ets", { table: "accounts", key });
      assert(row.text.replace(", ", ",").includes(`{${ann},2}`), row.text);
    }
    const repo = await ask("get_app_env", {
      application: "shop",
      key: "Shop.Repo",
      path: ["pool"],
    });
    assert(repo.ok && repo.text.includes("Shop.Repo"), repo.text);
  }
  const users = await elixir("get_process_state", {
    process: "vault",
    path: ["users", 1],
  });
  assert(users.ok && users.text.includes("term=Ann"), users.text);
});

Deno.test("what cannot be read as a term says where", async () => {
  const bad = await call("read_ets", { table: "accounts", key: "{user, X}" });
  assert(!bad.ok && /line 1, column 8/.test(bad.text), bad.text);
});

Deno.test("without the scope data there is none of it", async () => {
  const poor = callerOf(remote, TOOLS_OF_DATA, ["inspect"]);
  const refused = await poor("get_mailbox", { process: "box" });
  assert(!refused.ok);
  assert(/data/.test(refused.text));
});

Deno.test("an answer stays within its budget", async () => {
  const result = await call("get_process_state", {
    process: "application_controller",
    detail: "full",
  });
  assert(result.ok, result.text);
  assert(result.text.length <= 40_960);
  const huge = await call("get_process_state", {
    process: "vault",
    max_bytes: 1e9,
  });
  assertEquals(huge.ok, false);
});

Deno.test("all rows together keep to the budget, and what is left out is said", async () => {
  const fetch = async (args: Record<string, unknown>) => {
    const result = await call("read_ets", { table: "long", ...args });
    assert(result.ok, result.text);
    return ROWS.parse(result.structured);
  };
  const little = await fetch({ max_bytes: 200, limit: 50 });
  assert(little.rows.map(({ term }) => term).join("").length <= 200);
  assertEquals(little.all_shown, false);
  const much = await fetch({ max_bytes: 24_000, limit: 100 });
  assertEquals([much.rows.length, much.all_shown], [60, true]);
  const some = await fetch({ max_bytes: 24_000, limit: 30 });
  assertEquals([some.rows.length, some.all_shown], [30, false]);
});
