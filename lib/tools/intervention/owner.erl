%% The node that asked for a change: the other end of beamtap's link. Temporary changes end when that
%% node goes down.
%%
%% Runs in the body, which reads the links of the coordinator.
-module(owner).
-export([of_call/1]).

-spec of_call(envelope:call()) -> node() | none.
of_call(#{coordinator := Coordinator}) ->
    {links, Links} = process_info(Coordinator, links),
    case [node(Pid) || Pid <- Links, is_pid(Pid), node(Pid) =/= node()] of
        [Node | _] -> Node;
        [] -> none
    end.
