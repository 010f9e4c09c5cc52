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
 * What the node has now and did not have before, as an Erlang list that says of
 * each process what it is: no process, name or link, and nothing that leads out
 * of the node: links, monitors in both directions, group leaders, tracers. What
 * belongs to `watcher`, which asks, does not count, nor does a server that OTP
 * starts for itself when it first needs it: one with a name and ancestors.
 */
export function leftovers(
  watcher: RemoteNode,
  before: string,
): Promise<string> {
  return evaluate(
    watcher,
    `(fun({Processes, Names, Nodes}) ->
      Away = fun(P) -> is_pid(P) andalso node(P) =/= node()
                         andalso node(P) =/= '${watcher.localName}' end,
      About = fun(P, Key) ->
        case process_info(P, Key) of
          {Key, Value} -> Value;
          _ -> []
        end end,
      Server = fun(P) -> is_pid(P) andalso About(P, registered_name) =/= []
                           andalso lists:keymember('$ancestors', 1, About(P, dictionary)) end,
      Others = [P || P <- processes(), P =/= self()],
      [{process, P, process_info(P, [registered_name, initial_call, current_function,
                                     current_stacktrace, priority, status, group_leader])}
        || P <- Others, not lists:member(pid_to_list(P), Processes), not Server(P),
           %% Over TLS a node accepts each connection in another process.
           About(P, current_function) =/= {prim_inet, accept0, 3}]
      ++ [{name, N} || N <- registered() -- Names, not Server(whereis(N))]
      ++ [{node, N} || N <- nodes(hidden) -- Nodes]
      ++ [{Key, P, Q} || P <- Others, Key <- [links, monitored_by],
                         Q <- About(P, Key), Away(Q)]
      ++ [{monitors, P, Q} || P <- Others,
                              {process, Q} <- About(P, monitors), Away(Q)]
      ++ [{group_leader, P} || P <- Others, Away(About(P, group_leader))]
      ++ [{tracer, P, T} || P <- [new | Others],
                            {tracer, T} <- [erlang:trace_info(P, tracer)],
                            T =/= [], T =/= undefined]
    end)(${before})`,
  );
}

/** Waits until there are no {@linkcode leftovers}; the error says what there is. */
export function assertNothingLeft(
  watcher: RemoteNode,
  before: string,
): Promise<void> {
  return eventually(() => leftovers(watcher, before), "[]", 20_000);
}
