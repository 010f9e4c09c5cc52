/**
 * A node that dies with a crowd of processes. See `crash.ts`.
 *
 * @module
 */

import type { Crash } from "./crash.ts";

/** 100,000 processes, of which one has most messages. */
export const CROWD: Crash = {
  name: "100,000 processes with mailboxes",
  source: `
wait(N) -> receive {never, X} -> {N, X} end.
start() ->
  All = [spawn(m, wait, [N]) || N <- lists:seq(1, 100000)],
  [begin P ! {tick, N}, P ! {data, <<N:64>>} end || {N, P} <- lists:zip(lists:seq(1, 100000), All)],
  Last = lists:last(All), register(tail, Last), [Last ! {order, N} || N <- lists:seq(1, 20000)],
  erlang:halt("too many").
`,
  says: ["too many", "tail", "20002 messages"],
};
