%% What functions cost: how often they are called, for how long, and what they take of
%% the heap, by counters in the emulator, without a message.
-module(call_costs).
-export([run/2]).
-optional([{trace, info, 3}]).

%% Answers #{rate, window_us, functions, processes, costs}: costs are {Function, Calls, Us, Words},
%% the most time first; Us is its own time, without that of functions counted beside it, and
%% Words is `none` before OTP 26.
run(#{targets := Named, processes := Chosen, duration_ms := Duration, max_rate := MaxRate,
      limit := Limit}, Call) ->
    Targets = [tracepoints:find(Target) || Target <- Named],
    Processes = case Chosen of all -> all; _ -> [names:process(Process) || Process <- Chosen] end,
    {Counts, Us, _Shared} = call_counts:over(Targets, 100, Call),
    PerSecond = [{Function, Calls * 1000000 div Us} || {Function, Calls} <- Counts],
    Rate = lists:sum([Calls || {_, Calls} <- PerSecond]),
    Rate > MaxRate andalso envelope:refuse(called_too_often, {Rate, MaxRate, lists:sublist(PerSecond, 3)}),
    Functions = tracepoints:functions(Targets),
    Tracer = tracer(Call),
    Way = tracing:open(Tracer, Targets, Call),
    [envelope:refuse(traced_by_others, {none, [], none})
     || Function <- Functions, Kind <- [call_time, call_memory], read(Way, Function, Kind) =/= false],
    guard:protect(fun() -> stop(Way, Targets) end, Call),
    Kinds = [call_time | [call_memory || set(Way, Targets, call_memory)]],
    set(Way, Targets, call_time),
    Begin = erlang:monotonic_time(microsecond),
    Traced = case Processes of
                 all -> tracing:processes(Way, all, true, [call]);
                 _ -> lists:sum([tracing:processes(Way, Process, true, [call]) || Process <- Processes])
             end,
    Traced =:= 0 andalso envelope:refuse(no_such_process, []),
    [tracing:processes(Way, Ours, false, [call]) || Processes =:= all, Ours <- [self(), maps:get(coordinator, Call)]],
    window:wait(envelope:now_ms() + Duration, Call),
    Microseconds = erlang:monotonic_time(microsecond) - Begin,
    Costs = [cost(Way, Function, Kinds) || Function <- Functions],
    stop(Way, Targets),
    Called = [Cost || {_, Calls, _, _} = Cost <- Costs, Calls > 0],
    {#{rate => Rate, window_us => Microseconds, functions => length(Functions), called => length(Called),
       processes => Traced, costs => lists:sublist(lists:reverse(lists:keysort(3, Called)), Limit)}, #{}}.

%% ---------------------------------------------------------------------------

%% There must be one, and nothing comes to it.
tracer(#{coordinator := Coordinator}) ->
    spawn_opt(fun() -> link(Coordinator), receive never -> ok end end, [envelope:heap_guard(100000)]).

%% Whether the release has these counters.
set(Way, Targets, Kind) ->
    try
        [tracing:functions(Way, Pattern, true, [local, Kind]) || Pattern <- tracepoints:patterns(Targets)],
        true
    catch error:badarg -> false
    end.

%% The calls of processes end first: then nobody is within one that is counted.
stop({session, _} = Way, _Targets) ->
    tracing:close(Way);
stop(Way, Targets) ->
    tracing:close(Way),
    [set_off(Pattern, Kind) || Pattern <- tracepoints:patterns(Targets), Kind <- [call_time, call_memory]],
    ok.

set_off(Pattern, Kind) ->
    try erlang:trace_pattern(Pattern, false, [local, Kind]) catch error:badarg -> 0 end.

read({session, Session}, Function, Kind) -> element(2, trace:info(Session, Function, Kind));
read({shared, _}, Function, Kind) ->
    %% Not every release knows call_memory.
    try element(2, erlang:trace_info(Function, Kind)) catch error:badarg -> false end.

cost(Way, Function, Kinds) ->
    Times = rows(read(Way, Function, call_time)),
    {Function, lists:sum([Count || {_, Count, _, _} <- Times]),
     lists:sum([S * 1000000 + Us || {_, _, S, Us} <- Times]),
     case lists:member(call_memory, Kinds) of
         true -> lists:sum([Words || {_, _, Words} <- rows(read(Way, Function, call_memory))]);
         false -> none
     end}.

rows(Rows) when is_list(Rows) -> Rows;
rows(_Other) -> [].
