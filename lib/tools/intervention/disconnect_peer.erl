%% Ends the connection to another node, in one step. What it costs is what monitors, links,
%% global and the applications make of it. The body does it, so there is nothing in between.
-module(disconnect_peer).
-export([run/2]).

-define(MAX_PEERS, 20). % in a refusal

%% Answers #{done, peer, kind, connected}, where `connected` is whether it still is, or is again.
%% Refuses with no_such_peer: Peers; ours.
-spec run(#{peer := binary(), dry_run := boolean()},
          envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{peer := Name, dry_run := DryRun}, Call) ->
    Peer = case names:existing_atom([Name]) of
               {ok, Atom} -> Atom;
               none -> none
           end,
    Kind = case {lists:member(Peer, nodes(visible)), lists:member(Peer, nodes(connected))} of
               {true, _} -> visible;
               {false, true} -> hidden;
               {false, false} -> envelope:refuse(no_such_peer, lists:sublist(lists:sort(nodes(connected)), ?MAX_PEERS))
           end,
    Peer =:= owner:of_call(Call) andalso envelope:refuse(ours, Peer),
    DryRun orelse erlang:disconnect_node(Peer),
    {#{done => not DryRun, peer => Peer, kind => Kind,
       connected => lists:member(Peer, nodes(connected))}, #{}}.
