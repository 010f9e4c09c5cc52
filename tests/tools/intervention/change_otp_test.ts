import { assert, assertEquals } from "@std/assert";
import { TOOLS_OF_INTERVENTION } from "../../../lib/tools/intervention/mod.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import type { ToolResult } from "../../../lib/registry/mod.ts";
import { type Beam, startBeam } from "../../support/beam.ts";
import { evaluate, eventually } from "../../support/remote.ts";
import { QUIET, SMALL_TREE } from "../../support/supervisors.ts";
import { callerOf } from "../../support/tools.ts";
import { useTarget } from "../../support/target.ts";

const SETUP = `${QUIET}, ${SMALL_TREE},
  Top(temps, #{}, [#{id => once, start => {t_sup, worker, []}, restart => temporary}]),
  Top(many, #{strategy => simple_one_for_one}, [#{id => any, start => {t_sup, worker, []}}]),
  application:load({application, shop, [{vsn, "1"}, {modules, []}, {registered, []},
    {applications, []}, {env, [{port, 8080}, {api_token, "hunter2"}]}]})`;

let target: Beam;
let remote: RemoteNode;
useTarget({ setup: SETUP }, (link, node) => {
  remote = link;
  target = node;
});

function call(
  name: string,
  args: Record<string, unknown>,
  allow = ["mutate", "data"],
): Promise<ToolResult> {
  const { creation: incarnation } = remote;
  return callerOf(remote, TOOLS_OF_INTERVENTION, allow)(name, {
    incarnation,
    ...args,
  });
}

async function done(
  name: string,
  args: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const result = await call(name, args);
  assert(result.ok, result.text);
  return { ...result.structured };
}

async function refusal(
  name: string,
  args: Record<string, unknown>,
): Promise<string> {
  const result = await call(name, args);
  assert(!result.ok, result.text);
  return `${result.code} ${result.text}`;
}

/** The child of the supervisor small. */
function child(id: string): Promise<string> {
  return evaluate(
    remote,
    `element(2, lists:keyfind(${id}, 1, supervisor:which_children(small)))`,
  );
}

Deno.test("a child is restarted, of whatever id", async () => {
  const before = await child("first");
  const args = { process: "small", child: "first" };
  const dry = await done("restart_child", { ...args, dry_run: true });
  assertEquals([dry.done, dry.before], [false, before]);
  assertEquals(await child("first"), before);
  const answer = await done("restart_child", args);
  assertEquals(answer.before, before);
  assertEquals(answer.after, await child("first"));
  assert(answer.after !== before);
  const inner = await done("restart_child", {
    process: "small_below",
    child: "{tenant, 7}",
  });
  assert(inner.after !== inner.before);
});

Deno.test("a child that does not run is started", async () => {
  await evaluate(remote, "supervisor:terminate_child(small, plain)");
  const answer = await done("restart_child", {
    process: "small",
    child: "plain",
  });
  assertEquals(answer.before, undefined);
  assertEquals(answer.after, await child("plain"));
});

Deno.test("what cannot be restarted is left as it is, and the answer says why", async () => {
  const refused = (process: string, child: string): Promise<string> =>
    refusal("restart_child", { process, child });
  assert(/^temporary_child/.test(await refused("temps", "once")));
  assert(/^no_such_child/.test(await refused("small", "lists")));
  assert(/^no_such_child/.test(await refused("many", "any")));
  assert(
    /^not_a_supervisor/.test(await refused(await child("first"), "first")),
  );
  assert(/^no_such_atom/.test(await refused("small", "never_seen_id_1")));
  assert(
    /once/.test(await evaluate(remote, "supervisor:which_children(temps)")),
  );
});

Deno.test("children without which the node would not live are left alone", async () => {
  for (
    const [process, child] of [
      ["kernel_sup", "code_server"],
      ["kernel_sup", "net_sup"],
      ["net_sup", "net_kernel"],
    ]
  ) {
    const dry = { process, child, dry_run: true };
    const refused = await refusal("restart_child", dry);
    assert(/^protected_process/.test(refused), refused);
  }
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

Deno.test("two nodes are disconnected, but not we", async () => {
  await using other = await startBeam({ epmd: target.epmd });
  const peers = (): Promise<string> => evaluate(remote, "nodes()");
  await evaluate(remote, `net_kernel:connect_node('${other.name}')`);
  await eventually(peers, `['${other.name}']`);
  const peer = other.name;
  const dry = await done("disconnect_peer", { peer, dry_run: true });
  assertEquals([dry.kind, dry.connected], ["visible", true]);
  assertEquals(await peers(), `['${other.name}']`);
  await done("disconnect_peer", { peer });
  await eventually(peers, "[]");
  const again = await refusal("disconnect_peer", { peer });
  assert(/^no_such_peer/.test(again), again);
  const us = await refusal("disconnect_peer", { peer: remote.localName });
  assert(/^our_own_link/.test(us), us);
  assertEquals(await evaluate(remote, "1"), "1");
});
