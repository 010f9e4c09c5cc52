// deno-lint-ignore-file no-console
/**
 * Soaks the distribution link for hours: every kind of node of every OTP release, 100,000
 * calls that end in every way, a million calls and a thousand reconnects with flat memory, a
 * network that is cut. Exits with non-zero status on any failure.
 *
 * @module
 */

import { parseArgs } from "@std/cli/parse-args";
import { atom } from "../../lib/etf/mod.ts";
import { NodePool, RemoteNode } from "../../lib/node/mod.ts";
import { delay } from "../../lib/net/mod.ts";
import { freePort, startBeam } from "../../tests/support/beam.ts";
import { FLAG_SETS, tryAll } from "../../tests/support/behaviours.ts";
import { assertNothingLeft, inventory } from "../../tests/support/leftovers.ts";
import {
  connect,
  evaluate,
  evaluateTerm,
  eventually,
  specOf,
} from "../../tests/support/remote.ts";
import { ALL_FLOODS, startFlood } from "../../tests/support/flood.ts";
import { SCRIPTED } from "../../tests/support/scripted_node.ts";
import { makeCertificates } from "../../tests/support/tls.ts";
import { ECHO_MODULE, storm } from "../../tests/support/storm.ts";
import { growth, type Sample, sample, show } from "./dist/memory.ts";
import { startNetwork } from "./dist/netns.ts";
import { INSTALLED, nodesOf, setUpReleases } from "./dist/releases.ts";

const HELP = `scripts/soak dist [OPTION]…
  --otp 23,25,27,29   the releases to try (scripts/soaks/otp; needs root); else the one installed
  --only PART         interop, storm, calls, reconnects, flood, neighbours or network; may be repeated
  --storm N           calls that end in every way (100000)
  --calls N           calls for flat memory (1000000)
  --reconnects N      reconnects for flat memory (1000)
  --flood N           messages of one call (2000000)
  --seed N            of the storm`;

const options = parseArgs(Deno.args, {
  string: ["otp", "storm", "calls", "reconnects", "flood", "seed"],
  collect: ["only"],
});
const number = (name: string, otherwise: number): number =>
  Number(options[name] ?? otherwise);
const soon = { timeoutMs: 30_000 };
let failures = 0;

function fail(what: string, why: unknown): void {
  failures++;
  console.log(`FAILED ${what}`, why);
}

async function interop(): Promise<void> {
  const releases = typeof options.otp === "string"
    ? await setUpReleases(options.otp)
    : [INSTALLED];
  await using certificates = await makeCertificates();
  for (const release of releases) {
    for (const { what, start } of nodesOf(release, certificates)) {
      const begin = performance.now();
      try {
        const { beam, spec } = await start();
        await using _ = beam;
        for (const [form, flags] of Object.entries(FLAG_SETS)) {
          await tryAll({ spec, dial: { flags } })
            .catch((error) => fail(`${what}, frames ${form}:`, error));
        }
      } catch (error) {
        fail(what, error);
      }
      console.log(`${what}: ${seconds(begin)}`);
    }
  }
}

async function randomEnds(): Promise<void> {
  const calls = number("storm", 100_000);
  const seed = number("seed", Math.floor(Math.random() * 2 ** 32));
  await using beam = await startBeam({ setup: ECHO_MODULE });
  await using watcher = await connect(beam, { alive: "watcher" });
  const before = await inventory(watcher);
  const begin = performance.now();
  {
    await using node = await connect(beam);
    const { wrong, ...ends } = await storm(node, { calls, seed });
    console.log(`${calls} calls, seed ${seed}: ${seconds(begin)}`, ends);
    if (wrong.length > 0) fail(`storm, seed ${seed}`, wrong.slice(0, 10));
  }
  await assertNothingLeft(watcher, before)
    .catch((error) => fail("the target holds something of ours", error));
}

async function manyCalls(): Promise<void> {
  const calls = number("calls", 1_000_000);
  await using beam = await startBeam();
  await using watcher = await connect(beam, { alive: "watcher" });
  await using node = await connect(beam);
  let sent = 0;
  const until = (end: number): Promise<unknown> =>
    Promise.all(Array.from({ length: 200 }, async () => {
      while (sent < end) {
        const n = sent++;
        const answer = await node.call("erlang", "abs", [-n], soon);
        if (answer !== n) fail(`call ${n}`, answer);
      }
    }));
  await flat("calls", calls, until, watcher, () => node.inFlight);
}

async function manyReconnects(): Promise<void> {
  const reconnects = number("reconnects", 1000);
  await using beam = await startBeam();
  await using watcher = await connect(beam, { alive: "watcher" });
  await using pool = new NodePool([specOf(beam)]);
  let made = 0;
  const until = async (end: number): Promise<void> => {
    for (; made < end; made++) {
      const node = await pool.remote(beam.name);
      await node.call("erlang", "node", [], soon);
      // In turn: we close, the target does.
      if (made % 2) await node[Symbol.asyncDispose]();
      else {
        const closing = node.call(
          "erlang",
          "disconnect_node",
          [atom(node.localName)],
          soon,
        );
        await Promise.all([closing.catch(() => {}), node.ended]);
      }
    }
  };
  await flat("reconnects", reconnects, until, watcher, () => 0);
}

/** Runs `until` in ten steps; nothing may be higher in the last five than from the second to the fifth. */
async function flat(
  what: string,
  count: number,
  until: (end: number) => Promise<unknown>,
  watcher: RemoteNode,
  left: () => number,
): Promise<void> {
  const samples: Sample[] = [];
  for (let step = 1; step <= 10; step++) {
    const begin = performance.now();
    const end = Math.floor(count * step / 10);
    await until(end);
    const now = await sample(watcher);
    samples.push(now);
    console.log(`${what} ${end}: ${seconds(begin)}  ${show(now)}`);
  }
  if (left() !== 0) fail(what, `${left()} left`);
  for (const grown of growth(samples.slice(1, 5), samples.slice(5))) {
    fail(what, grown);
  }
}

/** A target that sends faster than we read must cost neither memory nor other calls. */
async function flood(): Promise<void> {
  const count = number("flood", 2_000_000);
  await using beam = await startBeam();
  await using watcher = await connect(beam, { alive: "watcher" });
  await using node = await connect(beam);
  const sender = await evaluateTerm(
    node,
    "fun(N) -> {links, Links} = process_info(self(), links), " +
      "[To] = [P || P <- Links, is_pid(P), node(P) =/= node()], " +
      "lists:foreach(fun(I) -> To ! {I, <<0:800>>} end, lists:seq(1, N)) end",
  );
  let arrived = 0;
  let slowestMs = 0;
  const until = async (end: number): Promise<void> => {
    const flooding = node.call("erlang", "apply", [sender, [end - arrived]], {
      timeoutMs: 600_000,
      onMessage: () => arrived++,
    });
    while (arrived < end) {
      const asked = performance.now();
      await node.call("erlang", "node", [], soon);
      slowestMs = Math.max(slowestMs, performance.now() - asked);
    }
    await flooding;
  };
  await flat("flood", count, until, watcher, () => node.inFlight);
  console.log(
    `${arrived} arrived; slowest call beside them ${slowestMs.toFixed(0)} ms`,
  );
}

/** A node that floods us delays a call to another by no more than 100 ms. */
async function neighbours(): Promise<void> {
  await using beam = await startBeam();
  await using node = await connect(beam);
  const slowest = async (): Promise<number> => {
    let ms = 0;
    for (let i = 0; i < 100; i++) {
      const asked = performance.now();
      await node.call("erlang", "node", [], soon);
      ms = Math.max(ms, performance.now() - asked);
      await delay(5);
    }
    return ms;
  };
  const alone = await slowest();
  for (const what of ALL_FLOODS) {
    using flooding = await startFlood(what);
    await using flooded = await RemoteNode.connect({
      name: SCRIPTED.name,
      port: flooding.port,
      cookie: () => SCRIPTED.cookie,
    });
    await flooded.call("m", "begin", [], soon);
    const beside = await slowest();
    console.log(
      `${what}: slowest call beside them ${beside.toFixed(0)} ms, ` +
        `alone ${alone.toFixed(0)} ms; ${flooded.traffic.bytesIn} bytes came`,
    );
    if (beside > alone + 100) fail("neighbours", what);
  }
}

async function network(): Promise<void> {
  await using net = await startNetwork(INSTALLED.erl);
  const port = freePort();
  await using beam = await startBeam({
    name: `soak@${net.address}`,
    port,
    erl: net.erl,
    args: ["-kernel", "net_ticktime", "4"],
    listenOn: net.address,
  });
  await using pool = new NodePool([specOf(beam)]);
  const node = await pool.remote(beam.name);
  const call = node.call("timer", "sleep", [60_000], { timeoutMs: 60_000 })
    .then(() => "answered", (error) => error.code);
  await net.cut();
  const begin = performance.now();
  const end = await call;
  console.log(
    `network cut: call ended with ${end} after ${seconds(begin)}, link with ${
      (await node.ended).code
    }`,
  );
  if (end !== "noconnection") fail("network", end);
  await net.heal();
  const again = await pool.remote(beam.name);
  const healed = performance.now();
  await again.call("erlang", "node", [], soon);
  console.log(`network healed: connected again, first call ${seconds(healed)}`);
  await eventually(() => evaluate(again, "length(nodes(hidden))"), "1", 20_000)
    .catch((error) => fail("the target holds two links", error));
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

if (options.help) {
  console.log(HELP);
  Deno.exit(0);
}
const PARTS = {
  interop,
  storm: randomEnds,
  calls: manyCalls,
  reconnects: manyReconnects,
  flood,
  neighbours,
  network,
};
const only = Array.isArray(options.only) ? options.only : [];
for (const [name, part] of Object.entries(PARTS)) {
  if (only.length > 0 && !only.includes(name)) continue;
  try {
    await part();
  } catch (error) {
    fail(name, error);
  }
}
console.log(failures === 0 ? "dist: ok" : `dist: ${failures} failed`);
Deno.exit(failures === 0 ? 0 : 1);
