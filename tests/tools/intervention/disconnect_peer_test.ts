import { assert, assertEquals } from "@std/assert";
import type { RemoteNode } from "../../../lib/node/mod.ts";
import { type Beam, startBeam } from "../../support/beam.ts";
import { useChanges } from "../../support/changes.ts";
import { evaluate, eventually } from "../../support/remote.ts";
import { QUIET } from "../../support/supervisors.ts";

let target: Beam;
let remote: RemoteNode;
const { done, refusal } = useChanges(QUIET, (link, node) => {
  remote = link;
  target = node;
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
