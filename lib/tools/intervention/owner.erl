%% Who asked for a change that is to end with them: the node at the other end of
%% the link, whose loss is noticed here.
-module(owner).
-export([of_call/1]).

-spec of_call(envelope:call()) -> node() | none.
of_call(#{coordinator := Coordinator}) ->
    {links, Links} = process_info(Coordinator, links),
    case [node(Pid) || Pid <- Links, is_pid(Pid), node(Pid) =/= node()] of
        [Node | _] -> Node;
        [] -> none
    end.
