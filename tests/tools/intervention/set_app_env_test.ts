import { assert, assertEquals } from "@std/assert";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { useChanges } from "../../support/changes.ts";
import { evaluate } from "../../support/remote.ts";
import { QUIET } from "../../support/supervisors.ts";

const SETUP = `${QUIET},
  application:load({application, shop, [{vsn, "1"}, {modules, []}, {registered, []},
    {applications, []}, {env, [{port, 8080}, {api_token, "hunter2"}]}]})`;

let remote: RemoteNode;
const { call, done, refusal } = useChanges(SETUP, (link) => {
  remote = link;
});

Deno.test("a key of an environment is set, and the former value told", async () => {
  const args = { application: "shop", key: "port", value: "{9090, [port]}" };
  const port = (): Promise<string> =>
    evaluate(remote, "application:get_env(shop, port)");
  const dry = await done("set_app_env", { ...args, dry_run: true });
  assertEquals([dry.done, dry.former_value], [false, "8080"]);
  assertEquals(await port(), "{ok,8080}");
  await done("set_app_env", args);
  assertEquals(await port(), "{ok,{9090,[port]}}");
});

Deno.test("secrets are not told, nor any value without the scope data", async () => {
  const args = { application: "shop", key: "api_token", value: '"other2"' };
  const secret = await call("set_app_env", { ...args, dry_run: true });
  assert(secret.ok && !/hunter2|other2/.test(secret.text), secret.text);
  const poor = await call("set_app_env", { ...args, key: "port" }, ["mutate"]);
  assert(poor.ok && !/9090|8080/.test(poor.text), poor.text);
});

Deno.test("an environment takes no new atoms", async () => {
  const args = { application: "shop", key: "port", value: "1" };
  const bad = { ...args, key: "never_seen_key_1" };
  assert(/^no_such_atom/.test(await refusal("set_app_env", bad)));
  const value = { ...args, value: "[never_seen_value_1]" };
  assert(/^no_such_atom/.test(await refusal("set_app_env", value)));
  const none = { ...args, application: "shopp" };
  assert(/^no_such_application/.test(await refusal("set_app_env", none)));
});

Deno.test("while the application controller is hung nothing is set, and the answer says so", async () => {
  await evaluate(
    remote,
    `(fun() -> S = self(), register(holder, spawn(fun() ->
       erlang:suspend_process(whereis(application_controller)), S ! on, receive stop -> ok end end)),
       receive on -> ok end end)()`,
  );
  const args = { application: "shop", key: "port", value: "1" };
  try {
    for (const dry_run of [true, false]) {
      const refused = await refusal("set_app_env", { ...args, dry_run });
      assert(/^no_answer.*nothing was set/.test(refused), refused);
    }
  } finally {
    await evaluate(remote, "holder ! stop");
  }
  assertEquals(
    await evaluate(
      remote,
      "application:set_env(shop, other, 1), application:get_env(shop, port) =:= {ok, 1}",
    ),
    "false",
  );
});
