%% The head of a screen, and its applications.
-module(top_applications).
-export([run/2]).

%% Answers what glance and group_processes do.
-spec run(#{window_ms := non_neg_integer(), about := map()}, envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{window_ms := Window, about := Args}, Call) ->
    glance:around(Window, fun(Quiet) -> group_processes:run(Args, Quiet) end, Call).
