%% Functions that are seldom needed, and those that they call.
-module(t_seldom).
-export([run/2]).
-seldom([uneven/1, told/2]).

%% Answers how each number comes to its end, and in how many steps.
-spec run([non_neg_integer()], envelope:call()) -> {[{atom(), non_neg_integer()}], envelope:cost()}.
run(Numbers, _Call) ->
    {[even(Number) || Number <- Numbers], #{}}.

-spec even(non_neg_integer()) -> {atom(), non_neg_integer()}.
even(0) -> told(even, 0);
even(Number) -> more(uneven(Number - 1)).

-spec uneven(non_neg_integer()) -> {atom(), non_neg_integer()}.
uneven(0) -> told(uneven, 0);
uneven(Number) -> more(even(Number - 1)).

-spec more({atom(), non_neg_integer()}) -> {atom(), pos_integer()}.
more({Kind, Steps}) -> told(Kind, Steps + 1).

-spec told(atom(), non_neg_integer()) -> {atom(), non_neg_integer()}.
told(Kind, Steps) -> {Kind, Steps}.
