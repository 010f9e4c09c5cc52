%% The head of a screen, and its ETS tables.
-module(top_tables).
-export([run/2]).

%% Answers what glance and list_ets do.
-spec run(#{window_ms := non_neg_integer(), about := map()}, envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{window_ms := Window, about := Args}, Call) ->
    glance:around(Window, fun(Quiet) -> list_ets:run(Args, Quiet) end, Call).
