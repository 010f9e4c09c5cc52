%% How often functions are called, our own calls excluded: our interpreted code calls some functions
%% of OTP thousands of times a second.
%%
%% `call_count` counts the calls of all processes; `call_time`, which counts only in processes with
%% the call flag, counts ours. In a shared trace the guard removes both; a session ends with the
%% call.
-module(others_calls).
-export([per_second/4]).

%% How long to count, in ms: longer where it has remained unclear.
-define(WINDOWS, [100, 100, 200, 300, 400]).
-define(SECOND_US, 1000000).

%% The functions that others call the most come first; with our processes. Counted until it is clear
%% whether they are more than Most calls a second.
-spec per_second(trace_backend:way(), [tracepoints:target()], pos_integer() | infinity, envelope:call()) ->
          {[{mfa(), non_neg_integer()}], [pid()]}.
per_second(Way, Targets, Most, Call) ->
    Ours = ours:processes(Call),
    %% Before anything else is set: on BIFs, one setting may disable another (see trace_others).
    Counter = #{way := Counts, functions := Functions} = call_counts:open(Targets, Call),
    Patterns = tracepoints:patterns(Targets),
    guard:protect(fun() -> stop(Way, Patterns, Ours) end, Call),
    [trace_backend:functions(Way, Pattern, true, [call_time]) || Pattern <- Patterns],
    [trace_backend:processes(Way, Process, true, [call]) || Process <- Ours],
    %% Ours go on between two readings: so they are read on both sides.
    Read = trace_backend:reader([{Way, call_time}, {Counts, call_count}, {Way, call_time}], Functions),
    Look = fun() -> {erlang:monotonic_time(microsecond), threes(Read())} end,
    {_, PerSecond} = closest(?WINDOWS, Look, Functions, Most, {infinity, []}),
    stop(Way, Patterns, Ours),
    call_counts:close(Counter),
    {[{Function, Rate} || {Rate, Function} <- lists:reverse(lists:sort(PerSecond))], Ours}.

%% ---------------------------------------------------------------------------

%% What others call at most, by the window in which least is unclear: {Sum, [{PerSecond, Function}]}.
-spec closest([pos_integer()], fun(() -> {integer(), [tuple()]}), [mfa()], pos_integer() | infinity,
              {number() | infinity, [{non_neg_integer(), mfa()}]}) -> {number() | infinity, [{non_neg_integer(), mfa()}]}.
closest([], _Look, _Functions, _Most, Best) ->
    Best;
closest([Window | Windows], Look, Functions, Most, Best) ->
    {Begin, First} = Look(),
    timer:sleep(Window),
    {End, Last} = Look(),
    Us = erlang:max(1, End - Begin),
    Calls = lists:zipwith3(fun({_, All0, Ours0}, {Ours, All, _}, Function) when is_integer(All0), is_integer(All) ->
                                   {erlang:max(0, All - All0 - (Ours - Ours0)), Function};
                              (_, _, Function) -> {0, Function}
                           end, First, Last, Functions),
    Sum = lists:sum([Count || {Count, _} <- Calls]),
    Unclear = lists:sum([After - Before || {Before, _, After} <- First ++ Last]),
    Found = {Sum * ?SECOND_US div Us, [{Count * ?SECOND_US div Us, Function} || {Count, Function} <- Calls]},
    case erlang:min(Found, Best) of
        {Rate, _} = Least when Rate =< Most -> Least;
        Least when (Sum - Unclear) * ?SECOND_US div Us > Most -> Least;
        Least -> closest(Windows, Look, Functions, Most, Least)
    end.

%% Of each function: the calls of ours, of all, and of ours once more.
threes([Before, All, After | Values]) -> [{count(Before), All, count(After)} | threes(Values)];
threes([]) -> [].

-spec stop(trace_backend:way(), [tuple()], [pid()]) -> ok.
stop(Way, Patterns, Ours) ->
    [trace_backend:processes(Way, Process, false, [call]) || Process <- Ours],
    [trace_backend:functions(Way, Pattern, false, [call_time]) || Pattern <- Patterns],
    ok.

count(Rows) when is_list(Rows) -> lists:sum([Count || {_, Count, _, _} <- Rows]);
count(_None) -> 0.
