%% How often functions are called, our own calls excluded: our interpreted code calls some functions
%% of OTP thousands of times a second.
%%
%% `call_count` counts the calls of all processes; `call_time`, which counts only in processes with
%% the call flag, counts ours. In a shared trace the guard removes both; a session ends with the
%% call.
-module(others_calls).
-export([per_second/3]).

%% How long to count, in ms.
-define(WINDOW, 100).

%% The functions that others call the most come first; with our processes.
-spec per_second(trace_backend:way(), [tracepoints:target()], envelope:call()) ->
          {[{mfa(), non_neg_integer()}], [pid()]}.
per_second(Way, Targets, Call) ->
    Ours = ours:processes(Call),
    %% Before anything else is set: on BIFs, one setting may disable another (see trace_others).
    Counter = #{functions := Functions} = call_counts:open(Targets, Call),
    Patterns = tracepoints:patterns(Targets),
    guard:protect(fun() -> stop(Way, Patterns, Ours) end, Call),
    [trace_backend:functions(Way, Pattern, true, [call_time]) || Pattern <- Patterns],
    [trace_backend:processes(Way, Process, true, [call]) || Process <- Ours],
    %% The same steps each time, so that calls between the two readings cancel out.
    Look = fun() -> {erlang:monotonic_time(microsecond), call_counts:read(Counter),
                     trace_backend:infos(Way, Functions, call_time)} end,
    {Begin, All0, Ours0} = Look(),
    timer:sleep(?WINDOW),
    {End, All, Mine} = Look(),
    stop(Way, Patterns, Ours),
    call_counts:close(Counter),
    Calls = lists:zipwith3(
              fun({Function, Last}, {_, First}, Own) when is_integer(Last), is_integer(First) ->
                      {erlang:max(0, Last - First - Own), Function};
                 ({Function, _}, _, _) ->
                      {0, Function}
              end, All, All0, lists:zipwith(fun(B, A) -> count(B) - count(A) end, Mine, Ours0)),
    {[{Function, Count * 1000000 div (End - Begin)} || {Count, Function} <- lists:reverse(lists:sort(Calls))],
     Ours}.

%% ---------------------------------------------------------------------------

-spec stop(trace_backend:way(), [tuple()], [pid()]) -> ok.
stop(Way, Patterns, Ours) ->
    [trace_backend:processes(Way, Process, false, [call]) || Process <- Ours],
    [trace_backend:functions(Way, Pattern, false, [call_time]) || Pattern <- Patterns],
    ok.

count(Rows) when is_list(Rows) -> lists:sum([Count || {_, Count, _, _} <- Rows]);
count(_None) -> 0.
