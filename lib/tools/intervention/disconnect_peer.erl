%% Ends the connection to another node.
-module(disconnect_peer).
-export([run/2]).

%% Answers #{done, peer, kind, connected}: whether it is still, or again, connected.
run(#{peer := Name, dry_run := DryRun}, Call) ->
    Peer = case names:existing_atom([Name]) of
               {ok, Atom} -> Atom;
               none -> none
           end,
    Kind = case {lists:member(Peer, nodes(visible)), lists:member(Peer, nodes(connected))} of
               {true, _} -> visible;
               {false, true} -> hidden;
               {false, false} -> envelope:refuse(no_such_peer, lists:sublist(lists:sort(nodes(connected)), 20))
           end,
    Peer =:= owner:of_call(Call) andalso envelope:refuse(ours, Peer),
    DryRun orelse erlang:disconnect_node(Peer),
    {#{done => not DryRun, peer => Peer, kind => Kind,
       connected => lists:member(Peer, nodes(connected))}, #{}}.
