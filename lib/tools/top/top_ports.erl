%% The head of a screen, and its ports and sockets.
-module(top_ports).
-export([run/2]).

%% Answers what glance and list_ports do.
-spec run(#{window_ms := non_neg_integer(), about := map()}, envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{window_ms := Window, about := Args}, Call) ->
    glance:around(Window, fun(Quiet) -> list_ports:run(Args, Quiet) end, Call).
