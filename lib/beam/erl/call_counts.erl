%% How often functions are called, by counters in the emulator: no trace messages, however many
%% calls. The option `call_count` alone does not change trace patterns that others have set.
%%
%% The body sets and reads the counters; the guard removes them. Setting them stops the node for a
%% moment; a counted call costs about 10 ns. Counters of a session end with it; before OTP 27,
%% if body and guard are both killed, they keep counting until somebody removes them.
-module(call_counts).
-export([over/3, per_second/2, open/2, read/1, close/1]).
-export_type([counter/0]).

%% The rate before a trace is measured over this long: long enough for functions that are called
%% often, which are those that matter.
-define(RATE_MS, 100).
%% Counters are looked at about five times in a window, so that one which a reloaded module has lost
%% is set again soon; each look reads all of them, so not more often than every 10 ms.
-define(LOOKS, 5).
-define(MIN_STEP_MS, 10).
-define(MAX_STEP_MS, 100).
-define(SECOND_US, 1000000).

-type counter() :: #{way := trace_backend:way() | shared, targets := [tracepoints:target()],
                     functions := [mfa()], shared := [mfa()]}.

%% #{counts, window_us, shared, loaded}: counts are {Function, Calls}, the most called first;
%% `shared` are the functions whose counters somebody else has set: read, and left as they are.
%% A reloaded module loses its counters; they are set again, and the time in between is neither in
%% counts nor in window_us. `loaded`: how often that happened.
-spec over([tracepoints:target()], pos_integer(), envelope:call()) ->
          #{counts := [{mfa(), non_neg_integer()}], window_us := pos_integer(), shared := [mfa()],
            loaded := non_neg_integer()}.
over(Targets, WindowMs, #{until := Deadline} = Call) ->
    Counter = #{functions := Functions, shared := Shared} = open(Targets, Call),
    Now = envelope:now_ms(),
    %% Half of the remaining time is kept for the steps that follow.
    Window = erlang:max(0, erlang:min(WindowMs, (Deadline - Now) div 2)),
    Last = values(Counter),
    #{us := Us, calls := Calls, loaded := Loaded} =
        count(Counter, #{until => Now + Window, step => erlang:max(?MIN_STEP_MS, erlang:min(?MAX_STEP_MS, Window div ?LOOKS)),
                         since => erlang:monotonic_time(microsecond), last => Last, us => 0, call => Call,
                         calls => [0 || _ <- Last], loaded => 0}),
    close(Counter),
    Us =:= 0 andalso envelope:refuse(loaded_too_often, []),
    Sorted = lists:sort([{-Count, Function} || {Function, Count} <- lists:zip(Functions, Calls)]),
    #{counts => [{Function, -Count} || {Count, Function} <- Sorted], window_us => Us, shared => Shared,
      loaded => Loaded}.

%% Measures the rate before a trace.
-spec per_second([tracepoints:target()], envelope:call()) -> [{mfa(), non_neg_integer()}].
per_second(Targets, Call) ->
    #{counts := Counts, window_us := Us} = over(Targets, ?RATE_MS, Call),
    [{Function, Calls * ?SECOND_US div Us} || {Function, Calls} <- Counts].

%% Counts from now on, until it is closed or the call ends.
-spec open([tracepoints:target()], envelope:call()) -> counter().
open(Targets, Call) ->
    Functions = tracepoints:functions(Targets),
    {Way, Shared} = start(Targets, Functions, Call),
    #{way => Way, targets => Targets, functions => Functions, shared => Shared}.

-spec read(counter()) -> [{mfa(), non_neg_integer() | false | undefined}].
read(#{functions := Functions} = Counter) ->
    lists:zip(Functions, values(Counter)).

-spec close(counter()) -> term().
close(#{way := Way, targets := Targets, shared := Shared}) ->
    stop(Way, Targets, Shared).

%% ---------------------------------------------------------------------------

%% What has been counted until now, in microseconds and calls of each function, and from where on.
-type state() :: #{until := integer(), step := pos_integer(), since := integer(), us := non_neg_integer(),
                   last := [non_neg_integer() | false | undefined], calls := [integer()], call := envelope:call(),
                   loaded := non_neg_integer()}.

-spec values(counter()) -> [non_neg_integer() | false | undefined].
values(#{way := Way, functions := Functions}) ->
    trace_backend:infos(Way, Functions, call_count).

-spec count(counter(), state()) -> state().
count(Counter, #{until := Until, step := Step, call := Call} = State) ->
    Pause = early:pause(erlang:min(Step, Until - envelope:now_ms()), Call),
    Next = step(values(Counter), erlang:monotonic_time(microsecond), Counter, State),
    case Pause =:= early orelse envelope:now_ms() >= Until of
        true -> Next;
        false -> count(Counter, Next)
    end.

-spec step([non_neg_integer() | false | undefined], integer(), counter(), state()) -> state().
step(Values, Us, Counter, #{last := Last, since := Since, us := Before, calls := Calls,
                            loaded := Loaded} = State) ->
    Pairs = lists:zip(Last, Values),
    case {lists:any(fun lost/1, Pairs), lists:any(fun is_integer/1, Values)} of
        {false, true} ->
            State#{last := Values, since := Us, us := Before + Us - Since,
                   calls := lists:zipwith(fun(Sum, {A, B}) when is_integer(A), is_integer(B) -> Sum + B - A;
                                             (Sum, _) -> Sum
                                          end, Calls, Pairs)};
        {Lost, _} ->
            again(Counter, Values),
            State#{last := values(Counter), since := erlang:monotonic_time(microsecond),
                   loaded := case Lost of true -> Loaded + 1; false -> Loaded end}
    end.

%% A module that is not loaded has `undefined`.
-spec lost({Last :: non_neg_integer() | false | undefined, Now :: non_neg_integer() | false | undefined}) -> boolean().
lost({_Last, false}) -> true;
lost({Last, Value}) -> is_integer(Last) andalso (not is_integer(Value) orelse Value < Last).

-spec again(counter(), [non_neg_integer() | false | undefined]) -> term().
again(#{way := Way, targets := Targets, functions := Functions, shared := Shared}, Values) ->
    %% Lost counters of somebody else are not restored.
    [envelope:refuse(counters_lost, Function) || {Function, Value} <- lists:zip(Functions, Values),
                                                 not is_integer(Value), lists:member(Function, Shared)],
    set(Way, Targets, Shared).

-spec start([tracepoints:target()], [mfa()], envelope:call()) -> {trace_backend:way() | shared, Shared :: [mfa()]}.
start(Targets, Functions, Call) ->
    case trace_backend:sessions() of
        true ->
            Way = trace_backend:open(self(), Targets, Call),
            set(Way, Targets, []),
            {Way, []};
        false ->
            not_global(Functions),
            trace_others:refuse_builtins(Functions, [traced, meta, call_time, call_memory]),
            Shared = [Function || {Function, Calls} <- lists:zip(Functions, trace_backend:infos(shared, Functions, call_count)),
                                  is_integer(Calls)],
            guard:protect(fun() -> stop(shared, Targets, Shared) end, Call),
            set(shared, Targets, Shared),
            {shared, Shared}
    end.

-spec set(trace_backend:way() | shared, [tracepoints:target()], Shared :: [mfa()]) -> term().
set({session, _} = Way, Targets, []) ->
    [trace_backend:functions(Way, Pattern, true, [call_count]) || Pattern <- tracepoints:patterns(Targets)];
set(shared, Targets, Shared) ->
    not_global(lists:append([tracepoints:now(Pattern) || {Pattern, _} <- Targets])),
    [erlang:trace_pattern(Pattern, true, [call_count]) || Pattern <- ours(Targets, Shared)].

%% Setting a counter removes a global call trace, and both cannot be set on one function.
-spec not_global([mfa()]) -> [].
not_global(Functions) ->
    [trace_others:taken({function, Function})
     || {Function, global} <- lists:zip(Functions, trace_backend:infos(shared, Functions, traced))].

-spec stop(trace_backend:way() | shared, [tracepoints:target()], Shared :: [mfa()]) -> term().
stop({session, _} = Way, _Targets, _Shared) ->
    trace_backend:close(Way);
stop(shared, Targets, Shared) ->
    [erlang:trace_pattern(Pattern, false, [call_count]) || Pattern <- ours(Targets, Shared)],
    ok.

%% As few patterns as possible: for each, the whole emulator stops for a moment.
-spec ours([tracepoints:target()], Shared :: [mfa()]) -> [{module(), atom(), arity() | '_'}].
ours(Targets, []) ->
    tracepoints:patterns(Targets);
ours(Targets, Shared) ->
    tracepoints:functions(Targets) -- Shared.
