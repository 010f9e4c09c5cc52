%% How often functions are called, without tracing them.
-module(call_rate).
-export([run/2]).

%% Answers #{window_us, functions, called, counts, shared}: counts [{Function, Calls}], the
%% most called first.
run(#{targets := Named, window_ms := WindowMs, limit := Limit}, Call) ->
    Targets = [tracepoints:find(Target) || Target <- Named],
    {Counts, Microseconds, Shared} = call_counts:over(Targets, WindowMs, Call),
    Called = [Count || {_, Calls} = Count <- Counts, Calls > 0],
    {#{window_us => Microseconds,
       functions => length(Counts),
       called => length(Called),
       total => lists:sum([Calls || {_, Calls} <- Called]),
       counts => lists:sublist(Counts, Limit),
       shared => length(Shared)}, #{}}.
