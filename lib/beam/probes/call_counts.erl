%% How often functions are called, by counters in the emulator: no messages, however
%% many calls.
-module(call_counts).
-export([over/3, open/2, read/1, close/1]).
-export_type([counter/0]).

-type counter() :: #{way := tracing:way() | shared, targets := [tracepoints:target()],
                     functions := [mfa()], shared := [mfa()]}.

%% {[{Function, Calls}], Microseconds, Shared}, the most called first: Shared are the functions
%% whose counters somebody else has set. They are read, and left as they are.
-spec over([tracepoints:target()], pos_integer(), envelope:call()) ->
          {[{mfa(), non_neg_integer()}], pos_integer(), [mfa()]}.
over(Targets, WindowMs, Call) ->
    Counter = open(Targets, Call),
    Begin = erlang:monotonic_time(microsecond),
    Before = read(Counter),
    window:wait(envelope:now_ms() + WindowMs, Call),
    After = read(Counter),
    Microseconds = erlang:monotonic_time(microsecond) - Begin,
    close(Counter),
    %% Where there is one set of counters for all, whoever set them may have taken them back.
    [envelope:refuse(counters_lost, Function)
     || {{Function, A}, {_, B}} <- lists:zip(Before, After), is_integer(A), not is_integer(B)],
    Counts = [{-erlang:max(0, B - A), Function}
              || {{Function, A}, {_, B}} <- lists:zip(Before, After), is_integer(A), is_integer(B)],
    {[{Function, -Calls} || {Calls, Function} <- lists:sort(Counts)], Microseconds,
     maps:get(shared, Counter)}.

%% Counts from now on, until it is closed or the call ends.
-spec open([tracepoints:target()], envelope:call()) -> counter().
open(Targets, Call) ->
    Functions = tracepoints:functions(Targets),
    {Way, Shared} = start(Targets, Functions, Call),
    #{way => Way, targets => Targets, functions => Functions, shared => Shared}.

read(#{way := Way, functions := Functions}) ->
    [{Function, tracing:counted(Way, Function)} || Function <- Functions].

close(#{way := Way, targets := Targets, shared := Shared}) ->
    stop(Way, Targets, Shared).

%% ---------------------------------------------------------------------------

start(Targets, Functions, Call) ->
    case tracing:sessions() of
        true ->
            Way = tracing:open(self(), [], Call),
            [tracing:functions(Way, Pattern, true, [local, call_count])
             || Pattern <- tracepoints:patterns(Targets)],
            {Way, []};
        false ->
            Shared = [Function || Function <- Functions, tracing:counted(shared, Function) =/= false],
            guard:protect(fun() -> stop(shared, Targets, Shared) end, Call),
            [erlang:trace_pattern(Pattern, true, [local, call_count])
             || Pattern <- ours(Targets, Shared)],
            {shared, Shared}
    end.

stop({session, _} = Way, _Targets, _Shared) ->
    tracing:close(Way);
stop(shared, Targets, Shared) ->
    [erlang:trace_pattern(Pattern, false, [local, call_count]) || Pattern <- ours(Targets, Shared)],
    ok.

%% As few patterns as there can be: each one is a step that the whole emulator takes together.
ours(Targets, []) ->
    tracepoints:patterns(Targets);
ours(Targets, Shared) ->
    tracepoints:functions(Targets) -- Shared.
