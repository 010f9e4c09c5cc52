%% How often functions are called, without tracing them.
-module(measure_call_rate).
-export([run/2]).

%% Answers #{window_us, functions, called, total, counts, shared, loaded}: counts [{Function, Calls}],
%% the most called first.
-spec run(#{targets := [tracepoints:named()], window_ms := pos_integer(), limit := pos_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{targets := Named, window_ms := WindowMs, limit := Limit}, Call) ->
    Targets = [tracepoints:find(Target) || Target <- Named],
    #{counts := Counts, window_us := Us, shared := Shared, loaded := Loaded} =
        call_counts:over(Targets, WindowMs, Call),
    Called = [Count || {_, Calls} = Count <- Counts, Calls > 0],
    {#{window_us => Us,
       functions => length(Counts),
       called => length(Called),
       total => lists:sum([Calls || {_, Calls} <- Called]),
       counts => lists:sublist(Counts, Limit),
       shared => length(Shared),
       loaded => Loaded}, #{}}.
