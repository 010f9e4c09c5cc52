%% How often functions are called, without tracing them.
%%
%% The body sets counters and takes them back (see call_counts, which says what is left if it dies).
-module(measure_call_rate).
-export([run/2]).

%% Rates are {Function, Calls, PerSecond}, the most called first.
-spec run(#{targets := [tracepoints:named()], window_ms := pos_integer(), limit := pos_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{targets := Named, window_ms := WindowMs, limit := Limit}, Call) ->
    Targets = [tracepoints:find(Target) || Target <- Named],
    #{counts := Counts, window_us := Us, shared := Shared, loaded := Loaded} =
        call_counts:over(Targets, WindowMs, Call),
    Called = [Count || {_, Calls} = Count <- Counts, Calls > 0],
    Seconds = erlang:max(1, Us) / 1000000,
    {#{window_ms => round(Seconds * 1000),
       functions => length(Counts),
       called => length(Called),
       calls_per_s => tenths(lists:sum([Calls || {_, Calls} <- Called]) / Seconds),
       rates => [{Function, Calls, tenths(Calls / Seconds)} || {Function, Calls} <- lists:sublist(Counts, Limit)],
       shared => length(Shared),
       loaded_anew => Loaded}, #{}}.

%% A few calls in a long window are not none.
tenths(Rate) -> round(10 * Rate) / 10.
