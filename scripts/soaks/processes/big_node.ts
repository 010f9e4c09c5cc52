/**
 * What it costs a large node to be asked: beside each question, how late a 1 ms
 * timer on the node fires, and how much memory its processes take at most.
 *
 * @module
 */

import type { RemoteNode } from "../../../lib/node/mod.ts";
import { loading } from "../../../tests/support/supervisors.ts";
import { evaluate } from "../../../tests/support/remote.ts";

/** One process fires a timer each ms, another looks at the memory; both until asked. */
const CANARY = loading(`
-module(t_canary).
-export([start/0, timer/1, memory/2, stop/0]).
start() ->
  register(t_canary, spawn(t_canary, timer, [[]])),
  Base = used(),
  register(t_scales, spawn(t_canary, memory, [Base, Base])).
timer(Late) ->
  Begin = erlang:monotonic_time(microsecond),
  receive {stop, From} -> From ! {late, lists:sort(Late)}
  after 1 -> timer([erlang:monotonic_time(microsecond) - Begin - 1000 | Late])
  end.
memory(Base, Most) ->
  receive {stop, From} -> From ! {memory, Most - Base}
  after 4 -> memory(Base, erlang:max(Most, used()))
  end.
used() -> erlang:memory(processes) + erlang:memory(ets).
stop() ->
  t_canary ! {stop, self()}, t_scales ! {stop, self()},
  Late = receive {late, L} -> L end,
  Bytes = receive {memory, B} -> B end,
  N = length(Late),
  {N, lists:nth(erlang:max(1, N * 99 div 100), Late), lists:last(Late), Bytes}.
`);

/** What the node felt. */
export interface Felt {
  /** How late the timer was, 99 times of 100, in ms. */
  readonly p99Ms: number;
  /** How late it was at worst, in ms. */
  readonly worstMs: number;
  /** Most memory of processes and tables above that at the start, in MiB. */
  readonly memoryMib: number;
}

/** To be done once for a node. */
export async function prepare(watcher: RemoteNode): Promise<void> {
  await evaluate(watcher, CANARY);
}

/** What the node feels while `work` is done. */
export async function feel(
  watcher: RemoteNode,
  work: () => Promise<unknown>,
): Promise<Felt> {
  await evaluate(watcher, "t_canary:start(), ok");
  await work();
  const felt = await evaluate(watcher, "tuple_to_list(t_canary:stop())");
  const [, p99 = 0, worst = 0, bytes = 0] = JSON.parse(felt) as number[];
  return {
    p99Ms: p99 / 1000,
    worstMs: worst / 1000,
    memoryMib: bytes / (1 << 20),
  };
}
