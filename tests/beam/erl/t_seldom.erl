%% Functions that are seldom needed, and those that they call.
-module(t_seldom).
-export([run/2]).
-seldom([uneven/1, told/2]).

%% Answers how each number comes to its end, and in how many steps.
-spec run([non_neg_integer()], envelope:call()) -> {[{atom(), non_neg_integer()}], envelope:cost()}.
run(Numbers, _Call) ->
    {[even(Number) || Number <- Numbers], #{}}.

even(0) -> told(even, 0);
even(Number) -> more(uneven(Number - 1)).

uneven(0) -> told(uneven, 0);
uneven(Number) -> more(even(Number - 1)).

more({Kind, Steps}) -> told(Kind, Steps + 1).

told(Kind, Steps) -> {Kind, Steps}.
