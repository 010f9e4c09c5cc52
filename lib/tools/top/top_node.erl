%% The head of a screen, alone.
-module(top_node).
-export([run/2]).

%% Answers what glance does, and nothing seen.
-spec run(#{window_ms := non_neg_integer(), about := term()}, envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{window_ms := Window}, Call) ->
    glance:around(Window, fun(_) -> {none, #{}} end, Call).
