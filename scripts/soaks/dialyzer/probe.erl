%% Stands for the probe that envelope:attempt/2 runs: any of them.
-module(probe).
-export([run/2]).

-spec run(term(), envelope:call()) -> {term(), envelope:cost()}.
run(Args, #{until := Until}) ->
    {Args, #{ms_on_target => erlang:max(0, Until)}}.
