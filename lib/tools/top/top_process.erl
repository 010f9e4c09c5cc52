%% The head of a screen, and one of its processes.
-module(top_process).
-export([run/2]).

%% Answers what glance and get_process do.
-spec run(#{window_ms := non_neg_integer(), about := map()}, envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{window_ms := Window, about := Args}, Call) ->
    glance:around(Window, fun(Quiet) -> get_process:run(Args, Quiet) end, Call).
