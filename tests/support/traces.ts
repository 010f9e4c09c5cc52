/**
 * A node to be traced, and what tracing could have left on it.
 *
 * @module
 */

import type { RemoteNode } from "../../lib/node/mod.ts";
import { evaluate, eventually } from "./remote.ts";
import { loading } from "./supervisors.ts";

/** `calm` is called about 100 times a second by a process `walker`, `hot` all the time by two. */
const TARGET = `
-module(shop).
-export([calm/2, hot/1, fails/1, walk/1, spin/1, start/0, run/0, start_hot/0]).
calm(Who, N) -> {Who, N, local(N)}.
local(N) -> N rem 7.
fails(N) -> error({bad, N}).
hot(X) -> X + 1.
walk(N) -> shop:calm({user, N rem 3}, N), catch shop:fails(N), receive after 10 -> ok end, walk(N + 1).
spin(X) -> spin(shop:hot(X)).
start_hot() -> [spawn(fun() -> spin(0) end) || _ <- [1, 2]].
start() -> register(walker, spawn(fun() -> walk(0) end)).
run() -> receive {M, F, A} -> M:F(A), run() end.
`;
/** What a node runs that is to be traced. */
export const TRACED_SETUP = `${loading(TARGET)}, shop:start()`;

/** All that tracing could have left on a node. */
export function traces(remote: RemoteNode): Promise<string> {
  return evaluate(
    remote,
    `(fun() ->
      Functions = [{shop, F, A} || {F, A} <- shop:module_info(functions)],
      {[{P, T} || P <- processes(), {tracer, T} <- [erlang:trace_info(P, tracer)], T =/= []],
       [{P, T} || P <- processes(), {flags, T} <- [erlang:trace_info(P, flags)], T =/= []],
       erlang:trace_info(new, flags),
       [{M, I} || M <- Functions, I <- [traced, call_count, call_time],
                     {_, V} <- [erlang:trace_info(M, I)], V =/= false],
       whereis(beamtap_tracer),
       case erlang:function_exported(trace, session_info, 1) of
           true -> trace:session_info(all) -- [{legacy, default}];
           false -> []
       end}
    end)()`,
  );
}

/** What {@linkcode traces} is where nobody traces. */
export const NO_TRACES = "{[],[],{flags,[]},[],undefined,[]}";

/** The processes that trace messages of ours go to. */
const TRACERS =
  `[P || P <- processes(), {priority, high} <- [process_info(P, priority)],
  {_, #{size := 16000000}} <- [process_info(P, max_heap_size)]]`;

/** Waits until a trace of ours is set on `shop:calm/2`. */
export function tracing(
  remote: RemoteNode,
  timeoutMs?: number,
): Promise<void> {
  return eventually(
    () =>
      evaluate(
        remote,
        `(fun() ->
          Traced = [erlang:trace_info({shop, calm, 2}, traced)
                    | case erlang:function_exported(trace, session_info, 1) of
                        true -> [trace:info(S, {shop, calm, 2}, traced)
                                 || {beamtap, _} = S <- trace:session_info(all)];
                        false -> []
                      end],
          {${TRACERS} =/= [], lists:member({traced, local}, Traced)}
        end)()`,
      ),
    "{true,true}",
    timeoutMs,
  );
}

/** Has somebody kill the process that our trace messages go to. */
export async function killTracer(remote: RemoteNode): Promise<void> {
  const killed = await evaluate(
    remote,
    `length([exit(P, kill) || P <- ${TRACERS}])`,
  );
  if (killed !== "1") throw new Error(`${killed} tracers were killed`);
}
