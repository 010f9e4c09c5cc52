/**
 * What a node still has of ours after we left, as the node itself sees it.
 *
 * @module
 */

import type { RemoteNode } from "../../lib/node/mod.ts";
import { evaluate, eventually } from "./remote.ts";

/** The processes, registered names and hidden nodes of a node now, as an Erlang term. */
export function inventory(watcher: RemoteNode): Promise<string> {
  return evaluate(
    watcher,
    "{[pid_to_list(P) || P <- processes(), P =/= self()], registered(), nodes(hidden)}",
  );
}

/**
 * Waits until the node has nothing that it did not have before: no process, name
 * or link, and nothing that leads out of it: links, monitors in both directions,
 * group leaders, tracers. What belongs to `watcher`, which asks, does not count.
 */
export function assertNothingLeft(
  watcher: RemoteNode,
  before: string,
): Promise<void> {
  const leftovers = `
    (fun({Processes, Names, Nodes}) ->
      Away = fun(P) -> is_pid(P) andalso node(P) =/= node()
                         andalso node(P) =/= '${watcher.localName}' end,
      About = fun(P, Key) ->
        case process_info(P, Key) of
          {Key, Value} -> Value;
          undefined -> []
        end end,
      Others = [P || P <- processes(), P =/= self()],
      [{process, P, process_info(P, [initial_call, current_function])}
        || P <- Others, not lists:member(pid_to_list(P), Processes),
           %% Over TLS a node accepts each connection in another process.
           About(P, current_function) =/= {prim_inet, accept0, 3}]
      ++ [{name, N} || N <- registered() -- Names]
      ++ [{node, N} || N <- nodes(hidden) -- Nodes]
      ++ [{Key, P, Q} || P <- Others, Key <- [links, monitored_by],
                         Q <- About(P, Key), Away(Q)]
      ++ [{monitors, P, Q} || P <- Others,
                              {process, Q} <- About(P, monitors), Away(Q)]
      ++ [{group_leader, P} || P <- Others, Away(About(P, group_leader))]
      ++ [{tracer, P, T} || P <- [new | Others],
                            {tracer, T} <- [erlang:trace_info(P, tracer)],
                            T =/= [], T =/= undefined]
    end)(${before})`;
  return eventually(() => evaluate(watcher, leftovers), "[]", 20_000);
}
