/**
 * How much later a call to a healthy node is answered while another node floods us.
 *
 * @module
 */

import { RemoteNode } from "../../../lib/node/mod.ts";
import { startBeam } from "../../../tests/support/beam.ts";
import {
  ALL_FLOODS,
  type Flood,
  startFlood,
} from "../../../tests/support/flood.ts";
import { connect, eventually } from "../../../tests/support/remote.ts";
import { SCRIPTED } from "../../../tests/support/scripted_node.ts";

/** By how much a call may be late, in ms. */
const MOST_MS = 100;
const CALLS = 400;
/** Whatever else the machine does only makes it worse, so the best counts. */
const ATTEMPTS = 3;
const soon = { timeoutMs: 30_000 };

/** Tells of each flood how late calls were, and whether that is little enough. */
export async function delayBesideFloods(
  tell: (flood: Flood, text: string, holds: boolean) => void,
): Promise<void> {
  await using beam = await startBeam();
  await using healthy = await connect(beam);
  for (const flood of ALL_FLOODS) {
    let [late, quiet] = [Infinity, 0];
    for (let i = 0; i < ATTEMPTS && late > MOST_MS; i++) {
      quiet = await worstOf(healthy);
      late = Math.min(late, await beside(flood, healthy) - quiet);
    }
    const text = `calls to another node at most ${late.toFixed(0)} ms later ` +
      `than without it (at worst ${quiet.toFixed(0)} ms)`;
    tell(flood, text, late <= MOST_MS);
  }
}

async function beside(flood: Flood, healthy: RemoteNode): Promise<number> {
  using flooding = await startFlood(flood);
  await using flooded = await RemoteNode.connect({
    name: SCRIPTED.name,
    port: flooding.port,
    cookie: () => SCRIPTED.cookie,
  });
  await flooded.call("m", "begin", [], soon);
  await eventually(() => flooded.traffic.bytesIn > 100_000, true);
  return await worstOf(healthy);
}

/** The longest of many calls, in ms. */
async function worstOf(node: RemoteNode): Promise<number> {
  let worst = 0;
  for (let i = 0; i < CALLS; i++) {
    const begin = performance.now();
    await node.call("erlang", "abs", [-i], soon);
    worst = Math.max(worst, performance.now() - begin);
  }
  return worst;
}
