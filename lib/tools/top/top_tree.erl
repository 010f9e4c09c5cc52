%% The head of a screen, and its supervisors.
-module(top_tree).
-export([run/2]).

%% Answers what glance and get_supervision_tree do.
-spec run(#{window_ms := non_neg_integer(), about := map()}, envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{window_ms := Window, about := Args}, Call) ->
    glance:around(Window, fun(Quiet) -> get_supervision_tree:run(Args, Quiet) end, Call).
