import { assert, assertEquals } from "@std/assert";
import {
  type AnswerOf,
  askMembers,
  createBeam,
  members,
} from "../../../lib/beam/mod.ts";
import { codeDigestsQuestion } from "../../../lib/tools/cluster/code_digests.ts";
import {
  type NodeView,
  nodeViewQuestion,
} from "../../../lib/tools/cluster/node_view.ts";
import {
  compareCode,
  compareViews,
  type MemberView,
} from "../../../lib/tools/cluster/compare_views.ts";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import {
  type Beam,
  type Epmd,
  startBeam,
  startEpmd,
} from "../../support/beam.ts";
import { assertHarmless } from "../../support/harmless.ts";
import { connect, evaluate, eventually } from "../../support/remote.ts";

let epmd: Epmd;
let nodes: Beam[] = [];
let names: string[] = [];
let entry: RemoteNode;

/** An application `shop` with one module, of a version and with a body. */
function shop(version: string, body: string): string {
  return `
    {ok, shop_core, Code} = compile:forms([{attribute, 1, module, shop_core}, {attribute, 1, export, [{price, 0}]},
      {function, 1, price, 0, [{clause, 1, [], [], [{atom, 1, ${body}}]}]}]),
    {module, shop_core} = code:load_binary(shop_core, "shop_core.beam", Code),
    ok = application:load({application, shop, [{vsn, "${version}"}, {modules, [shop_core]}]}),
    {ok, PgPid} = pg:start(shop_groups), unlink(PgPid)`;
}

Deno.test.beforeAll(async () => {
  epmd = await startEpmd();
  // With no full mesh: who sees whom is up to us.
  const args = ["-connect_all", "false"];
  nodes = await Promise.all(
    [shop("1.0", "ten"), shop("1.0", "twelve"), shop("1.1", "ten")].map((
      setup,
    ) => startBeam({ epmd, args, setup })),
  );
  names = nodes.map(({ name }) => name);
  await using first = await connect(nodes[0]!);
  for (const name of names.slice(1)) {
    await evaluate(first, `net_kernel:connect_node('${name}')`);
  }
});
Deno.test.beforeEach(async () => {
  entry = await connect(nodes[0]!);
});
Deno.test.afterEach(async () => {
  await entry[Symbol.asyncDispose]();
});
Deno.test.afterAll(async () => {
  await Promise.all(nodes.map((node) => node[Symbol.asyncDispose]()));
  await epmd[Symbol.asyncDispose]();
});

async function views(
  link: RemoteNode = entry,
  asked: readonly string[] = names,
): Promise<MemberView[]> {
  const outcomes = await askMembers(
    createBeam(link),
    asked,
    nodeViewQuestion,
    { sections: ["links", "names", "code"], limit: 10 },
    { timeoutMs: 10_000 },
  );
  return outcomes.map((outcome) => {
    assert("answer" in outcome, outcome.node);
    return { node: outcome.node, view: outcome.answer };
  });
}

Deno.test("members that do not see each other are named on both sides", async () => {
  const [, b = "", c = ""] = names;
  const { not_connected, not_asked, hidden } = compareViews(await views());
  assertEquals(not_connected, [
    { node: b, does_not_see: [c] },
    { node: c, does_not_see: [b] },
  ]);
  assertEquals(not_asked, []);
  // Our own link is none of the cluster's.
  assertEquals(hidden, []);
});

Deno.test("who is seen by others, and was not asked, is missed by who does not see it", async () => {
  const [a = "", b = "", c = ""] = names;
  await using other = await connect(nodes[1]!);
  const { visible } = await createBeam(other)
    .run(members, undefined, { timeoutMs: 10_000 });
  assertEquals(visible, [a]);
  const { not_connected, not_asked } = compareViews(
    await views(other, [b, ...visible]),
  );
  assertEquals(not_connected, [{ node: b, does_not_see: [c] }]);
  assertEquals(not_asked, [{ node: c, seen_by: 1 }]);
});

Deno.test("links are told with the bytes that went over them, as the node has them", async () => {
  const { links } = compareViews(await views());
  const [a, b] = names;
  const link = links.find(({ from, to }) => from === a && to === b);
  assert(link && link.out_bytes > 0 && link.in_bytes > 0);
  const sent = Number(
    await evaluate(
      entry,
      `begin {_, P} = lists:keyfind('${b}', 1, erlang:system_info(dist_ctrl)),
         {ok, [{_, N}]} = inet:getstat(P, [send_oct]), N end`,
    ),
  );
  assert(sent >= link.out_bytes && sent < link.out_bytes + 20_000);
});

Deno.test("versions of applications, and code of one version, are told where they differ", async () => {
  const all = await views();
  const { versions, suspects } = compareViews(all);
  const [a = "", b = "", c = ""] = names;
  assertEquals(versions, [{
    what: "shop",
    variants: [
      { as: "1.0", nodes: [a, b] },
      { as: "1.1", nodes: [c] },
    ],
  }]);
  assert(suspects.includes("shop"));
  const outcomes = await askMembers(
    createBeam(entry),
    names,
    codeDigestsQuestion,
    suspects,
    { timeoutMs: 10_000 },
  );
  const drift = compareCode(outcomes.map((outcome) => {
    assert("answer" in outcome, outcome.node);
    return { node: outcome.node, digests: outcome.answer };
  }));
  assertEquals(drift.map(({ what }) => what), ["shop: shop_core"]);
  assertEquals(
    drift[0]?.variants.map(({ nodes }) => nodes),
    [[a, c], [b]],
  );
});

Deno.test("groups and global names that members see alike are no difference, and are one when they are not", async () => {
  const join = (link: RemoteNode): Promise<string> =>
    evaluate(
      link,
      "begin P = whereis(init), pg:join(shop_groups, {tills, 1}, [P, P]), pg:join(shop_groups, counters, P) end",
    );
  await join(entry);
  await using other = await connect(nodes[1]!);
  await eventually(
    () => evaluate(other, "lists:sort(pg:which_groups(shop_groups))"),
    "[counters,{tills,1}]",
  );
  const both = (await views()).slice(0, 2);
  assertEquals(
    both.map(({ view }) => view.pg),
    [0, 1].map(() => [{
      scope: "shop_groups",
      groups: 2,
      members: 3,
      digest: both[0]?.view.pg?.[0]?.digest,
      largest: [
        { group: "{tills,1}", members: 2 },
        { group: "counters", members: 1 },
      ],
    }]),
  );
  assertEquals(compareViews(both).names, []);

  // Without a full mesh, names stay where they are registered.
  await evaluate(entry, "global:register_name(boss, whereis(init))");
  const [odd] = compareViews((await views()).slice(0, 2)).names;
  assertEquals(odd?.what, "global names");
  assertEquals(
    odd?.variants.flatMap(({ nodes }) => nodes).toSorted(),
    names.slice(0, 2).toSorted(),
  );
});

Deno.test("nodes that are seen by members and were not asked, or known and lost, are told", () => {
  const view: NodeView = {
    otp_release: "25",
    erts_version: "13",
    visible: [],
    hidden: [],
    down: [],
    pending: [],
    cost: {
      ms_on_target: 0,
      processes_scanned: 0,
    },
  };
  const { not_asked, down, pending } = compareViews([
    {
      node: "a@h",
      view: { ...view, visible: ["b@h", "x@h"], down: ["lost@h", "y@h"] },
    },
    {
      node: "b@h",
      view: {
        ...view,
        visible: ["a@h", "x@h", "y@h"],
        down: ["lost@h"],
        pending: [{ to: "z@h", state: "pending" }],
      },
    },
  ]);
  assertEquals(not_asked, [{ node: "x@h", seen_by: 2 }, {
    node: "y@h",
    seen_by: 1,
  }]);
  assertEquals(down, [{ node: "lost@h", known_by: 2 }]);
  assertEquals(pending, [{ from: "b@h", to: "z@h", state: "pending" }]);
});

Deno.test("names and groups that have no bound are counted, and not copied", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  await evaluate(
    remote,
    `(fun() ->
       {ok, Pg} = pg:start(pg), unlink(Pg),
       [yes = global:register_name(Name, spawn(fun() ->
          pg:join(Name, self()), receive stop -> ok end
        end)) || Name <- [{tenant, 7}, "a name", {t, lists:seq(1, 1000)}]]
     end)()`,
  );
  const seen = (): Promise<AnswerOf<typeof nodeViewQuestion>> =>
    createBeam(remote).run(
      nodeViewQuestion,
      { sections: ["names"], limit: 10 },
      { timeoutMs: 20_000 },
    );
  await eventually(async () => (await seen()).pg?.[0]?.members, 3);
  const { global, pg } = await seen();
  assertEquals([global?.count, global?.first], [3, ["{tenant,7}", '"a name"']]);
  assertEquals(pg?.map(({ groups, members }) => [groups, members]), [[3, 3]]);
});

Deno.test("the questions leave a node as it was", async () => {
  await using node = await startBeam();
  await using remote = await connect(node);
  await assertHarmless(remote, nodeViewQuestion, [
    { sections: ["links", "names", "code"], limit: 5 },
    { sections: ["names"], limit: 1e9 },
  ]);
  await assertHarmless(remote, codeDigestsQuestion, [["kernel"], [
    "never_seen_application",
  ]]);
});
