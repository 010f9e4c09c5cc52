import { assert, assertEquals } from "@std/assert";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { useChanges } from "../../support/changes.ts";
import { evaluate } from "../../support/remote.ts";
import { QUIET, SMALL_TREE } from "../../support/supervisors.ts";

const SETUP = `${QUIET}, ${SMALL_TREE},
  Top(temps, #{}, [#{id => once, start => {t_sup, worker, []}, restart => temporary}]),
  Top(numbered, #{}, [#{id => 1, start => {t_sup, worker, []}}]),
  Top(many, #{strategy => simple_one_for_one}, [#{id => any, start => {t_sup, worker, []}}])`;

let remote: RemoteNode;
const { done, refusal } = useChanges(SETUP, (link) => {
  remote = link;
});

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
  const none = await refused("small", "lists");
  assert(/^no_such_child[^]*its children: /.test(none), none);
  assert(/^no_such_child/.test(await refused("many", "any")));
  assert(/^no_such_child/.test(await refused("numbered", "1.0")));
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
